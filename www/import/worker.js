/**
 * The worker: reads a file in a thread of its own, writes the SQL for data in a database, and reads what the database
 * answers. The page sends it slices of the file, because not every browser lets a worker read files.
 *
 * @import { FromWorker, ToWorker } from './protocol.js'
 */
importScripts('../pkg/reader.js');

const ready = wasm_bindgen({ module_or_path: '../pkg/reader_bg.wasm' });
/** The file that is being read. @type {wasm_bindgen.Import | undefined} */
let file;
let outlineSent = false;

/** @param {FromWorker} message @param {Transferable[]} [transfer] */
function send(message, transfer = []) {
  postMessage(message, { transfer });
}

/** Sends the outline of the table, once it is known. */
function sendOutline() {
  if (outlineSent || !file) return;
  const outline = file.outline();
  if (!outline) return;
  outlineSent = true;
  send({ kind: 'outline', outline });
}

/** Sends the points read so far, so that they take memory only once. */
function sendPoints() {
  for (let part = file?.takePoints(); part; part = file?.takePoints()) {
    const [xs, ys] = part;
    send({ kind: 'points', xs, ys }, [xs.buffer, ys.buffer]);
  }
}

/** @param {ToWorker} message */
function receive(message) {
  switch (message.kind) {
    case 'open':
      file?.free();
      file = new wasm_bindgen.Import(message.choices, message.columns?.[0], message.columns?.[1]);
      outlineSent = false;
      break;
    case 'slice': {
      const { buffer, length } = message;
      file?.feed(new Uint8Array(buffer, 0, length));
      sendOutline();
      sendPoints();
      send({ kind: 'slice read', rows: file?.rows ?? 0, buffer, length }, [buffer]);
      break;
    }
    case 'end':
      if (!file) return;
      file.end();
      sendOutline();
      sendPoints();
      if (file.awaitsPoints) send({ kind: 'return points' });
      else finish();
      break;
    case 'returned points':
      file?.returnPoints(message.xs, message.ys);
      break;
    case 'all returned':
      finish();
      break;
    case 'engines':
      send({ kind: 'engines', engines: wasm_bindgen.engines() });
      break;
    case 'statements': {
      const { engine, table, x, y } = message;
      send({ kind: 'statements', statements: wasm_bindgen.statements(engine, table, x, y) });
      break;
    }
    case 'pasted':
      send({ kind: 'pasted', pasted: wasm_bindgen.pasted(message.text) });
      break;
    case 'sum': {
      const { sums, sample, x, y } = message.answer;
      sendDone(wasm_bindgen.summed(sums, sample, x, y, message.swapped));
      break;
    }
  }
}

/** Ends the file and sends its columns. */
function finish() {
  const ended = file;
  file = undefined;
  if (ended) sendDone(ended.finish());
}

/** @param {wasm_bindgen.Columns} columns */
function sendDone(columns) {
  const { indices, labels, xs, ys, whole, axes, counts, sums, report, linkNote } = columns;
  const [leftOut, question] = [columns.leftOut(), columns.question()];
  /** @type {FromWorker} */
  const message = {
    kind: 'done', indices, labels, xs, ys, whole, axes, counts, sums, report, linkNote, leftOut, question,
  };
  send(message, [xs.buffer, ys.buffer]);
  columns.free();
}

// Messages that come before the package is there wait for it, in their order.
let queue = ready.then(
  () => {},
  () => send({ kind: 'broken' }),
);
addEventListener('message', ({ data }) => {
  queue = queue.then(() => {
    try {
      receive(data);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return send({ kind: 'broken' });
      // The outline of a file that is of no use as it was read helps to choose otherwise.
      sendOutline();
      send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
});
