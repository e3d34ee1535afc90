/** Stands in for www/platform/reader-worker.js: the worker's script comes out of the single file itself. */
import { module, textOf } from '../parts.js';

/** @type {string | undefined} */
let address;

export function newReaderWorker() {
  address ??= URL.createObjectURL(new Blob([textOf('import/worker.js')], { type: 'text/javascript' }));
  const worker = new Worker(address);
  // The worker waits for its WebAssembly before anything else.
  worker.postMessage(module);
  return worker;
}
