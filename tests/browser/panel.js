import { expect } from '@playwright/test';
import { LAYERS } from './pictures.js';

/**
 * The panel `More`, which is loaded when it is opened.
 *
 * @typedef {import('./app.js').App} App
 */

/** @param {App} app */
export const panel = (app) => app.page.locator('#more-panel');

/**
 * Opens the panel and waits until it can be used.
 *
 * @param {App} app
 */
export async function openMore(app) {
  await app.button('More').click();
  await expect(select(app, 'Rule')).toBeVisible();
  await app.frame();
}

/** @param {App} app @param {string} name */
export const select = (app, name) => panel(app).getByRole('combobox', { name, exact: true });

/**
 * A field of the panel that is to be seen: those of other rules are there too, but hidden.
 *
 * @param {App} app
 * @param {string} name
 */
export const field = (app, name) => panel(app).getByRole('textbox', { name, exact: true });

/** @param {App} app @param {string} name @param {string} option */
export async function choose(app, name, option) {
  await select(app, name).selectOption({ label: option });
  await app.frame();
}

/** @param {App} app @param {string} name @param {string | number} text */
export async function type(app, name, text) {
  await field(app, name).fill(String(text));
  await field(app, name).press('Enter');
  await app.frame();
}

/** @param {App} app @param {string} x @param {string} y */
export async function scale(app, x, y) {
  await choose(app, 'Scale x', x);
  await choose(app, 'Scale y', y);
}

/**
 * Goes to an epoch, as fast as that can be.
 *
 * @param {App} app
 * @param {number} epoch
 */
export async function goTo(app, epoch) {
  await app.slide('Epoch', epoch);
  await app.frame();
  return app.descent();
}

/**
 * All that the page shows outside of the panel and of the lesson, which may come in between: texts,
 * values and states, by the ids of elements.
 *
 * @param {App} app
 */
export function shown(app) {
  return app.page.evaluate(() => {
    // Descriptions come once the figures have been at rest for a while.
    const elements = [...document.querySelectorAll('[id]')].filter(
      (element) => !element.closest('.more, #chapters, .lesson-bar, #docked-data, [id$="-description"]'),
    );
    const states = ['aria-pressed', 'aria-selected', 'aria-expanded', 'aria-label', 'data-value', 'hidden', 'disabled'];
    return Object.fromEntries(
      elements.map((element) => {
        const value = 'value' in element ? String(element.value) : '';
        const checked = 'checked' in element ? String(element.checked) : '';
        const text = element.children.length === 0 || element instanceof HTMLSelectElement ? element.textContent : '';
        return [element.id, [value, checked, text, ...states.map((name) => element.getAttribute(name))].join('|')];
      }),
    );
  });
}

/**
 * A number for what is on each canvas outside of the panel: the same number, the same picture.
 *
 * @param {App} app
 */
export function pictures(app) {
  return app.page.evaluate((ids) => {
    const hashes = ids.map((id) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById(id));
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!copy) throw new Error('no canvas to copy to');
      copy.drawImage(canvas, 0, 0);
      let hash = width;
      for (const pixel of new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)) {
        hash = (Math.imul(hash, 31) + pixel) | 0;
      }
      return [id, hash];
    });
    return Object.fromEntries(hashes);
  }, LAYERS);
}

/**
 * Steps back, and notes every moment.
 *
 * @param {App} app
 * @param {number} steps
 */
export function wayBack(app, steps) {
  return app.page.evaluate(async (steps) => {
    const back = document.getElementById('step-back');
    const rate = /** @type {HTMLInputElement} */ (document.getElementById('learning-rate'));
    const moments = [];
    for (let step = 0; step < steps; step += 1) {
      back?.click();
      await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
      const numbers = ['epoch', 'slope', 'intercept', 'cost'].map((id) => document.getElementById(id)?.dataset.value);
      moments.push([...numbers, rate.value].join(' '));
    }
    return moments;
  }, steps);
}

/**
 * The table of the race, row by row, as it reads.
 *
 * @param {App} app
 */
export async function racers(app) {
  const rows = panel(app).getByRole('table').locator('tbody').getByRole('row');
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const [name, epoch, slope, intercept, cost, distance] = [...row.children].map((cell) => cell.textContent ?? '');
      return { name, epoch, slope, intercept, cost, distance };
    }),
  );
}

/**
 * Every run of the race, with its very numbers, its rate and what the panel shows of it.
 *
 * @param {App} app
 */
export function runs(app) {
  return panel(app).evaluate(async (panel) => {
    const radios = [...panel.querySelectorAll('input')].filter(({ type }) => type === 'radio');
    const chosen = radios.findIndex(({ checked }) => checked);
    /** @param {number} index */
    const show = async (index) => {
      radios[index].click();
      await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    };
    /** @param {string} id */
    const exact = (id) => Number(document.getElementById(id)?.dataset.value || undefined);
    const seen = [];
    for (const index of radios.keys()) {
      await show(index);
      const [epoch, slope, intercept, cost] = ['epoch', 'slope', 'intercept', 'cost'].map(exact);
      const controls = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll('input[type=text], select'));
      const values = [...controls].filter((control) => control.checkVisibility()).map(({ value }) => value);
      const rate = /** @type {HTMLInputElement} */ (document.getElementById('learning-rate')).value;
      seen.push({ epoch, slope, intercept, cost, rate, values });
    }
    await show(chosen);
    return { chosen, seen };
  });
}
