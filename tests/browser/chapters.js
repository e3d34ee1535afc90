import { App } from './app.js';
import { expect } from './page.js';

/**
 * The lesson below the figures, as readers find it: chapters by their address, and in them what
 * roles and names say; what a chapter's file declares is in its `data-` attributes.
 */

export const TITLES = [
  'A line that predicts',
  'Is a line the right tool?',
  'How wrong is a line?',
  'The ball',
  'How big a step?',
  'The derivative, in five steps',
  'Build it',
  'When it blows up',
  'Real data',
  'A few rows at a time',
  'Remembering',
  'When a point lies',
];

/** The numbers of all chapters. */
export const NUMBERS = TITLES.map((_, index) => index + 1);

/** @param {App} app @param {number} number */
export const chapter = (app, number) => app.page.locator(`#chapter-${number}`);

/** Texts that tell what is to be done with the figures. @param {App} app */
export const bar = (app) => app.page.getByRole('region', { name: 'Chapter', exact: true });

/**
 * A button of a chapter.
 *
 * @param {App} app
 * @param {number} number
 * @param {string} name
 */
export const button = (app, number, name) => chapter(app, number).getByRole('button', { name, exact: true });

/**
 * Opens the page at a chapter and waits until its figures are set up and its live numbers live.
 *
 * @param {import('@playwright/test').Page} page
 * @param {number} [number]
 */
export async function openChapter(page, number = 1) {
  const app = new App(page);
  await app.open(`chapter=${number}`);
  await expect(chapter(app, number)).toBeFocused();
  await expectShown(app, number);
  await expect(live(app, 6, 'gradient-slope').first()).not.toHaveText('–');
  return app;
}

/** The figures come to be those of a chapter. @param {App} app @param {number} number */
export async function expectShown(app, number) {
  await expect(chapter(app, number)).toHaveAttribute('data-shown', '');
  await expect(bar(app)).toBeVisible();
}

/**
 * Sets up what a chapter is about, by the button under its heading.
 *
 * @param {App} app
 * @param {number} number
 */
export async function showThis(app, number) {
  const name = await chapter(app, number).getAttribute('data-show-name');
  await button(app, number, name ?? `Show the figures of chapter ${number}`).click();
  await expectShown(app, number);
  await app.frame();
}

/** Has a chapter show what it keeps back until its question is answered. @param {App} app @param {number} number */
export async function showKept(app, number) {
  await button(app, number, 'Show it now').click();
  await app.frame();
}

/**
 * Where a chapter shows a number of the figures, by the name that it gives it.
 *
 * @param {App} app
 * @param {number} number
 * @param {string} name
 */
export const live = (app, number, name) => chapter(app, number).locator(`[data-live="${name}"]`);

/**
 * The live numbers of a chapter, as they read.
 *
 * @param {App} app
 * @param {number} number
 * @returns {Promise<[string, string][]>}
 */
export function liveTexts(app, number) {
  return chapter(app, number)
    .locator('[data-live]')
    .evaluateAll((places) => places.map((place) => [place.getAttribute('data-live') ?? '', place.textContent ?? '']));
}

/**
 * What is to be done in a chapter.
 *
 * @param {App} app
 * @param {number} number
 * @param {string} start how its text begins
 */
export const goal = (app, number, start) =>
  chapter(app, number).locator('.goal').filter({ hasText: new RegExp(`^${start}`) });

/** @param {import('@playwright/test').Locator} goal @param {string} when */
export async function expectNotReached(goal, when) {
  await expect(goal).toBeVisible();
  await expect(goal, when).not.toHaveAttribute('data-reached');
}

/** @param {import('@playwright/test').Locator} goal */
export async function expectReached(goal) {
  await expect(goal).toHaveAttribute('data-reached', '');
}

/** Opens the derivation of chapter 6, step by step. @param {App} app */
export async function openDerivation(app) {
  for (const summary of await chapter(app, 6).locator('summary').all()) await summary.press('Enter');
}
