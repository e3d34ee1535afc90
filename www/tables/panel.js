/**
 * A panel with a table, which its button opens: the table in a region that scrolls, and buttons to copy it and to close it.
 *
 * @import { Table } from '../pkg/more.js'
 */
import { setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { copyField, copyText } from '../platform/clipboard.js';
import { texts } from '../text/en/tables.js';
import { fillTable } from './fill.js';

/** The least time between two writings of a table, in milliseconds. */
const PAUSE = 350;
/** The same as a multiple of what a writing takes: long runs, and costs that pass over all rows, leave the page its time. */
const PAUSE_BY_WORK = 20;

/**
 * Content of a panel.
 * @typedef {object} Content
 * @property {() => Table} table the table as it stands
 * @property {() => string} copied all of it, with tabs between cells
 * @property {HTMLElement[]} tools that only this panel has
 * @property {(key: string) => void} [sort] sorts by a column
 * @property {(group: number) => void} [open] opens a group
 * @property {(table: Table) => void} [shown] is told what is shown
 */

/**
 * Functions of a panel that its content calls.
 * @typedef {object} Show
 * @property {() => void} now writes the table at once
 * @property {(sentence: string) => void} say
 * @property {() => void} top scrolls to the first row, and has the focus there
 */

export class TablePanel {
  element = document.createElement('div');
  #button;
  #content;
  #region = document.createElement('div');
  #table = document.createElement('table');
  #notes = document.createElement('p');
  #said = document.createElement('p');
  #toCopy = document.createElement('textarea');
  /** The time from which on the table may be written again. */
  #next = -Infinity;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {'points' | 'epochs' | 'costs'} kind
   * @param {Element} button
   * @param {(show: Show) => Content} makeContent
   */
  constructor(kind, button, makeContent) {
    const { region, copy, close } = texts[kind];
    this.#button = button;
    this.#content = makeContent({
      now: () => this.#write(),
      say: (sentence) => setText(this.#said, sentence),
      top: () => {
        this.#region.scrollTop = 0;
        this.#region.focus({ preventScroll: true });
      },
    });
    this.#table.append(document.createElement('caption'), document.createElement('thead'), document.createElement('tbody'));
    Object.assign(this.#region, { className: 'table-region', tabIndex: 0 });
    setAttribute(this.#region, 'role', 'region');
    setAttribute(this.#region, 'aria-label', region);
    this.#region.append(this.#table);
    this.#notes.className = 'note';
    this.#said.className = 'note';
    setAttribute(this.#said, 'role', 'status');
    Object.assign(this.#toCopy, { hidden: true, readOnly: true, rows: 3, ariaLabel: texts.toCopy });
    const tools = Object.assign(document.createElement('div'), { className: 'table-tools' });
    tools.append(
      ...this.#content.tools,
      makeButton(copy, () => this.#copy()),
      makeButton(close, () => this.#close()),
    );
    this.element.append(tools, this.#region, this.#notes, this.#said, this.#toCopy);
    Object.assign(this.element, { id: `${kind}-table`, className: 'table-panel panel', hidden: true });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#close();
    });
  }

  /** Opens the panel, and has the focus on its table; or closes it. */
  toggle() {
    if (!this.element.hidden) return this.#close();
    this.element.hidden = false;
    setAttribute(this.#button, 'aria-expanded', 'true');
    this.#write();
    this.#region.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    this.element.hidden = true;
    setAttribute(this.#button, 'aria-expanded', 'false');
    if (this.#button instanceof HTMLElement) this.#button.focus();
  }

  /** Writes the table anew, soon and not too often. */
  refresh() {
    if (this.element.hidden || this.#timer !== undefined) return;
    const wait = Math.max(0, this.#next - performance.now());
    this.#timer = setTimeout(() => {
      if (!this.element.hidden) this.#write();
    }, wait);
  }

  #write() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = performance.now();
    const table = this.#content.table();
    fillTable(this.#table, table, this.#content);
    this.#content.shown?.(table);
    setText(this.#notes, table.notes.join(' '));
    this.#notes.hidden = !table.notes.length;
    const ended = performance.now();
    this.#next = ended + Math.max(PAUSE, PAUSE_BY_WORK * (ended - begun));
  }

  async #copy() {
    const text = this.#content.copied();
    const copied = await copyText(text);
    setText(this.#said, copied ? texts.copied : texts.notCopied);
    this.#toCopy.hidden = copied;
    if (copied) return;
    this.#toCopy.value = text;
    await copyField(this.#toCopy);
  }
}
