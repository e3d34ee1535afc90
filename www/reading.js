/**
 * Reads a file in slices, by a worker, while the page goes on.
 *
 * @import { Done, FromPage, FromWorker, Outline } from './import-messages.js'
 */

/** Bytes of a slice: as large as readers read at once, and small enough to be cancelled between two. */
const SLICE = 1 << 20;
/** Slices that may be on their way to the worker. */
const AHEAD = 4;

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
    // The next slice is read while the last one is on its way.
    let next = slice(0);
    for (let at = 0; at < blob.size && !cancelled; at += SLICE) {
      const buffer = await next;
      if (at + SLICE < blob.size) next = slice(at + SLICE);
      while (sent - taken >= AHEAD && !cancelled) await new Promise((resolve) => (wake = () => resolve(undefined)));
      if (cancelled) return;
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
