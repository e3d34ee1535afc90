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

test('a step moves line and ball, and leaves what lies beneath them, in every view', async ({ app }) => {
  await app.setField('Learning rate', '0.0005');
  const pictures = async () => Promise.all(LAYERS.map((id) => picture(app.page, id)));
  for (const name of VIEWS) {
    await view(app, name);
    const before = await pictures();
    await app.press('Step');
    const after = await pictures();
    for (const [i, id] of LAYERS.entries()) {
      if (id.endsWith('overlay')) expect(after[i].hash, `${name}, ${id}`).not.toBe(before[i].hash);
      else expect(after[i].hash, `${name}, ${id}`).toBe(before[i].hash);
    }
    await app.press('Step back');
    // Descriptions and pictures agree with the state, also on the way back.
    expect((await pictures()).map(({ hash }) => hash), name).not.toEqual(after.map(({ hash }) => hash));
  }
});

test('every figure is an image with a description that is kept true', async ({ app }) => {
  const described = (/** @type {string} */ name) => app.page.locator(`#${name}-figure`).getAttribute('aria-label');
  for (const name of FIGURES) {
    const figure = app.page.locator(`#${name}-figure`);
    await expect(figure).toHaveRole('img');
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

test('the surface turns by arrow keys and by dragging', EVERY_ENGINE, async ({ app }) => {
  await view(app, 'Surface');
  const figure = app.page.locator('#cost-figure');
  const seen = [(await picture(app.page, 'cost-base')).hash];
  const look = async () => {
    await app.frame();
    seen.push((await picture(app.page, 'cost-base')).hash);
  };
  await figure.focus();
  for (const key of ['ArrowLeft', 'ArrowUp']) {
    await app.page.keyboard.press(key);
    await look();
  }
  const box = await figure.boundingBox();
  if (!box) throw new Error('the figure of the cost cannot be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + 60, y + 10, { steps: 3 });
  await look();
  await app.page.mouse.up();
  expect(new Set(seen).size, 'every turn shows another side').toBe(4);

  await app.page.mouse.move(x - 60, y);
  await look();
  expect(seen[4], 'it turns no further once let go').toBe(seen[3]);
  expect(await app.value('epoch'), 'the arrow keys turned, and did not step').toBe(0);
});

test('figures show what was chosen: data, view, scale and the answer', async ({ app }) => {
  const other = async (/** @type {string} */ layer, /** @type {() => Promise<void>} */ choose) => {
    const before = await picture(app.page, layer);
    await choose();
    await app.frame();
    expect((await picture(app.page, layer)).hash, layer).not.toBe(before.hash);
  };
  await other('data-base', () => app.choose('Dataset', 'Anscombe I'));
  await other('data-base', () => app.choose('Dataset', 'Anscombe III'));
  await view(app, 'Bowl');
  await other('cost-base', () => view(app, 'Map'));
  await other('cost-base', () => view(app, 'Surface'));
  await other('data-overlay', () => app.press('Show the answer'));
  await other('history-base', () => app.page.getByLabel('Log scale').click());
});

test('figures follow a ball that flies off, without a fault', async ({ app }) => {
  await app.choose('Dataset', 'Carbon dioxide by year');
  for (const name of VIEWS) {
    await view(app, name);
    await app.press('Reset');
    await app.button('Run').click();
    await app.waitForStatus('diverged');
    expect((await picture(app.page, 'cost-base')).ink, name).toBeGreaterThan(0.01);
  }
});
