/**
 * Data in a database: writes the SQL that sums a table, and reads what the database answers.
 *
 * @import { ImportController } from './controller.js'
 * @import { Engine } from './protocol.js'
 */
import { find, setText } from '../core/dom.js';
import { copyField } from '../platform/clipboard.js';
import { texts } from '../text/en/text-input.js';
import { failureText } from './failure.js';
import { tieFault } from './fault.js';
import { request } from './request.js';

/**
 * @param {ImportController} controller
 * @param {Engine[]} engines
 * @param {() => void} close closes the panel
 */
export function connectDatabase(controller, engines, close) {
  find('engine', HTMLSelectElement).replaceChildren(...engines.map(({ id, name }) => new Option(name, id)));
  const columns = connectStatements();
  const fault = find('answer-fault', HTMLElement);
  const [sums, sample] = ['sums-answer', 'sample-answer'].map((id) => find(id, HTMLTextAreaElement));
  find('use-sums', HTMLButtonElement).addEventListener('click', async () => {
    const name = find('table-name', HTMLInputElement).value.trim() || texts.unnamedTable;
    try {
      const opened = await controller.openAnswer(name, { sums: sums.value, sample: sample.value, ...columns() });
      setText(fault, '');
      if (opened) close();
    } catch (error) {
      setText(fault, failureText(error, name));
      tieFault(sample.value.trim() ? [sums, sample] : [sums], fault.id);
    }
  });
}

/**
 * Connects the names of table and columns with the SQL.
 * @returns {() => { x: string, y: string }} the plain names of the columns
 */
function connectStatements() {
  const engine = find('engine', HTMLSelectElement);
  const [table, x, y] = ['table-name', 'table-x', 'table-y'].map((id) => find(id, HTMLInputElement));
  const [sums, sample] = ['sums-sql', 'sample-sql'].map((id) => find(id, HTMLTextAreaElement));
  const fault = find('names-fault', HTMLElement);
  const note = find('copied-note', HTMLElement);
  let columns = { x: 'x', y: 'y' };
  let requests = 0;

  /** @param {boolean} shown */
  const setShown = (shown) => {
    find('statements', HTMLElement).hidden = !shown;
    find('no-statements', HTMLElement).hidden = shown;
  };
  const update = async () => {
    requests += 1;
    const current = requests;
    setText(note, '');
    setText(fault, '');
    if ([table, x, y].some(({ value }) => value.trim() === '')) {
      columns = { x: x.value.trim() || 'x', y: y.value.trim() || 'y' };
      setShown(false);
      return;
    }
    try {
      const names = { engine: engine.value, table: table.value, x: x.value, y: y.value };
      const response = await request({ kind: 'statements', ...names });
      if (current !== requests || response.kind !== 'statements') return;
      const { statements } = response;
      [sums.value, sample.value] = [statements.sums, statements.sample];
      columns = { x: statements.x, y: statements.y };
      setShown(true);
    } catch (error) {
      if (current !== requests) return;
      setText(fault, failureText(error, table.value));
      setShown(false);
    }
  };
  for (const control of [engine, table, x, y]) control.addEventListener('input', update);
  for (const [id, field] of /** @type {const} */ ([['copy-sums-sql', sums], ['copy-sample-sql', sample]])) {
    find(id, HTMLButtonElement).addEventListener('click', async () => {
      setText(note, (await copyField(field)) ? texts.copied : texts.selected);
    });
  }
  return () => columns;
}
