import { NUMBERS, bar, button, chapter, liveTexts, openChapter, showThis } from './chapters.js';
import { expect, test } from './page.js';
import { declared, elsewhere, expectSetUp } from './setups.js';

/** A number as the page writes it. */
const NUMBER = /^−?\d[\d,]*(\.\d+)?(×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?$/;

test('every “Show this” and every button in the text sets up what it names, and live numbers are those of the figures', async ({ page }) => {
  const app = await openChapter(page);
  const leave = await elsewhere(app);
  let [buttons, compared] = [0, 0];
  for (const number of NUMBERS) {
    const own = declared((await chapter(app, number).getAttribute('data-show')) ?? '');
    await leave(own.get('view'));
    await showEverything(app, number);
    await showThis(app, number);
    await expectSetUp(app, own, `chapter ${number}`);
    // Live numbers are kept up to date in sight, and what was shown took one up to the figures.
    await chapter(app, number).getByRole('heading', { level: 3 }).evaluate((heading) => heading.scrollIntoView());
    await expect(app.page.locator('html')).toHaveAttribute('data-docked', '');
    await app.frame();
    compared += await expectLive(app, number, 0);
    await app.press('Step');
    compared += await expectLive(app, number, 1);
    for (const shows of await chapter(app, number).locator('button[data-show]').all()) {
      const told = declared((await shows.getAttribute('data-show')) ?? '');
      await leave(told.get('view'));
      await shows.click();
      await expectSetUp(app, told, await shows.innerText());
      buttons += 1;
    }
    await expect(app.alert).toHaveCount(0);
  }
  expect(buttons).toBeGreaterThanOrEqual(20);
  expect(compared).toBeGreaterThan(50);
});

test('every answer is explained, one of each question’s is right, and the figures show why', async ({ page }) => {
  const app = await openChapter(page);
  const leave = await elsewhere(app);
  for (const number of NUMBERS) {
    const own = (await chapter(app, number).getAttribute('data-show')) ?? '';
    const questions = chapter(app, number).getByRole('group').filter({ has: app.page.getByRole('radio') });
    expect(await questions.count(), `chapter ${number}`).toBeGreaterThan(0);
    for (const question of await questions.all()) {
      await expect(question).toHaveAccessibleName(/\?$/);
      await expect(question.locator('.because:visible'), 'what is not answered is not explained').toHaveCount(0);
      await expect(question.locator('[data-right]')).toHaveCount(1);
      const answers = await question.getByRole('radio').all();
      expect(answers.length).toBeGreaterThan(1);
      const reveal = (await question.getAttribute('data-reveal')) ?? '';
      // It starts from what the chapter shows, unless it names other data.
      const told = reveal.includes('data=') ? declared(reveal) : declared(reveal, own);
      await leave(told.get('view'));
      for (const answer of answers) {
        await answer.check();
        const because = question.locator('.because:visible');
        await expect(because).toHaveCount(1);
        const right = await answer.evaluate((input) => input.hasAttribute('data-right'));
        await expect(because).toHaveText(right ? /^Right/ : /^N/);
        await expect(because, 'by colour and mark').toHaveAttribute('data-verdict', right ? 'right' : 'wrong');
        await expectSetUp(app, told, `chapter ${number}`);
        // The reason stands beside the figures; the bar goes on to say what is to be done.
        await expect(bar(app)).toBeVisible();
      }
    }
  }
});

/** Has a chapter keep nothing back. @param {import('./app.js').App} app @param {number} number */
async function showEverything(app, number) {
  const questions = chapter(app, number).locator('fieldset[data-withhold]');
  for (const question of await questions.all()) await question.getByRole('radio').first().check();
  for (const kept of await button(app, number, 'Show it now').all()) await kept.click();
}

/**
 * Live numbers of a chapter are those of the figures. Gives back how many were compared.
 *
 * @param {import('./app.js').App} app
 * @param {number} number
 * @param {number} epoch
 */
async function expectLive(app, number, epoch) {
  const known = await readouts(app);
  expect(known.epoch).toBe(String(epoch));
  const texts = (await liveTexts(app, number)).filter(([name]) => name !== 'walk-note' && name !== 'predicted');
  const odd = texts.filter(([name, text]) => !(name === 'data' ? /[a-z]/i : NUMBER).test(text));
  expect(odd, `what shows no number in chapter ${number}`).toEqual([]);
  const others = texts.filter(([name, text]) => name in known && known[name] !== text);
  expect(others, `what is not that of the figures in chapter ${number}`).toEqual([]);
  return texts.filter(([name]) => name in known).length;
}

/** @param {import('./app.js').App} app @returns {Promise<Record<string, string>>} */
async function readouts(app) {
  const [plus, slope, intercept, cost, epoch, rows] = await Promise.all(
    ['intercept-sign', 'slope', 'intercept', 'cost', 'epoch', 'rows'].map((id) => app.page.locator(`#${id}`).innerText()),
  );
  const slider = app.page.getByRole('slider', { name: 'Learning rate, slider', exact: true });
  await expect(slider).toHaveAccessibleDescription(/The largest stable rate is/);
  const ids = (await slider.getAttribute('aria-describedby')) ?? '';
  const stable = /rate is (\S+);/.exec((await app.page.locator(`#${ids}`).textContent()) ?? '');
  return {
    slope,
    intercept: `${plus === '−' ? '−' : ''}${intercept}`,
    cost,
    epoch,
    rows,
    rate: await app.field('Learning rate').inputValue(),
    limit: stable?.[1] ?? '',
    data: await app.chosen('Dataset').innerText(),
  };
}
