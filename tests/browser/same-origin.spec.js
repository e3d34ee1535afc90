import { App } from './app.js';
import { expect, test } from './page.js';

const FILE = 'name;Länge (m);Preis (€)\nA;1,5;3\nB;2,5;5\nC;3,5;7,5\n';

/**
 * Puts a file beside the page.
 * @param {import('./app.js').App} app
 * @param {string} name
 * @param {string} content
 */
function putBeside({ page }, name, content) {
  return page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'text/csv', body: content }));
}

test('a link opens a file that lies beside the page, with the columns and settings that it names', async ({ page }) => {
  const app = new App(page);
  await putBeside(app, 'prices.csv', FILE);
  await app.open('data=prices.csv&x=Preis&y=L%C3%A4nge&rate=0~0.01&view=map');
  await expect(app.chosen('Dataset')).toHaveText('prices.csv');
  await expect(app.chosen('X column')).toHaveText('Preis (€)');
  await expect(app.chosen('Y column')).toHaveText('Länge (m)');
  await expect(app.field('Learning rate')).toHaveValue('0.01');
  await expect(app.page.getByRole('tab', { name: 'Map' })).toHaveAttribute('aria-selected', 'true');
  expect(await app.value('rows')).toBe(3);

  await test.step('and so does the link that is copied there, in the middle of a run, with other columns', async () => {
    await app.choose('X column', 'Länge (m)');
    await expect(app.chosen('Y column')).toHaveText('Preis (€)');
    await app.press('Step', 3);
    const before = await app.descent();
    const link = await app.link();
    expect(link).toContain('data=prices.csv&x=L%C3%A4nge%20(m)&y=Preis%20(%E2%82%AC)');
    await app.open(link);
    await expect(app.chosen('Dataset')).toHaveText('prices.csv');
    await expect.poll(() => app.descent()).toEqual(before);
  });
});

test('a link opens such a file also where it asks for more than plain descent', async ({ page }) => {
  const app = new App(page);
  await putBeside(app, 'prices.csv', FILE);
  await app.open('data=prices.csv&cost=absolute');
  await expect(app.chosen('Dataset')).toHaveText('prices.csv');
  await app.press('More');
  await expect(app.field('Cost of an error')).toHaveValue('absolute');
});

test('a file that is elsewhere, or without such a column, is said to be so', async ({ page }) => {
  const app = new App(page);
  await putBeside(app, 'prices.csv', FILE);
  for (const [link, sentence] of [
    ['data=https://example.org/x.csv', 'a file on another site'],
    ['data=prices.csv&x=Breite', "No column is called 'Breite'. This file has 'name', 'Länge (m)', 'Preis (€)'."],
  ]) {
    await app.open(link);
    await expect(app.alert).toContainText(sentence);
    await expect(app.chosen('Dataset')).not.toHaveText('prices.csv');
  }
});
