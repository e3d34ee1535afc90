/**
 * Reads a file in slices, by a worker, while the page goes on.
 *
 * @import { Done, FromWorker, Outline, ToWorker } from './protocol.js'
 */
import { newReaderWorker } from '../platform/reader-worker.js';
import { SLICE, openSlices } from './slices.js';

/** Slices on their way to the worker or back: reading takes so much memory, however large the file is. */
const SLICES = 4;

/** A worker that has done its work, ready for the next file. @type {Worker | undefined} */
let idleWorker;

/**
 * @typedef {object} ReadOptions
 * @property {Blob} blob
 * @property {string[]} choices how it is read, each as `name=value`
 * @property {[number, number]} [columns]
 *
 * @typedef {{ xs: Float64Array, ys: Float64Array }} Points some of the points
 * @typedef {{ columns: Done, parts: Points[] }} ReadResult
 */

/**
 * Starts to read a file. The promise is rejected with an Error whose message is for people if the file is of no use,
 * with a DOMException if the browser cannot read it, and with a TypeError if the worker failed. After `cancel` it
 * stays pending.
 * @param {ReadOptions} options
 * @param {(outline: Outline) => void} onOutline called once, when it is known what is in the file
 * @param {(bytes: number, rows: number) => void} onProgress called after each slice
 * @returns {{ done: Promise<ReadResult>, cancel: () => void }}
 */
export function readFile({ blob, choices, columns }, onOutline, onProgress) {
  const worker = idleWorker ?? newReaderWorker();
  idleWorker = undefined;
  const listening = new AbortController();
  /** @param {ToWorker} message @param {Transferable[]} [transfer] */
  const send = (message, transfer = []) => worker.postMessage(message, { transfer });
  let cancelled = false;
  let bytes = 0;
  /** Buffers to be filled. */
  const free = Array.from({ length: SLICES }, () => new ArrayBuffer(Math.min(SLICE, Math.max(1, blob.size))));
  /** Called when a buffer has come back. @type {(() => void) | undefined} */
  let wake;
  /** @type {Points[]} */
  const parts = [];

  const slices = openSlices(blob);
  const done = new Promise((/** @type {(result: ReadResult) => void} */ resolve, reject) => {
    /** @param {Event} event */
    const fail = (event) => {
      event.preventDefault();
      reject(new TypeError('the worker that reads files could not be loaded'));
    };
    worker.addEventListener('error', fail, listening);
    /** @param {MessageEvent<FromWorker>} event */
    const listen = ({ data }) => {
      switch (data.kind) {
        case 'outline':
          return onOutline(data.outline);
        case 'slice read':
          bytes += data.length;
          onProgress(bytes, data.rows);
          free.push(data.buffer);
          return wake?.();
        case 'points':
          return parts.push(data);
        case 'return points':
          for (const { xs, ys } of parts.splice(0)) send({ kind: 'returned points', xs, ys }, [xs.buffer, ys.buffer]);
          return send({ kind: 'all returned' });
        case 'done':
          return resolve({ columns: data, parts: [...parts, data] });
        case 'failed':
          return reject(new Error(data.message));
        default:
          return reject(new TypeError('the worker that reads files failed'));
      }
    };
    worker.addEventListener('message', listen, listening);
    sendSlices().catch(reject);
  });
  done.then(() => {
    listening.abort();
    idleWorker = worker;
  }, stop).finally(slices.close);

  async function sendSlices() {
    send({ kind: 'open', choices, columns });
    while (!cancelled) {
      const buffer = free.pop();
      if (!buffer) {
        await new Promise((resolve) => (wake = () => resolve(undefined)));
        continue;
      }
      const slice = await slices.next(buffer);
      if (cancelled) return;
      if (!slice) return send({ kind: 'end' });
      send({ kind: 'slice', buffer: slice.buffer, length: slice.length }, [slice.buffer]);
    }
  }

  function stop() {
    cancelled = true;
    worker.terminate();
    wake?.();
    slices.close();
  }
  return { done, cancel: stop };
}
