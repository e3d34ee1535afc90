/**
 * The lines of a reader's program in which a mistake stands: among those that the engine names, the ones whose text shows it.
 *
 * @import { Token } from './tokens.js'
 * @import { Assignment, StatementName } from './statements.js'
 *
 * @typedef {{ line: number, text: string }} Suspect a line, counted from 1
 * @typedef {{ name: string, statements: string[] }} Change the name of a mistake, and the statements that it can stand in
 */
import { mentions, statementsOf } from './statements.js';

/** More lines than these point at nothing. */
const MOST = 2;

/**
 * The lines that a change concerns; none where the text does not tell.
 * @param {string} source
 * @param {Change} change
 * @returns {Suspect[]}
 */
export function suspects(source, { name, statements }) {
  const all = statementsOf(source);
  const candidates = statements.flatMap((statement) => (all[/** @type {StatementName} */ (statement)] ?? []).map((assignment) => ({ statement, assignment })));
  const shows = signOf(name);
  const showing = candidates.filter(({ statement, assignment }) => shows(assignment, statement));
  const [chosen, ...rest] = [showing, candidates].map((some) => unique(some.map(({ assignment }) => assignment))).filter((some) => some.length > 0);
  const found = chosen ?? rest[0] ?? [];
  return found.length > MOST ? [] : found.map(({ line, text }) => ({ line, text }));
}

/** Whether the errors are predictions − y, and nothing but that turns the steps around. @param {string} source @param {Change} change */
export function hasTurnedErrors(source, change) {
  const { errors } = statementsOf(source);
  const [one, ...more] = suspects(source, change);
  return one !== undefined && more.length === 0 && errors.some(({ line }) => line === one.line);
}

/** @param {Assignment[]} assignments */
function unique(assignments) {
  return assignments.filter(({ line }, i) => assignments.findIndex((other) => other.line === line) === i);
}

/**
 * What the text of a line shows of a mistake.
 * @param {string} name of the mistake, or of the finding
 * @returns {(assignment: Assignment, statement: string) => boolean}
 */
function signOf(name) {
  const mistake = name.replace(/-(slope|intercept)$/, '');
  const has = (/** @type {string[]} */ ...words) => (/** @type {Assignment} */ { text }) => words.some((word) => text.includes(word));
  switch (mistake) {
    case 'wrong-sign':
      return isTurned;
    case 'two-missing':
      return ({ value }, statement) => statement.endsWith('gradient') && (!hasNumber(value, 2) || value.some(({ text }, i) => text === '/' && value[i + 1]?.text === '2') || hasNumber(value, 0.5));
    case 'two-twice':
      return ({ value }, statement) => hasNumber(value, 4) || (!statement.endsWith('gradient') && hasNumber(value, 2));
    case 'sum-for-mean':
      return has('sum', '@', 'dot');
    case 'rate-missing':
      return ({ value }) => !mentions(value, ['L']);
    case 'rate-twice':
      return ({ value }, statement) => value.filter(({ text }) => text === 'L').length > (statement.endsWith('gradient') ? 0 : 1);
    case 'signs-for-errors':
      return has('sign', 'abs');
    case 'sizes-for-errors':
      return has('abs');
    case 'squares-for-errors':
      return has('**', 'square');
    case 'first-row-only':
    case 'last-row-only':
      return has('[');
    case 'parameters-cut':
      return has('int', '//');
    case 'parameters-rounded':
      return has('round');
    case 'errors-frozen':
      return ({ isInLoop }) => !isInLoop;
    case 'other-rows':
      return has('/');
    default:
      return () => false;
  }
}

/** @param {Token[]} tokens @param {number} number */
function hasNumber(tokens, number) {
  return tokens.some(({ kind, text }) => kind === 'number' && Number(text) === number);
}

/** Whether a statement has another sign than that of the given program. @param {Assignment} assignment @param {string} statement */
function isTurned({ operator, value, target }, statement) {
  if (statement === 'errors') return isTakenAway(value);
  if (statement.endsWith('gradient')) {
    const turns = value.filter((token, i) => token.text === '-' && isUnary(value, i)).length;
    // An update that computes its derivative itself adds L times 2, or takes L times −2 away.
    const isUpdate = operator !== '=' || mentions(value, [target]);
    return isUpdate ? isAdded(operator, value, target) === (turns % 2 === 1) : turns % 2 === 0;
  }
  return isAdded(operator, value, target) && !value.some((token, i) => token.text === '-' && isUnary(value, i));
}

/** Whether y is taken away from the predictions. @param {Token[]} value */
function isTakenAway(value) {
  const minus = value.findIndex(({ text, depth }, i) => text === '-' && depth === value[0].depth - (value[0].text === '(' ? 1 : 0) && !isUnary(value, i));
  const isBehind = minus >= 0 && value.slice(minus + 1).some(({ text, kind }) => kind === 'name' && /^y|^v$|_y|target/.test(text));
  const isTurnedAgain = value[0]?.text === '-';
  return isBehind !== isTurnedAgain;
}

/** Whether an update adds its step. @param {string} operator @param {Token[]} value @param {string} target */
function isAdded(operator, value, target) {
  if (operator !== '=') return operator === '+=';
  const at = value.findIndex(({ text }) => text === target);
  const before = value[at - 1]?.text;
  return at === 0 ? value[1]?.text === '+' : before === '+';
}

/** @param {Token[]} tokens @param {number} i */
function isUnary(tokens, i) {
  const before = tokens[i - 1];
  return before === undefined || (before.kind === 'operator' && !')]}'.includes(before.text));
}
