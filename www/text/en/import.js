/** What the import says to a person, besides what the reader of files says. */
export const texts = {
  /** @param {string} name */
  used: (name) => name,
  /** @param {string} name @param {boolean} numbers whether some column has numbers */
  unused: (name, numbers) => `${name} is not in use${numbers ? ': choose its columns, or how it is written' : ''}`,
  /** @param {string} found */
  found: (found) => `as found: ${found}`,
  /** @param {0 | 1} which @param {string} name */
  choose: (which, name) => `${which ? 'y' : 'x'}: ${name}`,
  kinds: { number: 'numbers', date: 'dates', text: 'words', empty: 'empty' },
  /** @param {number} rows @param {'empty' | 'missing' | 'not a number'} reason */
  leftOut: (rows, reason) => {
    const why = { empty: 'with an empty cell', missing: 'with a value marked as missing', 'not a number': 'with a cell that is no number' };
    return `${rows.toLocaleString('en')} left out ${why[reason]}; the first:`;
  },
  /** @param {string} address */
  elsewhere: (address) => `This link names a file of another site, ${address}. The page reads none but those beside it: download the file, and upload it here.`,
  /** @param {string} address */
  notBeside: (address) => `This link names a file that is not beside the page: ${address}. Ask whoever made the link, or upload a file of yours.`,
  /** @param {string} address */
  noneBeside: (address) => `This link names a file beside the page, ${address}, and this page is a single file, which can read no other. Choose the file with Upload CSV.`,
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
