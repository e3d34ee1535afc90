import { downloaded } from './downloads.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/** @param {import('./app.js').App} app @param {string} name */
const region = (app, name) => app.page.getByRole('region', { name, exact: true });

/**
 * The exact numbers of a column, from the top; that of the rows' headings is column 0.
 * @param {import('@playwright/test').Locator} table
 * @param {number} column
 */
function numbers(table, column) {
  return table.locator('tbody tr').evaluateAll(
    (rows, column) => rows.map((row) => Number(row.children[column].getAttribute('data-value'))),
    column,
  );
}

test('Table shows the points of the data figure, sorted by any column', EVERY_ENGINE, async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await app.press('Step', 3);
  await app.button('Table').click();
  const table = region(app, 'Table of the points').getByRole('table');
  await expect(region(app, 'Table of the points')).toBeFocused();
  await expect(app.button('Table')).toHaveAttribute('aria-expanded', 'true');
  await expect(table).toHaveAccessibleName(/^The 11 points, with ŷ and the error e of the line at epoch 3$/);
  await expect(table.getByRole('columnheader')).toHaveCount(6);
  await expect(table.getByRole('rowheader')).toHaveCount(11);

  const { slope, intercept, cost } = await app.descent();
  const [xs, ys, predicted, errors, squares] = await Promise.all([1, 2, 3, 4, 5].map((column) => numbers(table, column)));
  for (const [index, x] of xs.entries()) {
    expect(predicted[index]).toBeCloseTo(slope * x + intercept, 12);
    expect(errors[index]).toBeCloseTo(ys[index] - predicted[index], 12);
  }
  expect(squares.reduce((sum, square) => sum + square, 0) / 11).toBeCloseTo(cost, 10);

  const heading = table.getByRole('columnheader', { name: 'x: x' });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  expect(await numbers(table, 1)).toEqual([...xs].sort((a, b) => a - b));
  await heading.getByRole('button').press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  expect(await numbers(table, 1)).toEqual([...xs].sort((a, b) => b - a));
  await expect(table.locator('[aria-sort="ascending"], [aria-sort="descending"]')).toHaveCount(1);

  await test.step('it follows the run', async () => {
    await app.press('Step');
    await expect(table).toHaveAccessibleName(/at epoch 4$/);
    const after = await app.descent();
    await expect.poll(async () => (await numbers(table, 5)).reduce((sum, square) => sum + square, 0) / 11).toBeCloseTo(after.cost, 10);
  });

  await test.step('what is copied is the table with all digits', async () => {
    await app.button('Copy points').click();
    await expect(app.page.getByText(/^(Copied|The browser does not let)/)).toBeVisible();
    const copied = (await app.page.getByLabel('Text to copy').isVisible())
      ? await app.page.getByLabel('Text to copy').inputValue()
      : await app.clipboard();
    const lines = (copied ?? '').trim().split('\n').map((line) => line.split('\t'));
    expect(lines).toHaveLength(12);
    expect(lines.slice(1).map((line) => Number(line[4]))).toEqual(await numbers(table, 4));
  });

  await test.step('Escape closes it and leads back to its button', async () => {
    await region(app, 'Table of the points').focus();
    await app.page.keyboard.press('Escape');
    await expect(app.button('Table')).toBeFocused();
    await expect(app.button('Table')).toHaveAttribute('aria-expanded', 'false');
    await expect(table).toBeHidden();
  });
});

test('many points are shown in tenths of x, each of which opens to its rows a hundred at a time', async ({ app }) => {
  await app.button('Table').click();
  const table = region(app, 'Table of the points').getByRole('table');
  await expect(table.getByRole('rowheader')).toHaveCount(10);
  const n = await numbers(table, 1);
  expect(n.reduce((sum, n) => sum + n)).toBe(119_040);
  await table.getByRole('button', { name: 'Tenth 3', exact: true }).click();
  await expect(table.getByRole('rowheader')).toHaveCount(100);
  await expect(app.page.getByText(`Rows 1 to 100 of ${n[2].toLocaleString('en')}`)).toBeVisible();
  await expect(app.button('Earlier rows')).toBeDisabled();
  await app.button('Later rows').click();
  await expect(app.page.getByText(`Rows 101 to 200 of ${n[2].toLocaleString('en')}`)).toBeVisible();
  await app.button('All groups').click();
  await expect(table.getByRole('rowheader')).toHaveCount(10);

  await test.step('the file has every row, and its squares are the cost', async () => {
    await app.press('Step', 2);
    const { slope, intercept, cost } = await app.descent();
    const { file, text } = await downloaded(app, 'Save rows with residuals');
    expect(file).toBe('downhill-weather-second-world-war-residuals.csv');
    const [heading, ...rows] = text.trim().split('\n').map((line) => line.split(','));
    expect(heading).toEqual(['MinTemp (°C)', 'MaxTemp (°C)', 'predicted', 'residual', 'squared residual']);
    expect(rows).toHaveLength(119_040);
    let sum = 0;
    for (const row of rows) {
      const [x, y, predicted, residual, square] = row.map(Number);
      if (Math.abs(predicted - (slope * x + intercept)) > 1e-9) throw new Error(row.join());
      if (Math.abs(residual - (y - predicted)) > 1e-9) throw new Error(row.join());
      sum += square;
    }
    // The points are spread within the cells of a table of counts, of which the sums are exact.
    expect(Math.abs(sum / rows.length / cost - 1)).toBeLessThan(0.01);
  });
});

test('History table has the powers of two and all events of the run', async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await app.runFast();
  await app.waitForStatus(/converged|epoch-limit/);
  await app.button('History table').click();
  const table = region(app, 'Table of the epochs').getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['epoch', 'slope a', 'intercept b', 'cost J', 'what happened']);
  const { epoch, slope, intercept, cost } = await app.descent();
  const epochs = await numbers(table, 0);
  expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
  for (let power = 1; power <= epoch; power *= 2) expect(epochs).toContain(power);
  const last = table.locator('tbody tr').last();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect(last).toContainText(/stopped: .*; now/);
  expect(await Promise.all([0, 1, 2, 3].map(async (column) => (await numbers(table, column)).at(-1)))).toEqual([epoch, slope, intercept, cost]);
  await expect(table.getByRole('row').filter({ hasText: 'within 1 % of the least cost' })).toHaveCount(1);
  await app.press('Step back');
  await expect(table.locator('[aria-current]')).toContainText('now');
});

test('Cost table has the costs of 49 lines round the ball, and says which way the cost falls', async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await app.press('Step', 2);
  await app.button('Table').click();
  await app.button('Cost table').click();
  const costs = region(app, 'Table of the costs');
  const table = costs.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(8);
  await expect(table.getByRole('rowheader')).toHaveCount(7);
  const points = region(app, 'Table of the points').getByRole('table');
  const [xs, ys] = await Promise.all([numbers(points, 1), numbers(points, 2)]);
  const slopes = await table.locator('thead th[data-value]').evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  const intercepts = await numbers(table, 0);
  const { slope, intercept } = await app.descent();
  expect([slopes[3], intercepts[3]]).toEqual([slope, intercept]);
  for (const [index, a] of slopes.entries()) {
    const found = await numbers(table, index + 1);
    for (const [row, b] of intercepts.entries()) {
      const plain = xs.reduce((sum, x, at) => sum + (ys[at] - a * x - b) ** 2, 0) / xs.length;
      expect(found[row]).toBeCloseTo(plain, 8);
    }
  }
  await expect(app.page.getByText(/^At a = .* the cost falls fastest towards a /)).toBeVisible();
});

test('tables are written a few times a second at most, and scroll within themselves', async ({ app }) => {
  await app.page.setViewportSize({ width: 390, height: 844 });
  await app.choose('Dataset', 'Anscombe I');
  for (const name of ['Table', 'Cost table', 'History table']) {
    await app.button(name).click();
    await expect(app.button(name)).toHaveAttribute('aria-expanded', 'true');
  }
  await expect(app.page.locator('.table-region')).toHaveCount(3);
  const widths = await app.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
  // Writings of the caption, against the frames that went by.
  const seen = await app.page.evaluateHandle(() => {
    const seen = { written: 0, frames: 0, seconds: 0 };
    const began = performance.now();
    const caption = document.querySelector('#points-table caption');
    if (caption) new MutationObserver(() => (seen.written += 1)).observe(caption, { childList: true, characterData: true, subtree: true });
    const count = () => {
      seen.frames += 1;
      seen.seconds = (performance.now() - began) / 1000;
      requestAnimationFrame(count);
    };
    count();
    return seen;
  });
  await app.slide('Speed', 1);
  await app.button('Run').click();
  await expect.poll(async () => (await seen.jsonValue()).written).toBeGreaterThan(3);
  const { written, seconds } = await seen.jsonValue();
  expect(written / seconds).toBeLessThan(4);
  await app.press('Pause');
});

test('keys walk through points by error and influence, through tenths, and through events', EVERY_ENGINE, async ({ app }) => {
  const { keyboard } = app.page;
  await app.choose('Dataset', 'Anscombe III');
  await app.press('Step', 2);
  await app.page.locator('#data-figure').focus();
  await keyboard.press('e');
  await expect(app.sentence).toHaveText(/^Point 1 of 11 by size of error: x /);
  await keyboard.press('e');
  await expect(app.sentence).toHaveText(/^Point 2 of 11 by size of error: x /);
  await keyboard.press('Shift+E');
  await expect(app.sentence).toHaveText(/^Point 1 of 11 by size of error: x /);
  await keyboard.press('i');
  await expect(app.sentence).toHaveText(/^Point 1 of 11 by influence: x 13, y 12.74, .* Cook's distance/);
  await keyboard.press('End');
  await expect(app.sentence).toHaveText(/^Point 11 of 11: x 14, /);
  await keyboard.press('Home');
  await expect(app.sentence).toHaveText(/^Point 1 of 11: x 4, /);

  await test.step('tenths of x', async () => {
    await app.choose('Dataset', 'Weather, Second World War');
    await app.page.locator('#data-figure').focus();
    await keyboard.press('ArrowRight');
    await expect(app.sentence).toHaveText(/^Tenth 1 of 10: x from /);
    await keyboard.press('Enter');
    await expect(app.sentence).toHaveText(/^Point 1 of .* in tenth 1: x /);
    await keyboard.press('Escape');
    await expect(app.sentence).toHaveText(/^Tenth 1 of 10: x from /);
  });

  await test.step('events', async () => {
    await app.choose('Dataset', 'Anscombe I');
    await app.runFast();
    await app.waitForStatus(/converged|epoch-limit/);
    await app.page.locator('#history-figure').focus();
    await keyboard.press('End');
    await expect(app.sentence).toHaveText(/^Event \d+ of \d+, epoch .*: stopped: /);
    await keyboard.press('Home');
    await expect(app.sentence).toHaveText(/^Event 1 of /);
    const epoch = Number((await app.sentence.innerText()).match(/epoch ([\d,]+)/)?.[1].replaceAll(',', ''));
    await keyboard.press('Enter');
    await expect.poll(() => app.value('epoch')).toBe(epoch);
  });
});

test('Explain steps has the status say what each step went by', async ({ app }) => {
  await app.choose('Dataset', 'Anscombe I');
  await app.button('More').click();
  await expect(app.button('Explain steps')).toHaveAttribute('aria-pressed', 'false');
  await app.button('Explain steps').click();
  await app.setField('Learning rate', '0.005');
  await app.press('Step');
  await expect(app.sentence).toHaveText(
    'Step 1: L is 0.005. The slope of the cost along a is −145 there, so a grows by L times that, 0.725. The slope of the cost along b is −15 there, so b grows by L times that, 0.075. The cost falls from 60.016 to 2.5676.',
  );
  await app.field('Rule').selectOption('adam');
  await app.press('Step');
  await expect(app.sentence).toHaveText(/^Step 1: L is .* The rule remembers a mean slope, now /);
  await app.button('Explain steps').click();
  await expect(app.sentence).toHaveText(/^Epoch 1: the last step /);
});
