/** Spreadsheets: a sheet opens as it is, by a package that is loaded for it alone. */
import { readFileSync } from 'node:fs';

import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @param {string} name */
const file = (name) => new Uint8Array(readFileSync(new URL(`../spreadsheet/files/${name}`, import.meta.url)));

test('a sheet of a spreadsheet opens as it is, another one can be chosen, and what cannot be opened says so', EVERY_ENGINE, async ({ app }) => {
  const { page } = app;
  /** @type {string[]} */
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const panel = page.locator('#import-panel');

  await test.step('.xlsx, whatever its name says', async () => {
    await app.uploadCsv('no-sheet.csv', 'a,b\n1,2\n2,4.5\n3,6\n');
    await expect(app.chosen('Dataset')).toHaveText('no-sheet.csv');
    await expect(app.field('Sheet')).toBeHidden();
    expect(loaded.filter((path) => path.includes('spreadsheet')), 'nothing of it is loaded for a CSV but one module').toHaveLength(2);

    await app.uploadCsv('weather.csv', file('weather.xlsx'));
    await expect(app.chosen('Dataset')).toHaveText('weather.csv');
    await expect(app.chosen('Sheet')).toHaveText('Weather');
    await expect(app.field('Sheet').getByRole('option')).toHaveText(['Hidden', 'Notes', 'Weather', 'Two tables', 'Empty']);
    await expect(panel.getByText('The first 2 rows are headings.')).toBeVisible();
    await app.choose('X column', 'Temperature (low)');
    await app.choose('Y column', 'Temperature (high)');
    expect(await app.value('rows')).toBe(5);
    await expect(panel.getByText('row 8: \'#N/A\' in Temperature (high)').first()).toBeVisible();
  });

  await test.step('another sheet, one of words, and back', async () => {
    await app.choose('Sheet', 'Two tables');
    await expect(app.chosen('X column')).toHaveText('x');
    expect([await app.value('rows'), await app.value('best-slope')]).toEqual([3, 1.75]);
    await app.choose('Sheet', 'Notes');
    await expect(app.alert).toContainText('no column with numbers');
    await expect(app.chosen('X column'), 'the data before are kept').toHaveText('x');
    await app.choose('Sheet', 'Empty');
    await expect(app.alert).toContainText('This sheet is empty. Choose another sheet');
    await expect(page.getByRole('heading', { name: 'Sheet Empty of weather.csv is not in use' })).toBeVisible();
    await app.choose('Sheet', 'Weather');
    await expect(app.chosen('Y column')).not.toHaveText('y');
    await expect(app.alert).toBeHidden();
  });

  await test.step('its format: what is asked of texts alone is not asked', async () => {
    await app.press('Columns and format');
    await expect(panel.getByLabel('Delimiter')).toBeHidden();
    await panel.getByLabel('Heading rows').selectOption('1');
    await expect(panel.getByText('The first 2 rows are headings.')).toBeHidden();
    await expect(app.chosen('Sheet')).toHaveText('Weather');
  });

  await test.step('.ods and .xls', async () => {
    await app.uploadCsv('weather.ods', file('weather.ods'));
    await expect(app.chosen('Dataset')).toHaveText('weather.ods');
    await expect(app.chosen('Sheet')).toHaveText('Weather');
    await app.choose('Sheet', 'More');
    await expect(app.chosen('Y column')).toHaveText('n');
    await app.uploadCsv('wetter.xls', file('wetter.xls'));
    await expect(app.chosen('Sheet')).toHaveText('Wetter');
    await expect(app.chosen('Y column')).toHaveText(/Temperatur|Anteil/);
  });

  await test.step('one that takes long, until it is cancelled', async () => {
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route('**/pkg/spreadsheets_bg.wasm', (route) => held.then(() => route.continue()));
    await app.uploadCsv('slow.ods', file('weather.ods'));
    await expect(page.locator('.import-progress')).toContainText('Opening the spreadsheet');
    await app.press('Cancel import');
    await expect(app.sentence).toContainText('The import of slow.ods was cancelled.');
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await expect(app.chosen('Dataset')).toHaveText('wetter.xls');
  });

  await test.step('what is damaged, protected, or of another kind', async () => {
    for (const [name, content, sentence] of /** @type {const} */ ([
      ['broken.xlsx', file('weather.xlsx').subarray(0, 4_000), 'This spreadsheet is damaged or not whole.'],
      ['protected.xlsx', file('protected.xlsx'), 'save it without a password'],
      ['unsaved.xlsx', file('unsaved.xlsx'), 'Formulas of this sheet have no values yet.'],
      ['rows.parquet', 'PAR1\x15\x04\x15\0\x4c\x15\0PAR1', 'DuckDB'],
    ])) {
      await app.uploadCsv(name, content);
      await expect(app.alert).toContainText(sentence);
      await expect(app.chosen('Dataset')).toHaveText('wetter.xls');
    }
  });
});

test('a link opens a sheet of a spreadsheet beside the page', async ({ page }) => {
  const app = new App(page);
  await page.route('**/weather.xlsx', (route) => route.fulfill({ body: Buffer.from(file('weather.xlsx')) }));
  await app.open('data=weather.xlsx&sheet=Two%20tables&x=y&y=x');
  await expect(app.chosen('Dataset')).toHaveText('weather.xlsx');
  await expect(app.chosen('Sheet')).toHaveText('Two tables');
  await expect(app.chosen('X column')).toHaveText('y');
  expect(await app.link()).toContain('data=weather.xlsx&x=y&y=x&sheet=Two%20tables');
});
