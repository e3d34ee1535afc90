import { builtin } from './builtins.js';
import { NUMBERS, bar, button, chapter, liveTexts, openChapter, showThis } from './chapters.js';
import { expect, test } from './page.js';

/** @typedef {import('./app.js').App} App */

/** How a parameter is called that is held. @type {Record<string, string>} */
const HELD = { slope: 'Hold the slope', intercept: 'Hold the intercept' };

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
  const [, ...start] = (told.get('start') ?? 'at_0_0').split('_').map(Number);
  const runs = ['rate', 'rate2', 'rate3', 'rate4'].filter((name) => told.has(name)).length;
  const points = told.get('points');
  const extras = [
    runs > 1 ? `a race of ${runs}` : '',
    told.has('cost') ? `${told.get('cost')} cost` : '',
    told.get('check') === 'off' ? 'goes on when it blows up' : '',
  ];
  return {
    data: data.name,
    rate: Number(told.get('rate')?.replace('0~', '') ?? data.rate),
    epochs: Number(told.get('epochs') ?? data.epochs),
    tolerance: 0,
    epoch: Number(told.get('epoch') ?? 0),
    start: start.length ? start : [0, 0],
    view: told.get('view'),
    points: points ?? 'points',
    pressed: [
      told.get('squares') === '1' ? 'Squares' : '',
      points?.endsWith('residuals') ? 'Residuals' : '',
      told.get('equal') === '1' ? 'Equal axes' : '',
      HELD[told.get('held') ?? ''] ?? '',
    ].filter(Boolean),
    answer: told.get('answer') === '1',
    along: told.get('along') ?? 'slope',
    extras: extras.filter(Boolean).join(' · '),
    speed: told.get('speed'),
  };
}

/** @param {App} app @param {Map<string, string>} told */
async function shown(app, told) {
  const fields = ['Learning rate', 'Epochs', 'Tolerance', 'Start slope', 'Start intercept', 'Speed', 'Along'];
  const toggles = ['Squares', 'Residuals', 'Equal axes', ...Object.values(HELD)];
  const [values, pressed, data, epoch, view, figure, answer, extras] = await Promise.all([
    Promise.all(fields.map((name) => app.field(name).inputValue())),
    Promise.all(toggles.map((name) => isPressed(app, name))),
    app.chosen('Dataset').innerText(),
    app.value('epoch'),
    app.page.getByRole('tab', { selected: true }).innerText(),
    app.page.locator('#data-figure').getAttribute('aria-label'),
    app.button('Show the answer').getAttribute('aria-expanded'),
    app.page.locator('#more-extras').innerText(),
  ]);
  const [rate, epochs, tolerance, ...start] = values.slice(0, 5).map(Number);
  const [, what, best] = /^(Error of each point)?( at the best line)?/.exec(figure ?? '') ?? [];
  return {
    data,
    rate,
    epochs,
    tolerance,
    epoch,
    start,
    view: view.toLowerCase(),
    points: best ? 'best-residuals' : what ? 'residuals' : 'points',
    pressed: toggles.filter((_, index) => pressed[index]),
    answer: answer === 'true',
    along: values[6],
    extras,
    speed: told.has('speed') ? values[5] : undefined,
  };
}

/** Whether a button is pressed; those that another view hides are there, too. @param {App} app @param {string} name */
async function isPressed(app, name) {
  const toggle = app.page.getByRole('button', { name, exact: true, includeHidden: true, pressed: true });
  return (await toggle.count()) > 0;
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
    await expect.poll(() => shown(app, own), `chapter ${number}`).toEqual(wanted(own));
    for (const shows of await chapter(app, number).locator('button[data-show]').all()) {
      const told = declared((await shows.getAttribute('data-show')) ?? '');
      await leave(told.get('view'));
      await shows.click();
      await expect.poll(() => shown(app, told), await shows.innerText()).toEqual(wanted(told));
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
      for (const answer of answers) {
        await leave(told.get('view'));
        await answer.check();
        const because = question.locator('.because:visible');
        await expect(because).toHaveCount(1);
        const right = await answer.evaluate((input) => input.hasAttribute('data-right'));
        await expect(because).toHaveText(right ? /^Right/ : /^N/);
        await expect.poll(() => shown(app, told), `chapter ${number}`).toEqual(wanted(told));
        await expect(bar(app)).toContainText((await because.textContent())?.slice(0, 60) ?? '');
      }
    }
  }
});

test('live numbers are those of the figures, in every chapter and after every step', async ({ app }) => {
  await openChapter(app);
  for (const number of NUMBERS) {
    await showThis(app, number);
    for (const epoch of [0, 1]) {
      if (epoch) await app.press('Step');
      const known = await readouts(app);
      expect(known.epoch).toBe(String(epoch));
      for (const [name, text] of await liveTexts(app, number)) {
        if (name === 'walk-note' || name === 'predicted') continue;
        expect(text, `${name} in chapter ${number}`).toMatch(
          name === 'data' ? /[a-z]/i : /^−?\d[\d,]*(\.\d+)?(×10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?$/,
        );
        if (name in known) expect(text, `${name} in chapter ${number}`).toBe(known[name]);
      }
    }
  }
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
