/**
 * The section `Embed`: the code that puts a part of the page into another one, and a preview of it. The address says
 * which parts the frame shows; embed/frame.js reads it, and figures/frame-parts.js has the parts.
 *
 * @import { Page } from '../core/page.js'
 * @import { PageElement } from '../figures/frame-parts.js'
 */
import { find, setText } from '../core/dom.js';
import { connectField } from '../core/field.js';
import { frameParts } from '../figures/frame-parts.js';
import { costTabs } from '../figures/views.js';
import { withPackage } from '../full/load.js';
import { copyField } from '../platform/clipboard.js';
import { isSettingsOnly } from '../share/link.js';
import { frameTexts as texts } from '../text/en/export.js';

export const markup = 'export/frame.html';

/** A frame's size in CSS pixels, and its limits. */
const size = { width: 640, height: 420 };
const LEAST = { width: 320, height: 240 };
const MOST = 4_000;

/** @param {Page} page */
export function connect(page) {
  const update = () => show(page);
  addCheckboxes();
  find('embed-parts', HTMLElement).addEventListener('change', update);
  for (const side of /** @type {const} */ (['width', 'height'])) {
    const showSide = connectField(`embed-${side}`, (text) => {
      const pixels = Number(text.trim());
      if (!Number.isInteger(pixels) || pixels < LEAST[side] || pixels > MOST) {
        throw new Error(texts.sizeRefused(LEAST[side], MOST));
      }
      size[side] = pixels;
      update();
    });
    showSide(String(size[side]));
  }
  // What runs in the preview would go on unseen.
  find('export-dialog', HTMLDialogElement).addEventListener('close', () => setPreview());
  const code = find('embed-code', HTMLTextAreaElement);
  code.addEventListener('focus', () => code.select());
  find('copy-embed', HTMLButtonElement).addEventListener('click', async () => {
    setText(find('embed-said', HTMLElement), (await copyField(code)) ? texts.copied : texts.notCopied);
  });
}

/** @param {Page} page */
export async function show(page) {
  setText(find('embed-said', HTMLElement), '');
  // Only the full package writes data into links.
  await withPackage((full) => full.upgrade(page));
  const { href, protocol } = location;
  const parts = selectedParts();
  const base = `${href.split(/[?#]/)[0]}?embed=${parts.join()}`;
  const link = page.session.link(isSettingsOnly(), base.length);
  const address = `${base}#${link.fragment}`;
  const title = texts.title(page.setup.dataset.name);
  const { width, height } = size;
  const code =
    `<iframe src="${escaped(address)}" width="${width}" height="${height}" title="${escaped(title)}" ` +
    `style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
  find('embed-code', HTMLTextAreaElement).value = code;
  const hasFigure = parts.some((part) => frameParts()[part].isFigure);
  const note = hasFigure ? link.note : `${texts.noFigure} ${link.note}`;
  setText(find('embed-note', HTMLElement), protocol === 'file:' ? texts.fromDisk : note);
  setPreview(address);
}

/** Adds a checkbox for each part of a frame; those that a frame has by default are ticked. */
function addCheckboxes() {
  const figures = find('figure-parts', HTMLElement);
  const controls = find('control-parts', HTMLElement);
  /** @type {Record<PageElement, string>} */
  const elements = texts.parts;
  const names = {
    ...elements,
    ...Object.fromEntries(costTabs().map((tab) => [tab.dataset.view, texts.view(tab.textContent ?? '')])),
  };
  for (const [value, { isFigure, isDefault }] of Object.entries(frameParts())) {
    const label = Object.assign(document.createElement('label'), { className: 'checkbox' });
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', value });
    box.checked = Boolean(isDefault);
    label.append(box, ` ${/** @type {Record<string, string>} */ (names)[value]}`);
    (isFigure ? figures : controls).append(label);
  }
}

/** The names of the parts that are ticked. */
function selectedParts() {
  const boxes = find('embed-parts', HTMLElement).querySelectorAll('input');
  return [...boxes].filter(({ checked }) => checked).map(({ value }) => value);
}

/**
 * Shows the frame as it will be, or none. A new element each time: an address that differs in its fragment alone
 * would not be loaded again.
 * @param {string} [address]
 */
function setPreview(address) {
  const before = find('embed-preview', HTMLIFrameElement);
  const frame = address === before.src ? before : document.createElement('iframe');
  const { width, height } = size;
  Object.assign(frame, { id: before.id, title: texts.preview, width, height });
  if (frame === before) return;
  if (address) frame.src = address;
  before.replaceWith(frame);
}

/** A text as the value of an attribute. @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
