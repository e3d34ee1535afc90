/**
 * Every sentence that the page's JavaScript says to a person, in one table. The rest stands in
 * index.html, or comes from the session.
 */
export const messages = {
  run: 'Run',
  pause: 'Pause',

  cannotStart:
    'The lesson could not start in this browser. Load the page again; if that does not help, use a current version of Firefox, Chrome, Edge or Safari.',
  broken: 'Something in the page broke, and the descent stands still. Load the page again to go on.',

  /** @param {string} name */
  reading: (name) => `Reading ${name}…`,
  /** @param {string} name */
  unreadable: (name) =>
    `The browser could not read ${name}. If it has moved or changed, choose it again; a folder cannot be read.`,
  noReader: 'The part of the page that reads files could not be loaded. Check the connection and try again.',
  noMore: 'This part of the page could not be loaded. Check the connection and try again.',
  showMe: 'Show me',
  remove: 'Remove',
  /** @param {number} number */
  removeRun: (number) => `Remove run ${number}`,
  noFile: 'There was no file in what you dropped. Drop a CSV file, or use Upload CSV.',
  /** @param {string} name */
  onlyFirst: (name) => `Only one file can be read at a time: this is ${name}.`,
  pastedName: 'pasted data',
  typedName: 'typed table',

  editing: 'Click an empty place to add a point, or drag a point to move it.',

  /** @param {string} rate */
  largestStable: (rate) => `stable up to ${rate}`,
  /** @param {string} rate */
  largestStableNote: (rate) => `The largest stable rate is ${rate}; beyond it the descent diverges.`,
};
