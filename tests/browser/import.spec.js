import { EVERY_ENGINE, expect, test } from './page.js';

const ROWS = 'a,b\n1,2\n2,4.5\n3,6\n';

/**
 * Drops a long file of columns a and b, which is made in the page: many megabytes take long to be sent there.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {string} rows
 * @param {number} times how often the rows are in it
 */
function dropRepeated(page, name, rows, times) {
  return page.evaluate(
    ({ name, rows, times }) => {
      const data = new DataTransfer();
      data.items.add(new File(['a,b\n', ...Array(times).fill(rows)], name));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { name, rows, times },
  );
}

test('an import that takes long shows how far it is, and can be cancelled without a trace', async ({ app }) => {
  await app.press('Step', 3);
  const before = [await app.descent(), await app.link()];
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await app.page.route('**/pkg/reader_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await app.uploadCsv('slow.csv', ROWS);
  const bar = app.page.getByRole('progressbar', { name: 'Reading the file' });
  await expect(bar).toBeVisible();
  await expect(app.page.locator('.import-progress')).toContainText('0.0 of 0.0 MB, 0 rows');
  await app.press('Cancel import');
  await expect(bar).toBeHidden();
  await expect(app.sentence).toContainText('The import of slow.csv was cancelled.');
  release();
  await app.page.unrouteAll({ behavior: 'ignoreErrors' });
  expect([await app.descent(), await app.link()]).toEqual(before);
  await expect(app.alert).toBeHidden();

  await app.uploadCsv('again.csv', ROWS);
  await expect(app.chosen('Dataset')).toHaveText('again.csv');
  expect(await app.value('rows')).toBe(3);
});

test('files as spreadsheets in Europe write them, and columns of dates, open as they are', async ({ app }) => {
  const text = 'Messung 2024\r\nLänge (m);Preis (€);Ort\r\n1,5;1.250,00;Köln\r\n2,25;2.000,50;Wien\r\n3;2.750;k. A.\r\n';
  const western = Uint8Array.from([...text].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))));
  await app.uploadCsv('messung.csv', western);
  await expect(app.chosen('Dataset')).toHaveText('messung.csv');
  await expect(app.chosen('X column')).toHaveText('Länge (m)');
  await expect(app.chosen('Y column')).toHaveText('Preis (€)');
  expect(await app.value('rows')).toBe(3);
  expect(await app.value('best-slope')).toBeCloseTo(1000, 1);
  const told = app.page.locator('#about');
  for (const sentence of ['separated by semicolons', 'a decimal comma', 'Windows-1252', 'The first line is not part'])
    await expect(told).toContainText(sentence);

  await app.uploadCsv('ice.csv', 'day,ice\n1980-01-01,14.9\n1990-01-01,14.4\n2000-01-01,13.8\n2010-07-02,13.1\n');
  await expect(app.chosen('Dataset')).toHaveText('ice.csv');
  await expect(app.chosen('X column')).toHaveText('day');
  await expect(app.page.locator('#data-figure'), 'the axis says what it counts').toHaveAccessibleName(/against day \(year\)/);
});

test('of two files chosen one after the other, the last one counts', EVERY_ENGINE, async ({ app }) => {
  const large = `a,b\n${'1,2\n3,4\n'.repeat(200_000)}`;
  await app.uploadCsv('large.csv', large);
  await app.uploadCsv('small.csv', ROWS);
  await expect(app.chosen('Dataset')).toHaveText('small.csv');
  await app.choose('Dataset', 'Anscombe I');
  await expect(app.field('Dataset').getByRole('option', { name: 'large.csv' })).toHaveCount(0);
});

test('the report stays in sight, columns are chosen among what they hold, and a wrong guess is set right', async ({ app }) => {
  const { page } = app;
  const panel = page.getByRole('region', { name: 'lengths.csv' });
  await app.uploadCsv('lengths.csv', 'who\ta\tb\tc\np\t1,250\t2,500\t9\nq\t3,125\t4,750\t8\nr\t\t5,000\t\n');
  await expect(panel).toContainText('3 rows read, 2 used.');
  await expect(panel).toContainText('line 4: nothing in a');
  const more = app.button('Columns and format');
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.click();

  await test.step('what each column holds', async () => {
    const rows = panel.getByRole('row');
    await expect(rows).toHaveCount(5);
    await expect(rows.nth(1)).toHaveText(/a.*numbers.*67 %.*1250.*2187\.5.*3125/);
    await expect(rows.last(), 'words come last').toHaveText(/who.*words/);
    await expect(page.getByRole('radio', { name: 'x: a', exact: true })).toBeChecked();
    await expect(page.getByRole('radio', { name: 'x: who', exact: true })).toBeDisabled();
  });

  await test.step('other columns', async () => {
    await page.getByRole('radio', { name: 'y: c', exact: true }).check();
    await expect(app.chosen('Y column')).toHaveText('c');
    await expect(panel).toContainText('3 rows read, 2 used.');
    await page.getByRole('radio', { name: 'x: c', exact: true }).check();
    await expect(app.chosen('X column'), 'a column cannot be both').toHaveText('c');
    await expect(app.chosen('Y column')).toHaveText('a');
  });

  await test.step('a decimal comma where thousands were taken for it', async () => {
    const decimal = app.field('Decimal sign');
    await expect(decimal.locator('option:checked')).toHaveText('as found: point: 3.5');
    await expect(panel).toContainText("'1,250' (line 2) is read as 1250. Nothing in the file says whether it should be 1.25.");
    await app.press('Read 1,250 as 1.25');
    await expect(panel).toContainText('a decimal comma');
    await expect(app.chosen('X column'), 'the columns are kept').toHaveText('c');
    await expect(app.chosen('Y column')).toHaveText('a');
    expect(await app.value('best-slope')).toBeCloseTo((3.125 - 1.25) / (8 - 9), 12);
    await expect(decimal).toHaveValue('comma');
    await app.press('Read 1,250 as 1250');
    await expect(decimal).toHaveValue('point');
    await decimal.selectOption('comma: 3,5');
    await expect(panel).toContainText('a decimal comma');
  });

  await test.step('it is about this file only', async () => {
    await app.choose('Dataset', 'Cars of 1974');
    await expect(panel).toBeHidden();
    await app.choose('Dataset', 'lengths.csv');
    await expect(panel).toBeVisible();
    expect(await app.value('best-slope'), 'and what was chosen of it still holds').toBeCloseTo(-1.875, 12);
  });
});

test('a file that is of no use as it is read can be read otherwise', async ({ app }) => {
  const before = await app.descent();
  await app.uploadCsv('text.csv', 'a,b\nred,p1\ngreen,p2\nblue,3\n');
  await expect(app.alert).toContainText("In 'a', line 2 has 'red', which is not a number.");
  const panel = app.page.getByRole('region', { name: 'text.csv is not in use' });
  await expect(panel).toBeVisible();
  await app.button('Columns and format').click();
  await app.field('Delimiter').selectOption('tab');
  await expect(panel.getByRole('rowheader', { name: 'a,b' }), 'one column, of words').toBeVisible();
  await app.choose('Dataset', 'Cars of 1974');
  await expect(panel).toBeHidden();
  await app.choose('Dataset', 'Weather, Second World War');
  expect(await app.descent()).toEqual(before);

  await test.step('also where nothing was found in it', async () => {
    await app.uploadCsv('one-line.csv', 'a;1|b;2|c;4|');
    await expect(app.alert).toContainText('no rows under it');
    const panel = app.page.getByRole('region', { name: 'one-line.csv is not in use' });
    await expect(panel.getByRole('columnheader', { name: 'Kind' })).toBeHidden();
    await expect(panel.getByLabel('Heading rows').locator('option:checked')).toHaveText('not found');
    await panel.getByLabel('Heading rows').selectOption('0');
    await expect(panel.getByRole('columnheader', { name: 'Kind' })).toBeVisible();
  });
});

test('dates whose day and month cannot be told apart are asked about', async ({ app }) => {
  await app.uploadCsv('dates.csv', 'when,v\n01/02/2024,1\n01/03/2024,2\n');
  await expect(app.alert).toContainText("In 'when', line 2 has '01/02/2024'");
  await app.button('Columns and format').click();
  await app.field('Dates').selectOption('day first: 31/12/2024');
  await expect(app.chosen('X column')).toHaveText('when');
  expect(await app.value('best-slope')).toBeCloseTo(1 / 29, 12);
});

test('an import ends also where the browser tidies up meanwhile', async ({ app }) => {
  const { page } = app;
  // Nothing but the wait for the next bytes holds on to them.
  await dropRepeated(page, 'long.csv', '1.25,2.5\n'.repeat(1 << 10), 1 << 12);
  let read = false;
  const done = expect(app.chosen('Dataset')).toHaveText('long.csv').then(() => (read = true));
  while (!read) await Promise.race([page.requestGC(), done]);
  expect(await app.value('rows')).toBe(1 << 22);
});

test('of more rows than are kept the sums are exact, and the picture shows all', EVERY_ENGINE, async ({ app }) => {
  // Points on the lines y = x, y = x + 1 and y = x + 2, so that the least cost is known.
  await dropRepeated(app.page, 'long.csv', '0,0\n0,1\n0,2\n1,1\n1,2\n1,3\n'.repeat(750), 1_000);
  await expect(app.chosen('Dataset')).toHaveText('long.csv');
  expect(await app.value('rows')).toBe(4_500_000);
  expect(await app.value('best-slope')).toBeCloseTo(1, 12);
  expect(await app.value('best-cost')).toBeCloseTo(2 / 3, 12);
  await expect(app.page.locator('#about')).toContainText('a random sample of 300,000');
  await app.press('Step');
  expect(await app.value('slope')).not.toBe(0);
  await expect(app.alert).toBeHidden();
});
