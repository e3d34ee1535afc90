/**
 * The figures as files: SVG, and PNG at several sizes, as they stand on the page.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, write } from '../core/dom.js';
import { texts } from '../text/en/export-pictures.js';
import { save } from '../platform/save-file.js';

export const text = 'export/pictures.html';

const FIGURES = ['data', 'cost', 'history'];

/** A picture is at least as large as this, in CSS pixels, however small its figure is now. */
const LEAST = { width: 360, height: 240 };

/** @param {Page} page */
export function connect(page) {
  /** @param {(page: Page) => unknown} action */
  const attempt = (action) => async () => {
    try {
      await action(page);
    } catch (error) {
      say(texts.unavailable);
      console.info(error);
    }
  };
  for (const figure of FIGURES) {
    find(`${figure}-svg`, HTMLButtonElement).addEventListener('click', attempt(() => saveSvg(page, figure)));
    find(`${figure}-png`, HTMLButtonElement).addEventListener('click', attempt(() => savePng(page, figure)));
  }
  colours().addEventListener('change', attempt(preview));
  scales().addEventListener('change', attempt(preview));
}

/** @param {Page} page */
export async function show(page) {
  say('');
  try {
    await preview(page);
  } catch (error) {
    say(texts.unavailable);
    console.info(error);
  }
}

/** @param {Page} page */
async function preview(page) {
  const paint = await painter(page);
  const scale = Number(scales().value);
  for (const figure of FIGURES) {
    const [width, height] = sizeOf(figure);
    paint(figure, find(`${figure}-preview`, HTMLCanvasElement), 1);
    write(find(`${figure}-size`, HTMLElement), texts.size(width * scale, height * scale));
  }
}

/** @param {Page} page @param {string} figure */
async function saveSvg(page, figure) {
  const { figures, session } = await drawing(page);
  const svg = figures.svg(figure, session, ...sizeOf(figure), isDark());
  hand(`${nameOf(page, figure)}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** @param {Page} page @param {string} figure */
async function savePng(page, figure) {
  const paint = await painter(page);
  const scale = Number(scales().value);
  const name = `${nameOf(page, figure)}-${scale}x.png`;
  const canvas = document.createElement('canvas');
  paint(figure, canvas, scale);
  const blob = await new Promise((/** @type {BlobCallback} */ made) => canvas.toBlob(made, 'image/png'));
  if (blob) hand(name, blob);
  else say(texts.refused);
}

/** @param {string} name @param {Blob} blob */
function hand(name, blob) {
  save(name, blob);
  say(texts.saved(name));
}

/** What draws; only the package that has everything in it makes pictures. @param {Page} page */
async function drawing(page) {
  const more = await import('../full/panel.js');
  await more.upgrade(page);
  return { figures: more.figuresOf(page), session: more.sessionOf(page) };
}

/** @param {Page} page */
async function painter(page) {
  const { figures, session } = await drawing(page);
  return (/** @type {string} */ figure, /** @type {HTMLCanvasElement} */ canvas, /** @type {number} */ scale) =>
    figures.paint(figure, session, canvas, new Float64Array([...sizeOf(figure), scale]), isDark());
}

/**
 * The size of a picture, in whole CSS pixels: that of its figure on the page.
 * @param {string} figure
 * @returns {[number, number]}
 */
function sizeOf(figure) {
  const { width, height } = find(`${figure}-figure`, HTMLElement).getBoundingClientRect();
  return [Math.max(LEAST.width, Math.round(width)), Math.max(LEAST.height, Math.round(height))];
}

/**
 * What a file is called, in letters that every system has.
 * @param {Page} page
 * @param {string} figure
 */
function nameOf({ setup }, figure) {
  const data = setup.dataset.name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\.[a-z]{2,4}$/i, '');
  const plain = data.toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, 48) ?? 'downhill';
  return `${plain}-${texts.files[figure === 'cost' ? setup.costView : figure]}`;
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

/** @param {string} sentence */
function say(sentence) {
  write(find('pictures-said', HTMLElement), sentence);
}
