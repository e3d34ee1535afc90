/**
 * The code that puts a part of the page into another one, and a preview of it. What the frame shows is
 * told in its address: embed.js beside index.html reads it.
 *
 * @import { Page } from '../core/page.js'
 */
import { copy } from '../platform/clipboard.js';
import { find, write } from '../core/dom.js';
import { connectField } from '../core/field.js';
import { load } from '../core/lazy.js';
import { isSettingsOnly } from '../share/link.js';
import { texts } from '../text/en/export-frame.js';

export const text = 'export/frame.html';

/** A frame's width and height in CSS pixels, and what they may be. */
const size = { width: 640, height: 420 };
const LEAST = { width: 320, height: 240 };
const MOST = 4_000;
/** What of a frame is a figure. */
const FIGURES = ['data', 'bowl', 'map', 'surface', 'history'];

/** @param {Page} page */
export function connect(page) {
  const update = () => show(page);
  find('embed-parts', HTMLElement).addEventListener('change', update);
  for (const side of /** @type {const} */ (['width', 'height'])) {
    const showSide = connectField(`embed-${side}`, (typed) => {
      const pixels = Number(typed.trim());
      if (!Number.isInteger(pixels) || pixels < LEAST[side] || pixels > MOST) throw new Error(texts.size(LEAST[side], MOST));
      size[side] = pixels;
      update();
    });
    showSide(String(size[side]));
  }
  // What runs in it must not go on unseen.
  find('take-dialog', HTMLDialogElement).addEventListener('close', () => preview());
  const code = find('embed-code', HTMLTextAreaElement);
  code.addEventListener('focus', () => code.select());
  find('copy-embed', HTMLButtonElement).addEventListener('click', async () => {
    write(find('embed-said', HTMLElement), (await copy(code)) ? texts.copied : texts.toCopy);
  });
}

/** @param {Page} page */
export async function show(page) {
  write(find('embed-said', HTMLElement), '');
  // Only the package that has everything in it writes data into links.
  await load((more) => more.upgrade(page));
  const { href, protocol } = location;
  const base = `${href.split(/[?#]/)[0]}?embed=${chosen()}`;
  const link = page.session.link(isSettingsOnly(), base.length);
  const address = `${base}#${link.fragment}`;
  const title = texts.title(page.setup.dataset.name);
  const { width, height } = size;
  const code =
    `<iframe src="${escaped(address)}" width="${width}" height="${height}" title="${escaped(title)}" ` +
    `style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
  find('embed-code', HTMLTextAreaElement).value = code;
  write(find('embed-note', HTMLElement), protocol === 'file:' ? texts.fromDisk : note(link.note));
  preview(address);
}

/** What is said of the code: what it carries, and what a frame without a figure is. @param {string} carried */
function note(carried) {
  return FIGURES.some((name) => chosen().split(',').includes(name)) ? carried : `${texts.noFigure} ${carried}`;
}

/** The names of the parts that are ticked. */
function chosen() {
  const boxes = find('embed-parts', HTMLElement).querySelectorAll('input');
  return [...boxes].filter(({ checked }) => checked).map(({ value }) => value).join();
}

/**
 * The frame as it will be. A new one each time: an address that differs in its fragment alone would not be
 * loaded again.
 * @param {string} [address] nothing where nobody looks
 */
function preview(address) {
  const before = find('embed-preview', HTMLIFrameElement);
  const frame = address === before.src ? before : document.createElement('iframe');
  const { width, height } = size;
  Object.assign(frame, { id: before.id, title: texts.preview, width, height });
  if (frame === before) return;
  if (address) frame.src = address;
  before.replaceWith(frame);
}

/** @param {string} text as the value of an attribute */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
