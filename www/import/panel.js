/**
 * The panel of the import: the report on a file, and behind a button its columns, the rows that were left out, and
 * how the file is written, each to be chosen otherwise.
 *
 * @import { Column, LeftOut, Outline, Question } from './protocol.js'
 * @import { Spreadsheet } from './source.js'
 */
import { find, setAttribute, setItems, setText, setValue } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/import.js';
import { columnRows, hasNumbers } from './columns.js';
import { FORMAT_CHOICES } from './source.js';

/** Facts that are told of texts alone, because the cells of a sheet are told apart already. @type {string[]} */
const FORMAT_OF_TEXTS = ['delimiter', 'quote', 'encoding'];

/**
 * @typedef {object} Content what is shown of a file
 * @property {string} name
 * @property {string[]} choices how it is read, each as `name=value`
 * @property {Spreadsheet} [spreadsheet] that it is a sheet of
 * @property {Outline} [outline] if there is one to tell
 * @property {[number, number]} [columns] of the file, if it is in use
 * @property {string[]} report
 * @property {LeftOut[]} leftOut
 * @property {Question | null} [question]
 *
 * @typedef {object} Actions
 * @property {(choices: string[]) => unknown} chooseFormat
 * @property {(axis: 0 | 1, column: number) => unknown} chooseColumn for x or y
 * @property {(sheet: string) => unknown} chooseSheet
 */

export class ImportPanel {
  /** The id of the data during which the panel is in sight. @type {string | undefined} */
  #dataset;
  #load = once(load);

  /**
   * Shows a file, for as long as these data are in use.
   * @param {string} dataset
   * @param {Content} content
   * @param {Actions} actions
   */
  async show(dataset, content, actions) {
    this.#dataset = dataset;
    await this.#load();
    const { name, choices, spreadsheet, outline, columns, report, leftOut, question } = content;
    const all = outline?.columns ?? [];
    find('import-panel', HTMLElement).hidden = false;
    // Another sheet of the file may be in use.
    const read = spreadsheet ? texts.sheetOf(name, spreadsheet.sheet) : name;
    const title = columns ? texts.inUse(name) : texts.notInUse(read, all.some(hasNumbers));
    setText(find('import-title', HTMLElement), title);
    setItems(find('import-report', HTMLElement), report);
    showSheets(spreadsheet, actions.chooseSheet);
    const table = find('import-columns', HTMLElement);
    table.replaceChildren(...columnRows(all, columns, actions.chooseColumn));
    parentOf(table, '.import-wide').hidden = all.length === 0;
    showQuestion(question, choices, actions.chooseFormat);
    showLeftOut(leftOut);
    showFormat(outline, Boolean(spreadsheet), choices, actions.chooseFormat);
  }

  /** Hides the panel until the next file is shown. */
  hide() {
    this.#dataset = undefined;
  }

  /** Follows the data in use. @param {string} dataset their id */
  follow(dataset) {
    const panel = document.getElementById('import-panel');
    if (panel) panel.hidden = dataset !== this.#dataset;
  }
}

async function load() {
  const [elements] = await Promise.all([loadElements('import/panel.html'), loadStyleSheet('import/panel.css')]);
  find('work', HTMLElement).before(...elements);
  const button = find('import-more', HTMLButtonElement);
  const details = find('import-details', HTMLElement);
  button.addEventListener('click', () => {
    details.hidden = !details.hidden;
    setAttribute(button, 'aria-expanded', String(!details.hidden));
  });
}

/**
 * Shows the sheets of a spreadsheet, where there are several.
 * @param {Spreadsheet | undefined} spreadsheet
 * @param {Actions['chooseSheet']} choose
 */
function showSheets(spreadsheet, choose) {
  const select = find('import-sheet', HTMLSelectElement);
  const { sheets = [], sheet = '' } = spreadsheet ?? {};
  parentOf(select, '.field').hidden = sheets.length < 2;
  select.replaceChildren(...sheets.map((name) => new Option(name, name)));
  setValue(select, sheet);
  select.onchange = () => choose(select.value);
}

/**
 * @param {Outline | undefined} outline
 * @param {boolean} isSheet
 * @param {string[]} choices
 * @param {Actions['chooseFormat']} choose
 */
function showFormat(outline, isSheet, choices, choose) {
  const selects = FORMAT_CHOICES.map((name) => ({ name, select: find(`import-${name}`, HTMLSelectElement) }));
  for (const { name, select } of selects) {
    parentOf(select, '.field').hidden = isSheet && FORMAT_OF_TEXTS.includes(name);
    setText(select.options[0], foundText(select, outline && String(outline.dialect[name])));
    const chosen = choices.find((choice) => choice.startsWith(`${name}=`)) ?? '';
    setValue(select, chosen.slice(name.length + 1));
    select.onchange = () =>
      choose(selects.filter(({ select }) => select.value).map(({ name, select }) => `${name}=${select.value}`));
  }
}

/**
 * The text of the choice that leaves a format as it was found.
 * @param {HTMLSelectElement} select
 * @param {string} [found]
 */
function foundText({ options }, found) {
  if (found === undefined) return texts.notFound;
  const text = [...options].find(({ value }) => value === found && value)?.text ?? found;
  return text ? texts.asFound(text) : texts.asWritten;
}

/**
 * Shows the button that reads numbers otherwise, if they may be.
 * @param {Question | null | undefined} question
 * @param {string[]} choices
 * @param {Actions['chooseFormat']} choose
 */
function showQuestion(question, choices, choose) {
  const button = find('import-otherwise', HTMLButtonElement);
  button.hidden = !question;
  if (!question) return;
  const { choice } = question;
  const [name] = choice.split('=');
  const others = choices.filter((other) => !other.startsWith(`${name}=`) && !other.startsWith('kept-'));
  setText(button, question.button);
  button.onclick = () => choose([...others, choice]);
}

/** @param {HTMLElement} element @param {string} selector */
function parentOf(element, selector) {
  return /** @type {HTMLElement} */ (element.closest(selector));
}

/** @param {LeftOut[]} leftOut */
function showLeftOut(leftOut) {
  const parts = leftOut.flatMap(({ rows, reason, first }) => {
    const title = Object.assign(document.createElement('h3'), { textContent: texts.leftOut[reason](rows) });
    const lines = document.createElement('ul');
    setItems(lines, first);
    return [title, lines];
  });
  find('import-left', HTMLElement).replaceChildren(...parts);
}
