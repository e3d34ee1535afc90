import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { BALL, clickAt, drag, handlesOf, placeIn, pointAt, whereIs } from './pointer.js';
import { picture } from './pictures.js';

/** Few points, far apart: (0, 1), (1, 3), (2, 4), (3, 9). */
const FEW = 'x,y\n0,1\n1,3\n2,4\n3,9\n';

/** @param {import('./app.js').App} app */
async function uploadFew(app) {
  await app.uploadCsv('few.csv', FEW);
  await expect(app.chosen('Dataset')).toHaveText('few.csv');
  await app.frame();
}

/** @param {import('./app.js').App} app @param {string} name */
async function view(app, name) {
  await app.page.getByRole('tab', { name }).click();
  await app.frame();
}

test('in the map one points at lines, drags the ball, and puts it elsewhere by a tap or by keys', EVERY_ENGINE, async ({ app }) => {
  await view(app, 'Map');
  const tip = app.page.locator('#cost-tip');
  await test.step('pointing shows the line of that place over the data, with its a, b and J', async () => {
    const before = await picture(app.page, 'data-overlay');
    await pointAt(app.page, 'cost', { x: 0.4, y: 0.4 });
    await expect(tip).toContainText(/a = .*, b = .*\s*J = /);
    expect((await picture(app.page, 'data-overlay')).hash).not.toBe(before.hash);
    const first = await tip.innerText();
    await pointAt(app.page, 'cost', { x: 0.6, y: 0.4 });
    await expect(tip).not.toHaveText(first);
    await app.page.mouse.move(5, 5);
    await expect(tip).toBeHidden();
    await app.frame();
    expect((await picture(app.page, 'data-overlay')).hash, 'the line goes with the pointer').toBe(before.hash);
  });
  await test.step('the ball is dragged to a new start, and the descent goes on from there', async () => {
    const before = await app.descent();
    const from = await whereIs(app.page, 'cost-overlay', BALL);
    await drag(app.page, 'cost', from, { x: from.x + 0.09, y: from.y + 0.06 });
    await app.frame();
    await app.waitForStatus('ready');
    const { epoch, slope } = await app.descent();
    expect(epoch).toBe(0);
    expect(slope).not.toBe(before.slope);
    await expect(app.field('Start slope')).toHaveValue(String(slope));
    await expect(app.sentence).toContainText('The ball waits at');
    await app.press('Step');
    expect((await app.descent()).epoch).toBe(1);
  });
  await test.step('a tap is a new start there, and what was pointed at is gone', async () => {
    await pointAt(app.page, 'cost', { x: 0.7, y: 0.3 });
    await expect(tip).toBeVisible();
    await clickAt(app.page, 'cost', { x: 0.7, y: 0.3 });
    await expect(tip).toBeHidden();
    await app.frame();
    const there = await app.descent();
    expect(there).toMatchObject({ epoch: 0 });
    expect(there.slope).toBeGreaterThan(0.5);
  });
  await test.step('the arrow keys move the start', async () => {
    await app.press('Start at zero');
    await app.page.locator('#cost-figure').focus();
    await expect(app.page.locator('#cost-figure')).toBeFocused();
    await app.page.keyboard.press('ArrowRight');
    await expect(app.sentence).toContainText(/The ball waits at a = 0\.0/);
  });
});

test('the surface turns by dragging and by the arrow keys, comes closer by the wheel and by keys, and Reset view goes back', EVERY_ENGINE, async ({ app }) => {
  const { keyboard, mouse } = app.page;
  await view(app, 'Surface');
  const [start, link, far] = [await app.descent(), await app.link(), await picture(app.page, 'cost-base')];
  const seen = [far.hash];
  const look = async () => {
    await app.frame();
    const { hash } = await picture(app.page, 'cost-base');
    seen.push(hash);
  };
  await test.step('what is dragged beside the ball turns the surface', async () => {
    const [from, to] = [await placeIn(app.page, 'cost', { x: 0.2, y: 0.85 }), await placeIn(app.page, 'cost', { x: 0.3, y: 0.8 })];
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 3 });
    await look();
    await mouse.up();
    await mouse.move(from.x, from.y);
    await look();
    expect(seen[2], 'it turns no further once let go').toBe(seen[1]);
    expect(await app.link()).not.toBe(link);
  });
  await test.step('so do the arrow keys', async () => {
    await app.page.locator('#cost-figure').focus();
    for (const key of ['ArrowLeft', 'ArrowUp']) {
      await keyboard.press(key);
      await look();
    }
    expect(new Set(seen).size, 'every turn shows another side').toBe(4);
    expect(await app.descent(), 'turning is no new start, and no step').toEqual(start);
    await app.press('Reset view');
    await expect(app.button('Reset view')).toBeHidden();
    expect((await picture(app.page, 'cost-base')).hash).toBe(far.hash);
  });
  await test.step('the wheel and the keys come closer', async () => {
    await pointAt(app.page, 'cost', { x: 0.5, y: 0.5 });
    await mouse.wheel(0, -240);
    await expect(app.button('Reset view')).toBeVisible();
    await app.frame();
    expect((await picture(app.page, 'cost-base')).ink).toBeGreaterThan(far.ink);
    await app.press('Reset view');
    await app.page.locator('#cost-figure').focus();
    await keyboard.press('+');
    await expect.poll(async () => (await picture(app.page, 'cost-base')).ink).toBeGreaterThan(far.ink);
    await keyboard.press('-');
    await expect.poll(async () => (await picture(app.page, 'cost-base')).hash).toBe(far.hash);
  });
  expect(app.page.url(), 'the page has not moved').not.toContain('#cost');
});

test('by mouse the line is moved and turned, and points are added, moved and deleted, undone and redone', EVERY_ENGINE, async ({ app }) => {
  await uploadFew(app);
  await view(app, 'Map');
  await test.step('the line is moved by its middle and turned by its ends, and the ball follows', () => moveLine(app));
  await app.press('Start at zero');
  await test.step('points are edited', () => editPoints(app));
});

/** @param {import('./app.js').App} app */
async function moveLine(app) {
  const figure = app.page.locator('#data-figure');
  const ball = await picture(app.page, 'cost-overlay');
  const handle = await handlesOf(app.page);
  await drag(app.page, 'data', handle.middle, { x: handle.middle.x, y: handle.middle.y - 0.2 });
  await app.frame();
  const moved = await app.descent();
  expect(moved).toMatchObject({ epoch: 0, slope: 0 });
  expect(moved.intercept).toBeGreaterThan(1);
  expect((await picture(app.page, 'cost-overlay')).hash).not.toBe(ball.hash);

  const { end } = await handlesOf(app.page);
  await drag(app.page, 'data', end, { x: end.x, y: end.y - 0.15 });
  await app.frame();
  const turned = await app.descent();
  expect(turned.slope).toBeGreaterThan(0.3);
  // It turned about the mean of x, 1.5.
  const height = turned.slope * 1.5 + turned.intercept;
  expect(Math.abs(height - moved.intercept)).toBeLessThan(0.05);
  await expect(figure).toHaveAttribute('aria-label', /the line ŷ = /);
}

/** @param {import('./app.js').App} app */
async function editPoints(app) {
  await app.press('Edit points');
  await expect(app.sentence).toContainText('Click an empty place to add a point');
  const best = await app.value('best-slope');
  await clickAt(app.page, 'data', { x: 0.85, y: 0.65 });
  await expect.poll(() => app.value('rows')).toBe(5);
  const added = await app.value('best-slope');
  expect(added).toBeLessThan(best);
  await expect(app.chosen('Dataset')).toHaveText('few.csv, edited');

  await drag(app.page, 'data', { x: 0.85, y: 0.65 }, { x: 0.85, y: 0.3 });
  await app.frame();
  const moved = await app.value('best-slope');
  expect(moved).toBeGreaterThan(added);
  await app.press('Delete point');
  await expect.poll(() => app.value('rows')).toBe(4);
  expect(await app.value('best-slope')).toBe(best);

  await app.press('Undo');
  expect(await app.value('best-slope')).toBe(moved);
  await app.press('Undo');
  expect(await app.value('best-slope'), 'a drag is one change').toBe(added);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => app.value('rows')).toBe(4);
  await expect(app.button('Undo')).toBeDisabled();
  await app.press('Redo');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => app.value('best-slope')).toBe(moved);
}

test('points are changed by keyboard alone', async ({ app }) => {
  await uploadFew(app);
  await app.button('Edit points').focus();
  await app.page.keyboard.press('Enter');
  await app.page.locator('#data-figure').focus();
  const best = await app.value('best-cost');
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => app.value('best-cost')).not.toBe(best);
  const higher = await app.value('best-cost');
  await app.page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => app.value('best-cost')).not.toBe(higher);
  await app.page.keyboard.press('Enter');
  await expect.poll(() => app.value('rows')).toBe(5);
  await app.page.keyboard.press('Delete');
  await expect.poll(() => app.value('rows')).toBe(4);
  await app.page.keyboard.press('ArrowRight');
  const tip = app.page.locator('#data-tip');
  await expect(tip.getByRole('row').nth(2)).toContainText('mean of all 4');
  await app.page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
});

test('the mouse finds a point among 119,040, and a sample of so many is offered for editing', EVERY_ENGINE, async ({ app }) => {
  await pointAt(app.page, 'data', { x: 0.8, y: 0.35 });
  await expect(app.page.locator('#data-tip')).toContainText('mean of all 119,040');
  await app.press('Edit points');
  await expect(app.page.locator('#edit-refusal')).toContainText('119,040 points are too many');
  await app.press('Edit a sample of 300');
  await expect.poll(() => app.value('rows')).toBe(300);
  await expect(app.button('Add point')).toBeVisible();
  await app.press('Add point');
  await expect.poll(() => app.value('rows')).toBe(301);
  await app.choose('Dataset', 'Old Faithful');
  await app.choose('Dataset', 'Weather, Second World War, a sample');
  expect(await app.value('rows'), 'nothing was lost').toBe(301);
});

test('with the intercept held only the slope learns, and the bowl names its limit', async ({ app }) => {
  await uploadFew(app);
  await view(app, 'Bowl');
  await app.press('Hold the intercept');
  // mean(x²) = 14/4.
  await expect(app.page.locator('#cost-note')).toContainText('1/mean(x²) = 0.285');
  await app.setField('Learning rate', '0.2');
  await app.press('Step', 12);
  const { slope, intercept } = await app.descent();
  expect(intercept).toBe(0);
  // Σxy/Σx² = 38/14.
  expect(slope).toBeCloseTo(38 / 14, 3);
  await app.field('Along').selectOption({ label: 'intercept b' });
  await expect(app.button('Hold the slope')).toHaveAttribute('aria-pressed', 'true');
  await expect(app.page.locator('#cost-note')).toContainText('stable up to L = 1.');
});

test.describe('where motion is welcome', () => {
  test.use({ ownWindow: { reducedMotion: 'no-preference' } });
  test('a step glides, the camera flies, and then all is at rest', async ({ page }) => {
    const app = new App(page);
    // Time stands still but for what the test lets pass, however busy the machine is.
    await page.clock.install();
    await app.open();
    await page.clock.pauseAt(Date.now() + 60_000);
    /** @param {string} layer @param {number} times @param {number} each */
    const seen = async (layer, times, each) => {
      const pictures = [];
      for (let time = 0; time < times; time += 1) {
        await page.clock.fastForward(each);
        pictures.push((await picture(page, layer)).hash);
      }
      return pictures;
    };
    await page.getByRole('tab', { name: 'Map' }).click();
    // The first of these frames begins the flight to the map, and the others end it.
    for (let frame = 0; frame < 4; frame += 1) await page.clock.fastForward(500);
    await app.button('Step').click();
    const step = await seen('cost-overlay', 12, 60);
    expect(new Set(step).size, 'the ball is on its way').toBeGreaterThan(5);
    expect(step.at(-1), 'the ball is there').toBe(step.at(-2));
    await page.getByRole('tab', { name: 'Surface' }).click();
    const flight = await seen('cost-base', 16, 60);
    expect(new Set(flight).size, 'the camera is on its way').toBeGreaterThan(8);
    expect(flight.at(-1), 'the camera is there').toBe(flight.at(-2));
  });
});

test.describe('on a phone', () => {
  test.use({ ownWindow: { hasTouch: true, viewport: { width: 390, height: 844 } } });
  test('a finger starts the descent where it taps', async ({ app }) => {
    await view(app, 'Map');
    await app.page.locator('#cost-figure').scrollIntoViewIfNeeded();
    const { x, y } = await placeIn(app.page, 'cost', { x: 0.7, y: 0.3 });
    await app.page.touchscreen.tap(x, y);
    await app.frame();
    expect((await app.descent()).slope).toBeGreaterThan(0.5);
  });
});
