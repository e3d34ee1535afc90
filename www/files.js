/**
 * Data from the reader: a chosen file, a file dropped anywhere, a pasted table. It goes into the
 * session and nowhere else.
 *
 * @import { Page } from './page.js'
 */
import { alarm, calm } from './alert.js';
import { find, sentenceOf } from './dom.js';
import { messages } from './messages.js';
import { readTable, takeTable } from './own.js';

/** @param {Page} page */
export function connectFiles(page) {
  const read = reader(page);
  const upload = find('upload', HTMLInputElement);
  upload.addEventListener('change', () => {
    if (upload.files?.length) read.files([...upload.files]);
    upload.value = ''; // so that choosing the same file again reads it again
  });
  connectDrop(read.files);
  document.addEventListener('paste', (event) => {
    if (isField(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length) read.files(files);
    else if (text) read.text(text);
  });
}

/**
 * Reads the first of some files; where another one is chosen meanwhile, only that one counts.
 * @param {Page} page
 * @returns {{ files: (files: File[]) => Promise<void>, text: (text: string) => Promise<void> }}
 */
function reader(page) {
  let latest = 0;

  /** @param {string} name @param {() => Promise<ArrayBuffer>} load @param {string} [afterwards] */
  const read = async (name, load, afterwards) => {
    const turn = ++latest;
    page.say(messages.reading(name));
    const bytes = await load().catch(() => undefined);
    if (turn !== latest) return;
    if (!bytes) {
      alarm(messages.unreadable(name));
      page.settle();
      return;
    }
    try {
      const table = await readTable(new Uint8Array(bytes));
      if (turn !== latest) return table.free();
      takeTable(page, table, name);
      calm();
      if (afterwards) alarm(afterwards);
    } catch (error) {
      if (turn !== latest) return;
      alarm(error instanceof TypeError ? messages.noReader : sentenceOf(error));
      page.settle();
    }
  };

  return {
    files: async (files) => {
      const [file] = files;
      if (!file) return alarm(messages.noFile);
      const afterwards = files.length > 1 ? messages.onlyFirst(file.name) : undefined;
      await read(file.name, () => file.arrayBuffer(), afterwards);
    },
    text: (text) => read(messages.pastedName, async () => new TextEncoder().encode(text).buffer),
  };
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
