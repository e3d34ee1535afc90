import { App } from './app.js';
import { button, chapter, expectReached, goal, openChapter } from './chapters.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { pointAt } from './pointer.js';

/** @param {App} app @param {number} number */
const firstAnswer = (app, number) => chapter(app, number).getByRole('radio').first();

/** Whether an element has the focus, and is in sight. @param {import('@playwright/test').Locator} element */
async function expectFocusIn(element) {
  await expect(element).toBeFocused();
  await expect(element).toBeInViewport();
}

test('one key, or a button that the Tab key finds, leads from the text to the controls, and back to the very place', EVERY_ENGINE, async ({ page }) => {
  const app = await openChapter(page, 4);
  const { keyboard } = page;
  const answer = firstAnswer(app, 4);
  await answer.focus();
  await keyboard.press('F2');
  await expectFocusIn(app.button('Run'));
  await keyboard.press('Tab');
  await keyboard.press('F2');
  await expectFocusIn(answer);

  await test.step('the buttons do the same, and say the key', async () => {
    const there = chapter(app, 4).getByRole('button', { name: 'To the controls', exact: true });
    await expect(there.first()).toHaveAttribute('aria-keyshortcuts', 'F2');
    await keyboard.press('Tab');
    await expectFocusIn(there.nth(1));
    await expect(there.nth(1)).toContainText('F2');
    await keyboard.press('Enter');
    await expectFocusIn(app.button('Run'));
    await keyboard.press('Shift+Tab');
    await expectFocusIn(app.button('Back to the text'));
    await keyboard.press('Enter');
    await expectFocusIn(there.nth(1));
  });
  await test.step('elsewhere the key does nothing', async () => {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await keyboard.press('F2');
    await expect(page.locator('body')).toBeFocused();
  });
});

test('a control that goes away hands the focus on, and Space starts no run', async ({ app, page }) => {
  const { keyboard } = page;
  /** @param {import('@playwright/test').Locator} control @param {import('@playwright/test').Locator} heir */
  const press = async (control, heir) => {
    await control.focus();
    await keyboard.press('Enter');
    await expectFocusIn(heir);
    expect(await app.status()).not.toBe('running');
  };
  await test.step('Reset view', async () => {
    await page.getByRole('tab', { name: 'Surface' }).click();
    await app.button('Turn left').press('Enter');
    await expect(app.button('Reset view')).toBeVisible();
    await press(app.button('Reset view'), page.locator('#cost-figure'));
  });
  await test.step('Delete point and the last Undo', async () => {
    await app.choose('Dataset', 'Cars of 1974');
    await app.button('Edit points').press('Enter');
    await page.locator('#data-figure').press('ArrowRight');
    await expect(app.button('Delete point')).toBeEnabled();
    await press(app.button('Delete point'), page.locator('#data-figure'));
    await expect(app.button('Undo')).toBeEnabled();
    await press(app.button('Undo'), app.button('Edit points'));
  });
  await test.step('Dismiss, from where the alert found the reader', async () => {
    await app.button('Step').focus();
    await app.drop({ name: 'a.csv', text: 'nothing' });
    await expect(app.button('Dismiss')).toBeVisible();
    await press(app.button('Dismiss'), app.button('Step'));
  });
  await test.step('a column of the import', async () => {
    await app.uploadCsv('three.csv', 'a,b,c\n1,2,9\n2,4,3\n3,5,1\n4,9,2\n');
    await expect(app.chosen('Dataset')).toHaveText('three.csv');
    await app.button('Columns and format').press('Enter');
    const radio = page.getByRole('radio', { name: /y.*c|c.*y/ });
    await radio.focus();
    await keyboard.press('Space');
    await expect(app.chosen('Y column')).toHaveText('c');
    await app.frame();
    await expectFocusIn(page.getByRole('radio', { name: /y.*c|c.*y/ }));
  });
});

test('arrow keys in the row of a chapter’s symbols light them in the figures, with one stop of the Tab key', async ({ page }) => {
  const app = await openChapter(page, 4);
  const row = chapter(app, 4).getByRole('toolbar', { name: 'Symbols of this chapter' });
  const symbol = (/** @type {string} */ name) => row.getByRole('button', { name });
  await button(app, 4, 'Show the ball on its curve').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expectFocusIn(row.getByRole('button').first());
  const first = row.getByRole('button').first().locator('[data-highlighted]');
  await expect(first).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveCount(0);
  await expect(row.locator('[data-highlighted]')).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(first).toHaveCount(1);
  await expect(symbol('a, the slope')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(row.locator(':focus')).toHaveCount(0);
  await expect(row.locator('[data-highlighted]')).toHaveCount(0);
});

test.describe('in a window of 1280 × 800 at 400 %', () => {
  test.use({ ownWindow: { viewport: { width: 320, height: 200 } } });
  test('an answer leaves the reader where it is, and a goal counts that is reached out of sight', async ({ page }) => {
    const app = await openChapter(page, 4);
    const answer = chapter(app, 4).getByRole('radio', { name: /They shrink/ });
    await answer.focus();
    const place = () => answer.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    await page.keyboard.press('Space');
    await expect(chapter(app, 4).getByText('Right: where the curve is flatter')).toBeVisible();
    await expect.poll(() => app.value('epoch')).toBe(10);
    await expectFocusIn(answer);
    expect(Math.abs((await place()) - before)).toBeLessThan(2);

    await page.keyboard.press('F2');
    await expectFocusIn(app.button('Run'));
    await app.button('Reset').press('Enter');
    await app.setField('Learning rate', '0.037');
    await expect(chapter(app, 4)).not.toBeInViewport();
    await app.button('Step').press('Enter');
    await expectReached(goal(app, 4, 'Could a single step'));
    await page.keyboard.press('F2');
    await expectFocusIn(answer);
    await expectReached(goal(app, 4, 'Could a single step'));
  });
});

test('Escape puts away every tip, wherever the focus is', async ({ page }) => {
  const app = await openChapter(page, 3);
  await test.step('that of a point', async () => {
    const tip = page.locator('#data-tip');
    await chapter(app, 3).getByRole('radio').first().focus();
    await page.locator('#data-figure').press('ArrowRight');
    await expect(tip).toBeVisible();
    await app.button('Step').focus();
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await page.locator('#data-figure').press('ArrowRight');
    await expect(tip, 'the next one is shown').toBeVisible();
  });
  await test.step('that of the cost', async () => {
    await pointAt(page, 'cost', { x: 0.4, y: 0.4 });
    await expect(page.locator('#cost-tip')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#cost-tip')).toBeHidden();
  });
  await test.step('a term’s', async () => {
    const term = chapter(app, 3).locator('a.term').first();
    await term.press('Enter');
    await expect(term).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(term).toHaveAttribute('aria-expanded', 'false');
    await expect(term).toBeFocused();
  });
});

test('the pointer can go over to the tip of a point', async ({ app, page }) => {
  await app.uploadCsv('few.csv', 'x,y\n0,1\n1,3\n2,4\n3,9\n');
  await expect(app.chosen('Dataset')).toHaveText('few.csv');
  await app.frame();
  const tip = page.locator('#data-tip');
  const figure = await page.locator('#data-figure').boundingBox();
  if (!figure) throw new Error('no figure');
  await page.locator('#data-figure').press('ArrowRight');
  await expect(tip).toBeVisible();
  // The first point is at the left and low: its tip is on the right of it, and above.
  const at = await tip.evaluate((element) => {
    const { offsetLeft: x, offsetTop: y, offsetHeight: height } = /** @type {HTMLElement} */ (element);
    return { x, y, height };
  });
  const point = { x: figure.x + at.x - 14, y: figure.y + at.y + at.height + 14 };
  await page.locator('#data-figure').press('Escape');
  await page.mouse.move(point.x, point.y);
  await expect(page.locator('#data-figure')).toHaveAttribute('data-over', 'point');
  const text = await tip.innerText();
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 400, since);
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(point.x + 4 * step, point.y - 4 * step);
    await app.frame();
    await expect(tip).toBeVisible();
  }
  expect(await tip.innerText()).toBe(text);
});

test('the surface is turned and brought closer by single presses', EVERY_ENGINE, async ({ app, page }) => {
  const names = ['Turn left', 'Turn right', 'Tilt up', 'Tilt down', 'Closer', 'Farther'];
  await page.getByRole('tab', { name: 'Map' }).click();
  for (const name of names) await expect(app.button(name)).toBeHidden();
  await page.getByRole('tab', { name: 'Surface' }).click();
  const links = new Set([await app.link()]);
  for (const name of ['Turn left', 'Tilt up', 'Closer']) {
    await app.press(name);
    links.add(await app.link());
  }
  expect(links.size, 'each press shows another view').toBe(4);
  await app.press('Farther');
  await app.press('Farther');
  await expect(app.button('Farther'), 'at the end it is harmless').toBeFocused();
  await app.press('Tilt down');
  await app.press('Turn right');
  expect((await app.descent()).epoch, 'and none of them is a step').toBe(0);
});

test.describe('under a finger', () => {
  test.use({ ownWindow: { hasTouch: true, viewport: { width: 390, height: 844 } } });
  test('a swipe up over the surface scrolls the page, and one to the side turns it', async ({ app, page }) => {
    await page.getByRole('tab', { name: 'Surface' }).tap();
    const figure = page.locator('#cost-figure');
    await expect(figure).toHaveCSS('touch-action', 'pan-y');
    await figure.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const client = await page.context().newCDPSession(page);
    const box = await figure.boundingBox();
    if (!box) throw new Error('no figure');
    const [x, y] = [Math.round(box.x + box.width * 0.8), Math.round(box.y + box.height * 0.85)];
    /** @param {number} right @param {number} down */
    const swipe = async (right, down) => {
      await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 10; step += 1) {
        await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + (right * step) / 10, y: y + (down * step) / 10 }] });
      }
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await app.frame();
    };
    const before = await page.evaluate(() => scrollY);
    await swipe(-100, 0);
    await expect(app.button('Reset view')).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await swipe(0, -100);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 20);
  });
});
