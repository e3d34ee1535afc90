/**
 * Data from the reader: a chosen file, a file dropped anywhere, a pasted table. It goes into the
 * session and nowhere else.
 *
 * @import { Page } from './page.js'
 */
import { alarm, calm } from './alert.js';
import { find, sentenceOf } from './dom.js';
import { messages } from './messages.js';

/** @param {Page} page */
export function connectFiles(page) {
  const read = reader(page);
  const upload = find('upload', HTMLInputElement);
  upload.addEventListener('change', () => {
    if (upload.files?.length) read([...upload.files]);
    upload.value = ''; // so that choosing the same file again reads it again
  });
  connectDrop(read);
  document.addEventListener('paste', (event) => {
    if (isField(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length) read(files);
    else if (text) take(page, new TextEncoder().encode(text), messages.pastedName);
  });
}

/**
 * Reads the first of some files; where another one is chosen meanwhile, only that one counts.
 * @param {Page} page
 * @returns {(files: File[]) => Promise<void>}
 */
function reader(page) {
  let latest = 0;
  return async (files) => {
    const [file] = files;
    if (!file) return alarm(messages.noFile);
    const turn = ++latest;
    page.say(messages.reading(file.name));
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (turn !== latest) return;
      take(page, bytes, file.name);
      if (files.length > 1) alarm(messages.onlyFirst(file.name));
    } catch {
      alarm(messages.unreadable(file.name));
      page.settle();
    }
  };
}

/**
 * @param {Page} page
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function take(page, bytes, name) {
  try {
    page.halt((session) => session.importCsv(bytes, name));
    calm();
  } catch (error) {
    alarm(sentenceOf(error));
    page.settle();
  }
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
