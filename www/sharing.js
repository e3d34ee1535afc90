/**
 * The address of this session. Loaded when somebody asks for a link.
 *
 * @import { Page } from './page.js'
 */
import { find, hold, write } from './dom.js';
import { texts } from './sharing-texts.js';
import { readStyle, readText } from './styles.js';

/** @type {Promise<void> | undefined} */
let building;

/**
 * Puts a link to this very moment on the clipboard, and into a field.
 * @param {Page} page
 */
export async function copyLink(page) {
  building ??= build();
  building.catch(() => (building = undefined));
  await building;
  const field = find('link', HTMLInputElement);
  const link = page.session.link();
  hold(field, `${location.href.split('#')[0]}#${link.fragment}`);
  write(find('link-note', HTMLElement), link.note);
  const copied = await copy(field);
  page.say(`${copied ? texts.copied : texts.toCopy} ${link.note}`);
}

async function build() {
  const [text] = await Promise.all([readText('sharing.html'), readStyle('sharing.css')]);
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  find('share', HTMLElement).prepend(...parsed.body.children);
  const field = find('link', HTMLInputElement);
  field.addEventListener('focus', () => field.select());
}

/**
 * Copies what a field holds; where the browser refuses, the field is selected for the reader.
 * @param {HTMLInputElement} field
 */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
