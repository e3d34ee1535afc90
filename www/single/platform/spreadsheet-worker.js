/** Stands in for www/platform/spreadsheet-worker.js: the single file does without the package of spreadsheets. */

/** @returns {Worker | undefined} */
export function newSpreadsheetWorker() {
  return undefined;
}
