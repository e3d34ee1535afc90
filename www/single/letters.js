/** Bytes that are written as letters: thirteen bits in two of them. */

const LETTERS = 91;
/** Letters that stand for some that HTML would take for its own. */
const STAND_FOR = new Map([['|', '"'], ['}', '<'], ['~', '\\']].map(([code, number]) => [code.charCodeAt(0), number.charCodeAt(0)]));

/**
 * @param {string} text as `xtask/src/single/letters.rs` writes it; white space in it means nothing
 * @param {number} length how many bytes there are
 */
export function bytesOf(text, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  let bits = 0;
  let count = 0;
  let first = -1;
  for (let i = 0; i < text.length && at < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 32) continue;
    const number = (STAND_FOR.get(code) ?? code) - 33;
    if (first < 0) {
      first = number;
      continue;
    }
    bits = (bits << 13) | (first * LETTERS + number);
    first = -1;
    for (count += 13; count >= 8 && at < length; at += 1) {
      count -= 8;
      bytes[at] = bits >> count;
    }
    bits &= (1 << count) - 1;
  }
  return bytes;
}
