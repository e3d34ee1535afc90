/**
 * Data that are no file: a table that is typed, and the sums of a table in a database. Loaded when they are
 * asked for.
 *
 * @import { Page } from '../core/page.js'
 */
import { ask } from './request.js';
import { copy } from '../platform/clipboard.js';
import { find, mark, sentenceOf, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';
import { takeAnswer, takeText } from './controller.js';
import { texts } from '../text/en/text-input.js';
import { readStyle, readText } from '../platform/assets.js';

/** @type {Promise<void> | undefined} */
let opening;

/**
 * Shows the panel, or hides it.
 * @param {Page} page
 */
export async function toggleSources(page) {
  opening ??= build(page);
  opening.catch(() => (opening = undefined));
  await opening;
  show(find('sources-panel', HTMLElement).hidden !== false);
}

/** @param {boolean} shown */
function show(shown) {
  find('sources-panel', HTMLElement).hidden = !shown;
  mark(find('sources', HTMLButtonElement), 'aria-expanded', String(shown));
}

/** @param {Page} page */
async function build(page) {
  const [text, answer] = await Promise.all([
    readText('import/text-input.html'),
    ask({ kind: 'engines' }),
    readStyle('import/text-input.css'),
  ]);
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  find('work', HTMLElement).before(...parsed.body.children);
  const engines = answer.kind === 'engines' ? answer.engines : [];
  find('engine', HTMLSelectElement).replaceChildren(...engines.map(({ id, name }) => new Option(name, id)));
  write(find('beside-example', HTMLElement), texts.besideExample);
  connectTyped(page);
  connectDatabase(page);
  find('sources-panel', HTMLElement).addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') leave();
  });
}

/** Leaves the panel for what was taken. */
function leave() {
  show(false);
  find('sources', HTMLButtonElement).focus();
}

/** @param {Page} page */
function connectTyped(page) {
  const typed = find('typed', HTMLTextAreaElement);
  find('take-typed', HTMLButtonElement).addEventListener('click', async () => {
    if (await takeText(page, typed.value, messages.typedName)) leave();
  });
}

/** @param {Page} page */
function connectDatabase(page) {
  const engine = find('engine', HTMLSelectElement);
  const table = find('table-name', HTMLInputElement);
  const x = find('table-x', HTMLInputElement);
  const y = find('table-y', HTMLInputElement);
  const names = [engine, table, x, y];
  const fault = find('names-fault', HTMLElement);
  /** @param {boolean} there */
  const showStatements = (there) => {
    find('statements', HTMLElement).hidden = !there;
    find('no-statements', HTMLElement).hidden = there;
  };
  const sums = area('sums-sql');
  const sample = area('sample-sql');
  /** What the columns are called. */
  let called = { x: 'x', y: 'y' };
  let asked = 0;

  const writeStatements = async () => {
    asked += 1;
    const turn = asked;
    write(find('copied-note', HTMLElement), '');
    const empty = [table, x, y].some(({ value }) => value.trim() === '');
    write(fault, '');
    if (empty) {
      called = { x: x.value.trim() || 'x', y: y.value.trim() || 'y' };
      showStatements(false);
      return;
    }
    try {
      const question = { engine: engine.value, table: table.value, x: x.value, y: y.value };
      const answer = await ask({ kind: 'statements', ...question });
      if (turn !== asked || answer.kind !== 'statements') return;
      const written = answer.statements;
      [sums.value, sample.value] = [written.sums, written.sample];
      called = { x: written.x, y: written.y };
      showStatements(true);
    } catch (error) {
      if (turn !== asked) return;
      write(fault, sentence(error));
      showStatements(false);
    }
  };
  for (const control of names) control.addEventListener('input', writeStatements);
  for (const [button, from] of /** @type {const} */ ([['copy-sums-sql', sums], ['copy-sample-sql', sample]])) {
    find(button, HTMLButtonElement).addEventListener('click', async () => {
      write(find('copied-note', HTMLElement), (await copy(from)) ? texts.copied : texts.toCopy);
    });
  }

  find('take-sums', HTMLButtonElement).addEventListener('click', async () => {
    const answerFault = find('answer-fault', HTMLElement);
    const answer = { sums: area('sums-answer').value, sample: area('sample-answer').value, ...called };
    const name = table.value.trim() || texts.unnamed;
    try {
      const taken = await takeAnswer(page, name, answer);
      write(answerFault, '');
      if (taken) leave();
    } catch (error) {
      write(answerFault, sentence(error));
    }
  });
}

/** @param {string} id */
function area(id) {
  return find(id, HTMLTextAreaElement);
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof TypeError ? messages.noReader : sentenceOf(error);
}
