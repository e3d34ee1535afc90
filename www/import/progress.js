/** The progress of an import. */
import { find, setAttribute, setText } from '../core/dom.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/import.js';

/** Milliseconds until the progress bar is shown, and between two updates. */
const DELAY = 500;
const INTERVAL = 100;

/**
 * Marks the figures as busy, and shows a progress bar once the import takes long.
 * @param {number} size of the file, in bytes
 * @param {() => { bytes: number, rows: number } | undefined} progress what has been read, if that is known
 * @param {() => void} cancel
 * @returns {() => void} takes both away
 */
export function showProgress(size, progress, cancel) {
  const start = performance.now();
  const work = find('work', HTMLElement);
  setAttribute(work, 'aria-busy', 'true');
  const bar = document.createElement('progress');
  const text = document.createElement('p');
  /** @type {HTMLElement | undefined} */
  let box;
  let timer = setTimeout(show, DELAY);

  function show() {
    loadStyleSheet('import/progress.css').catch(() => {});
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: texts.cancelImport,
    });
    button.addEventListener('click', cancel);
    setAttribute(bar, 'role', 'progressbar');
    setAttribute(bar, 'aria-label', texts.importing);
    bar.max = size;
    box = document.createElement('div');
    setAttribute(box, 'class', 'import-progress panel');
    box.append(bar, text, button);
    find('alert-box', HTMLElement).after(box);
    update();
  }

  function update() {
    const read = progress();
    if (read) {
      const { bytes, rows } = read;
      bar.value = bytes;
      const elapsed = performance.now() - start;
      const secondsLeft = bytes > 0 ? (elapsed * (size - bytes)) / bytes / 1_000 : undefined;
      setText(text, texts.progress(bytes, size, rows, secondsLeft));
    } else setText(text, texts.opening);
    timer = setTimeout(update, INTERVAL);
  }

  return () => {
    clearTimeout(timer);
    box?.remove();
    work.removeAttribute('aria-busy');
  };
}
