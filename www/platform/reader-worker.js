/** The worker that reads files. The single file has www/single/platform/reader-worker.js in place of this module. */
import { startWorker } from './worker.js';

/** Starts a worker; its script is import/worker.js. */
export function newReaderWorker() {
  return startWorker(new URL('../import/worker.js', import.meta.url));
}
