/**
 * The worker that opens spreadsheets. The single file has www/single/platform/spreadsheet-worker.js in place of this
 * module.
 */
import { startWorker } from './worker.js';

/** Starts a worker; its script is import/spreadsheet-worker.js. @returns {Worker | undefined} */
export function newSpreadsheetWorker() {
  return startWorker(new URL('../import/spreadsheet-worker.js', import.meta.url));
}
