import { builtin } from './builtins.js';
import { expect } from './page.js';

/**
 * What chapters set up: fields in the words of a link, and what the controls say once that was done.
 *
 * @typedef {import('./app.js').App} App
 */

/** How a parameter is called that is held. @type {Record<string, string>} */
const HELD = { slope: 'Hold the slope', intercept: 'Hold the intercept' };

/** How a rule and a cost are called beside the panel More. @type {Record<string, string>} */
const RULES = { momentum: 'Momentum' };
/** @type {Record<string, string>} */
const COSTS = { absolute: 'absolute cost', signed: 'signed cost', 'huber~1': 'Huber cost, δ = 1' };

const FIELDS = ['Learning rate', 'Epochs', 'Tolerance', 'Start slope', 'Start intercept'];

/**
 * What is declared by fields such as `data=cars&rate=0~0.04`.
 *
 * @param {string} fields
 * @param {string} [others] in whose place they are
 */
export function declared(fields, others = '') {
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
    RULES[told.get('rule')?.split('~')[0] ?? ''] ?? '',
    told.get('batch')?.startsWith('1~') ? 'one row at a time' : '',
    told.has('cost') ? COSTS[told.get('cost') ?? ''] : '',
    told.get('scale') === 'centered~raw' ? 'x centered, y raw' : '',
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
export async function expectSetUp(app, told, where) {
  await expect.poll(() => shown(app), where).toMatchObject(wanted(told));
}

/**
 * Makes a way to something else than any chapter sets up, so that what is shown next has to change it.
 *
 * @param {App} app
 */
export async function elsewhere(app) {
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
