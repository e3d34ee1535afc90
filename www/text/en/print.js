/**
 * Texts on paper.
 *
 * @import { CostView } from '../../pkg/core.js'
 */
export const texts = {
  /** @param {string} y @param {string} x @param {string} rows */
  columns: (y, x, rows) => `${y} by ${x}, ${rows} rows`,
  line: 'Line',
  /** @param {string} slope @param {string} intercept */
  equation: (slope, intercept) => `ŷ = ${slope} · x ${/^[-−]/.test(intercept) ? `− ${intercept.slice(1)}` : `+ ${intercept}`}`,
  costNow: 'Cost J',
  epoch: 'Epoch',
  rate: 'Learning rate L',
  choices: 'Other choices',
  bestLine: 'Best line',
  leastCost: 'Least cost',

  data: 'Data',
  /** @param {CostView} view */
  cost: (view) => ({ bowl: 'Cost, as a bowl', map: 'Cost, as a map', surface: 'Cost, as a surface' })[view],
  history: 'Cost by epoch',

  code: 'QR code of the address',
  address: 'Scan the code to go on from here, or open the page:',
  settingsOnly: 'They are too long for the code, which opens the settings without your data.',

  name: 'Name',
  date: 'Date',
  worksheet: 'Worksheet',
  teachersCopy: 'Worksheet with answers',
  chapter: 'The chapter with its figures, live:',
  why: 'Why?',
};

/** The section `Print` of the dialog `Export`. */
export const sectionTexts = {
  notMade: 'The worksheet could not be made. Check the connection and try again.',
};
