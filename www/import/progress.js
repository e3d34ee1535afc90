/** How far an import has come, once it takes long enough to be asked. */
import { find, mark, write } from '../core/dom.js';
import { texts } from '../text/en/import.js';
import { readStyle } from '../platform/assets.js';

/** Milliseconds after which it is shown, and between two looks. */
const PATIENCE = 500;
const LOOK = 100;

/**
 * Shows a bar after half a second.
 * @param {number} size of the file, in bytes
 * @param {() => { bytes: number, rows: number }} look
 * @param {() => void} cancel
 * @returns {() => void} takes it away
 */
export function showProgress(size, look, cancel) {
  const begun = performance.now();
  /** @type {HTMLElement | undefined} */
  let box;
  let timer = setTimeout(show, PATIENCE);
  const bar = document.createElement('progress');
  const text = document.createElement('p');

  function show() {
    readStyle('import/progress.css').catch(() => {});
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: texts.cancelImport,
    });
    button.addEventListener('click', cancel);
    mark(bar, 'role', 'progressbar');
    mark(bar, 'aria-label', texts.importing);
    bar.max = size;
    box = document.createElement('div');
    mark(box, 'class', 'import-progress panel');
    box.append(bar, text, button);
    find('alert-box', HTMLElement).after(box);
    update();
  }

  function update() {
    const { bytes, rows } = look();
    bar.value = bytes;
    const passed = performance.now() - begun;
    const left = bytes > 0 ? (passed * (size - bytes)) / bytes / 1_000 : undefined;
    write(text, texts.imported(bytes, size, rows, left));
    timer = setTimeout(update, LOOK);
  }

  return () => {
    clearTimeout(timer);
    box?.remove();
  };
}
