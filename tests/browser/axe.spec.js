import axe from 'axe-core';
import { expect, test } from './page.js';

/** What the page means to hold to, as axe knows it: WCAG 2.2 at level AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Beyond that, all of a page is in a landmark, and below a heading. */
const OF_PAGES = ['region', 'landmark-one-main', 'page-has-heading-one'];
/** A frame has the headings of its host above it. */
const OF_FRAMES = ['region', 'landmark-one-main'];

/**
 * What axe finds in the page as it stands: a rule, and the elements that break it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string[]} rules beyond those of the tags
 * @returns {Promise<string[]>}
 */
async function faults(page, rules = OF_PAGES) {
  // The page's policy lets no other script in; the debugger is asked for nothing.
  await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { axe: loaded } = /** @type {{ axe: typeof axe }} */ (/** @type {unknown} */ (window));
    const { violations } = await loaded.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary})`));
  }, { runOnly: TAGS, rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])) });
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test.describe(`axe finds nothing, in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('in the page, in mid-run, with More, tables and the bench open, and in chapters', async ({ app, page }) => {
      await app.open();
      expect(await faults(page), 'at the start').toEqual([]);
      await app.button('Step').click();
      await app.button('More').click();
      await expect(page.getByRole('heading', { name: 'Is a line suitable?' })).toBeVisible();
      expect(await faults(page), 'with More').toEqual([]);
      for (const chapter of [1, 5, 7, 12]) {
        await app.open(`chapter=${chapter}`);
        await expect(page.locator(`#chapter-${chapter}`)).toBeVisible();
        expect(await faults(page), `in chapter ${chapter}`).toEqual([]);
      }
      await app.open();
      await app.button('Write it yourself').click();
      await expect(page.locator('html')).toHaveAttribute('data-program', 'ready');
      expect(await faults(page), 'with the bench').toEqual([]);
    });

    test('in a chapter and the glossary as pages of their own, and in a frame', async ({ app, page }) => {
      for (const address of ['./lesson/5.html', './lesson/glossary.html']) {
        await page.goto(address);
        expect(await faults(page), address).toEqual([]);
      }
      await page.goto('./?embed');
      await app.ready();
      expect(await faults(page, OF_FRAMES), 'in a frame').toEqual([]);
    });
  });
}
