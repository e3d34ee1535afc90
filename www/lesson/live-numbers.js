/**
 * The lesson's live numbers, by the names that chapters use, and its goals, which are conditions on them.
 *
 * @import { Lesson, Now, Setup } from '../pkg/more.js'
 *
 * @typedef {Record<string, { value: number | null, text: string }>} Numbers
 */
import { setAttribute } from '../core/dom.js';
import { writeNumber } from './withholding.js';

/**
 * The numbers of the moment, by name.
 * @param {Now} now
 * @param {Setup} setup
 * @param {Lesson} [lesson] more numbers, once the full package is there
 * @returns {Numbers}
 */
export function numbersOf(now, setup, lesson) {
  const { best, learningRate, largestStable, dataset } = setup;
  const textOnly = (/** @type {string} */ text) => ({ value: null, text });
  const more = (lesson?.live ?? []).map(({ name, value, text }) => [name, { value, text }]);
  return {
    slope: { value: now.slope, text: now.texts.slope },
    intercept: { value: now.intercept, text: now.texts.intercept },
    cost: { value: now.cost, text: now.texts.cost },
    epoch: { value: now.epoch, text: now.texts.epoch },
    rate: learningRate,
    limit: largestStable ?? textOnly('–'),
    'best-slope': { value: best.slope, text: best.texts.slope },
    'best-intercept': { value: best.intercept, text: best.texts.intercept },
    'best-cost': { value: best.cost, text: best.texts.cost },
    'r-squared': textOnly(best.texts.rSquared),
    rows: { value: dataset.rows, text: dataset.rowsText },
    data: textOnly(dataset.name),
    x: textOnly(dataset.xLabel),
    y: textOnly(dataset.yLabel),
    ...Object.fromEntries(more),
  };
}

/**
 * Writes the numbers into the elements that name them. Elements with other names stay as they are.
 * @param {Iterable<HTMLElement | MathMLElement>} elements
 * @param {Numbers} numbers
 */
export function writeNumbers(elements, numbers) {
  for (const element of elements) {
    const number = numbers[element.dataset.live ?? ''];
    if (number) writeNumber(element, number.text);
  }
}

/**
 * Whether all conditions of a goal hold, such as `cost<18 epoch<=20`, `status=diverged`, `stop-on-divergence=off` or `task=gradient`.
 * @param {string} conditions
 * @param {Numbers} numbers
 * @param {Record<string, string | string[]>} words values that are words, by name; of several, one has to be it
 */
export function holds(conditions, numbers, words) {
  return conditions.split(' ').every((condition) => {
    const [, name, relation, wanted] = /^([a-z-]+)(<=|>=|<|>|=)(.+)$/.exec(condition) ?? [];
    if (name in words) return [words[name]].flat().includes(wanted);
    return compare(numbers[name]?.value, relation, wanted, numbers);
  });
}

/**
 * @param {number | null | undefined} value
 * @param {string} relation
 * @param {string} wanted a number, the name of one, `inf` or `nan`
 * @param {Numbers} numbers
 */
function compare(value, relation, wanted, numbers) {
  if (value == null) return false;
  if (wanted === 'nan') return Number.isNaN(value);
  const other = wanted === 'inf' ? Infinity : numbers[wanted] ? numbers[wanted].value : Number(wanted);
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
 * Shows which switches are on.
 * @param {Iterable<HTMLElement>} buttons
 * @param {Lesson} lesson
 */
export function showSwitches(buttons, { switches }) {
  for (const button of buttons) {
    const known = switches.find(({ name }) => name === button.dataset.switch);
    if (known) setAttribute(button, 'aria-pressed', String(known.on));
  }
}
