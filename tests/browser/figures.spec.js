import { EVERY_ENGINE, expect, test } from './page.js';
import { LAYERS, picture } from './pictures.js';

const VIEWS = ['Bowl', 'Map', 'Surface'];
const FIGURES = ['data', 'cost', 'history'];

/**
 * @param {import('./app.js').App} app
 * @param {string} name
 */
async function view(app, name) {
  await app.page.getByRole('tab', { name, exact: true }).click();
  await app.frame();
}

test('every figure is drawn, in every view', EVERY_ENGINE, async ({ app }) => {
  await app.press('Step', 3);
  for (const name of VIEWS) {
    await view(app, name);
    for (const id of LAYERS) {
      const { ink, colours } = await picture(app.page, id);
      expect(ink, `${name}, ${id}`).toBeGreaterThan(id.endsWith('base') ? 0.01 : 0.0005);
      expect(colours, `${name}, ${id}`).toBeGreaterThan(3);
    }
  }
});

test('every figure has a role, one that hands keys through where it takes any, and a name that is kept true', async ({ app }) => {
  const described = (/** @type {string} */ name) => app.page.locator(`#${name}-figure`).getAttribute('aria-label');
  for (const name of FIGURES) {
    const figure = app.page.locator(`#${name}-figure`);
    // In browse mode a screen reader keeps the keys for itself, but for an application.
    await expect(figure).toHaveRole(name === 'history' ? 'img' : 'application');
    await expect(figure.locator('canvas')).toHaveCount(2);
  }
  const start = await Promise.all(FIGURES.map(described));
  expect(start[0]).toContain('119,040');
  expect(start[0]).toContain('MaxTemp (°C)');
  await app.press('Step', 5);
  const later = await Promise.all(FIGURES.map(described));
  for (const [i, name] of FIGURES.entries()) expect(later[i], name).not.toBe(start[i]);
  expect(later[2]).toContain('epoch 5');

  const views = [];
  for (const name of VIEWS) {
    await view(app, name);
    views.push(await described('cost'));
  }
  expect(new Set(views).size).toBe(3);
  await app.choose('Dataset', 'Cars of 1974');
  await expect(app.page.locator('#data-figure')).toHaveAccessibleName(/fuel economy.*32 points/);

  await app.runFast();
  await app.waitForStatus(/^(epoch-limit|converged)$/);
  const { epoch } = await app.descent();
  expect(await described('history')).toContain(`epoch ${epoch.toLocaleString('en')}`);
});
