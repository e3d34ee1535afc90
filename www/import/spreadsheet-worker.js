/**
 * The worker that opens spreadsheets: one file, one answer.
 *
 * @import { FromSpreadsheetWorker, ToSpreadsheetWorker } from './spreadsheet.js'
 */
importScripts('../pkg/spreadsheets.js');

/** @param {FromSpreadsheetWorker} message @param {Transferable[]} [transfer] */
function send(message, transfer = []) {
  postMessage(message, { transfer });
}

const ready = wasm_bindgen({ module_or_path: '../pkg/spreadsheets_bg.wasm' });

addEventListener('message', async (/** @type {MessageEvent<ToSpreadsheetWorker>} */ { data: { file, name } }) => {
  try {
    await ready;
  } catch {
    return send({ kind: 'not loaded' });
  }
  try {
    const sheet = new wasm_bindgen.Sheet(new Uint8Array(file), name);
    const text = sheet.text();
    send({ kind: 'sheet', facts: sheet.facts(), text }, [text.buffer]);
  } catch (error) {
    // A damaged file can be more than what reads it bears; so can a very large one be.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) send({ kind: 'broken' });
    else send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
