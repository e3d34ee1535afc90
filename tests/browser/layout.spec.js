import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { LAYERS, picture } from './pictures.js';

test('nothing is wider than the screen, from a small phone to a large desktop', EVERY_ENGINE, async ({ app }) => {
  for (const [width, height] of [[320, 568], [390, 844], [820, 1180], [1280, 800], [1920, 1080], [2560, 1440]]) {
    await app.page.setViewportSize({ width, height });
    // The field with the link stays once it is there.
    if (await app.field('Link').isHidden()) await app.button('Copy link').click();
    await app.frame();
    const wide = await app.page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const outside = [...document.querySelectorAll('button, input, select, canvas, p, h1, h2')]
        .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -0.5 || right > room + 0.5;
        })
        .map((element) => element.id || element.outerHTML.slice(0, 60));
      return { outside, scrolls: document.documentElement.scrollWidth > room };
    });
    expect(wide, `at ${width} × ${height}`).toEqual({ outside: [], scrolls: false });
  }
});

test('no button moves or grows under the pointer that presses it, at the narrowest widths', async ({ app }) => {
  const { page } = app;
  const row = page.locator('.buttons button:visible');
  const boxes = () => row.evaluateAll((buttons) => buttons.map((button) => ({ ...button.getBoundingClientRect().toJSON() })));
  await app.slide('Speed', 0);
  for (const width of [320, 322, 324, 360, 390]) {
    await page.setViewportSize({ width, height: 568 });
    await app.frame();
    const atRest = await boxes();
    for (const name of ['Step', 'Step back', 'Reset', 'Run']) {
      await app.button(name).hover();
      await page.mouse.down();
      expect(await boxes(), `${name} pressed at ${width}`).toEqual(atRest);
      await page.mouse.up();
    }
    await app.waitForStatus('running');
    await app.button('Reset').click();
    await app.waitForStatus('ready');
  }
});

/**
 * Bases have as many pixels as the screen; overlays have at least two to each of the page's, so that
 * what moves glides.
 *
 * @param {import('./app.js').App} app
 * @param {number} density
 */
async function expectSharp(app, density) {
  for (const id of LAYERS) {
    const box = await app.page.locator(`#${id}`).boundingBox();
    const drawn = await picture(app.page, id);
    const pixels = id.endsWith('base') ? density : Math.max(density, 2);
    expect(Math.abs(drawn.width / pixels - (box?.width ?? 0)), `width of ${id}`).toBeLessThan(1);
    expect(Math.abs(drawn.height / pixels - (box?.height ?? 0)), `height of ${id}`).toBeLessThan(1);
    if (id.endsWith('base')) expect(drawn.ink, `${id} is drawn on`).toBeGreaterThan(0.01);
  }
}

test('the first screen holds both figures and the controls, and figures are drawn again at every size', EVERY_ENGINE, async ({ app }) => {
  for (const [width, height] of [[390, 844], [1280, 800], [1920, 1080]]) {
    await app.page.setViewportSize({ width, height });
    await app.frame();
    const controls = width > 390 ? ['#step', '#status', '#slope', '#learning-rate'] : [];
    for (const part of ['#data-figure', '#cost-figure', '#run', ...controls]) {
      await expect(app.page.locator(part), `${part} at ${width} × ${height}`).toBeInViewport({ ratio: 1 });
    }
    await expectSharp(app, 1);
  }
});

test.describe('on a dense screen', () => {
  test.use({ ownWindow: { deviceScaleFactor: 2, viewport: { width: 390, height: 844 } } });
  test('figures have as many pixels as the screen', async ({ app }) => {
    await expectSharp(app, 2);
  });
});

test('the figures are dark where people prefer dark, and follow a change of mind', async ({ app }) => {
  const bases = LAYERS.filter((id) => id.endsWith('base'));
  const view = async () => {
    await app.frame();
    const pictures = await Promise.all(bases.map((id) => picture(app.page, id)));
    const page = await app.page.evaluate(() => {
      const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return (red + green + blue) / (3 * 255);
    });
    return [...pictures.map(({ lightness }) => lightness), page];
  };
  for (const lightness of await view()) expect(lightness).toBeGreaterThan(0.7);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  for (const lightness of await view()) expect(lightness).toBeLessThan(0.4);
  await app.open();
  for (const lightness of await view()) expect(lightness).toBeLessThan(0.4);
  await app.page.emulateMedia({ colorScheme: 'light' });
  for (const lightness of await view()) expect(lightness).toBeGreaterThan(0.7);
});

test.describe('in a window where frames are counted', () => {
  test.use({ ownWindow: {} });
  test('a page at rest draws nothing, and asks for no frames', async ({ page }) => {
    const app = new App(page);
    await page.addInitScript(() => {
      const frame = window.requestAnimationFrame.bind(window);
      Object.assign(window, { asked: 0, frame });
      window.requestAnimationFrame = (callback) => {
        Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
        return frame(callback);
      };
    });
    await app.open();
    /** How many frames the page asks for while ten go by. */
    const asked = () =>
      page.evaluate(async () => {
        const count = () => Number(Reflect.get(window, 'asked'));
        const before = count();
        for (let i = 0; i < 10; i += 1) await new Promise((shown) => Reflect.get(window, 'frame')(shown));
        return count() - before;
      });
    await expect.poll(asked, 'after opening').toBe(0);
    await app.slide('Speed', 2);
    await app.button('Run').click();
    await app.waitForStatus('running');
    expect(await asked(), 'while it runs').toBeGreaterThan(5);
    await expect.poll(() => app.value('epoch')).toBeGreaterThan(0);
    await app.button('Pause').click();
    await app.waitForStatus('paused');
    await expect.poll(asked, 'after a run').toBe(0);
  });
});
