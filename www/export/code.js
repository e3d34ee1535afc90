/**
 * The section `Code and numbers` of the dialog `Export`: a NumPy script, a notebook, the trace, the report.
 *
 * @import { Take } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { copyText } from '../platform/clipboard.js';
import { find, sentenceOf, write } from '../core/dom.js';
import { load } from '../core/lazy.js';
import { texts } from '../text/en/export-code.js';
import { save } from '../platform/save-file.js';

/** What each is, for who opens the file. */
const TYPES = /** @type {const} */ ({
  script: 'text/x-python',
  notebook: 'application/x-ipynb+json',
  trace: 'text/csv;charset=utf-8',
  report: 'text/plain;charset=utf-8',
});

/** @typedef {keyof typeof TYPES} Kind */

const KINDS = /** @type {Kind[]} */ (Object.keys(TYPES));

export const text = 'export/code.html';

/** @param {Page} page */
export function connect(page) {
  for (const kind of KINDS) {
    press(`take-${kind}`, async () => {
      const { name, text } = await taken(page, kind);
      save(name, new Blob([text], { type: TYPES[kind] }));
      return texts.saved(name);
    });
  }
  for (const kind of /** @type {const} */ (['script', 'report'])) {
    press(`copy-${kind}`, async () => {
      const { text } = await taken(page, kind);
      return (await copyText(text)) ? texts.copied : texts.notCopied;
    });
  }
}

/**
 * Does something when a button is pressed, and says what came of it.
 * @param {string} id
 * @param {() => Promise<string>} action
 */
function press(id, action) {
  const note = find('take-code-note', HTMLElement);
  find(id, HTMLButtonElement).addEventListener('click', async () => {
    write(note, '');
    write(note, await action().catch(sentenceOf));
  });
}

/**
 * Says what is in each, as the session stands.
 * @param {Page} page
 */
export function show(page) {
  return load(async (more) => {
    await more.upgrade(page);
    write(find('take-code-note', HTMLElement), '');
    tell(more.sessionOf(page).takes(await written(page)));
  });
}

/** @param {Take[]} takes */
function tell(takes) {
  for (const { id, about, refused } of takes) {
    write(find(`take-${id}-about`, HTMLElement), about);
    for (const button of [`take-${id}`, `copy-${id}`].map((name) => document.getElementById(name))) {
      if (button instanceof HTMLButtonElement) button.disabled = refused;
    }
  }
}

/**
 * The name and the text of one of them. The run may have gone on since the dialog was opened.
 * @param {Page} page
 * @param {Kind} kind
 */
async function taken(page, kind) {
  const { sessionOf } = await import('../full/panel.js');
  const how = await written(page);
  const session = sessionOf(page);
  const takes = session.takes(how);
  tell(takes);
  const name = takes.find(({ id }) => id === kind)?.name ?? kind;
  return { name, text: session.take(kind, how) };
}

/**
 * How the reader's file is written, where the data are from one.
 * @param {Page} page
 */
async function written(page) {
  if (page.session.setup().dataset.id !== 'own') return undefined;
  return (await import('../import/controller.js')).fileWritten(page);
}
