/**
 * The lesson's live numbers: those of the figures, by the names that chapters use; and its goals, which
 * are conditions on them.
 *
 * @import { Lesson, Now, Setup } from '../pkg/more.js'
 */
import { mark, write } from '../core/dom.js';

/** @typedef {Record<string, { value: number | null, text: string }>} Numbers */

/**
 * The numbers of the moment by their names.
 * @param {Now} now
 * @param {Setup} setup
 * @param {Lesson} [lesson] more of them, once the package that knows them is there
 * @returns {Numbers}
 */
export function numbersOf(now, setup, lesson) {
  const { best, learningRate, largestStable, dataset } = setup;
  const text = (/** @type {string} */ text) => ({ value: null, text });
  const more = (lesson?.live ?? []).map(({ name, value, text }) => [name, { value, text }]);
  return {
    slope: { value: now.slope, text: now.texts.slope },
    intercept: { value: now.intercept, text: now.texts.intercept },
    cost: { value: now.cost, text: now.texts.cost },
    epoch: { value: now.epoch, text: now.texts.epoch },
    rate: learningRate,
    limit: largestStable ?? text('–'),
    'best-slope': { value: best.slope, text: best.texts.slope },
    'best-intercept': { value: best.intercept, text: best.texts.intercept },
    'best-cost': { value: best.cost, text: best.texts.cost },
    'r-squared': text(best.texts.rSquared),
    rows: { value: dataset.rows, text: dataset.rowsText },
    data: text(dataset.name),
    x: text(dataset.xLabel),
    y: text(dataset.yLabel),
    ...Object.fromEntries(more),
  };
}

/**
 * Writes the numbers where the chapters want them; what is not a number's name is left alone.
 * @param {Iterable<HTMLElement | MathMLElement>} places
 * @param {Numbers} known
 */
export function writeLive(places, known) {
  for (const place of places) {
    const number = known[place.dataset.live ?? ''];
    if (number) write(place, number.text);
  }
}

/**
 * Whether all conditions of a goal hold, such as `cost<18 epoch<=20`, `status=diverged` or `check=off`.
 * @param {string} conditions
 * @param {Numbers} known
 * @param {Record<string, string>} words what is told by a word
 */
export function holds(conditions, known, words) {
  return conditions.split(' ').every((condition) => {
    const [, name, relation, wanted] = /^([a-z-]+)(<=|>=|<|>|=)(.+)$/.exec(condition) ?? [];
    if (name in words) return words[name] === wanted;
    return isSo(known[name]?.value, relation, wanted, known);
  });
}

/**
 * @param {number | null | undefined} value
 * @param {string} relation
 * @param {string} wanted a number, the name of one, `inf` or `nan`
 * @param {Numbers} known
 */
function isSo(value, relation, wanted, known) {
  if (value == null) return false;
  if (wanted === 'nan') return Number.isNaN(value);
  const other = wanted === 'inf' ? Infinity : known[wanted] ? known[wanted].value : Number(wanted);
  if (other == null) return false;
  switch (relation) {
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
    default:
      return value === other;
  }
}

/**
 * Shows the switches as they stand.
 * @param {Iterable<HTMLElement>} buttons
 * @param {Lesson} lesson
 */
export function showSwitches(buttons, { switches }) {
  for (const button of buttons) {
    const known = switches.find(({ name }) => name === button.dataset.switch);
    if (known) mark(button, 'aria-pressed', String(known.on));
  }
}
