/**
 * Reads a file in a thread of its own. The page feeds it slices, because not every browser lets a worker
 * read files. It also writes the SQL for data that are in a database, and reads what the database answers.
 *
 * @import { FromPage, FromWorker } from './protocol.js'
 */
importScripts('../pkg/reader.js');

const ready = wasm_bindgen({ module_or_path: '../pkg/reader_bg.wasm' });
/** @type {wasm_bindgen.Import | undefined} */
let file;
let outlined = false;

/** @param {FromWorker} message @param {Transferable[]} [transfer] */
function tell(message, transfer = []) {
  postMessage(message, { transfer });
}

/** Tells the page what is known of the table, once. */
function outline() {
  if (outlined || !file) return;
  const known = file.outline();
  if (!known) return;
  outlined = true;
  tell({ kind: 'outline', outline: known });
}

/** Hands on points as they come, so that they take memory once. */
function points() {
  for (let part = file?.takePoints(); part; part = file?.takePoints()) {
    const [xs, ys] = part;
    tell({ kind: 'points', xs, ys }, [xs.buffer, ys.buffer]);
  }
}

/** @param {FromPage} message */
function take(message) {
  switch (message.kind) {
    case 'open':
      file?.free();
      file = new wasm_bindgen.Import(message.choices, message.columns?.[0], message.columns?.[1]);
      outlined = false;
      break;
    case 'slice': {
      const { buffer, length } = message;
      file?.feed(new Uint8Array(buffer, 0, length));
      outline();
      points();
      tell({ kind: 'taken', rows: file?.rows ?? 0, buffer, length }, [buffer]);
      break;
    }
    case 'engines':
      tell({ kind: 'engines', engines: wasm_bindgen.engines() });
      break;
    case 'statements': {
      const { engine, table, x, y } = message;
      tell({ kind: 'statements', statements: wasm_bindgen.statements(engine, table, x, y) });
      break;
    }
    case 'pasted':
      tell({ kind: 'pasted', pasted: wasm_bindgen.pasted(message.text) });
      break;
    case 'sum': {
      const { sums, sample, x, y } = message.answer;
      done(wasm_bindgen.summed(sums, sample, x, y, message.swapped));
      break;
    }
    case 'end':
      if (!file) return;
      file.end();
      outline();
      points();
      if (file.wantsBack) tell({ kind: 'want back' });
      else finish(file);
      break;
    case 'back':
      file?.giveBack(message.xs, message.ys);
      break;
    default:
      if (file) finish(file);
  }
}

/** Hands over what came of a file. @param {wasm_bindgen.Import} ended */
function finish(ended) {
  file = undefined;
  done(ended.finish());
}

/** Hands two columns over. @param {wasm_bindgen.Columns} columns */
function done(columns) {
  const { indices, labels, xs, ys, whole, axes, counts, sums, report, linkNote } = columns;
  const leftOut = columns.leftOut();
  tell({ kind: 'done', indices, labels, xs, ys, whole, axes, counts, sums, report, linkNote, leftOut }, [xs.buffer, ys.buffer]);
  columns.free();
}

// One after the other, in the order in which they come.
let queue = ready.then(
  () => {},
  () => tell({ kind: 'broken' }),
);
addEventListener('message', ({ data }) => {
  queue = queue.then(() => {
    try {
      take(data);
    } catch (error) {
      // What is known of a file that is of no use as it is helps to choose otherwise.
      if (!(error instanceof WebAssembly.RuntimeError)) outline();
      if (error instanceof WebAssembly.RuntimeError) tell({ kind: 'broken' });
      else tell({ kind: 'failed', sentence: error instanceof Error ? error.message : String(error) });
    }
  });
});
