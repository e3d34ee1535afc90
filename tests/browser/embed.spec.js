import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/** A link to the map of a descent at its start. */
const LINK =
  'v=1&data=faithful&swapped=0&rate=0~0.01&epochs=1000&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=5.8500_0.6200&log=1&answer=0';

/**
 * Opens the page as a frame does.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} address from the `?` on
 */
async function openFrame(page, address) {
  const app = new App(page);
  await page.goto(`./${address}`);
  await app.ready();
  return app;
}

/** Names of what can be acted on. @param {import('@playwright/test').Page} page */
async function controls(page) {
  const roles = /** @type {const} */ (['button', 'tab', 'slider', 'textbox', 'combobox', 'checkbox', 'link']);
  const found = await Promise.all(roles.map((role) => page.getByRole(role).all()));
  return Promise.all(found.flat().map(async (control) => (await control.getAttribute('aria-label')) ?? (await control.innerText()).trim()));
}

/** Whether anything is wider or higher than the window. @param {import('@playwright/test').Page} page */
async function overflows(page) {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const all = [...document.querySelectorAll('button, input, a, canvas, .number')].filter((element) => element.checkVisibility());
    const out = all.filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
    });
    return [scrollWidth > innerWidth, scrollHeight > innerHeight, ...out.map(({ id, className }) => id || className)].filter(Boolean);
  });
}

test('a frame shows the figures and controls that its address names, and nothing else', async ({ page }) => {
  const app = await openFrame(page, `?embed&show=step,bowl,unknown#${LINK}`);
  expect(await controls(page)).toEqual(['Step', 'Bowl', 'Open in Downhill']);
  await expect(page.getByRole('tab', { name: 'Bowl' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading')).toHaveText(['Cost']);
  await app.press('Step', 2);
  expect((await app.descent()).epoch).toBe(2);
  // A key does nothing where its control is not there.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await app.frame();
  expect(await app.status()).toBe('paused');
  expect((await app.descent()).epoch).toBe(3);
  // Nor do other data come in, where none can be chosen.
  await app.paste('x,y\n1,2\n2,3\n3,5\n');
  await app.drop({ name: 'a.csv', text: 'x,y\n1,2\n2,3\n3,5\n' });
  await app.frame();
  expect(await app.value('rows')).toBe(272);
  await expect(page.getByRole('link')).toHaveAttribute('href', `${page.url().split('?')[0]}#${LINK}`);
});

test('a frame fills its box without bars, from 320 × 240 on', EVERY_ENGINE, async ({ page }) => {
  for (const address of ['?embed', '?embed=bowl,step', '?embed=data,map,run,epoch,numbers']) {
    await page.goto('about:blank');
    const app = await openFrame(page, address);
    await app.press(address.includes('step') ? 'Step' : 'Run');
    for (const [width, height] of [[320, 240], [480, 320], [360, 640], [1000, 500]]) {
      await page.setViewportSize({ width, height });
      await app.frame();
      expect(await overflows(page), `${address} at ${width} × ${height}`).toEqual([]);
      const drawing = await page.locator('.drawing:visible').first().boundingBox();
      expect(drawing?.height).toBeGreaterThan(0.3 * height);
    }
  }
});

test('every part that can be asked for is there when it is', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const parts = 'cost,data,history,run,step,step-back,reset,epoch,speed,rate,numbers,status,tools,dataset';
  const app = await openFrame(page, `?embed=${parts}`);
  for (const name of ['Data', 'Cost', 'Cost by epoch']) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  for (const name of ['Run', 'Step', 'Step back', 'Reset', 'Squares']) await expect(app.button(name)).toBeVisible();
  for (const name of ['Epoch', 'Speed', 'Learning rate', 'Dataset']) await expect(app.field(name)).toBeVisible();
  for (const id of ['slope', 'cost', 'status']) await expect(page.locator(`#${id}`)).toBeVisible();
  for (const name of ['Upload CSV', 'More', 'Copy link']) await expect(app.button(name)).toBeHidden();
  expect(await overflows(page)).toEqual([]);
});

test('the dialog writes the code of a frame, and its preview follows what is chosen', async ({ app, page }) => {
  await app.press('Step', 4);
  await app.button('Export').click();
  const frame = page.frameLocator('#embed-preview');
  const step = frame.getByRole('button', { name: 'Step', exact: true });
  await expect(step).toBeVisible();
  await expect(frame.locator('#epoch')).toHaveAttribute('data-value', '4');
  for (const name of ['Step button', 'Map view', 'Surface view']) await app.field(name).uncheck();
  await expect(step).toBeHidden();
  await expect(frame.getByRole('tab')).toHaveText(['Bowl']);
  await app.setField('Frame width', 200);
  await expect(app.field('Frame width')).toHaveAttribute('aria-invalid', 'true');
  await app.setField('Frame width', 500);
  await app.button('Copy embed code').click();
  await expect(page.locator('#embed-said')).not.toBeEmpty();
  const code = await app.field('Embed code').inputValue();
  const written = Object.fromEntries(
    [...code.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]),
  );
  const home = page.url().split(/[?#]/)[0];
  expect(written).toMatchObject({
    src: expect.stringContaining(`${home}?embed=data,bowl,run,step-back,reset,rate,numbers#v=2&data=weather`),
    width: '500',
    height: '420',
    title: 'Downhill: Weather, Second World War',
  });
  // Not every browser lets a test read the clipboard, nor the page write it: then the code is selected.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  if ((await page.locator('#embed-said').textContent())?.includes('is on the clipboard')) {
    expect(await app.clipboard()).toContain(`${home}?embed=data,bowl`);
  }
});
