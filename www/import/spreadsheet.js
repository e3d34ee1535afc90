/**
 * Spreadsheets: a sheet of one becomes a text, which is read as any other. A worker with a package of its own does that,
 * which is loaded for them alone.
 *
 * @typedef {object} SheetFacts
 * @property {string[]} sheets the names of all sheets
 * @property {string} sheet the name of the one that was opened
 * @property {string | null} note what is to be said if it is of no use
 *
 * @typedef {{ file: ArrayBuffer, name?: string }} ToSpreadsheetWorker the sheet of this name, or the first of use
 * @typedef {{ kind: 'sheet', facts: SheetFacts, text: Uint8Array<ArrayBuffer> }} SheetMessage
 * @typedef {{ kind: 'failed', message: string }} Failed the file cannot be opened
 * @typedef {{ kind: 'broken' | 'not loaded' }} Broken the worker itself failed, at the file or before it
 * @typedef {SheetMessage | Failed | Broken} FromSpreadsheetWorker
 */
import { newSpreadsheetWorker } from '../platform/spreadsheet-worker.js';
import { texts } from '../text/en/import.js';

/** The first bytes: of archives, which new spreadsheets are, and of the compound files of old ones. */
const MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether a file begins as spreadsheets do, whatever its name is. @param {Blob} blob */
export async function isSpreadsheet(blob) {
  const bytes = new Uint8Array(await bytesOf(blob.slice(0, MARKS[0].length)));
  return MARKS.some((mark) => mark.every((byte, place) => bytes[place] === byte));
}

/**
 * Opens a sheet of a file. The promise is rejected as that of `readFile`; after `cancel` it stays pending.
 * @param {Blob} blob
 * @param {string} [name] of the sheet; without one, the first of use
 * @returns {{ done: Promise<{ facts: SheetFacts, text: Blob }>, cancel: () => void }}
 */
export function openSheet(blob, name) {
  const worker = newSpreadsheetWorker();
  const cancel = () => worker?.terminate();
  /** @type {Promise<{ facts: SheetFacts, text: Blob }>} */
  const done = new Promise((resolve, reject) => {
    if (!worker) return reject(new Error(texts.noSpreadsheets));
    const notLoaded = () => reject(new TypeError('the worker that opens spreadsheets could not be loaded'));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      notLoaded();
    });
    worker.addEventListener('message', (/** @type {MessageEvent<FromSpreadsheetWorker>} */ { data }) => {
      switch (data.kind) {
        case 'sheet':
          return resolve({ facts: data.facts, text: new Blob([data.text]) });
        case 'failed':
          return reject(new Error(data.message));
        case 'broken':
          return reject(new Error(texts.brokenSpreadsheet));
        default:
          return notLoaded();
      }
    });
    bytesOf(blob).then((file) => worker.postMessage({ file, name }, [file]), reject);
  });
  // It holds as much memory as the largest file took.
  return { done: done.finally(cancel), cancel };
}

/** @param {Blob} blob */
function bytesOf(blob) {
  return blob.arrayBuffer().catch(() => {
    throw new DOMException('the file cannot be read', 'NotReadableError');
  });
}
