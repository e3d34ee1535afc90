import { chapter, expectReached, goal, openChapter } from './chapters.js';
import { expect, test } from './page.js';

/** A run of so many milliseconds is listened to. */
const RUN = 16_000;
/** Between two things that are said while a run goes on there are at least so many. */
const PAUSE = 4_000;

/**
 * @typedef {{ text: string, at: number }} Said
 * @typedef {typeof globalThis & { said: Said[] }} Listening
 */

/**
 * Listens as a screen reader does: to all that changes in a live region from now on.
 *
 * @param {import('@playwright/test').Page} page
 */
async function listen(page) {
  await page.evaluate(() => {
    const LIVE = ['status', 'alert', 'log', 'timer'];
    /** @param {Node} node @returns {boolean} whether it is in a live region that is not switched off */
    const isLive = (node) => {
      const place = node instanceof Element ? node : node.parentElement;
      const region = place?.closest('[aria-live], [role=status], [role=alert], [role=log], [role=timer], output');
      if (!region) return false;
      const said = region.getAttribute('aria-live');
      return said ? said !== 'off' : LIVE.includes(region.getAttribute('role') ?? '') || region.tagName === 'OUTPUT';
    };
    const listening = /** @type {Listening} */ (globalThis);
    listening.said = [];
    new MutationObserver((changes) => {
      /** What changed in one moment is one change of its region. @type {Set<string>} */
      const texts = new Set();
      for (const { type, target, addedNodes } of changes) {
        if (!isLive(target)) continue;
        if (type === 'characterData') texts.add(target.textContent ?? '');
        for (const node of addedNodes) texts.add(node.textContent ?? '');
      }
      for (const text of texts) if (text.trim()) listening.said.push({ text: text.trim(), at: performance.now() });
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said since the last look. @param {import('@playwright/test').Page} page */
const heard = (page) => page.evaluate(() => /** @type {Listening} */ (globalThis).said.splice(0));

/** The texts of it. @param {import('./app.js').App} app */
async function words(app) {
  await app.frame();
  return (await heard(app.page)).map(({ text }) => text);
}

/**
 * Runs for a while, by a clock that goes as fast as the page can.
 *
 * @param {import('./app.js').App} app
 */
async function listenToRun(app) {
  const { page } = app;
  await app.setField('Epochs', 100_000);
  await app.slide('Speed', 0);
  await app.frame();
  await heard(page);
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await page.clock.runFor(RUN);
  await expect(page.locator('html'), 'it still runs').toHaveAttribute('data-status', 'running');
  const [start, ...others] = await heard(page);
  expect(start.text).toMatch(/^Running from epoch/);
  expect(others.length, 'something is said on the way').toBeGreaterThan(1);
  for (const [index, { text, at }] of others.entries()) {
    expect(at - (others[index - 1] ?? start).at, text).toBeGreaterThan(PAUSE);
    expect(text).toMatch(/^Epoch [\d,]+: the cost is \S+, (falling|falling in a zigzag|rising|neither falling nor rising)\.$/);
  }
  await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
  await page.clock.runFor(500);
  expect((await heard(page)).map(({ text }) => text)).toEqual([expect.stringMatching(/^Epoch/)]);
}

test.describe('a run is told of now and then, not with every frame', () => {
  test.use({ ownWindow: {} });

  test.beforeEach(({ page }) => page.clock.install());

  test('on the page that opens, with a point selected, too', async ({ app }) => {
    const { page } = app;
    await listen(page);
    await listenToRun(app);
    await page.locator('#data-figure').press('ArrowRight');
    await page.clock.runFor(100);
    await listenToRun(app);
  });

  for (const number of [4, 6]) {
    test(`in chapter ${number}`, async ({ page }) => {
      const app = await openChapter(page, number);
      await listen(page);
      await listenToRun(app);
    });
  }
});

test('what becomes of the points is said at once, and once', async ({ app }) => {
  const { page } = app;
  await app.choose('Dataset', 'Anscombe I');
  await page.waitForSelector('#announcements', { state: 'attached' });
  await listen(page);
  const figure = page.locator('#data-figure');

  await test.step('a point that is selected', async () => {
    await figure.press('ArrowRight');
    await figure.press('ArrowRight');
    const point = (/** @type {number} */ x, /** @type {number} */ y) =>
      expect.stringMatching(new RegExp(`^Point \\d+ of 11: x = ${x}, y = ${y}, ŷ = 0; error e = y − ŷ = ${y}, `));
    expect(await words(app)).toEqual([point(4, 4.26), point(5, 5.68)]);
  });

  await app.button('Edit points').click();
  await words(app);

  await test.step('a point that is added, moved and deleted', async () => {
    await figure.press('Enter');
    // The status no longer tells how points are edited.
    expect(await words(app)).toEqual([expect.stringMatching(/^Added. Point 12 of 12: x = /), expect.stringMatching(/^The ball waits/)]);
    await figure.press('Shift+ArrowRight');
    expect(await words(app)).toEqual([expect.stringMatching(/^Moved. Point 12 of 12: x = /)]);
    await figure.press('Delete');
    expect(await words(app)).toEqual(['Point deleted; 11 are left.']);
  });

  await test.step('a change that is undone, and done again', async () => {
    await app.button('Undo').click();
    expect(await words(app)).toEqual(['Undone. There are 12 points.']);
    await app.button('Redo').click();
    expect(await words(app)).toEqual(['Done again. There are 11 points.']);
    await figure.press('Control+z');
    expect(await words(app)).toEqual(['Undone. There are 12 points.']);
  });

  await test.step('data that are chosen again are no change', async () => {
    await app.choose('Dataset', 'Old Faithful');
    const edited = await page.locator('#dataset option').filter({ hasText: 'edited' }).textContent();
    await app.choose('Dataset', edited ?? '');
    expect((await words(app)).filter((text) => /Moved|Added|deleted/.test(text))).toEqual([]);
  });
});

test('what an import found is said once', async ({ app }) => {
  await listen(app.page);
  await app.uploadCsv('prices.csv', 'size,price\n1,2\n2,4\n3,n/a\n4,9\n');
  await expect(app.sentence).toContainText('4 rows read, 3 used');
  await app.setField('Learning rate', '0.01');
  await app.press('Step');
  await app.press('Step back');
  await app.press('Reset');
  const said = (await heard(app.page)).filter(({ text }) => text.includes('rows read'));
  expect(said).toHaveLength(1);
});

test('answers, their reasons and goals are said at once, and once', async ({ page }) => {
  const app = await openChapter(page, 1);
  await listen(page);
  await chapter(app, 1).getByRole('radio', { name: 'About 10 minutes' }).check();
  await app.frame();
  const reasons = (await heard(page)).filter(({ text }) => text.startsWith('Right: that is the slope.'));
  expect(reasons).toHaveLength(1);

  await app.setField('Start slope', 10.7);
  await app.setField('Start intercept', 33.5);
  await expectReached(goal(app, 1, 'Drag the line'));
  await app.press('Step');
  await app.press('Reset');
  const reached = (await heard(page)).filter(({ text }) => text.startsWith('Goal reached. Drag the line'));
  expect(reached).toHaveLength(1);
});

test('what the figures show is told in neutral words, before the full package is in use, too', async ({ app }) => {
  const { page } = app;
  const figure = page.locator('#data-figure');
  /** @type {string[]} */
  const told = [];
  for (const set of ['Anscombe I', 'Anscombe II', 'Anscombe III', 'Anscombe IV']) {
    await app.choose('Dataset', set);
    await expect(figure).toHaveAccessibleDescription(/^11 points\./);
    await expect.poll(async () => told.includes((await page.locator('#data-description').textContent()) ?? '')).toBe(false);
    told.push((await page.locator('#data-description').textContent()) ?? '');
  }
  expect(told[1]).toContain('smooth curve');
  expect(told[2]).toContain('One point lies apart, at (13, 12.74)');
  expect(told[3]).toContain('10 of them stand above one another at x = 8');
  for (const text of told) expect(text).not.toMatch(/suit|r²|line|correlation/);
});
