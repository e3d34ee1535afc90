/**
 * What became of the reader's file, always in sight: the report; and behind a button its columns, what was
 * left out, and how it is written, each to be chosen otherwise.
 *
 * @import { Column, LeftOut, Outline } from './protocol.js'
 */
import { find, hold, mark, write } from '../core/dom.js';
import { texts } from '../text/en/import.js';
import { readStyle, readText } from '../platform/assets.js';

/** What can be chosen of how it is written. @type {('delimiter' | 'decimal' | 'headings' | 'skip' | 'quote' | 'encoding')[]} */
const FORMAT = ['delimiter', 'decimal', 'headings', 'skip', 'quote', 'encoding'];
/** More columns than this are listed only as far as they have numbers. */
const MOST_LISTED = 200;

/**
 * @typedef {object} Shown
 * @property {string} name of the file
 * @property {string[]} choices what was chosen of how it is written
 * @property {Outline} outline
 * @property {[number, number]} [columns] where it is in use
 * @property {string[]} report
 * @property {LeftOut[]} leftOut
 */
/** @typedef {{ choose: (choices: string[]) => unknown, take: (which: 0 | 1, index: number) => unknown }} Hand */

/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Shows what became of a file.
 * @param {Shown} shown
 * @param {Hand} hand does what is chosen
 */
export async function showImport(shown, hand) {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  await loading;
  const { name, outline, columns, report, leftOut } = shown;
  find('import-panel', HTMLElement).hidden = false;
  write(find('import-title', HTMLElement), columns ? texts.used(name) : texts.unused(name, outline.columns.some(numeric)));
  list(find('import-report', HTMLElement), report);
  showColumns(outline.columns, columns, hand);
  showLeftOut(leftOut);
  for (const control of FORMAT) {
    const select = find(`import-${control}`, HTMLSelectElement);
    const chosen = shown.choices.find((choice) => choice.startsWith(`${control}=`)) ?? '';
    const found = [...select.options].find(({ value }) => value === String(outline.dialect[control]))?.text;
    write(select.options[0], texts.found(found ?? String(outline.dialect[control])));
    hold(select, chosen.slice(control.length + 1));
    select.onchange = () => hand.choose(FORMAT.map((name) => choice(name)).filter((choice) => !choice.endsWith('=')));
  }
}

/**
 * Keeps the panel in sight while it is about the data in use, or about a file that may be.
 * @param {boolean} inSight
 */
export function keepImport(inSight) {
  const panel = document.getElementById('import-panel');
  if (panel) panel.hidden = !inSight;
}

/** @param {string} control */
function choice(control) {
  return `${control}=${find(`import-${control}`, HTMLSelectElement).value}`;
}

async function load() {
  const [text] = await Promise.all([readText('import/panel.html'), readStyle('import/panel.css')]);
  const page = new DOMParser().parseFromString(text, 'text/html');
  find('work', HTMLElement).before(...page.body.children);
  const button = find('import-more', HTMLButtonElement);
  const details = find('import-details', HTMLElement);
  button.addEventListener('click', () => {
    details.hidden = !details.hidden;
    mark(button, 'aria-expanded', String(!details.hidden));
  });
}

/**
 * @param {Column[]} all
 * @param {[number, number] | undefined} chosen
 * @param {Hand} hand
 */
function showColumns(all, chosen, hand) {
  const numbered = all.map((column, index) => ({ column, index }));
  // Those that can be learned from come first.
  const first = numbered.filter(({ column }) => numeric(column));
  const rest = all.length > MOST_LISTED ? [] : numbered.filter(({ column }) => !numeric(column));
  const rows = [...first, ...rest].map(({ column, index }) => {
    const row = document.createElement('tr');
    for (const which of /** @type {const} */ ([0, 1])) {
      const radio = Object.assign(document.createElement('input'), {
        type: 'radio',
        name: `import-${which}`,
        checked: chosen?.[which] === index,
        disabled: !numeric(column),
      });
      mark(radio, 'aria-label', texts.choose(which, column.name));
      radio.addEventListener('change', () => hand.take(which, index));
      cell(row, 'td').append(radio);
    }
    const name = cell(row, 'th');
    mark(name, 'scope', 'row');
    write(name, column.name);
    const [least = '', mean = '', greatest = ''] = column.numbers;
    for (const text of [texts.kinds[column.kind], column.share, least, mean, greatest]) write(cell(row, 'td'), text);
    cell(row, 'td').append(...(numeric(column) ? [histogram(column)] : []));
    return row;
  });
  find('import-columns', HTMLElement).replaceChildren(...rows);
}

/** Whether a column can be learned from. @param {Column} column */
function numeric({ kind }) {
  return kind === 'number' || kind === 'date';
}

/** @param {HTMLElement} row @param {'td' | 'th'} kind */
function cell(row, kind) {
  return row.appendChild(document.createElement(kind));
}

/** @param {Column} column */
function histogram({ bars, spread }) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const most = Math.max(...bars, 1);
  mark(svg, 'viewBox', `0 0 ${bars.length} 1`);
  mark(svg, 'preserveAspectRatio', 'none');
  mark(svg, 'role', 'img');
  mark(svg, 'aria-label', spread);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  mark(path, 'd', bars.map((bar, i) => `M${i} 1v${-bar / most}h.9v${bar / most}z`).join(''));
  svg.append(path);
  return svg;
}

/** @param {LeftOut[]} leftOut */
function showLeftOut(leftOut) {
  const parts = leftOut.flatMap(({ rows, reason, first }) => {
    const title = Object.assign(document.createElement('h3'), { textContent: texts.leftOut(rows, reason) });
    const lines = document.createElement('ul');
    list(lines, first);
    return [title, lines];
  });
  find('import-left', HTMLElement).replaceChildren(...parts);
}

/** @param {HTMLElement} element @param {string[]} lines */
function list(element, lines) {
  element.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
  );
}
