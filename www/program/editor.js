/**
 * The editor: a plain text area with the habits of an editor for Python, line numbers beside it, and behind it a
 * coloured copy of its text. All edits go through the browser's own undo.
 */
import { setAttribute, setText } from '../core/dom.js';
import { colouredLines } from './colours.js';

/** Columns of one level of indentation. */
const LEVEL = 4;

export class Editor {
  #area;
  #numbers;
  #mirror;
  /** The next Tab leaves the text. */
  #isLeaving = false;
  #isMarked = false;
  #band = Object.assign(document.createElement('span'), { className: 'error-band', hidden: true });

  /**
   * @param {{ area: HTMLTextAreaElement, numbers: HTMLElement, mirror: HTMLElement }} elements
   * @param {{ onRun: () => void, onChange: (text: string) => void }} listeners
   */
  constructor({ area, numbers, mirror }, { onRun, onChange }) {
    this.#area = area;
    this.#numbers = numbers;
    this.#mirror = mirror;
    area.addEventListener('input', () => {
      this.markError(undefined);
      this.#show();
      onChange(area.value);
    });
    area.addEventListener('scroll', () => this.#scroll());
    area.addEventListener('blur', () => (this.#isLeaving = false));
    area.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        onRun();
      } else if (this.#press(event)) {
        event.preventDefault();
      }
    });
  }

  get text() {
    return this.#area.value;
  }

  /** Puts a text in the place of the present one, which no undo brings back. @param {string} text */
  open(text) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo(0, 0);
    this.markError(undefined);
    this.#show();
  }

  /** Puts a text in the place of the present one; undo brings that back. @param {string} text */
  replace(text) {
    this.#area.focus();
    this.#insert(text, 0, this.#area.value.length);
    this.#area.setSelectionRange(0, 0);
  }

  focus() {
    this.#area.focus({ preventScroll: true });
  }

  /** Marks the line of an error, or none. @param {number | undefined} line counted from 1 */
  markError(line) {
    if (line === undefined && !this.#isMarked) return;
    this.#isMarked = line !== undefined;
    if (this.#isMarked) setAttribute(this.#area, 'aria-invalid', 'true');
    else this.#area.removeAttribute('aria-invalid');
    // What the error is stands in the verdict.
    setAttribute(this.#area, 'aria-describedby', this.#isMarked ? 'program-verdict program-keys' : 'program-keys');
    for (const [index, number] of [...this.#numbers.children].entries()) {
      number.toggleAttribute('data-error', index + 1 === line);
    }
    this.#band.hidden = line === undefined;
    this.#band.style.setProperty('--line-above', String((line ?? 1) - 1));
  }

  #show() {
    const lines = this.#area.value.split('\n').length;
    while (this.#numbers.children.length > lines) this.#numbers.lastChild?.remove();
    while (this.#numbers.children.length < lines) {
      const number = document.createElement('span');
      setText(number, `${this.#numbers.children.length + 1}\n`);
      this.#numbers.append(number);
    }
    this.#mirror.replaceChildren(this.#band, ...colouredLines(this.#area.value));
    this.#scroll();
  }

  #scroll() {
    const { scrollTop, scrollLeft } = this.#area;
    this.#numbers.scrollTop = scrollTop;
    this.#mirror.scrollTop = scrollTop;
    this.#mirror.scrollLeft = scrollLeft;
  }

  /**
   * Does what a key does in an editor.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it did anything
   */
  #press({ key, shiftKey, ctrlKey, metaKey, altKey }) {
    const leaves = this.#isLeaving;
    if (key !== 'Shift') this.#isLeaving = key === 'Escape';
    if (ctrlKey || metaKey || altKey) return false;
    const { selectionStart: start, selectionEnd: end, value } = this.#area;
    switch (key) {
      case 'Tab':
        if (leaves) return false;
        if (shiftKey || value.slice(start, end).includes('\n')) this.#indentLines(shiftKey);
        else this.#insert(' '.repeat(LEVEL - (columnOf(value, start) % LEVEL)), start, end);
        return true;
      case 'Enter':
        if (shiftKey) return false;
        this.#insert(`\n${' '.repeat(nextIndentation(value.slice(lineStart(value, start), start)))}`, start, end);
        return true;
      case 'Backspace': {
        const column = columnOf(value, start);
        if (start !== end || column < 2 || value.slice(start - column, start).trim()) return false;
        this.#insert('', start - (column % LEVEL || LEVEL), end);
        return true;
      }
      default:
        return false;
    }
  }

  /** Indents the selected lines, or takes a level of their indentation back. @param {boolean} back */
  #indentLines(back) {
    const { selectionStart, selectionEnd, value } = this.#area;
    const start = lineStart(value, selectionStart);
    // A selection that ends at the start of a line does not mean that line.
    const last = selectionEnd > selectionStart && value[selectionEnd - 1] === '\n' ? selectionEnd - 1 : selectionEnd;
    const found = value.indexOf('\n', last);
    const end = found < 0 ? value.length : found;
    const before = value.slice(start, end).split('\n');
    const after = before.map((line) => {
      if (!back) return line.trim() ? ' '.repeat(LEVEL) + line : line;
      return line.slice(/^ {0,4}/.exec(line)?.[0].length);
    });
    const text = after.join('\n');
    if (text === value.slice(start, end)) return;
    this.#insert(text, start, end);
    const moved = after[0].length - before[0].length;
    if (selectionStart === selectionEnd) {
      const place = Math.max(start, selectionStart + moved);
      this.#area.setSelectionRange(place, place);
    } else {
      this.#area.setSelectionRange(Math.max(start, selectionStart + moved), selectionEnd + text.length - (end - start));
    }
  }

  /**
   * Puts a text in the place of a part.
   * @param {string} text
   * @param {number} start
   * @param {number} end
   */
  #insert(text, start, end) {
    const area = this.#area;
    area.setSelectionRange(start, end);
    // No other way of changing a text can be undone.
    const done = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
    if (done) return;
    area.setRangeText(text, start, end, 'end');
    area.dispatchEvent(new Event('input'));
  }
}

/** Where the line of a place begins. @param {string} text @param {number} place */
const lineStart = (text, place) => text.slice(0, place).lastIndexOf('\n') + 1;

/** @param {string} text @param {number} place */
const columnOf = (text, place) => place - lineStart(text, place);

/** The indentation of the line after this one. @param {string} line */
function nextIndentation(line) {
  const indentation = /^ */.exec(line)?.[0].length ?? 0;
  const code = line.replace(/#.*/, '').trim();
  if (code.endsWith(':')) return indentation + LEVEL;
  return /^(return|break|continue|pass|raise)\b/.test(code) ? Math.max(0, indentation - LEVEL) : indentation;
}
