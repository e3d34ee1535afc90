/**
 * The address of this session, and what it carries. Loaded when somebody asks for a link, or has data of their
 * own that a link would carry.
 *
 * @import { Page } from '../core/page.js'
 */
import { copy } from '../platform/clipboard.js';
import { find, hold, write } from '../core/dom.js';
import { load } from '../core/lazy.js';
import { texts } from '../text/en/share.js';
import { readStyle, readText } from '../platform/assets.js';

/** @type {Promise<void> | undefined} */
let building;
/** What a link will carry of the reader's data, in a sentence. */
let toCome = '';
/** What was copied last, while the page is as the link says. @type {{ settingsOnly: boolean, clock: number } | undefined} */
let copied;

/**
 * Puts a link to this very moment on the clipboard, and into a field.
 * @param {Page} page
 */
export async function copyLink(page) {
  await built(page);
  const settingsOnly = isSettingsOnly();
  const field = find('link', HTMLInputElement);
  hold(field, '');
  // Only the package that has everything in it writes data into links.
  if (carried(page) && !settingsOnly) await load((more) => more.upgrade(page));
  const address = location.href.split('#')[0];
  const link = page.session.link(settingsOnly, address.length, chapterInSight());
  hold(field, `${address}#${link.fragment}`);
  find('link-field', HTMLElement).hidden = false;
  write(find('link-note', HTMLElement), link.note);
  copied = { settingsOnly, clock: page.session.now().clock };
  const done = (await copy(field)) ? texts.copied : texts.toCopy;
  page.say(location.protocol === 'file:' ? `${done} ${texts.fromDisk} ${link.note}` : `${done} ${link.note}`);
}

/** Whether the reader's own data stay behind, in links and frames. */
export function isSettingsOnly() {
  const box = document.getElementById('settings-only');
  return box instanceof HTMLInputElement && box.checked;
}

/**
 * Says what a link will carry of the reader's data.
 * @param {Page} page
 * @param {string} note
 */
export async function tell(page, note) {
  toCome = note;
  await built(page);
  show(page);
}

/** @param {Page} page */
function built(page) {
  building ??= build(page);
  building.catch(() => (building = undefined));
  return building;
}

/** @param {Page} page */
async function build(page) {
  const [text] = await Promise.all([readText('share/link.html'), readStyle('share/link.css')]);
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  find('share', HTMLElement).after(...parsed.body.children);
  const field = find('link', HTMLInputElement);
  field.addEventListener('focus', () => field.select());
  find('settings-only', HTMLInputElement).addEventListener('change', () => {
    if (copied && !copied.settingsOnly && isSettingsOnly()) page.say(texts.stillThere);
    show(page);
  });
  let { id } = page.setup.dataset;
  page.onSetup(({ dataset }) => {
    if (dataset.id === id) return;
    id = dataset.id;
    show(page);
  });
  // A link to another moment than the one in sight would mislead.
  page.onNow(({ clock }) => {
    if (copied && copied.clock !== clock) show(page);
  });
  show(page);
}

/** Says what the next link will carry, and forgets the one that was copied. @param {Page} page */
function show(page) {
  const settingsOnly = isSettingsOnly();
  const note = carried(page);
  copied = undefined;
  find('link-field', HTMLElement).hidden = true;
  find('link-scope', HTMLElement).hidden = note === '';
  write(find('link-note', HTMLElement), settingsOnly ? texts.settingsOnly : note);
}

/** What a link will carry of data that only the reader has; nothing of others. @param {Page} page */
function carried({ setup: { dataset } }) {
  switch (dataset.id) {
    case 'own':
      return dataset.linkNote || toCome;
    case 'edited':
      return dataset.linkNote || texts.edited;
    default:
      return '';
  }
}

/** The number of the chapter that the reader is at, if at one. */
function chapterInSight() {
  const reached = [...document.querySelectorAll('article.chapter')].filter(
    (chapter) => chapter.getBoundingClientRect().top < innerHeight / 2,
  );
  const number = Number(reached.at(-1)?.id.split('-')[1]);
  return number || undefined;
}
