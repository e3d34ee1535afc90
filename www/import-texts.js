/** What the import says to a person, besides what the reader of files says. */
export const texts = {
  importing: 'Reading the file',
  cancelImport: 'Cancel import',
  /** @param {string} name */
  importCancelled: (name) => `The import of ${name} was cancelled. Everything is as it was.`,
  /** @param {number} bytes @param {number} size @param {number} rows @param {number} [left] seconds */
  imported: (bytes, size, rows, left) => {
    const mega = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
    const time = left === undefined ? '' : `, ${left < 1 ? 'less than a second' : `${Math.ceil(left)} s`} left`;
    return `${mega(bytes)} of ${mega(size)} MB, ${rows.toLocaleString('en')} rows${time}`;
  },
};
