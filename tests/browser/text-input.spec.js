import { expect, test } from './page.js';

/** What psql prints of the points (1, 2), (2, 4.5) and (3, 6), summed. */
const SUMS = ` n | mean_x |      mean_y       | sxx | sxy |        syy        | min_x | max_x | min_y | max_y
---+--------+-------------------+-----+-----+-------------------+-------+-------+-------+-------
 3 |      2 | 4.166666666666667 |   2 |   4 | 8.166666666666666 |     1 |     3 |     2 |     6
(1 row)
`;
/** And what DuckDB prints of them. */
const SAMPLE = `┌────────┬────────┐
│   x    │   y    │
│ double │ double │
├────────┼────────┤
│    1.0 │    2.0 │
│    2.0 │    4.5 │
└────────┴────────┘
`;

/** @param {import('./app.js').App} app */
async function openTextInput(app) {
  await app.press('Paste or database');
  await expect(app.button('Paste or database')).toHaveAttribute('aria-expanded', 'true');
  await expect(app.field('Rows of your table')).toBeVisible();
}

test('a table that is typed becomes the data', async ({ app }) => {
  await openTextInput(app);
  await app.field('Rows of your table').fill('Height, Weight\n158, 52\n171, 68\n183, 80');
  await app.press('Use this table');
  await expect(app.chosen('Dataset')).toHaveText('typed table');
  await expect(app.chosen('X column')).toHaveText('Height');
  expect(await app.value('rows')).toBe(3);
  await expect(app.field('Rows of your table'), 'the panel makes room').toBeHidden();
  await expect(app.button('Paste or database')).toBeFocused();

  await test.step('nothing is no table, and the data stay', async () => {
    await openTextInput(app);
    await app.field('Rows of your table').fill('Height, Weight\nlow, high');
    await app.press('Use this table');
    await expect(app.alert).toContainText('no column with numbers');
    await expect(app.chosen('Dataset')).toHaveText('typed table');
  });
});

test('the page writes the SQL for a table, and descends on what a database answers', async ({ app }) => {
  await openTextInput(app);
  await app.field('Table name').fill('public.my table');
  await app.field('Name of x').fill('Height');
  await expect(app.field('SQL for the sums'), 'only once all names are there').toBeHidden();
  await app.field('Name of y').fill('Weight "kg"');
  await expect(app.field('SQL for the sums')).toHaveValue(/regr_sxx\(y, x\)[^]*"public"."my table"/);
  await expect(app.field('SQL for the sums')).toHaveValue(/t\."height"[^]*t\."Weight ""kg"""/);
  await app.field('Database').selectOption('SQL Server');
  await expect(app.field('SQL for the sums')).toHaveValue(/CROSS JOIN means/);
  await expect(app.field('SQL for a sample of 2,000 rows, if you like')).toHaveValue(/TOP \(\d+\)[^]*\[Weight "kg"\]/);
  await app.press('Copy SQL for the sums');
  await expect.poll(() => app.clipboard()).toBe(await app.field('SQL for the sums').inputValue());
  await expect(app.page.getByText('The SQL is copied.')).toBeVisible();
  await app.field('Table name').fill('a..');
  await expect(app.page.locator('#names-fault')).toContainText('nothing before, after or between its dots');
  await app.field('Table name').fill('people');

  await test.step('an answer of no use is said to be so, and stays to be mended', async () => {
    await app.field('Answer with the sums').fill('ERROR: relation "people" does not exist');
    await app.press('Use these sums');
    await expect(app.page.locator('#answer-fault')).toContainText('The database answered with an error, not with sums: ERROR');
    await expect(app.field('Answer with the sums')).toHaveValue(/relation/);
  });

  await app.field('Answer with the sums').fill(SUMS);
  await app.press('Use these sums');
  await expect(app.chosen('Dataset')).toHaveText('people');
  await expect(app.chosen('X column')).toHaveText('Height');
  await expect(app.chosen('Y column')).toHaveText('Weight "kg"');
  expect(await app.value('rows')).toBe(3);
  expect(await app.value('best-slope')).toBe(2);
  expect(await app.value('best-intercept')).toBeCloseTo(1 / 6, 14);
  await expect(app.page.locator('#about')).toContainText('3 rows, summed by the database: on squared error the descent is exact');
  await expect(app.page.locator('#about')).toContainText('There are no points to draw');
  await expect(app.button('Edit points'), 'there are none').toBeDisabled();
  await app.runFast();
  await app.waitForStatus('converged');
  expect(await app.value('slope')).toBeCloseTo(2, 9);

  await test.step('x and y change places', async () => {
    await app.choose('X column', 'Weight "kg"');
    await expect(app.chosen('Y column')).toHaveText('Height');
    expect(await app.value('best-slope')).toBeCloseTo(4 / (8 + 1 / 6), 14);
  });

  await test.step('what needs points says so', async () => {
    await app.press('More');
    await app.field('Cost of an error').selectOption('absolute');
    await expect(app.alert).toContainText(/points/);
    await expect(app.field('Cost of an error')).toHaveValue('squared');
  });
});

test('a sample is drawn, and is no more than a sample', async ({ app }) => {
  const before = app.page.getByRole('region', { name: 'before.csv' });
  await app.uploadCsv('before.csv', 'a,b\n1,2\n2,3\n3,5\n');
  await expect(before).toBeVisible();
  await openTextInput(app);
  await app.field('Answer with the sums').fill(SUMS);
  await app.field('Answer with the sample, if any').fill(SAMPLE);
  // Whoever presses twice means it once.
  await app.button('Use these sums').dblclick();
  await expect(app.chosen('Dataset')).toHaveText('sums of a table');
  await expect(before, 'these are other data').toBeHidden();
  await expect(app.page.locator('#about')).toContainText('The 2 points are a random sample of them;');
  await expect(app.page.locator('#data-figure')).toHaveAccessibleName(/a sample of 2 of 3 points/);
  await expect(app.page.locator('#data-note')).toContainText('The figure shows a sample of 2 points.');
  expect(await app.value('best-slope'), 'of all rows').toBe(2);

  await test.step('what is worked out on it says so', async () => {
    await app.press('More');
    await app.field('Cost of an error').selectOption('absolute');
    await expect(app.page.locator('#data-note')).toContainText(/an estimate from a sample of 2 points/);
  });
});

test('what a database printed may be pasted anywhere: a table becomes the data, and sums are known as such', async ({ app }) => {
  await app.paste(' height | weight \n--------+--------\n    158 |     52 \n    171 |     68 \n(2 rows)\n');
  await expect(app.chosen('Dataset')).toHaveText('pasted data');
  await expect(app.chosen('X column')).toHaveText('height');
  expect(await app.value('rows')).toBe(2);
  await app.paste(SUMS);
  await expect(app.page.locator('#about')).toContainText('3 rows, summed by the database');
  expect(await app.value('best-slope')).toBe(2);

  await app.paste('<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>8</td></tr></table>');
  await expect(app.page.locator('#best-slope')).toHaveAttribute('data-value', '3');
  await expect(app.chosen('X column')).toHaveText('x');

  await test.step('the cost of rounded numbers is told, and sums that rounding left nothing of are refused', async () => {
    const names = 'n\tmean_x\tmean_y\tsxx\tsxy\tsyy\n';
    await app.paste(`${names}119,040\t17.79\t27.045\t8,269,054.601\t7,597,394.279\t9,047,002.94\n`);
    await expect(app.page.locator('#about')).toContainText('the means have 3 decimals');
    await expect(app.page.locator('#about')).not.toContainText('exact');
    await app.paste(`${names}12\t0.389\t0.013\t0.002\t0\t0\n`);
    await expect(app.alert).toContainText('Too few digits were copied');
    expect(await app.value('rows'), 'the data before stay').toBe(119_040);
  });
});
