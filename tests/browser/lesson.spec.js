import { expect, test } from './page.js';

const TITLES = [
  'A line that predicts',
  'Is a line the right tool?',
  'How wrong is a line?',
  'The ball',
  'How big a step?',
  'The derivative, in five steps',
  'Build it',
  'When it blows up',
  'Real data',
];

/** @param {import('./app.js').App} app @param {number} number */
const chapter = (app, number) => app.page.locator(`#chapter-${number}`);

/** @param {import('./app.js').App} app */
async function openLesson(app) {
  await app.open();
  await app.page.evaluate(() => localStorage.clear());
  await app.page.locator('#chapters').scrollIntoViewIfNeeded();
  await expect(chapter(app, TITLES.length)).toBeAttached();
}

test('the lesson is there when one comes to it, and reading alone changes nothing', async ({ app }) => {
  await openLesson(app);
  await app.press('Step', 3);
  const before = await app.descent();
  for (const [index, title] of TITLES.entries()) {
    await chapter(app, index + 1).scrollIntoViewIfNeeded();
    await expect(chapter(app, index + 1).getByRole('heading')).toHaveText(`${index + 1}. ${title}`);
  }
  expect(await app.descent()).toEqual(before);
  await expect(app.page.getByRole('region', { name: 'Chapter' })).toBeHidden();
});

test('each chapter shows what it is about, and gives back what the reader had', async ({ app }) => {
  await openLesson(app);
  await app.press('Step', 7);
  await app.setField('Learning rate', '0.0011');
  const before = [await app.descent(), await app.link()];
  for (const [index, title] of TITLES.entries()) {
    await chapter(app, index + 1).getByRole('button', { name: `Show this: ${index + 1}. ${title}` }).click();
    await expect(app.page.getByRole('region', { name: 'Chapter' })).toBeVisible();
    await expect.poll(() => app.value('epoch')).toBe(0);
    await app.press('Step');
    await expect.poll(() => app.value('epoch')).toBe(1);
  }
  for (const button of await app.page.locator('.chapter button[data-show]').all()) {
    await button.click();
    await app.frame();
    await expect(app.alert).toBeHidden();
  }
  await app.field('Dataset').scrollIntoViewIfNeeded();
  await app.press('Read on');
  await expect(chapter(app, TITLES.length)).toBeInViewport();
  await app.press('Back to mine');
  await expect.poll(() => app.descent()).toEqual(before[0]);
  expect(await app.link()).toBe(before[1]);
});

test('every answer is explained, one of them is right, and what was answered is kept until it is forgotten', async ({ app }) => {
  await openLesson(app);
  for (const [index] of TITLES.entries()) {
    const question = chapter(app, index + 1).getByRole('group');
    const answers = await question.getByRole('radio').all();
    expect(answers.length).toBeGreaterThan(1);
    await expect(question.locator('[data-right]')).toHaveCount(1);
    for (const answer of answers) {
      await answer.check();
      await expect(question.locator('.because:visible')).toHaveCount(1);
      const right = await answer.evaluate((input) => input.hasAttribute('data-right'));
      await expect(question.locator('.because:visible')).toHaveText(right ? /^Right/ : /^(?!Right)/);
    }
  }
  const last = chapter(app, 1).getByRole('radio').last();
  await expect(last).toBeChecked();
  await app.open('chapter=1');
  await expect(last).toBeChecked();
  await app.press('Forget my answers');
  await expect(last).not.toBeChecked();
  await expect(chapter(app, 1).locator('.because:visible')).toHaveCount(0);
});

test('a chapter has an address, and its neighbours are linked', async ({ app }) => {
  await app.open('chapter=3');
  await expect(chapter(app, 3)).toBeInViewport();
  await chapter(app, 3).getByRole('link', { name: 'Next chapter' }).click();
  await expect(chapter(app, 4)).toBeFocused();
  await chapter(app, 4).getByRole('link', { name: 'Previous chapter' }).click();
  await expect(chapter(app, 3)).toBeFocused();
  expect(await app.value('epoch')).toBe(0);
  // Who has read on, or gone back to the figures, is not fetched back to the chapter of the address.
  await app.field('Dataset').scrollIntoViewIfNeeded();
  await expect(chapter(app, 3)).not.toBeInViewport();
  await chapter(app, 1).scrollIntoViewIfNeeded();
  await app.frame();
  await expect(chapter(app, 1)).toBeInViewport();
});

test('live numbers are the figure’s, and a goal is recognised when it is reached', async ({ app }) => {
  await openLesson(app);
  await chapter(app, 5).getByRole('button', { name: 'Look for it with one ball' }).click();
  await expect(app.chosen('Dataset')).toHaveText('Old Faithful');
  await app.frame();
  for (const output of await app.page.locator('output[data-live="cost"]').all()) {
    await expect(output).toHaveText(await app.page.locator('#cost').innerText());
  }
  await expect(chapter(app, 5).locator('output[data-live="limit"]')).toHaveText('0.0695');
  const goal = chapter(app, 5).locator('.goal');
  await app.setField('Learning rate', '0.0688');
  await expect(goal).not.toHaveAttribute('data-reached');
  await app.runFast();
  await app.waitForStatus('epoch-limit');
  await expect(goal).toHaveAttribute('data-reached', '');
});

test('a chapter can be read by itself, without the page', async ({ app, baseURL }) => {
  for (const [index, title] of TITLES.entries()) {
    const answer = await app.page.request.get(new URL(`lesson/${index + 1}.html`, baseURL).href);
    const text = await answer.text();
    expect(text).toContain(`<title>Chapter ${index + 1}: ${title}</title>`);
    expect(text).toContain('../index.html');
  }
});
