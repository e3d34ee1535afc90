/** Texts of the tables. Captions, headings and sentences about the numbers come from the session. */
export const texts = {
  points: { region: 'Table of the points', copy: 'Copy points', close: 'Close points' },
  epochs: { region: 'Table of the epochs', copy: 'Copy epochs', close: 'Close epochs' },
  costs: { region: 'Table of the costs', copy: 'Copy costs', close: 'Close costs' },
  save: 'Save rows with residuals',
  allGroups: 'All groups',
  earlier: 'Earlier rows',
  later: 'Later rows',
  copied: 'Copied. Paste it into a spreadsheet.',
  notCopied: 'The browser does not let the page copy. Copy the text below with the keys of your system.',
  toCopy: 'Text to copy',
  /** @param {string} name */
  saved: (name) => `${name} has been handed to the browser to save.`,
  dataChanged: 'The data changed while the file was written. Save it again.',
};
