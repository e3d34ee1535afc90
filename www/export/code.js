/**
 * The section `Code and numbers`: a NumPy script, a notebook, the trace and the report.
 *
 * @import { ExportChoice } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, messageOf, setText } from '../core/dom.js';
import { hideTextToCopy, showTextToCopy } from '../core/text-to-copy.js';
import { withPackage } from '../full/load.js';
import { copyText } from '../platform/clipboard.js';
import { isFramed } from '../platform/host.js';
import { saveFile } from '../platform/save-file.js';
import { codeTexts as texts } from '../text/en/export.js';

/** The media types of the files. */
const TYPES = /** @type {const} */ ({
  script: 'text/x-python',
  notebook: 'application/x-ipynb+json',
  trace: 'text/csv;charset=utf-8',
  report: 'text/plain;charset=utf-8',
});

/** @typedef {keyof typeof TYPES} Kind */

const KINDS = /** @type {Kind[]} */ (Object.keys(TYPES));

export const markup = 'export/code.html';

/** @param {Page} page */
export function connect(page) {
  for (const kind of KINDS) {
    onPress(`save-${kind}`, async () => {
      const { name, text } = await fileOf(page, kind);
      saveFile(name, new Blob([text], { type: TYPES[kind] }));
      if (!isFramed) return texts.saved(name);
      // Whether the host lets the file through cannot be known.
      showText(name, text);
      return texts.savedInFrame(name);
    });
  }
  for (const kind of /** @type {const} */ (['script', 'report'])) {
    onPress(`copy-${kind}`, async () => {
      const { name, text } = await fileOf(page, kind);
      if (await copyText(text)) return texts.copied;
      showText(name, text).focus();
      return texts.notCopied;
    });
  }
}

/**
 * Shows the text of a file.
 * @param {string} name
 * @param {string} text
 */
function showText(name, text) {
  return showTextToCopy(find('export-files', HTMLElement), texts.textOf(name), text);
}

/**
 * Does something when a button is pressed, and shows what came of it.
 * @param {string} id
 * @param {() => Promise<string>} action
 */
function onPress(id, action) {
  const note = find('export-code-note', HTMLElement);
  find(id, HTMLButtonElement).addEventListener('click', async () => {
    setText(note, '');
    hideTextToCopy(find('export-files', HTMLElement));
    setText(note, await action().catch(messageOf));
  });
}

/**
 * Shows what would be in each file.
 * @param {Page} page
 */
export function show(page) {
  return withPackage(async (full) => {
    await full.upgrade(page);
    setText(find('export-code-note', HTMLElement), '');
    hideTextToCopy(find('export-files', HTMLElement));
    showAbout(full.requireSession(page).exports(await sourceFormat(page)));
  });
}

/** @param {ExportChoice[]} files */
function showAbout(files) {
  for (const { id, about, refused } of files) {
    setText(find(`${id}-about`, HTMLElement), about);
    for (const button of [`save-${id}`, `copy-${id}`].map((name) => document.getElementById(name))) {
      if (button instanceof HTMLButtonElement) button.disabled = refused;
    }
  }
}

/**
 * The name and the text of a file. The run may have gone on since the dialog was opened.
 * @param {Page} page
 * @param {Kind} kind
 */
async function fileOf(page, kind) {
  const { requireSession } = await import('../full/package.js');
  const format = await sourceFormat(page);
  const session = requireSession(page);
  const files = session.exports(format);
  showAbout(files);
  const name = files.find(({ id }) => id === kind)?.name ?? kind;
  return { name, text: session.take(kind, format) };
}

/**
 * How the visitor's file is written, where the data are from one.
 * @param {Page} page
 */
async function sourceFormat(page) {
  if (page.session.setup().dataset.id !== 'own') return undefined;
  const { importController } = await import('../import/controller.js');
  return importController(page).formatForPrograms();
}
