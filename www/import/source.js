/**
 * Where the visitor's own data come from: a file, or a database that summed a table.
 *
 * @import { DatabaseAnswer, Outline } from './protocol.js'
 * @import { SheetFacts } from './spreadsheet.js'
 *
 * @typedef {object} FileSource
 * @property {'file'} kind
 * @property {Blob} blob
 * @property {string} name
 * @property {string[]} choices how it is read, each as `name=value`
 * @property {string} [address] on the page's own site
 * @property {Spreadsheet} [spreadsheet] that the file is a sheet of
 *
 * @typedef {SheetFacts & { blob: Blob }} Spreadsheet the file with all its sheets, and the one that was opened
 *
 * @typedef {{ kind: 'database', name: string, answer: DatabaseAnswer }} DatabaseSource
 * @typedef {FileSource | DatabaseSource} Source
 */

/**
 * What can be chosen of how a file is read.
 * @type {('delimiter' | 'decimal' | 'dates' | 'headings' | 'skip' | 'quote' | 'encoding')[]}
 */
export const FORMAT_CHOICES = ['delimiter', 'decimal', 'dates', 'headings', 'skip', 'quote', 'encoding'];

/** All that a link can choose of a file. */
const CHOICES = ['x', 'y', 'sheet', ...FORMAT_CHOICES];

/** How the text is written that a sheet becomes. */
const SHEET_FORMAT = ['delimiter=cells', 'quote=none', 'encoding=utf-8'];

/** The sheet that was chosen of a spreadsheet, as it stands in the choices. @param {FileSource} file */
export function sheetChoice({ choices }) {
  return choices.filter((choice) => choice.startsWith('sheet='));
}

/** All choices with which a file is read. @param {FileSource} file */
export function readingChoices({ choices, spreadsheet }) {
  return spreadsheet ? [...choices, ...SHEET_FORMAT] : choices;
}

/**
 * The address of the file that a link names, the choices that the link makes, and whether it sets up anything else.
 * @param {string} hash of the link
 */
export function parseFileLink(hash) {
  const fields = new URLSearchParams(hash.slice(1));
  return {
    address: fields.get('data') ?? '',
    choices: CHOICES.filter((choice) => fields.has(choice)).map((choice) => `${choice}=${fields.get(choice)}`),
    hasSettings: [...fields.keys()].some((field) => field !== 'data' && !CHOICES.includes(field)),
  };
}

/**
 * A link's field `data` for a file on the page's own site, with the fields that say how it is read. Returns
 * undefined for other files, which a link cannot name.
 * @param {FileSource} file
 * @param {string} x the name of the column
 * @param {string} y
 */
export function formatFileLink({ address, choices }, x, y) {
  if (address === undefined) return undefined;
  const format = choices.filter((choice) => !/^(kept-)?[xy]=/.test(choice));
  const fields = [`x=${x}`, `y=${y}`, ...format].map((field) => {
    const [name, ...value] = field.split('=');
    return `&${name}=${encodeURIComponent(value.join('='))}`;
  });
  return encodeURIComponent(address) + fields.join('');
}

/**
 * The choices with which a file keeps its columns when its format is chosen otherwise: by their names, or by their
 * places if the rows of headings change.
 * @param {FileSource} file as it was read before
 * @param {string[]} format the choices to come, each as `name=value`
 * @param {Outline} [outline]
 * @param {ArrayLike<number>} [columns] in use
 */
export function keepColumns(file, format, outline, columns) {
  if (!columns || !outline) return file.choices.filter((choice) => choice.startsWith('kept-'));
  const headings = (/** @type {string[]} */ choices) => choices.filter((choice) => /^(headings|skip)=/.test(choice));
  const areRenamed = String(headings(format)) !== String(headings(file.choices));
  const [x, y] = Array.from(columns, (column) => (areRenamed ? column + 1 : outline.columns[column].name));
  return [`kept-x=${x}`, `kept-y=${y}`];
}

/**
 * How a file is written, each as `name=value`, for another program to read these two columns. Returns undefined
 * where no other program can: a table that was pasted, a spreadsheet, a column of dates or of numbers with units.
 * @param {Source} source
 * @param {Outline} outline
 * @param {ArrayLike<number>} columns
 */
export function formatForPrograms(source, { columns: all, dialect }, columns) {
  if (source.kind !== 'file' || source.spreadsheet || !(source.blob instanceof File || source.address)) return undefined;
  const isPlain = (/** @type {number} */ column) => all[column]?.kind === 'number' && all[column].plain;
  if (!Array.from(columns).every(isPlain)) return undefined;
  return Object.entries(dialect).map(([name, value]) => `${name}=${value}`);
}
