import { expect, test } from './page.js';
import { goTo, openMore, pictures, shown, wayBack } from './panel.js';
import { picture } from './pictures.js';

const HOUSES = 'size (m²),rooms,price (k€)\n50,2,150\n70,3,180\n80,3,240\n95,4,300\n120,5,350\n';

test('the descent, its way, the settings and the view are the same after More was opened', async ({ app }) => {
  await app.choose('Dataset', 'Cars of 1974');
  await app.setField('Start slope', '-0.3');
  await app.setField('Start intercept', '4');
  await app.setField('Epochs', '4321');
  await app.setField('Tolerance', '1e-3');
  await app.setField('Learning rate', '0.0007');
  await app.slide('Speed', 2);
  await goTo(app, 34);
  await app.setField('Learning rate', '0.0019');
  await app.press('Step', 3);
  await app.setField('Predict x', '20');
  await app.page.getByRole('tab', { name: 'Map' }).click();
  await app.page.getByLabel('Log scale').uncheck();
  for (const name of ['Residuals', 'Squares', 'Equal axes', 'Show the answer']) await app.button(name).click();
  // A point is chosen.
  await app.page.locator('#data-figure').press('ArrowRight');
  await expect(app.page.locator('#data-tip')).toBeVisible();
  const fragment = await app.link();
  // What is said of the link comes once the clipboard has it.
  await expect(app.page.locator('#status')).toContainText('The link carries');
  const before = [await app.descent(), await shown(app), await pictures(app)];
  expect(before[0]).toMatchObject({ epoch: 37 });

  await openMore(app);
  await expect(app.page.locator('#data-tip')).toBeVisible();
  expect([await app.descent(), await shown(app), await pictures(app)], 'to the last bit').toEqual(before);
  expect(await app.link()).toBe(fragment);
  const way = await wayBack(app, 5);
  expect(way[4]).toMatch(/^32 .* 0\.0007$/);
  await app.open(fragment);
  expect(await wayBack(app, 5), 'as without the panel').toEqual(way);
  await expect(app.page.locator('#more-extras')).toHaveText('');
});

test('an own file stays, its columns can be changed, and its edited points come back, after More was opened', async ({ app }) => {
  await app.uploadCsv('houses.csv', HOUSES);
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  await app.press('Edit points');
  await app.press('Add point');
  await app.press('Edit points');
  await app.choose('Dataset', 'houses.csv');
  await app.choose('X column', 'rooms');
  await app.press('Step', 3);
  const before = [await app.descent(), await shown(app), await pictures(app)];

  await openMore(app);
  expect([await app.descent(), await shown(app), await pictures(app)]).toEqual(before);
  await app.choose('Y column', 'size (m²)');
  await expect(app.chosen('X column')).toHaveText('rooms');
  await expect(app.chosen('Y column')).toHaveText('size (m²)');
  expect(await app.value('rows')).toBe(5);
  await app.choose('Dataset', 'houses.csv, edited');
  expect(await app.value('rows')).toBe(6);
  await app.press('Edit points');
  await app.press('Undo');
  expect(await app.value('rows')).toBe(5);
  await app.choose('Dataset', 'Cars of 1974');
  await app.choose('Dataset', 'houses.csv');
  await expect(app.chosen('Y column')).toHaveText('size (m²)');
});

test('a run goes on while More is opened, in light and in dark', async ({ app }) => {
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await app.slide('Speed', 2);
  await app.button('Run').click();
  await expect.poll(() => app.value('epoch')).toBeGreaterThan(2);
  await openMore(app);
  expect(await app.status()).toBe('running');
  const { epoch } = await app.descent();
  await expect.poll(() => app.value('epoch')).toBeGreaterThan(epoch);
  await app.press('Pause');
  for (const id of ['data-base', 'cost-base', 'history-base', 'sweep-base']) {
    const { ink, lightness } = await picture(app.page, id);
    expect(ink, id).toBeGreaterThan(0.01);
    expect(lightness, id).toBeLessThan(0.4);
  }
  await app.page.emulateMedia({ colorScheme: 'light' });
  for (const id of ['sweep-base', 'data-base']) {
    await expect.poll(async () => (await picture(app.page, id)).lightness).toBeGreaterThan(0.7);
  }
});
