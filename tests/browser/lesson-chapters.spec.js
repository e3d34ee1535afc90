import { builtin } from './builtins.js';
import { NUMBERS, bar, button, chapter, liveTexts, openChapter, showThis } from './chapters.js';
import { expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

/** How a parameter is called that is held. @type {Record<string, string>} */
const HELD = { slope: 'Hold the slope', intercept: 'Hold the intercept' };

/** A number as the page writes it. */
const NUMBER = /^−?\d[\d,]*(\.\d+)?(×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?$/;

const FIELDS = ['Learning rate', 'Epochs', 'Tolerance', 'Start slope', 'Start intercept'];

/**
 * What is declared by fields such as `data=cars&rate=0~0.04`.
 *
 * @param {string} fields
 * @param {string} [others] in whose place they are
 */
function declared(fields, others = '') {
  const all = [...others.split('&'), ...fields.split('&')].filter(Boolean);
  return new Map(all.map((field) => /** @type {[string, string]} */ (field.split('='))));
}

/**
 * What the controls are to say after that was set up: what is left out is as the data have it.
 *
 * @param {Map<string, string>} told
 */
function wanted(told) {
  const data = builtin(told.get('data') ?? '');
  const [, slope = 0, intercept = 0] = (told.get('start') ?? 'zero').split('_').map(Number);
  const runs = ['rate', 'rate2', 'rate3', 'rate4'].filter((name) => told.has(name)).length;
  const points = told.get('points') ?? 'points';
  const pressed = [
    told.get('squares') === '1' ? 'Squares' : '',
    points.endsWith('residuals') ? 'Residuals' : '',
    told.get('equal') === '1' ? 'Equal axes' : '',
    HELD[told.get('held') ?? ''] ?? '',
  ];
  const extras = [
    runs > 1 ? `a race of ${runs}` : '',
    told.has('cost') ? `${told.get('cost')} cost` : '',
    told.get('check') === 'off' ? 'goes on when it blows up' : '',
  ];
  return {
    data: data.name,
    numbers: {
      'Learning rate': Number(told.get('rate')?.replace('0~', '') ?? data.rate),
      Epochs: Number(told.get('epochs') ?? data.epochs),
      Tolerance: 0,
      'Start slope': slope,
      'Start intercept': intercept,
    },
    epoch: told.get('epoch') ?? '0',
    view: told.get('view'),
    points,
    pressed: pressed.filter(Boolean),
    answer: told.get('answer') === '1',
    along: told.get('along') === 'intercept' ? 'intercept b' : 'slope a',
    extras: extras.filter(Boolean).join(' · '),
    ...(told.has('speed') && { speed: told.get('speed') }),
  };
}

/**
 * What the controls say, all in one moment; they are found by their names.
 *
 * @param {App} app
 */
function shown(app) {
  return app.page.evaluate(
    ({ fields, toggles }) => {
      const labels = [...document.querySelectorAll('label')];
      const buttons = [...document.querySelectorAll('button')];
      /** @param {string} name */
      const value = (name) => {
        const control = labels.find(({ textContent }) => textContent === name)?.control;
        if (control instanceof HTMLSelectElement) return control.selectedOptions[0].text;
        return control instanceof HTMLInputElement ? control.value : '';
      };
      const figure = document.getElementById('data-figure')?.getAttribute('aria-label') ?? '';
      const [, what, best] = /^(Error of each point)?( at the best line)?/.exec(figure) ?? [];
      /** @param {string} name @param {string} state */
      const is = (name, state) =>
        buttons.some((button) => button.textContent === name && button.getAttribute(state) === 'true');
      return {
        data: value('Dataset'),
        numbers: Object.fromEntries(fields.map((name) => [name, Number(value(name))])),
        epoch: document.getElementById('epoch')?.dataset.value,
        view: buttons.find((button) => button.ariaSelected === 'true')?.textContent?.toLowerCase(),
        points: best ? 'best-residuals' : what ? 'residuals' : 'points',
        pressed: toggles.filter((name) => is(name, 'aria-pressed')),
        answer: is('Show the answer', 'aria-expanded'),
        along: value('Along'),
        extras: document.getElementById('more-extras')?.textContent,
        speed: value('Speed'),
      };
    },
    { fields: FIELDS, toggles: ['Squares', 'Residuals', 'Equal axes', ...Object.values(HELD)] },
  );
}

/**
 * The controls come to say what was declared.
 *
 * @param {App} app
 * @param {Map<string, string>} told
 * @param {string} where
 */
async function expectSetUp(app, told, where) {
  await expect.poll(() => shown(app), where).toMatchObject(wanted(told));
}

/**
 * Makes a way to something else than any chapter sets up, so that what is shown next has to change it.
 *
 * @param {App} app
 */
async function elsewhere(app) {
  await app.choose('Dataset', builtin('outlier').name);
  await app.press('Squares');
  const link = await app.link();
  let epoch = 0;
  /** @param {string | undefined} view what is not to be seen there */
  return async (view) => {
    epoch += 1;
    const other = view === 'map' ? 'surface' : 'map';
    const there = link.replace(/(?<=&view=)\w+/, other).replace(/(?<=&epoch=)0/, String(epoch));
    await app.page.evaluate((hash) => (location.hash = hash), there);
    await expect(app.page.locator('#epoch')).toHaveAttribute('data-value', String(epoch));
  };
}

test('every “Show this” and every button in the text sets up what it names', async ({ app }) => {
  await openChapter(app);
  const leave = await elsewhere(app);
  let buttons = 0;
  for (const number of NUMBERS) {
    const own = declared((await chapter(app, number).getAttribute('data-show')) ?? '');
    await leave(own.get('view'));
    await showThis(app, number);
    await expectSetUp(app, own, `chapter ${number}`);
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
});

test('every answer is explained, one of each question’s is right, and the figures show why', async ({ app }) => {
  await openChapter(app);
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
        await expectSetUp(app, told, `chapter ${number}`);
        await expect(bar(app)).toContainText((await because.textContent())?.slice(0, 60) ?? '');
      }
    }
  }
});

test('live numbers are those of the figures, in every chapter and after every step', async ({ app }) => {
  await openChapter(app);
  let compared = 0;
  for (const number of NUMBERS) {
    await showThis(app, number);
    for (const epoch of [0, 1]) {
      if (epoch) await app.press('Step');
      const known = await readouts(app);
      expect(known.epoch).toBe(String(epoch));
      const texts = (await liveTexts(app, number)).filter(([name]) => name !== 'walk-note' && name !== 'predicted');
      const odd = texts.filter(([name, text]) => !(name === 'data' ? /[a-z]/i : NUMBER).test(text));
      expect(odd, `what shows no number in chapter ${number}`).toEqual([]);
      const others = texts.filter(([name, text]) => name in known && known[name] !== text);
      expect(others, `what is not that of the figures in chapter ${number}`).toEqual([]);
      compared += texts.filter(([name]) => name in known).length;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

/** @param {App} app @returns {Promise<Record<string, string>>} */
async function readouts(app) {
  const [plus, slope, intercept, cost, epoch, rows] = await Promise.all(
    ['plus', 'slope', 'intercept', 'cost', 'epoch', 'rows'].map((id) => app.page.locator(`#${id}`).innerText()),
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
