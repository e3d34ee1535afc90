/** What the import says to people, besides what the worker and the panels' HTML say. */
import { grouped, plural } from './plural.js';

/** Bytes as megabytes. @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

export const texts = {
  /** @param {string} name */
  reading: (name) => `Reading ${name}…`,
  /** @param {string} name */
  unreadable: (name) =>
    `The browser could not read ${name}. If it has moved or changed, choose it again; a folder cannot be read.`,
  /** @param {string} address */
  forbidden: (address) =>
    `The site that shows this page in a frame does not let it read data. Open the page in a window of its own: ${address}`,
  /** @param {string} name */
  onlyFirst: (name) => `Only one file can be read at a time: this is ${name}.`,
  pastedName: 'pasted data',

  /** @param {string} name */
  inUse: (name) => name,
  /** @param {string} name @param {boolean} hasNumbers whether some column has numbers */
  notInUse: (name, hasNumbers) =>
    hasNumbers ? `${name} is not in use: choose its columns, or how it is written` : `${name} is not in use`,
  /** @param {string} name @param {string} sheet */
  sheetOf: (name, sheet) => `Sheet ${sheet} of ${name}`,
  /** @param {string} format */
  asFound: (format) => `as found: ${format}`,
  asWritten: 'as they are written',
  notFound: 'not found',
  /** @param {'x' | 'y'} axis @param {string} column */
  chooseColumn: (axis, column) => `${axis}: ${column}`,
  columnKinds: { number: 'numbers', date: 'dates', text: 'words', empty: 'empty' },
  /** Rows that were left out, by the reason. */
  leftOut: {
    /** @param {number} rows */
    empty: (rows) =>
      plural(rows, {
        one: '1 left out with an empty cell:',
        other: `${grouped(rows)} left out with an empty cell; the first:`,
      }),
    /** @param {number} rows */
    missing: (rows) =>
      plural(rows, {
        one: '1 left out with a value marked as missing:',
        other: `${grouped(rows)} left out with a value marked as missing; the first:`,
      }),
    /** @param {number} rows */
    'not a number': (rows) =>
      plural(rows, {
        one: '1 left out with a cell that is not a number:',
        other: `${grouped(rows)} left out with a cell that is not a number; the first:`,
      }),
    /** @param {number} rows */
    ragged: (rows) =>
      plural(rows, {
        one: '1 left out with too few or too many cells:',
        other: `${grouped(rows)} left out with too few or too many cells; the first:`,
      }),
    /** @param {number} rows */
    torn: (rows) =>
      plural(rows, {
        one: '1 left out next to a broken row:',
        other: `${grouped(rows)} left out next to a broken row; the first:`,
      }),
  },

  /** Why a file that a link names cannot be read. */
  refused: {
    /** @param {string} address */
    'other-origin': (address) =>
      `This link names a file on another site, ${address}. The page reads only files next to it: download the file, and upload it here.`,
    /** @param {string} address */
    'not-found': (address) =>
      `This link names a file that is not next to the page: ${address}. Ask whoever made the link, or upload one of your own.`,
    /** @param {string} address */
    'single-file': (address) =>
      `This link names a file next to the page, ${address}, but this page is a single file and can read no other. Choose the file with Upload CSV.`,
  },

  /** Why a spreadsheet cannot be opened, where that is not told by what is in it. */
  noSpreadsheets:
    'This page is a single file, which cannot open spreadsheets. Open it in your spreadsheet program, save the sheet as CSV (UTF-8), and choose that file; or use the page on its website.',
  brokenSpreadsheet:
    'This spreadsheet is damaged, or too large to be opened here. Open it in your spreadsheet program, save the sheet as CSV (UTF-8), and choose that file.',

  importing: 'Reading the file',
  opening: 'Opening the spreadsheet',
  cancelImport: 'Cancel import',
  /** @param {string} name */
  importCancelled: (name) => `The import of ${name} was cancelled. Everything is as it was.`,
  /**
   * How far an import has come.
   * @param {number} bytes @param {number} size both in bytes @param {number} rows
   * @param {number} [secondsLeft]
   */
  progress: (bytes, size, rows, secondsLeft) => {
    const [read, all] = [megabytes(bytes), megabytes(size)];
    const counted = plural(rows, { one: '1 row', other: `${grouped(rows)} rows` });
    if (secondsLeft === undefined) return `${read} of ${all} MB, ${counted}`;
    if (secondsLeft < 1) return `${read} of ${all} MB, ${counted}, less than a second left`;
    return `${read} of ${all} MB, ${counted}, ${Math.ceil(secondsLeft)} s left`;
  },
};
