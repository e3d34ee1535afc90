/**
 * The three figures as elements: their sizes, the screen's pixel density, the dark theme, and their descriptions for
 * people who cannot see them. The WebAssembly package draws what is in them.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';

const NAMES = ['data', 'cost', 'history'];
const LAYERS = NAMES.flatMap((name) => [`${name}-base`, `${name}-overlay`]);

/** During a run, descriptions change at most once in so many milliseconds. */
const DESCRIPTION_INTERVAL = 250;

/**
 * The canvases, in the order of the parameters of `Figures`.
 * @returns {[HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement]}
 */
export function canvases() {
  const [a, b, c, d, e, f] = LAYERS.map((id) => find(id, HTMLCanvasElement));
  return [a, b, c, d, e, f];
}

/** @param {Page} page */
export function connectCanvases(page) {
  const elements = new Map(NAMES.map((name) => [name, find(`${name}-figure`, HTMLElement)]));
  followSizes(page, elements);
  followTheme(page);
  followReducedMotion(page);
  const notes = new Map(['data', 'cost'].map((name) => [name, find(`${name}-note`, HTMLElement)]));
  let lastDescription = 0;
  page.onNow((_now, running) => {
    const time = performance.now();
    if (running && time - lastDescription < DESCRIPTION_INTERVAL) return;
    lastDescription = time;
    for (const [name, element] of elements) {
      // A name that changes under the focus is read out each time.
      if (running && element === document.activeElement) continue;
      setAttribute(element, 'aria-label', page.figures.describe(name, page.session));
    }
    for (const [name, note] of notes) setText(note, page.figures.note(name, page.session));
  });
}

/**
 * @param {Page} page
 * @param {Map<string, HTMLElement>} elements
 */
function followSizes(page, elements) {
  /** Width, height and pixel density of each. @type {Map<string, [number, number, number]>} */
  const sizes = new Map();
  /** @param {string} name @param {number} width @param {number} height */
  const resize = (name, width, height) => {
    /** @type {[number, number, number]} */
    const size = [width, height, devicePixelRatio];
    if (!width || !height || String(sizes.get(name)) === String(size)) return;
    sizes.set(name, size);
    page.figures.resize(name, ...size);
  };
  const resizeAll = () => {
    for (const [name, element] of elements) {
      const { width, height } = element.getBoundingClientRect();
      resize(name, width, height);
    }
  };
  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const { width, height } = wholeDevicePixels(entry);
      resize(entry.target.id.replace('-figure', ''), width, height);
    }
    // A resized canvas is blank: it is drawn again before this frame is shown.
    page.draw();
  });
  for (const element of elements.values()) observer.observe(element);
  // Only the observer knows the sizes to the device pixel, so the figures of another package get these.
  page.onFigures((figures) => {
    for (const [name, size] of sizes) figures.resize(name, ...size);
  });
  resizeAll();
  onDensityChange(() => {
    resizeAll();
    page.draw();
  });
}

/**
 * An element's size in CSS pixels that make a whole number of device pixels, where the browser tells it. WebKit does
 * not, and an emulated screen may count in another density.
 * @param {ResizeObserverEntry} entry
 */
function wholeDevicePixels({ contentRect, devicePixelContentBoxSize }) {
  const box = devicePixelContentBoxSize?.[0];
  if (!box) return contentRect;
  const width = box.inlineSize / devicePixelRatio;
  const height = box.blockSize / devicePixelRatio;
  return Math.abs(width - contentRect.width) < 1 ? { width, height } : contentRect;
}

/**
 * Calls back when the page is zoomed, or moves to a screen of another density.
 * @param {() => void} callback
 */
function onDensityChange(callback) {
  const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  density.addEventListener(
    'change',
    () => {
      callback();
      onDensityChange(callback);
    },
    { once: true },
  );
}

/** @param {Page} page */
function followTheme(page) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  page.onFigures((figures) => figures.setTheme(dark.matches));
  dark.addEventListener('change', () => {
    page.figures.setTheme(dark.matches);
    page.refresh('now');
  });
}

/** @param {Page} page */
function followReducedMotion(page) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  page.onFigures((figures) => figures.reduceMotion(reduced.matches));
  reduced.addEventListener('change', () => page.figures.reduceMotion(reduced.matches));
}
