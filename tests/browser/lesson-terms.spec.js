import { NUMBERS, chapter, openChapter, openDerivation, showThis } from './chapters.js';
import { expect, test } from './page.js';
import { picture } from './pictures.js';

test('every term opens its sentence of the glossary where it stands, and closes it again', async ({ page, baseURL }) => {
  const app = await openChapter(page);
  const glossary = await app.page.request.get(new URL('lesson/glossary.html', baseURL).href);
  const sentences = await app.page.evaluate((text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const terms = [...page.querySelectorAll('dl.glossary dt')];
    /** @param {Element} term @returns {[string, string]} */
    const entry = (term) => [term.id, term.nextElementSibling?.textContent?.trim() ?? ''];
    return terms.map(entry);
  }, await glossary.text());
  const meaning = new Map(sentences);
  expect(meaning.size).toBe(sentences.length);

  await openDerivation(app);
  let terms = 0;
  for (const number of NUMBERS) {
    const notes = chapter(app, number).getByRole('note');
    for (const term of await chapter(app, number).locator('a.term').all()) {
      const id = new URL((await term.getAttribute('href')) ?? '', app.page.url()).hash.slice(1);
      const sentence = meaning.get(id) ?? '';
      expect(sentence, `the glossary's sentence for ${id} in chapter ${number}`).toMatch(/^\S.*\.$/);
      await expect(term).toHaveAttribute('aria-expanded', 'false');
      await term.click();
      await expect(term).toHaveAttribute('aria-expanded', 'true');
      await expect(notes).toHaveCount(1);
      await expect(notes, 'without its full stop: the sentence around it has one').toHaveText(sentence.slice(0, -1));
      await expect(term.locator('xpath=following-sibling::*[1]'), 'right behind the term').toHaveRole('note');
      await term.focus();
      await app.page.keyboard.press('Enter');
      await expect(term).toHaveAttribute('aria-expanded', 'false');
      await expect(notes).toHaveCount(0);
      terms += 1;
    }
  }
  expect(terms).toBeGreaterThan(10);
  await expect(app.page, 'and nobody has left the page').toHaveURL(/#chapter=1$/);
});

test('pointing at a symbol lights it in the figures, and leaving it puts it out', async ({ page }) => {
  const app = await openChapter(page, 7);
  // The cars, seen from above: there each part of the first step is long enough to be seen.
  await showThis(app, 7);
  await openDerivation(app);
  const article = chapter(app, 6);
  const look = async () => {
    await app.frame();
    const [data, cost] = [await picture(app.page, 'data-overlay'), await picture(app.page, 'cost-overlay')];
    return { data: data.hash, cost: cost.hash };
  };
  const leave = async () => {
    await article.getByRole('heading', { level: 3 }).hover();
    return look();
  };
  const dark = await leave();
  expect(await leave(), 'nothing moves by itself').toEqual(dark);
  /** How a symbol is written, and which figures light it. @type {[string, RegExp, string[]][]} */
  const symbols = [
    ['var', /^a$/, ['data', 'cost']],
    ['var', /^b$/, ['data', 'cost']],
    ['mover', /^y\^$/, ['data']],
    ['var', /^e$/, ['data']],
    ['var', /^x$/, ['data']],
    ['var', /^y$/, ['data']],
    ['var', /^J$/, ['data', 'cost']],
    ['var', /^L$/, ['cost']],
    ['mfrac', /^∂J∂a$/, ['cost']],
    ['mfrac', /^∂J∂b$/, ['cost']],
  ];
  const lights = new Set();
  for (const [kind, text, figures] of symbols) {
    // Those of the text: the row of the chapter's symbols is for keys.
    await article.locator(`${kind}:not([role=toolbar] *)`).filter({ hasText: text, visible: true }).first().hover();
    const lit = await look();
    const where = Object.entries(lit).filter(([figure, hash]) => Object(dark)[figure] !== hash);
    expect(where.map(([figure]) => figure), `where ${text} is lit`).toEqual(figures);
    lights.add(JSON.stringify(lit));
    expect(await leave(), `${text} is put out`).toEqual(dark);
  }
  expect(lights.size, 'each has a light of its own').toBe(symbols.length);
});
