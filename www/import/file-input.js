/**
 * Files and tables that are chosen, dropped anywhere, or pasted. They go into the session and nowhere else.
 *
 * @import { Page } from '../core/page.js'
 */
import { showAlert } from '../core/alert.js';
import { find } from '../core/dom.js';
import { texts } from '../text/en/page.js';
import { toggleTextInput, withImport } from './load.js';

/** @param {Page} page */
export function connectFileInput(page) {
  /** @param {File[]} files */
  const openFirst = (files) => {
    const [file] = files;
    if (!file) return showAlert(texts.noFile);
    return withImport(page, (controller) => controller.openFirst(files));
  };
  const upload = find('upload', HTMLInputElement);
  upload.addEventListener('change', () => {
    if (upload.files?.length) openFirst([...upload.files]);
    // Otherwise choosing the same file again would be no change.
    upload.value = '';
  });
  find('own-data', HTMLButtonElement).addEventListener('click', () => upload.click());
  find('text-input', HTMLButtonElement).addEventListener('click', () => toggleTextInput(page));
  connectDrop(openFirst);
  document.addEventListener('paste', ({ target, clipboardData }) => {
    if (isTextField(target) || !clipboardData) return;
    const files = [...clipboardData.files];
    const text = clipboardData.getData('text/plain');
    if (files.length) openFirst(files);
    else if (text) withImport(page, (controller) => controller.openPasted(text));
  });
}

/** @param {(files: File[]) => void} open */
function connectDrop(open) {
  const veil = find('drop-veil', HTMLElement);
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) veil.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    veil.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    open([...(event.dataTransfer?.files ?? [])]);
  });
}

/** @param {EventTarget | null} target */
function isTextField(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
