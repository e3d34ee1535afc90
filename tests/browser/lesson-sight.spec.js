import { bar, button, chapter, live, openChapter, openDerivation, showThis } from './chapters.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

const SIZES = [[1280, 800], [1920, 1080], [768, 1024], [390, 844]];

/** The height of a note under a figure, which may come or go while the figures are docked. */
const NOTE = 40;

/** @param {App} app */
const docked = (app) => expect(app.page.locator('html')).toHaveAttribute('data-docked', '');
/** @param {App} app */
const undocked = (app) => expect(app.page.locator('html')).not.toHaveAttribute('data-docked');

/** Where a chapter's heading is, from the top of the whole page. @param {App} app @param {number} number */
function heightOf(app, number) {
  return chapter(app, number)
    .getByRole('heading', { level: 3 })
    .evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
}

/** What the figures cover of a chapter's heading, and whether the page is too wide. @param {App} app @param {number} number */
function coverOf(app, number) {
  return chapter(app, number)
    .getByRole('heading', { level: 3 })
    .evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const text = range.getBoundingClientRect();
      const covers = [...document.querySelectorAll('#dock, #dock *')].filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const shown = part.checkVisibility() && right > left && bottom > top;
        return shown && left < text.right && right > text.left && top < text.bottom && bottom > text.top;
      });
      // In the middle of its letters, the heading is what one sees.
      const seen = document.elementFromPoint((text.left + text.right) / 2, (text.top + text.bottom) / 2);
      return {
        covers: covers.map(({ id, tagName }) => id || tagName),
        seen: heading.contains(seen),
        tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      };
    });
}

/** @param {App} app @param {string} where */
async function expectInSight(app, where) {
  await docked(app);
  await app.frame();
  for (const part of [app.page.locator('#data-figure'), app.page.locator('#cost-figure'), app.button('Run')]) {
    await expect(part, where).toBeInViewport({ ratio: 1 });
  }
}

const UNCOVERED = { covers: [], seen: true, tooWide: false };

for (const [width, height] of SIZES) {
  const engines = [1280, 390].includes(width) ? EVERY_ENGINE : {};
  test(`at ${width} × ${height} the figures stay in sight beside the text, which stays where it is`, engines, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const app = await openChapter(page, 4);
    await expectInSight(app, 'at a chapter');
    expect(await coverOf(app, 4), 'its address leads to its heading, which nothing covers').toEqual(UNCOVERED);

    await test.step('the text does not jump when they dock', async () => {
      const there = await heightOf(app, 4);
      await app.field('Dataset').scrollIntoViewIfNeeded();
      await undocked(app);
      await app.frame();
      await expect(app.field('Dataset')).toBeInViewport();
      expect(Math.abs((await heightOf(app, 4)) - there), 'undocked').toBeLessThan(NOTE);
      await chapter(app, 2).scrollIntoViewIfNeeded();
      await docked(app);
      await app.frame();
      expect(Math.abs((await heightOf(app, 4)) - there), 'docked again').toBeLessThan(NOTE);
      await app.press('Step');
      expect(await app.value('epoch'), 'and what is docked works').toBe(1);
    });

    await test.step('nor is it covered, with the bar and wherever a link leads', async () => {
      await showThis(app, 7);
      await chapter(app, 7).getByRole('link', { name: 'Next chapter' }).click();
      await expect(chapter(app, 8)).toBeFocused();
      await expectInSight(app, 'with the bar');
      await expect(bar(app)).toBeInViewport({ ratio: 1 });
      await expect(bar(app).getByRole('button', { name: 'Back to mine' })).toBeInViewport({ ratio: 1 });
      expect(await coverOf(app, 8)).toEqual(UNCOVERED);
    });

    await test.step('the figures are large enough to work with', async () => {
      const figures = [app.page.locator('#data-figure'), app.page.locator('#cost-figure')];
      const sizes = async () => Promise.all(figures.map((figure) => figure.evaluate(({ clientWidth, clientHeight }) => Math.min(clientWidth, clientHeight))));
      if (width === 390) {
        const enlarge = app.button('Enlarge the cost');
        const before = await app.value('slope');
        await figures[1].click();
        await expect(enlarge).toHaveAttribute('aria-pressed', 'true');
        expect((await sizes())[1], 'after a tap').toBeGreaterThan(300);
        expect(await app.value('slope'), 'which does nothing else').toBe(before);
        await expect(app.page.locator('#epoch')).toBeVisible();
        await enlarge.click();
        await expect(figures[0]).toBeVisible();
      } else if (width === 1280) {
        await app.page.setViewportSize({ width: 1024, height: 768 });
        await expect(app.page.locator('html')).toHaveAttribute('data-dock', 'beside');
        expect(Math.min(...(await sizes())), 'at 1024 × 768').toBeGreaterThan(240);
        expect(await outside(app)).toEqual([]);
        await app.page.setViewportSize({ width, height });
      }
    });

    await test.step('nothing of the chapters reaches below the figures, or beyond the page', async () => {
      for (let line = 0; line < 9; line += 1) await button(app, 7, 'Next line').press('Enter');
      await expect(app.page.locator('#epoch')).toHaveText('1');
      await openDerivation(app);
      await app.frame();
      expect(await outside(app)).toEqual([]);
    });

    await test.step('the table that Next row drives is in sight, and the text stands still while one steps', async () => {
      await button(app, 6, 'Next row').click();
      await expect(chapter(app, 6).locator('[data-live="row-x"]')).toBeInViewport();
      await expect(button(app, 6, 'Next row')).toBeInViewport({ ratio: 1 });
      const number = live(app, 4, 'slope').first();
      const widthOf = () => number.evaluate((element) => element.getBoundingClientRect().width);
      await app.press('Reset');
      const still = await widthOf();
      await app.press('Step');
      await expect(number).not.toHaveText('0');
      expect(await widthOf()).toBe(still);
    });
  });
}

/**
 * What of the chapters is wider than the room for it, but for what scrolls by itself.
 *
 * @param {App} app
 */
function outside(app) {
  return app.page.evaluate(() => {
    const dock = document.getElementById('dock')?.getBoundingClientRect();
    const beside = dock && dock.left > 0 ? dock.left : document.documentElement.clientWidth;
    /** @param {Element} element */
    const scrolls = (element) => {
      for (let around = element.parentElement; around && around.id !== 'chapters'; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('#chapters *')]
      .filter((element) => element.checkVisibility() && !scrolls(element))
      .filter((element) => element.getBoundingClientRect().right > beside + 0.5)
      .map((element) => `${element.closest('article')?.id}: ${element.outerHTML.slice(0, 80)}`);
  });
}

test('where there is no room for figures and text at once, the figures stay where they are', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  const app = await openChapter(page, 4);
  await undocked(app);
  await expect(app.page.locator('#data-figure')).not.toBeInViewport();
  await showThis(app, 4);
  await expect(app.page.locator('#data-figure'), 'but one is taken to what is shown').toBeInViewport();
  await app.press('Read on');
  await expect(chapter(app, 4)).toBeInViewport();
  await app.page.setViewportSize({ width: 800, height: 900 });
  await docked(app);
});
