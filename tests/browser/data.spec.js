import { plainDescent } from './descent.js';
import { expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';

const HOUSES = `size (m²),rooms,price (k€),street
50,2,150,Elm
70,3,,Oak
80,3,240,Fir
95,4,n/a,Ash
120,5,350,Bay
`;

test('an own file is read, its columns can be changed, and it is offered again', EVERY_ENGINE, async ({ app }) => {
  await app.uploadCsv('houses.csv', HOUSES);
  await expect(app.chosen('Dataset')).toHaveText('houses.csv');
  await expect(app.field('X column').getByRole('option')).toHaveText(['size (m²)', 'rooms', 'price (k€)', 'street']);
  expect(await app.descent()).toMatchObject({ epoch: 0, slope: 0, intercept: 0 });

  await test.step('rows that cannot be used are counted and reported', async () => {
    await app.choose('X column', 'size (m²)');
    await app.choose('Y column', 'price (k€)');
    await expect.poll(() => app.value('rows')).toBe(3);
    const about = app.page.locator('#about');
    await expect(about).toContainText('5 rows read, 3 used');
    await expect(about).toContainText('2 left out: 1 with an empty cell, 1 with a value marked as missing');
    await expect(about).toContainText('line 3: nothing in price (k€)');
    await expect(app.sentence, 'said aloud, too').toContainText('2 left out');
  });

  await test.step('it descends as a plain loop does', async () => {
    await app.setField('Learning rate', '0.0001');
    await app.press('Step', 3);
    const expected = plainDescent(Float64Array.of(50, 80, 120), Float64Array.of(150, 240, 350), 0.0001, 3);
    expectCloseLine(await app.descent(), expected, 1e-12);
  });

  await test.step('other columns need no new upload', async () => {
    await app.choose('Y column', 'rooms');
    await expect.poll(() => app.value('rows')).toBe(5);
    expect(await app.value('epoch')).toBe(0);
    await expect(app.page.locator('#about')).not.toContainText('left out');
  });

  await test.step('a column without numbers says why, and all stays as it was', async () => {
    await app.press('Step');
    const before = await app.descent();
    await app.choose('Y column', 'street');
    await expect(app.alert).toContainText("None of the 5 rows has a number in both 'size (m²)' and 'street'");
    await expect(app.chosen('Y column')).toHaveText('rooms');
    expect(await app.descent()).toEqual(before);
    await app.choose('Y column', 'price (k€)');
    await expect(app.alert).toHaveCount(0);
  });

  await test.step('after another set it can be chosen again, with its columns', async () => {
    await app.choose('Dataset', 'Cars of 1974');
    expect(await app.value('rows')).toBe(32);
    await app.choose('Dataset', 'houses.csv');
    await expect.poll(() => app.value('rows')).toBe(3);
    await expect(app.chosen('X column')).toHaveText('size (m²)');
    await expect(app.chosen('Y column')).toHaveText('price (k€)');
  });
});

test('a file can be dropped anywhere on the page', EVERY_ENGINE, async ({ app }) => {
  await app.drop({ name: 'plants.csv', text: 'light,height\n1,2\n2,4\n3,5\n4,9\n' });
  await expect(app.chosen('Dataset')).toHaveText('plants.csv');
  expect(await app.value('rows')).toBe(4);
  await expect(app.alert).toHaveCount(0);
  await expect(app.page.locator('#drop-veil')).toBeHidden();

  await app.drop({ name: 'a.csv', text: 'x,y\n1,2\n2,3\n' }, { name: 'b.csv', text: 'x,y\n1,2\n' });
  await expect(app.alert).toContainText('a.csv');
  await expect(app.chosen('Dataset')).toHaveText('a.csv');

  await app.drop();
  await expect(app.chosen('Dataset')).toHaveText('a.csv');
});

test('a table can be pasted, but a paste into a field is the field’s', EVERY_ENGINE, async ({ app }) => {
  await app.paste('light\theight\n1\t2\n2\t4\n3\t5\n');
  await expect(app.chosen('Dataset')).toHaveText('pasted data');
  expect(await app.value('rows')).toBe(3);
  await expect(app.page.locator('#about')).toContainText('tabs');

  await app.field('Learning rate').fill('');
  await app.paste('0.125');
  await expect(app.field('Learning rate')).toHaveValue('0.125');
  expect(await app.value('rows')).toBe(3);
});

test('semicolons, tabs and files without a heading are read as they are meant', async ({ app }) => {
  await app.uploadCsv('de.csv', 'Länge (cm);Gewicht (kg)\n1.5;2.25\n2.5;4\n3.5;5.75\n');
  await expect(app.chosen('Dataset')).toHaveText('de.csv');
  expect(await app.value('rows')).toBe(3);
  await expect(app.chosen('X column')).toHaveText('Länge (cm)');
  await expect(app.page.locator('#about')).toContainText('semicolons');
  expect(await app.value('best-slope')).toBeCloseTo(1.75, 12);

  await app.uploadCsv('plain.tsv', '1\t3\r\n2\t5\r\n3\t7\r\n');
  await expect(app.chosen('X column')).toHaveText('column 1');
  expect(await app.value('rows')).toBe(3);
  await expect(app.page.locator('#about')).toContainText('counts as data');

  // A byte order mark, quotes, blank lines and a row of another length, which is named.
  await app.uploadCsv('quoted.csv', '\uFEFF"a, or b","c"\n"1","2"\n\n3,4,5\n"7","9"\n');
  await expect(app.chosen('X column')).toHaveText('a, or b');
  expect(await app.value('rows')).toBe(2);
  await expect(app.page.locator('#about')).toContainText('line 4');
});

/** Other files that cannot be used, and why, are known to the tests of the import. */
const UNUSABLE = [
  { name: 'words.csv', content: 'a,b\nred,green\nblue,grey\n', reason: 'no column with numbers' },
  { name: 'empty.csv', content: '', reason: 'empty' },
  { name: 'sheet.xlsx', content: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), reason: 'spreadsheet' },
  { name: 'huge.csv', content: 'x,y\n1e300,1\n2e300,2\n', reason: 'large' },
];

test('a file that cannot be used says why, and everything stays as it was', async ({ app }) => {
  await app.choose('Dataset', 'Cars of 1974');
  await app.press('Step', 3);
  const [before, status] = [await app.descent(), await app.sentence.innerText()];
  for (const { name, content, reason } of UNUSABLE) {
    await app.uploadCsv(name, content);
    await expect(app.alert, name).toContainText(reason);
    expect(await app.descent()).toEqual(before);
    await expect(app.sentence).toHaveText(status);
    await expect(app.chosen('Dataset')).toHaveText('Cars of 1974');
    expect(await app.value('rows')).toBe(32);
    await app.button('Dismiss').click();
    await expect(app.alert).toHaveCount(0);
  }
  await expect(app.field('Dataset').getByRole('option')).toHaveCount(10);

  await app.uploadCsv('words.csv', UNUSABLE[0].content);
  await expect(app.alert).toContainText('no column with numbers');
  await app.uploadCsv('good.csv', 'x,y\n1,2\n2,3\n');
  await expect(app.chosen('Dataset')).toHaveText('good.csv');
  await expect(app.alert).toHaveCount(0);
});

test('data on which no slope is best are understood all the same', async ({ app }) => {
  await app.uploadCsv('upright.csv', 'x,y\n2,1\n2,3\n');
  await expect(app.page.locator('#about')).toContainText('All x are equal');
  await expect(app.page.locator('#best-slope')).toHaveText('none');
  await app.press('Step', 2);
  expect(await app.value('epoch')).toBe(2);
  await app.uploadCsv('point.csv', 'x,y\n2,5\n');
  await expect(app.chosen('Dataset')).toHaveText('point.csv');
  expect(await app.value('rows')).toBe(1);
  await app.runFast();
  await app.waitForStatus('converged');
});
