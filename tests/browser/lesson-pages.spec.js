import { TITLES } from './chapters.js';
import { expect, test } from './page.js';

const LAST = TITLES.length;

/** @param {import('@playwright/test').Page} page @param {string} name */
const link = (page, name) => page.getByRole('link', { name, exact: true });

test.describe('without JavaScript', () => {
  test.use({ ownWindow: { javaScriptEnabled: false } });

  test('the page says what is missing, and links to all chapters and the glossary', async ({ page }) => {
    await page.goto('./');
    // Playwright finds no text in it, though people do.
    const missing = page.locator('noscript p');
    await expect(missing).toBeVisible();
    await expect(missing).toContainText('needs JavaScript');
    const lesson = page.getByRole('region', { name: 'The lesson' });
    for (const [index, title] of TITLES.entries()) {
      await expect(link(page, title)).toBeVisible();
      await expect(link(page, title)).toHaveAttribute('href', `lesson/${index + 1}.html`);
    }
    await expect(lesson.getByRole('listitem')).toHaveCount(LAST);
    await expect(link(page, 'Glossary')).toBeVisible();
  });

  test('one reads from chapter to chapter, and finds the terms explained', async ({ page }) => {
    await page.goto('./lesson/1.html');
    for (const [index, title] of TITLES.entries()) {
      const number = index + 1;
      await expect(page).toHaveTitle(`Chapter ${number}: ${title}`);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(`${number}. ${title}`);
      const prose = await page.getByRole('article').innerText();
      expect(prose.split(/\s+/).length, `words of chapter ${number}`).toBeGreaterThan(250);
      for (const control of await page.getByRole('main').locator('button, input').all()) {
        await expect(control, 'nothing that does nothing can be pressed').toBeDisabled();
      }
      await expect(page.getByText('This is the text of the chapter alone.')).toBeVisible();
      await expect(page.getByRole('group').filter({ has: page.getByRole('radio') }).first()).toBeVisible();
      const hrefs = await page.locator('a.term').evaluateAll((all) => all.map((term) => term.getAttribute('href')));
      for (const href of hrefs) expect(href).toMatch(/^glossary\.html#[a-z-]+$/);
      await expect(link(page, 'To the page with the figures')).toBeVisible();
      await expect.soft(link(page, 'Previous chapter'), `before chapter ${number}`).toHaveCount(number > 1 ? 1 : 0);
      await expect.soft(link(page, 'Next chapter'), `after chapter ${number}`).toHaveCount(number < LAST ? 1 : 0);
      if (number < LAST) await page.goto(`./lesson/${number + 1}.html`);
    }
    await link(page, 'Previous chapter').click();
    await expect(page).toHaveTitle(`Chapter ${LAST - 1}: ${TITLES[LAST - 2]}`);
    await page.locator('a.term').first().click();
    await expect(page).toHaveTitle('Glossary');
    await expect(page.getByRole('term').first()).toBeVisible();
    expect(await page.getByRole('definition').count()).toBe(await page.getByRole('term').count());
    await link(page, 'To the page with the figures').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Downhill');
  });
});
