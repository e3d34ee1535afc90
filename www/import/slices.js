/** The slices of a file, one after the other. */

/** Bytes of a slice. */
export const SLICE = 1 << 20;

/**
 * @typedef {object} Slices
 * @property {(buffer: ArrayBuffer) => Promise<Uint8Array<ArrayBuffer> | undefined>} next the next slice, in this buffer
 *   where the browser can; undefined at the end of the file
 * @property {() => void} close
 */

/** Stream readers in use. Chromium (156) collects a stream that is only waited for, and the wait never ends. */
const inUse = new Set();

/**
 * Opens a file. Filling buffers that come back is the faster way: allocating new ones takes longer than all the rest.
 * @param {Blob} blob
 * @returns {Slices}
 */
export function openSlices(blob) {
  const reader = byteReader(blob);
  return reader ? intoBuffers(reader) : intoNewBuffers(blob);
}

/**
 * A reader that fills buffers; undefined in browsers that have none.
 * @param {Blob} blob
 */
function byteReader(blob) {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** @param {ReadableStreamBYOBReader} reader @returns {Slices} */
function intoBuffers(reader) {
  inUse.add(reader);
  return {
    async next(buffer) {
      // A browser that does not know `min` fills less of the buffer.
      const read = await reader.read(new Uint8Array(buffer), { min: buffer.byteLength }).catch(throwUnreadable);
      return read.value?.length ? read.value : undefined;
    },
    close() {
      if (inUse.delete(reader)) reader.cancel().catch(() => {});
    },
  };
}

/** @param {Blob} blob @returns {Slices} */
function intoNewBuffers(blob) {
  let at = 0;
  return {
    async next() {
      if (at >= blob.size) return undefined;
      const slice = blob.slice(at, at + SLICE);
      at += SLICE;
      return new Uint8Array(await slice.arrayBuffer().catch(throwUnreadable));
    },
    close() {},
  };
}

/** Throws one error for all that browsers say of a file that cannot be read. @returns {never} */
function throwUnreadable() {
  throw new DOMException('the file cannot be read', 'NotReadableError');
}
