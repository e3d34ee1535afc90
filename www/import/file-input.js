/**
 * Data from the reader: a chosen file, a file dropped anywhere, a pasted table. It goes into the
 * session and nowhere else.
 *
 * @import { Page } from '../core/page.js'
 */
import { alarm } from '../core/alert.js';
import { find } from '../core/dom.js';
import { ownFile, showSources } from '../core/lazy.js';
import { messages } from '../text/en/page.js';

/** @param {Page} page */
export function connectFiles(page) {
  /** @param {Blob} blob @param {string} name @param {string} [afterwards] */
  const take = (blob, name, afterwards) => ownFile((own) => own.takeFile(page, blob, name, afterwards));
  /** @param {File[]} files */
  const takeFirst = (files) => {
    const [file] = files;
    if (!file) return alarm(messages.noFile);
    return take(file, file.name, files.length > 1 ? messages.onlyFirst(file.name) : undefined);
  };
  const upload = find('upload', HTMLInputElement);
  upload.addEventListener('change', () => {
    if (upload.files?.length) takeFirst([...upload.files]);
    upload.value = ''; // so that choosing the same file again reads it again
  });
  find('sources', HTMLButtonElement).addEventListener('click', () => showSources(page));
  connectDrop(takeFirst);
  document.addEventListener('paste', (event) => {
    if (isField(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length) takeFirst(files);
    else if (text) ownFile((own) => own.takeText(page, text, messages.pastedName));
  });
}

/** @param {(files: File[]) => void} read */
function connectDrop(read) {
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
    read([...(event.dataTransfer?.files ?? [])]);
  });
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
