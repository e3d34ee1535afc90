/** The reader of files. In the single file www/single/reader.js stands for this. */

export function newReader() {
  return new Worker('import-worker.js');
}
