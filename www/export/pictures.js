/**
 * The section `Pictures`: the figures, as they are on the page, as SVG and as PNG of several sizes.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';
import { isFramed, ownAddress } from '../platform/host.js';
import { saveFile } from '../platform/save-file.js';
import { pictureTexts as texts } from '../text/en/export.js';

export const markup = 'export/pictures.html';

/** @typedef {'data' | 'cost' | 'history'} Figure */

/** @type {Figure[]} */
const FIGURES = ['data', 'cost', 'history'];

/** The smallest size of a picture in CSS pixels, however small its figure is now. */
const LEAST = { width: 360, height: 240 };
/** The longest name of a file without its ending. */
const LONGEST_NAME = 48;

/** @param {Page} page */
export function connect(page) {
  for (const figure of FIGURES) {
    find(`${figure}-svg`, HTMLButtonElement).addEventListener('click', () => attempt(() => saveSvg(page, figure)));
    find(`${figure}-png`, HTMLButtonElement).addEventListener('click', () => attempt(() => savePng(page, figure)));
  }
  for (const select of [colours(), scales()]) {
    select.addEventListener('change', () => attempt(() => showPreviews(page)));
  }
}

/** @param {Page} page */
export async function show(page) {
  setNote('');
  await attempt(() => showPreviews(page));
}

/** @param {() => Promise<void>} action */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    setNote(texts.notLoaded);
    console.info(error);
  }
}

/** @param {Page} page */
async function showPreviews(page) {
  const paint = await painter(page);
  const scale = Number(scales().value);
  for (const figure of FIGURES) {
    const [width, height] = sizeOf(figure);
    paint(figure, find(`${figure}-preview`, HTMLCanvasElement), 1);
    setText(find(`${figure}-size`, HTMLElement), texts.size(width * scale, height * scale));
  }
}

/** @param {Page} page @param {Figure} figure */
async function saveSvg(page, figure) {
  const { figures, session } = await drawing(page);
  const svg = figures.svg(figure, session, ...sizeOf(figure), isDark());
  save(`${nameOf(page, figure)}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** @param {Page} page @param {Figure} figure */
async function savePng(page, figure) {
  const paint = await painter(page);
  const scale = Number(scales().value);
  const name = `${nameOf(page, figure)}-${scale}x.png`;
  const canvas = document.createElement('canvas');
  paint(figure, canvas, scale);
  const blob = await new Promise((/** @type {BlobCallback} */ resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) save(name, blob);
  else setNote(texts.refused);
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  saveFile(name, blob);
  setNote(isFramed ? texts.savedInFrame(name, ownAddress()) : texts.saved(name));
}

/** The session, and the figures that draw it as pictures, which only the full package has. @param {Page} page */
async function drawing(page) {
  const full = await import('../full/package.js');
  await full.upgrade(page);
  return { figures: full.requireFigures(page), session: full.requireSession(page) };
}

/** @param {Page} page */
async function painter(page) {
  const { figures, session } = await drawing(page);
  return (/** @type {Figure} */ figure, /** @type {HTMLCanvasElement} */ canvas, /** @type {number} */ scale) =>
    figures.paint(figure, session, canvas, new Float64Array([...sizeOf(figure), scale]), isDark());
}

/**
 * The size of a picture in whole CSS pixels: that of its figure on the page.
 * @param {Figure} figure
 * @returns {[number, number]}
 */
function sizeOf(figure) {
  const { width, height } = find(`${figure}-figure`, HTMLElement).getBoundingClientRect();
  return [Math.max(LEAST.width, Math.round(width)), Math.max(LEAST.height, Math.round(height))];
}

/**
 * The name of a picture's file without its ending, in characters that every system allows.
 * @param {Page} page
 * @param {Figure} figure
 */
function nameOf({ setup }, figure) {
  const data = setup.dataset.name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\.[a-z]{2,4}$/i, '');
  const plain = data.toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, LONGEST_NAME) ?? 'downhill';
  return `${plain}-${texts.fileName(figure, setup.costView)}`;
}

function isDark() {
  return colours().value === 'dark';
}

function colours() {
  return find('picture-colours', HTMLSelectElement);
}

function scales() {
  return find('picture-scale', HTMLSelectElement);
}

/** @param {string} text */
function setNote(text) {
  setText(find('pictures-note', HTMLElement), text);
}
