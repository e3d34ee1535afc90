import { App } from './app.js';
import { NUMBERS, chapter, openChapter } from './chapters.js';
import { expect, test } from './page.js';

/** What reaches beyond the window, but for what scrolls by itself. @param {import('@playwright/test').Page} page */
function outside(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    /** @param {Element} element */
    const scrolls = (element) => {
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    const out = [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden') && !scrolls(element))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > room + 0.5 || left < -0.5);
      });
    const tooWide = document.documentElement.scrollWidth > room;
    return [...(tooWide ? ['the page'] : []), ...out.map(({ outerHTML }) => outerHTML.slice(0, 80))];
  });
}

/** Doubles the size of the text alone. @param {import('@playwright/test').Page} page */
async function doubleText(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
  });
  await expect(page.locator('html')).toHaveAttribute('data-large-text', '');
}

test('no chapter scrolls sideways at 320 px, with the figures or by itself, nor at 1280 × 800 and 400 %', async ({ page }) => {
  for (const [width, height] of [[320, 568], [320, 200]]) {
    await page.setViewportSize({ width, height });
    for (const number of NUMBERS) {
      await page.goto(`./lesson/${number}.html`);
      expect(await outside(page), `chapter ${number} by itself at ${width} × ${height}`).toEqual([]);
    }
    await page.goto('about:blank');
    const app = await openChapter(page, 1);
    await page.locator('#chapters details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    for (const number of NUMBERS) {
      await chapter(app, number).scrollIntoViewIfNeeded();
      await app.frame();
      expect(await outside(page), `chapter ${number} in the page at ${width} × ${height}`).toEqual([]);
    }
    await page.goto('about:blank');
  }
});

test('with text of twice the size the docked figures can be used, and nothing is cut off', async ({ page }) => {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    await page.setViewportSize({ width, height });
    const app = await openChapter(page, 4);
    await doubleText(page);
    await chapter(app, 4).getByRole('radio').first().scrollIntoViewIfNeeded();
    await app.frame();
    expect(await outside(page), `at ${width} × ${height}`).toEqual([]);
    for (const id of ['data-figure', 'cost-figure']) {
      const box = await page.locator(`#${id}`).boundingBox();
      expect(box?.height, `${id} at ${width} × ${height}`).toBeGreaterThan(105);
      expect(box?.width, `${id} at ${width} × ${height}`).toBeGreaterThan(150);
    }
    await expect(app.button('Run')).toBeInViewport({ ratio: 1 });
    await app.press('Step');
    expect(await app.value('epoch')).toBe(1);
    await page.goto('about:blank');
    await app.open();
    await doubleText(page);
    await app.frame();
    expect(await outside(page), `the first view at ${width} × ${height}`).toEqual([]);
    await page.goto('about:blank');
  }
});

test.describe('with colours of the reader’s own', () => {
  test.use({ ownWindow: { forcedColors: 'active', viewport: { width: 1280, height: 800 } } });
  test('toggles, the selected tab and the current line of the program are told apart', async ({ page }) => {
    const app = await openChapter(page, 7);
    const colours = (/** @type {import('@playwright/test').Locator} */ locator) =>
      locator.evaluate((element) => {
        const { color, backgroundColor, borderBlockEndColor, borderInlineStartColor } = getComputedStyle(element);
        return [color, backgroundColor, borderBlockEndColor, borderInlineStartColor].join();
      });
    await app.press('Squares');
    expect(await colours(app.button('Squares')), 'a pressed toggle').not.toBe(await colours(app.button('Residuals')));
    const tabs = page.getByRole('tab');
    expect(await colours(tabs.and(page.locator('[aria-selected="true"]')))).not.toBe(await colours(tabs.and(page.locator('[aria-selected="false"]')).first()));
    await chapter(app, 7).getByRole('button', { name: 'Next line', exact: true }).press('Enter');
    const lines = chapter(app, 7).locator('.program li');
    await expect(lines.and(page.locator('[data-current]'))).toHaveCount(1);
    expect(await colours(lines.and(page.locator('[data-current]')))).not.toBe(await colours(lines.last()));
  });
});

test.describe('in a frame of 320 × 240', () => {
  test.use({ ownWindow: { viewport: { width: 320, height: 240 } } });
  test('tabs do not touch the figure, and every stop of the Tab key can be seen', async ({ page }) => {
    const app = new App(page);
    await page.goto('./?embed');
    await app.ready();
    await page.getByRole('tab', { name: 'Surface' }).click();
    await expect(app.button('Turn left')).toBeVisible();
    const [tab, figure] = await Promise.all([page.getByRole('tab').first().boundingBox(), page.locator('#cost-figure').boundingBox()]);
    expect(figure?.y).toBeGreaterThan((tab?.y ?? 0) + (tab?.height ?? 0) + 2);
    const seen = new Set();
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement } = document;
        const { left, top, right, bottom } = activeElement?.getBoundingClientRect() ?? new DOMRect();
        const isSeen = right - left > 8 && bottom - top > 8 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return { name: activeElement?.id || activeElement?.getAttribute('aria-label') || activeElement?.tagName, isSeen };
      });
      if (seen.has(stop.name) || stop.name === 'BODY') break;
      seen.add(stop.name);
      expect(stop.isSeen, `${stop.name} is in sight`).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(8);
  });
});
