import { builtin } from './builtins.js';
import { chapter } from './chapters.js';
import { shows } from './numbers.js';
import { expect } from './page.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {number | boolean | number[] | { first: number[], more: boolean }} Value of a line: a number
 * of the round, a truth, several numbers, a column
 * @typedef {{ line: string, epoch: number, values: Map<string, Value> }} Moment
 */

/** Chapter 7 is about these points. */
const { xs, ys, rate } = builtin('cars');
export const ROUND = ['loop', 'predictions', 'errors', 'slope-gradient', 'intercept-gradient', 'slope', 'intercept', 'cost', 'test'];

/**
 * The program of chapter 7, run line by line with plain loops: after each line its name, how many
 * updates are done, and what every line has made last.
 *
 * @param {number} epochs
 * @param {number} tolerance
 * @returns {Generator<Moment>}
 */
export function* program(epochs, tolerance) {
  /** @type {Map<string, Value>} */
  const values = new Map();
  let done = 0;
  /** @param {string} line @param {Value} [value] */
  const ran = (line, value) => {
    if (value !== undefined) values.set(line, value);
    return { line, epoch: done, values: new Map(values) };
  };
  /** @param {number[]} all */
  const column = (all) => ({ first: all.slice(0, 3), more: all.length > 3 });
  /** @param {number[]} all */
  const mean = (all) => all.reduce((sum, number) => sum + number, 0) / all.length;
  let [a, b, J] = [0, 0, NaN];
  yield ran('start', [a, b]);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    yield ran('loop', epoch);
    const predictions = [...xs].map((x) => a * x + b);
    yield ran('predictions', column(predictions));
    const errors = predictions.map((prediction, i) => ys[i] - prediction);
    yield ran('errors', column(errors));
    const da = -2 * mean(errors.map((error, i) => xs[i] * error));
    yield ran('slope-gradient', da);
    const db = -2 * mean(errors);
    yield ran('intercept-gradient', db);
    a = a - rate * da;
    yield ran('slope', a);
    b = b - rate * db;
    done = epoch;
    yield ran('intercept', b);
    J = mean([...xs].map((x, i) => (ys[i] - (a * x + b)) ** 2));
    yield ran('cost', J);
    yield ran('test', J < tolerance);
    if (J < tolerance) {
      yield ran('stop');
      break;
    }
    if (epoch === epochs) yield ran('loop');
  }
  yield ran('return', [a, b, J]);
}

/**
 * The lines that have a name, as the page shows them: which are lit, and what stands beside them; and
 * where the figures stand.
 *
 * @param {App} app
 */
export function lines(app) {
  return chapter(app, 7)
    .locator('li[data-line]')
    .evaluateAll((items) => {
      const name = (/** @type {Element} */ item) => item.getAttribute('data-line') ?? '';
      return {
        lit: items.filter((item) => item.hasAttribute('data-current')).map(name),
        values: items.map((item) => [name(item), (item.textContent ?? '').slice(item.querySelector('code')?.textContent?.length)]),
        epoch: Number(document.getElementById('epoch')?.dataset.value || undefined),
      };
    });
}

/**
 * Whether a text shows the value of a line, rounded.
 *
 * @param {string} text
 * @param {Value} [value]
 */
function tells(text, value) {
  if (value === undefined) return text === '';
  if (typeof value === 'boolean') return text === (value ? 'True' : 'False');
  if (typeof value === 'number') return shows(text, value, 5);
  const [all, digits, open] = Array.isArray(value) ? [value, 5, /^(.+)$/] : [value.first, 4, /^\[(.+)\]$/];
  const texts = open.exec(text)?.[1].split(', ') ?? [];
  const more = !Array.isArray(value) && value.more ? ['…'] : [];
  if (texts.length < all.length) return false;
  return String(texts.slice(all.length)) === String(more) && all.every((one, i) => shows(texts[i], one, digits));
}

/**
 * The page shows a moment of the program.
 *
 * @param {App} app
 * @param {Moment} moment
 */
export async function expectMoment(app, { line, epoch, values }) {
  const { lit, values: texts, epoch: figures } = await lines(app);
  const wrong = texts.filter(([name, text]) => !tells(text, values.get(name)));
  expect({ lit, figures, wrong }, `after ${line} in epoch ${epoch}`).toEqual({ lit: [line], figures: epoch, wrong: [] });
}
