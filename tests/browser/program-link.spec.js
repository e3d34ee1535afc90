/** The reader's program in a link: it is read before it is run. */
import { EVERY_ENGINE, expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

const CARS = 'v=1&data=cars&swapped=0&rate=0~0.001&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0';
const SENT = 'print("it ran")\nfor epoch in range(epochs):\n    show(epoch, 1)  # ≤ 50\n';

/** @param {App} app */
const state = (app) => expect(app.page.locator('html'));
/** @param {App} app */
const program = (app) => app.field('Program');

/** Makes a link that carries a program. @param {App} app */
async function linkWithProgram(app) {
  await app.page.evaluate(() => localStorage.clear());
  await app.open(CARS);
  await expect(app.page.locator('#link-note')).toHaveCount(0);
  await app.button('Write it yourself').click();
  await state(app).toHaveAttribute('data-program', 'ready');
  await app.field('Task').selectOption('loop');
  await state(app).toHaveAttribute('data-program', 'ready');
  await program(app).fill(SENT);
  await expect(app.page.locator('#link-note'), 'before copying').toHaveText(/carries your program/);
  const link = await app.link();
  expect(link).toMatch(/&program=a[\w-]+&/);
  expect(link.length).toBeLessThan(2_000);
  await expect(app.page.locator('#link-note')).toContainText("the data's name, your program, the settings");
  return link;
}

test('a program that came with a link is shown, and runs once its reader presses Run program', EVERY_ENGINE, async ({ app }) => {
  const link = await linkWithProgram(app);
  await app.button('Start over').click();
  await program(app).fill('show(1, 2)');
  // As another visitor, with a program of their own for the same task.
  await app.page.goto('about:blank');
  await app.open(link);
  await state(app).toHaveAttribute('data-program', 'ready');
  await expect(program(app)).toHaveValue(SENT);
  await expect(app.chosen('Task')).toHaveText(/The whole loop/);
  await expect(app.page.locator('#program-linked')).toContainText('This program came with the link. Read it before you run it.');
  await expect(app.page.locator('#program-output')).toBeHidden();
  expect(await app.value('epoch')).toBe(0);

  await app.button('Run program').click();
  await state(app).toHaveAttribute('data-program', 'done');
  await expect(app.page.locator('#program-output')).toContainText('it ran');

  await app.button('Open my own program').click();
  await expect(program(app)).toHaveValue('show(1, 2)');
  await expect(app.page.locator('#program-linked')).toBeEmpty();
});

test('what is changed in a program from a link outlives a reload, and one’s own is not lost by it', async ({ app }) => {
  const link = await linkWithProgram(app);
  await program(app).fill('show(1, 2)');
  await app.page.goto('about:blank');
  await app.open(link);
  await expect(program(app)).toHaveValue(SENT);
  await program(app).fill('show(3, 4)');
  await app.page.reload();
  await app.ready();
  await expect(program(app)).toHaveValue('show(3, 4)');
  await app.button('Open my own program').click();
  await expect(program(app)).toHaveValue('show(1, 2)');
});

test('a damaged program is left out with a sentence, and the rest of its link opens', async ({ app }) => {
  const link = await linkWithProgram(app);
  await app.page.goto('about:blank');
  await app.open(link.replace(/&program=([\w-]+)&/, (_, letters) => `&program=${letters.slice(0, 20)}&`));
  await expect(app.alert).toContainText('The program in this link is damaged and was left out.');
  await expect(app.chosen('Dataset')).toHaveText(/cars/i);
  await expect(app.field('Epochs')).toHaveValue('50');
});

test('a link carries no program once the bench is closed', async ({ app }) => {
  await linkWithProgram(app);
  await app.button('Close').click();
  expect(await app.link()).not.toContain('program=');
});

test('a program that is too long for a link is left out, and that is said', async ({ app }) => {
  await linkWithProgram(app);
  const letters = Array.from({ length: 20_000 }, (_, index) => ((index * 7919 + (index * index * 31) % 9973) % 36).toString(36));
  await program(app).fill(`# ${letters.join('')}`);
  expect(await app.link()).not.toContain('program=');
  await expect(app.page.locator('#link-note')).toContainText('Your program is too long for a link');
});
