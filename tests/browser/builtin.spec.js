import { expect, test } from './page.js';

/** Every set of data that comes with the page: rows, columns, and a word of what is said about it. */
const SETS = [
  { name: 'Weather, Second World War', rows: 119_040, x: 'MinTemp (°C)', y: 'MaxTemp (°C)', about: 'table of counts' },
  { name: 'Anscombe I', rows: 11, x: 'x', y: 'y', about: '1973' },
  { name: 'Anscombe II', rows: 11, x: 'x', y: 'y', about: '1973' },
  { name: 'Anscombe III', rows: 11, x: 'x', y: 'y', about: '1973' },
  { name: 'Anscombe IV', rows: 11, x: 'x', y: 'y', about: '1973' },
  { name: 'Old Faithful', rows: 272, x: 'eruption (min)', y: 'waiting (min)', about: 'Yellowstone' },
  { name: 'Cars of 1974', rows: 32, x: 'weight (1,000 lb)', y: 'fuel economy (mpg)', about: 'Motor Trend' },
  { name: 'A drug leaves the blood (a curve)', rows: 66, x: 'time (h)', y: 'concentration (µg/ml)', about: 'wrong shape' },
  { name: 'A line and one outlier', rows: 20, x: 'x', y: 'y', about: 'wild point' },
  { name: 'Carbon dioxide by year', rows: 39, x: 'year', y: 'CO₂ (ppm)', about: 'Mauna Loa' },
];

test('each built-in set opens, descends, says what it is, and takes its columns the other way round', async ({ app }) => {
  await expect(app.field('Dataset').getByRole('option')).toHaveText(SETS.map(({ name }) => name));
  await expect(app.chosen('Dataset')).toHaveText(SETS[0].name);
  for (const { name, rows, x, y, about } of SETS) {
    await test.step(name, async () => {
      await app.choose('Dataset', name);
      expect(await app.descent()).toMatchObject({ epoch: 0, slope: 0, intercept: 0 });
      expect(await app.value('rows')).toBe(rows);
      await expect(app.chosen('X column')).toHaveText(x);
      await expect(app.chosen('Y column')).toHaveText(y);
      await expect(app.page.locator('#about')).toContainText(about);
      const best = await app.value('best-slope');

      const start = await app.value('cost');
      await app.press('Step');
      const falls = (await app.value('cost')) < start;
      // The years are there to show a rate that blows up.
      expect(falls, 'whether the first step leads down').toBe(name !== 'Carbon dioxide by year');

      await app.choose('X column', y);
      await expect(app.chosen('X column')).toHaveText(y);
      await expect(app.chosen('Y column')).toHaveText(x);
      expect(await app.value('epoch')).toBe(0);
      expect(await app.value('rows')).toBe(rows);
      const share = best * (await app.value('best-slope'));
      await expect(app.page.locator('#r-squared'), 'the two slopes make r²').toHaveText(share.toPrecision(4));
    });
  }
  await expect(app.alert).toHaveCount(0);
});

test('settings made by hand stay when the data change, the others become what suits the data', async ({ app }) => {
  const rate = app.field('Learning rate');
  await app.choose('Dataset', 'Cars of 1974');
  await expect(rate).toHaveValue('0.04');
  await app.choose('Dataset', 'Anscombe I');
  await expect(rate).toHaveValue('0.005');
  await app.setField('Learning rate', '0.001');
  await app.choose('Dataset', 'Cars of 1974');
  await expect(rate).toHaveValue('0.001');
  await expect(app.field('Epochs')).toHaveValue('1000');
});
