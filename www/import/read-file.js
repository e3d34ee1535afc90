/**
 * Reads a file in slices, by a worker, while the page goes on.
 *
 * @import { Done, FromPage, FromWorker, Outline } from './protocol.js'
 */
import { newReader } from '../platform/reader-worker.js';

/** Bytes that are read at once. */
const SLICE = 1 << 20;
/** Slices that are on their way to the worker, or back: so much memory reading takes, however large the file. */
const SLICES = 4;

/** A worker that has done what it was asked, ready for more. @type {Worker | undefined} */
let idle;

/**
 * @typedef {object} Request
 * @property {Blob} blob
 * @property {string[]} choices how it is written, each as `name=value`
 * @property {[number, number]} [columns]
 */

/** @typedef {{ xs: Float64Array, ys: Float64Array }} Part some of the points */

/**
 * Starts to read. The promise is kept with the columns; or broken with an Error whose message is a sentence
 * where the file is of no use, with a DOMException where it cannot be read, and with a TypeError where the
 * reader of files failed. After `cancel` it is neither.
 * @param {Request} request
 * @param {(outline: Outline) => void} outlined called once, when it is known what is in the file
 * @param {(bytes: number, rows: number) => void} progressed called after each slice
 * @returns {{ done: Promise<{ columns: Done, parts: Part[] }>, cancel: () => void }}
 */
export function read({ blob, choices, columns }, outlined, progressed) {
  const worker = idle ?? newReader();
  idle = undefined;
  const listening = new AbortController();
  /** @param {FromPage} message @param {Transferable[]} [transfer] */
  const tell = (message, transfer = []) => worker.postMessage(message, { transfer });
  let cancelled = false;
  let bytes = 0;
  /** Buffers that wait to be filled. */
  const free = Array.from({ length: SLICES }, () => new ArrayBuffer(Math.min(SLICE, Math.max(1, blob.size))));
  /** @type {(() => void) | undefined} */
  let wake;
  /** @type {Part[]} */
  const parts = [];

  const { fill, leave } = filler(blob);
  const done = new Promise((/** @type {(read: { columns: Done, parts: Part[] }) => void} */ resolve, reject) => {
    /** @param {Event} event */
    const fail = (event) => {
      event.preventDefault();
      reject(new TypeError('the reader of files could not be loaded'));
    };
    worker.addEventListener('error', fail, listening);
    /** @param {MessageEvent<FromWorker>} event */
    const listen = ({ data }) => {
      switch (data.kind) {
        case 'outline':
          return outlined(data.outline);
        case 'taken':
          bytes += data.length;
          progressed(bytes, data.rows);
          free.push(data.buffer);
          return wake?.();
        case 'points':
          return parts.push(data);
        case 'want back':
          for (const { xs, ys } of parts.splice(0)) tell({ kind: 'back', xs, ys }, [xs.buffer, ys.buffer]);
          return tell({ kind: 'all back' });
        case 'done':
          return resolve({ columns: data, parts: [...parts, data] });
        case 'failed':
          return reject(new Error(data.sentence));
        default:
          return reject(new TypeError('the reader of files failed'));
      }
    };
    worker.addEventListener('message', listen, listening);
    feed().catch(reject);
  });
  done.then(() => {
    listening.abort();
    idle = worker;
  }, stop).finally(leave);

  async function feed() {
    tell({ kind: 'open', choices, columns });
    while (!cancelled) {
      const buffer = free.pop();
      if (!buffer) {
        await new Promise((resolve) => (wake = () => resolve(undefined)));
        continue;
      }
      const slice = await fill(buffer);
      if (cancelled) return;
      if (!slice) return tell({ kind: 'end' });
      tell({ kind: 'slice', buffer: slice.buffer, length: slice.length }, [slice.buffer]);
    }
  }

  function stop() {
    cancelled = true;
    worker.terminate();
    wake?.();
    leave();
  }
  return { done, cancel: stop };
}

/** Readers in use. Chromium (156) forgets a stream that is only waited for, and the wait never ends. */
const inUse = new Set();

/**
 * What fills a buffer with the next bytes of a file, or gives nothing where there are none left. A buffer that
 * comes back is filled again: new ones take longer to come by than all the rest.
 * @param {Blob} blob
 * @returns {{ fill: (buffer: ArrayBuffer) => Promise<Uint8Array<ArrayBuffer> | undefined>, leave: () => void }}
 */
function filler(blob) {
  const reader = byteReader(blob);
  if (reader) {
    inUse.add(reader);
    return {
      async fill(buffer) {
        // A browser that does not know `min` fills less of it.
        const read = await reader.read(new Uint8Array(buffer), { min: buffer.byteLength }).catch(unreadable);
        return read.value?.length ? read.value : undefined;
      },
      leave() {
        if (inUse.delete(reader)) reader.cancel().catch(() => {});
      },
    };
  }
  let at = 0;
  return {
    async fill() {
      if (at >= blob.size) return undefined;
      const slice = blob.slice(at, at + SLICE);
      at += SLICE;
      return new Uint8Array(await slice.arrayBuffer().catch(unreadable));
    },
    leave() {},
  };
}

/**
 * Reads a file into buffers that it is given; not in every browser.
 * @param {Blob} blob
 */
function byteReader(blob) {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** Browsers differ in how they say that a file cannot be read. @returns {never} */
function unreadable() {
  throw new DOMException('the file cannot be read', 'NotReadableError');
}
