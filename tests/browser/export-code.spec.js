import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloaded } from './downloads.js';
import { expect, test } from './page.js';
import { PYTHON } from './python.js';

/** @param {import('./app.js').App} app */
async function openCode(app) {
  await app.press('Export');
  const section = app.page.getByRole('region', { name: 'Code and numbers' });
  await expect(section.getByRole('button', { name: 'Report as text' })).toBeVisible();
  await expect(section.locator('#report-about')).not.toBeEmpty();
  return section;
}

/**
 * Runs a script beside other files, and gives the a, b and J that it prints.
 *
 * @param {string} script
 * @param {Record<string, string>} [files]
 */
function runScript(script, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-script-'));
  try {
    for (const [name, text] of Object.entries({ ...files, 'script.py': script })) writeFileSync(join(folder, name), text);
    const printed = execFileSync(PYTHON, ['script.py'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toContain('These are the page\'s numbers');
    const [slope, intercept, cost] = [...printed.matchAll(/= ([-+.\w]+)/g)].map(([, number]) => Number(number));
    return { slope, intercept, cost };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {number} found @param {number} expected */
function expectNear(found, expected) {
  expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
}

test('script, notebook, trace and report are taken away, and have the page’s numbers', async ({ app }) => {
  await app.choose('Dataset', 'Old Faithful');
  await app.setField('Learning rate', '0.01');
  await app.press('Step', 3);
  const { epoch, slope, intercept, cost } = await app.descent();
  expect(epoch).toBe(3);
  await openCode(app);

  await test.step('the script comes to them by itself', async () => {
    const { file, text } = await downloaded(app, 'NumPy script');
    expect(file).toBe('downhill-old-faithful.py');
    await expect(app.page.getByText(`${file} is in your downloads.`)).toBeVisible();
    expect(text).toContain(`PAGE = [${slope}, ${intercept}, ${cost}]`);
    const found = runScript(text);
    expectNear(found.slope, slope);
    expectNear(found.intercept, intercept);
    expectNear(found.cost, cost);
    await app.press('Copy the script');
    await expect(app.page.getByText('Copied.')).toBeVisible();
  });
  await test.step('the notebook is one', async () => {
    const { file, text } = await downloaded(app, 'Jupyter notebook');
    expect(file).toBe('downhill-old-faithful.ipynb');
    const { nbformat, nbformat_minor: minor, cells } = JSON.parse(text);
    expect([nbformat, minor]).toEqual([4, 5]);
    expect(JSON.stringify(cells.at(-1).source)).toContain(`PAGE = [${slope}, ${intercept}, ${cost}]`);
  });
  await test.step('the trace has a row an epoch', async () => {
    const { file, text } = await downloaded(app, 'Trace as CSV');
    expect(file).toBe('downhill-old-faithful-trace.csv');
    const rows = text.trim().split('\n');
    expect(rows).toHaveLength(1 + 4);
    expect(rows[0]).toBe('epoch,a,b,J,L,dJ/da,dJ/db');
    expect(rows[4].split(',').slice(0, 5).map(Number)).toEqual([epoch, slope, intercept, cost, 0.01]);
  });
  await test.step('the report is for people', async () => {
    const { file, text } = await downloaded(app, 'Report as text');
    expect(file).toBe('downhill-old-faithful-report.txt');
    expect(text).toContain('LINEAR REGRESSION BY GRADIENT DESCENT');
    expect(text).toMatch(/epoch +3 of at most/);
  });
});

test('the script of a descent on a larger file reads that file', async ({ app }) => {
  const rows = Array.from({ length: 1500 }, (_, row) => `${row};${(row % 37) / 2};${row % 11 ? (row % 23) + 0.25 : 'NA'}`);
  const csv = ['Nr;Höhe (m);Zeit (s)', ...rows].join('\n').replaceAll('.', ',');
  await app.uploadCsv('messung.csv', csv);
  await expect(app.chosen('Dataset')).toHaveText('messung.csv');
  await app.choose('X column', 'Höhe (m)');
  await app.choose('Y column', 'Zeit (s)');
  await app.press('Step');
  await app.frame();
  const { slope, cost } = await app.descent();
  const section = await openCode(app);
  await expect(section.locator('#script-about')).toContainText('The rows are read from messung.csv');
  const { file, text } = await downloaded(app, 'NumPy script');
  expect(file).toBe('downhill-messung.py');
  const found = runScript(text, { 'messung.csv': csv });
  expectNear(found.slope, slope);
  expectNear(found.cost, cost);
});
