/** Stands for www/platform/reader-worker.js: the reader of files comes out of the file itself. */
import { module, textOf } from '../parts.js';

/** @type {string | undefined} */
let address;

export function newReader() {
  address ??= URL.createObjectURL(new Blob([textOf('import/worker.js')], { type: 'text/javascript' }));
  const worker = new Worker(address);
  // It waits for this before all else.
  worker.postMessage(module);
  return worker;
}
