/**
 * Programs as links carry them: a letter for the version, then the task's name and the text, deflated and in the letters
 * of base64url.
 *
 * @typedef {{ task: string, text: string }} Program
 */

const VERSION = 'a';
/** The most bytes of a text that is unpacked: a few letters can stand for any length. */
const MOST_BYTES = 200_000;

/** @param {Program} program */
export async function pack({ task, text }) {
  const bytes = new TextEncoder().encode(`${task}\n${text}`);
  const packed = await collect(bytes, new CompressionStream('deflate-raw'));
  const letters = btoa(String.fromCharCode(...packed));
  return VERSION + letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The program of these letters; undefined if they were cut or damaged, or are of a later version.
 * @param {string} letters
 * @returns {Promise<Program | undefined>}
 */
export async function unpack(letters) {
  if (letters[0] !== VERSION) return undefined;
  try {
    const packed = atob(letters.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
    const whole = new TextDecoder('utf-8', { fatal: true }).decode(await collect(bytes, new DecompressionStream('deflate-raw')));
    const end = whole.indexOf('\n');
    // A text area has no other line breaks.
    const text = whole.slice(end + 1).replace(/\r\n?/g, '\n');
    return end < 0 || !text.trim() ? undefined : { task: whole.slice(0, end), text };
  } catch {
    return undefined;
  }
}

/**
 * Output of a stream for these bytes.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {GenericTransformStream} stream
 */
async function collect(bytes, stream) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(/** @type {ReadableWritablePair} */ (stream)).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    pieces.push(value);
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('the program is too long');
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
