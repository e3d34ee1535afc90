/** The reader of files. In the single file www/single/platform/reader-worker.js stands for this. */

export function newReader() {
  return new Worker('import/worker.js');
}
