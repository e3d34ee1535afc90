/**
 * The three figures as elements: their size, the screen's density, light or dark, and what they
 * say to those who cannot see them. What is in them is drawn by the wasm package.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, mark, write } from '../core/dom.js';

const NAMES = ['data', 'cost', 'history'];
const LAYERS = NAMES.flatMap((name) => [`${name}-base`, `${name}-overlay`]);

/** While it runs, descriptions change at most this often, in milliseconds. */
const SLOWEST_DESCRIPTION = 250;

/**
 * The canvases in the order that `Figures` wants them.
 * @returns {[HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement]}
 */
export function canvases() {
  const [a, b, c, d, e, f] = LAYERS.map((id) => find(id, HTMLCanvasElement));
  return [a, b, c, d, e, f];
}

/**
 * @param {Page} page
 */
export function connectStage(page) {
  const elements = new Map(NAMES.map((name) => [name, find(`${name}-figure`, HTMLElement)]));
  followSize(page, elements);
  followTheme(page);
  followMotion(page);
  const notes = new Map(['data', 'cost'].map((name) => [name, find(`${name}-note`, HTMLElement)]));
  let described = 0;
  page.onNow((_now, running) => {
    const time = performance.now();
    if (running && time - described < SLOWEST_DESCRIPTION) return;
    described = time;
    for (const [name, element] of elements) {
      mark(element, 'aria-label', page.figures.describe(name, page.session));
    }
    for (const [name, note] of notes) write(note, page.figures.note(name, page.session));
  });
}

/**
 * @param {Page} page
 * @param {Map<string, HTMLElement>} elements
 */
function followSize(page, elements) {
  /** Width, height and density of each. @type {Map<string, [number, number, number]>} */
  const sizes = new Map();
  /** @param {string} name @param {number} width @param {number} height */
  const fit = (name, width, height) => {
    /** @type {[number, number, number]} */
    const size = [width, height, devicePixelRatio];
    if (!width || !height || String(sizes.get(name)) === String(size)) return;
    sizes.set(name, size);
    page.figures.resize(name, ...size);
  };
  const fitAll = () => {
    for (const [name, element] of elements) {
      const { width, height } = element.getBoundingClientRect();
      fit(name, width, height);
    }
  };
  // A resized canvas is blank: it is drawn again before this frame is shown.
  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const { width, height } = inDevicePixels(entry);
      fit(entry.target.id.replace('-figure', ''), width, height);
    }
    page.draw();
  });
  for (const element of elements.values()) observer.observe(element);
  // Others take the sizes over: only the observer knows them to the screen's pixel.
  page.onFigures((figures) => {
    for (const [name, size] of sizes) figures.resize(name, ...size);
  });
  fitAll();
  followDensity(() => {
    fitAll();
    page.draw();
  });
}

/**
 * An element's size in CSS pixels that make a whole number of the screen's, where the browser
 * knows it: WebKit does not, and an emulated screen may count another density.
 * @param {ResizeObserverEntry} entry
 */
function inDevicePixels({ contentRect, devicePixelContentBoxSize }) {
  const box = devicePixelContentBoxSize?.[0];
  if (!box) return contentRect;
  const width = box.inlineSize / devicePixelRatio;
  const height = box.blockSize / devicePixelRatio;
  return Math.abs(width - contentRect.width) < 1 ? { width, height } : contentRect;
}

/**
 * Calls back when the page is zoomed or moves to a screen of another density.
 * @param {() => void} changed
 */
function followDensity(changed) {
  const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  density.addEventListener(
    'change',
    () => {
      changed();
      followDensity(changed);
    },
    { once: true },
  );
}

/**
 * @param {Page} page
 */
function followTheme(page) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  page.onFigures((figures) => figures.setTheme(dark.matches));
  dark.addEventListener('change', () => {
    page.figures.setTheme(dark.matches);
    page.refresh('now');
  });
}

/** @param {Page} page */
function followMotion(page) {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  page.onFigures((figures) => figures.reduceMotion(still.matches));
  still.addEventListener('change', () => page.figures.reduceMotion(still.matches));
}
