/**
 * Reads a file in slices, by a worker, while the page goes on.
 *
 * @import { Done, FromPage, FromWorker, Outline } from './import-messages.js'
 */

/** Bytes of a slice: large enough that asking for it costs little, and small enough to stop between two. */
const SLICE = 4 << 20;
/** Slices that may be on their way to the worker. */
const AHEAD = 2;
/** Slices that are being read, so that the next one is there when the worker is. */
const READ_AHEAD = 2;

/** A worker that has done what it was asked, ready for more. @type {Worker | undefined} */
let idle;

/**
 * @typedef {object} Request
 * @property {Blob} blob
 * @property {string[]} choices how it is written, each as `name=value`
 * @property {[number, number]} [columns]
 */

/**
 * Starts to read. The promise is kept with the columns; or broken with an Error whose message is a sentence
 * where the file is of no use, with a DOMException where it cannot be read, and with a TypeError where the
 * reader of files failed. After `cancel` it is neither.
 * @param {Request} request
 * @param {(outline: Outline) => void} outlined called once, when it is known what is in the file
 * @param {(bytes: number, rows: number) => void} progressed called after each slice
 * @returns {{ done: Promise<Done>, cancel: () => void }}
 */
export function read({ blob, choices, columns }, outlined, progressed) {
  const worker = idle ?? new Worker('import-worker.js');
  idle = undefined;
  const listening = new AbortController();
  /** @param {FromPage} message @param {Transferable[]} [transfer] */
  const tell = (message, transfer = []) => worker.postMessage(message, { transfer });
  let cancelled = false;
  let sent = 0;
  let taken = 0;
  /** @type {(() => void) | undefined} */
  let wake;

  const done = new Promise((/** @type {(done: Done) => void} */ resolve, reject) => {
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
          taken += 1;
          progressed(Math.min(taken * SLICE, blob.size), data.rows);
          return wake?.();
        case 'done':
          return resolve(data);
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
  }, stop);

  async function feed() {
    tell({ kind: 'open', choices, columns });
    /** @param {number} at */
    const slice = (at) => blob.slice(at, at + SLICE).arrayBuffer();
    /** Slices that are being read. @type {Promise<ArrayBuffer>[]} */
    const coming = [];
    let asked = 0;
    for (let at = 0; at < blob.size; at += SLICE) {
      for (; coming.length < READ_AHEAD && asked < blob.size; asked += SLICE) {
        const read = slice(asked);
        // Who waits for it is told; nobody waits for one behind it.
        read.catch(() => {});
        coming.push(read);
      }
      const buffer = await coming.shift();
      while (sent - taken >= AHEAD && !cancelled) await new Promise((resolve) => (wake = () => resolve(undefined)));
      if (cancelled || !buffer) return;
      tell({ kind: 'slice', slice: buffer }, [buffer]);
      sent += 1;
    }
    if (!cancelled) tell({ kind: 'end' });
  }

  function stop() {
    cancelled = true;
    worker.terminate();
    wake?.();
  }
  return { done, cancel: stop };
}
