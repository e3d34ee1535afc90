/**
 * Writes a table. Where it has as many rows and columns as before, only what differs is written.
 *
 * @import { Table, TableRow } from '../pkg/more.js'
 */
import { setAttribute, setNumber, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';

/**
 * Actions that a table offers.
 * @typedef {object} Actions
 * @property {(key: string) => void} [sort]
 * @property {(group: number) => void} [open]
 */

/**
 * @param {HTMLTableElement} element
 * @param {Table} table
 * @param {Actions} actions
 */
export function fillTable(element, table, actions) {
  const { caption, tHead, tBodies } = element;
  if (!caption || !tHead) return;
  setText(caption, table.caption);
  fillHead(tHead, table, actions);
  const [body] = tBodies;
  const { rows } = body;
  const width = table.columns.length;
  while (rows.length > table.rows.length) rows[rows.length - 1].remove();
  for (const [index, row] of table.rows.entries()) {
    let line = rows[index];
    if (line && isOther(line, row, width)) {
      const other = makeRow(row, width, actions);
      line.replaceWith(other);
      line = other;
    } else if (!line) {
      line = body.appendChild(makeRow(row, width, actions));
    }
    fillRow(line, row, table);
  }
}

/** Whether a row has another shape. @param {HTMLTableRowElement} line @param {TableRow} row @param {number} width */
function isOther(line, row, width) {
  return line.cells.length !== width || line.getAttribute('data-opens') !== (row.opens === null ? null : String(row.opens));
}

/** @param {HTMLTableSectionElement} head @param {Table} table @param {Actions} actions */
function fillHead(head, { columns }, actions) {
  const shape = columns.map(({ sortKey }) => sortKey ?? '').join();
  if (head.dataset.shape !== shape) {
    head.dataset.shape = shape;
    const row = document.createElement('tr');
    for (const { sortKey } of columns) {
      const cell = Object.assign(document.createElement('th'), { scope: 'col' });
      if (sortKey !== null) cell.append(makeButton('', () => actions.sort?.(sortKey)));
      row.append(cell);
    }
    head.replaceChildren(row);
  }
  const [{ cells }] = head.rows;
  for (const [index, { title, value, sorted, sortKey, isText }] of columns.entries()) {
    const cell = cells[index];
    cell.classList.toggle('text', isText);
    setText(cell.firstElementChild ?? cell, title);
    if (sortKey !== null) setAttribute(cell, 'aria-sort', sorted);
    if (value !== null) setAttribute(cell, 'data-value', String(value));
  }
}

/** @param {TableRow} row @param {number} width @param {Actions} actions */
function makeRow({ opens }, width, actions) {
  const line = document.createElement('tr');
  const heading = Object.assign(document.createElement('th'), { scope: 'row' });
  if (opens !== null) {
    setAttribute(line, 'data-opens', String(opens));
    heading.append(makeButton('', () => actions.open?.(opens)));
  }
  line.append(heading, ...Array.from({ length: width - 1 }, () => document.createElement('td')));
  return line;
}

/** @param {HTMLTableRowElement} line @param {TableRow} row @param {Table} table */
function fillRow(line, { heading, cells, isNow }, { columns }) {
  const [first, ...others] = line.cells;
  setText(first.firstElementChild ?? first, heading.text);
  setValue(first, heading.value);
  for (const [index, { text, value }] of cells.entries()) {
    others[index].classList.toggle('text', columns[index + 1].isText);
    setText(others[index], text);
    setValue(others[index], value);
  }
  if (isNow) setAttribute(line, 'aria-current', 'true');
  else line.removeAttribute('aria-current');
}

/** @param {Element} cell @param {number | null} value */
function setValue(cell, value) {
  if (value === null) cell.removeAttribute('data-value');
  else setNumber(cell, value, cell.textContent ?? '');
}
