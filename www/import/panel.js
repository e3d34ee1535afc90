/**
 * The panel of the import: the report on a file, and behind a button its columns, the rows that were left out, and
 * how the file is written, each to be chosen otherwise.
 *
 * @import { Column, LeftOut, Outline, Question } from './protocol.js'
 */
import { find, setAttribute, setItems, setText, setValue } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/import.js';
import { columnRows, hasNumbers } from './columns.js';
import { FORMAT_CHOICES } from './source.js';

/**
 * @typedef {object} Content what is shown of a file
 * @property {string} name
 * @property {string[]} choices how it is read, each as `name=value`
 * @property {Outline} outline
 * @property {[number, number]} [columns] of the file, if it is in use
 * @property {string[]} report
 * @property {LeftOut[]} leftOut
 * @property {Question | null} [question]
 *
 * @typedef {object} Actions
 * @property {(choices: string[]) => unknown} chooseFormat
 * @property {(axis: 0 | 1, column: number) => unknown} chooseColumn for x or y
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
    const { name, choices, outline, columns, report, leftOut, question } = content;
    find('import-panel', HTMLElement).hidden = false;
    const title = columns ? texts.inUse(name) : texts.notInUse(name, outline.columns.some(hasNumbers));
    setText(find('import-title', HTMLElement), title);
    setItems(find('import-report', HTMLElement), report);
    find('import-columns', HTMLElement).replaceChildren(
      ...columnRows(outline.columns, columns, actions.chooseColumn),
    );
    showQuestion(question, choices, actions.chooseFormat);
    showLeftOut(leftOut);
    showFormat(outline, choices, actions.chooseFormat);
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
 * @param {Outline} outline
 * @param {string[]} choices
 * @param {Actions['chooseFormat']} choose
 */
function showFormat({ dialect }, choices, choose) {
  const selects = FORMAT_CHOICES.map((name) => ({ name, select: find(`import-${name}`, HTMLSelectElement) }));
  for (const { name, select } of selects) {
    const found = String(dialect[name]);
    const foundText = [...select.options].find(({ value }) => value === found && value)?.text ?? found;
    setText(select.options[0], foundText ? texts.asFound(foundText) : texts.asWritten);
    const chosen = choices.find((choice) => choice.startsWith(`${name}=`)) ?? '';
    setValue(select, chosen.slice(name.length + 1));
    select.onchange = () =>
      choose(selects.filter(({ select }) => select.value).map(({ name, select }) => `${name}=${select.value}`));
  }
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
