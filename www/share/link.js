/**
 * The link to this very moment, and what it carries of the visitor's own data.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, messageOf, setText, setValue } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { withPackage } from '../full/load.js';
import { loadStyleSheet } from '../platform/assets.js';
import { copyField } from '../platform/clipboard.js';
import { texts } from '../text/en/share.js';
import { hasProgram, packedProgram } from './program.js';

/** What the next link will carry of the visitor's own data, in a sentence. */
let dataNote = '';
/**
 * The link that was copied, as long as the page is as it says.
 * @type {{ settingsOnly: boolean, clock: number } | undefined}
 */
let copied;

const loadFields = once(buildFields);

/**
 * Copies a link, and shows it in a field.
 * @param {Page} page
 */
export async function copyLink(page) {
  await loadFields(page);
  const settingsOnly = isSettingsOnly();
  const field = find('link', HTMLInputElement);
  setValue(field, '');
  // Only the full package writes data into links.
  if (noteOf(page) && !settingsOnly) await withPackage((full) => full.upgrade(page));
  const address = location.href.split('#')[0];
  const { link, fault } = await makeLink(page, settingsOnly, address.length);
  setValue(field, `${address}#${link.fragment}`);
  find('link-field', HTMLElement).hidden = false;
  setText(find('link-note', HTMLElement), [link.note, ...fault].join(' '));
  copied = { settingsOnly, clock: page.session.now().clock };
  const outcome = (await copyField(field)) ? texts.copied : texts.notCopied;
  const sentences = [outcome, ...(location.protocol === 'file:' ? [texts.fromDisk] : []), link.note, ...fault];
  page.announce(sentences.join(' '));
}

/**
 * A link, with the program of the bench if it is open.
 * @param {Page} page
 * @param {boolean} settingsOnly
 * @param {number} address the letters of the page's address
 */
async function makeLink(page, settingsOnly, address) {
  const program = settingsOnly ? undefined : await packedProgram();
  const chapter = chapterInSight();
  /** @type {string[]} */
  const fault = [];
  if (program) {
    const { requireSession } = await import('../full/package.js');
    try {
      return { link: requireSession(page).linkWithProgram(program, address, chapter), fault };
    } catch (error) {
      // The program is too long.
      fault.push(messageOf(error));
    }
  }
  return { link: page.session.link(settingsOnly, address, chapter), fault };
}

/**
 * The fragment of a link to this moment, with the visitor's own data.
 * @param {Page} page
 */
export async function linkToMoment(page) {
  if (noteOf(page)) await withPackage((full) => full.upgrade(page));
  const { link } = await makeLink(page, false, location.href.split('#')[0].length);
  return link.fragment;
}

/** Whether links and frames leave the visitor's own data out. */
export function isSettingsOnly() {
  const box = document.getElementById('settings-only');
  return box instanceof HTMLInputElement && box.checked;
}

/**
 * Shows what a link will carry of data that were just opened.
 * @param {Page} page
 * @param {string} note in a sentence
 */
export async function setDataNote(page, note) {
  dataNote = note;
  await loadFields(page);
  showNextLink(page);
}

/**
 * Shows what a link will carry, now that the bench is open or closed.
 * @param {Page} page
 */
export async function showProgramNote(page) {
  await loadFields(page);
  showNextLink(page);
}

/** @param {Page} page */
async function buildFields(page) {
  const [elements] = await Promise.all([loadElements('share/link.html'), loadStyleSheet('share/link.css')]);
  find('share', HTMLElement).after(...elements);
  const field = find('link', HTMLInputElement);
  field.addEventListener('focus', () => field.select());
  find('settings-only', HTMLInputElement).addEventListener('change', () => {
    if (copied && !copied.settingsOnly && isSettingsOnly()) page.announce(texts.copiedHasData);
    showNextLink(page);
  });
  let { id } = page.setup.dataset;
  page.onSetup(({ dataset }) => {
    if (dataset.id === id) return;
    id = dataset.id;
    showNextLink(page);
  });
  // A link to another moment than the one in sight would mislead.
  page.onNow(({ clock }) => {
    if (copied && copied.clock !== clock) showNextLink(page);
  });
  showNextLink(page);
}

/** Shows what the next link will carry, and hides the one that was copied. @param {Page} page */
function showNextLink(page) {
  const note = noteOf(page);
  copied = undefined;
  find('link-field', HTMLElement).hidden = true;
  find('link-scope', HTMLElement).hidden = note === '' && !hasProgram();
  setText(find('link-note', HTMLElement), isSettingsOnly() ? texts.settingsOnly : nextNote(note));
}

/** The note on the next link, with the program. @param {string} note on its data */
function nextNote(note) {
  if (!hasProgram()) return note;
  return note ? `${note} ${texts.programToo}` : texts.program;
}

/** What a link will carry of data that only the visitor has; empty for other data. @param {Page} page */
function noteOf({ setup: { dataset } }) {
  switch (dataset.id) {
    case 'own':
      return dataset.linkNote || dataNote;
    case 'edited':
      return dataset.linkNote || texts.editedPoints;
    default:
      return '';
  }
}

/** The number of the chapter that is being read, if one is. */
function chapterInSight() {
  const reached = [...document.querySelectorAll('article.chapter')].filter(
    (chapter) => chapter.getBoundingClientRect().top < innerHeight / 2,
  );
  const number = Number(reached.at(-1)?.id.split('-')[1]);
  return number || undefined;
}
