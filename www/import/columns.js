/**
 * The table of a file's columns: which are x and y, and what each holds.
 *
 * @import { Column } from './protocol.js'
 */
import { setAttribute, setText } from '../core/dom.js';
import { texts } from '../text/en/import.js';

/** Of a file with more columns than this, only those with numbers are listed. */
const MOST_LISTED = 200;

/** Whether a column can be x or y. @param {Column} column */
export function hasNumbers({ kind }) {
  return kind === 'number' || kind === 'date';
}

/**
 * The rows of the table, one for each column; those with numbers first.
 * @param {Column[]} columns
 * @param {[number, number] | undefined} chosen
 * @param {(axis: 0 | 1, column: number) => unknown} choose
 */
export function columnRows(columns, chosen, choose) {
  const numbered = columns.map((column, index) => ({ column, index }));
  const usable = numbered.filter(({ column }) => hasNumbers(column));
  const rest = columns.length > MOST_LISTED ? [] : numbered.filter(({ column }) => !hasNumbers(column));
  return [...usable, ...rest].map(({ column, index }) => {
    const row = document.createElement('tr');
    for (const axis of /** @type {const} */ ([0, 1])) {
      const radio = Object.assign(document.createElement('input'), {
        type: 'radio',
        name: `import-${axis}`,
        checked: chosen?.[axis] === index,
        disabled: !hasNumbers(column),
      });
      setAttribute(radio, 'aria-label', texts.chooseColumn(axis === 0 ? 'x' : 'y', column.name));
      radio.addEventListener('change', () => choose(axis, index));
      addCell(row, 'td').append(radio);
    }
    const name = addCell(row, 'th');
    setAttribute(name, 'scope', 'row');
    setText(name, column.name);
    const [least = '', mean = '', greatest = ''] = column.numbers;
    for (const text of [texts.columnKinds[column.kind], column.share, least, mean, greatest]) {
      setText(addCell(row, 'td'), text);
    }
    addCell(row, 'td').append(...(hasNumbers(column) ? [histogram(column)] : []));
    return row;
  });
}

/** @param {HTMLElement} row @param {'td' | 'th'} kind */
function addCell(row, kind) {
  return row.appendChild(document.createElement(kind));
}

/** @param {Column} column */
function histogram({ bars, spread }) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const highest = Math.max(...bars, 1);
  setAttribute(svg, 'viewBox', `0 0 ${bars.length} 1`);
  setAttribute(svg, 'preserveAspectRatio', 'none');
  setAttribute(svg, 'role', 'img');
  setAttribute(svg, 'aria-label', spread);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  setAttribute(path, 'd', bars.map((bar, i) => `M${i} 1v${-bar / highest}h.9v${bar / highest}z`).join(''));
  svg.append(path);
  return svg;
}
