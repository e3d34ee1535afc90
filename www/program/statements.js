/**
 * The statements of a reader's program: which of its lines compute the errors, the derivatives and the updates, found by
 * what depends on what, whatever the names are.
 *
 * @import { LogicalLine, Token } from './tokens.js'
 *
 * @typedef {'loop' | 'errors' | 'slope-gradient' | 'intercept-gradient' | 'slope' | 'intercept'} StatementName as chapter 7 has them
 * @typedef {{ target: string, operator: string, value: Token[], line: number, text: string, isInLoop: boolean }} Assignment `operator`
 *   is `=`, or that of an augmented assignment
 */
import { logicalLines } from './tokens.js';

/** How many assignments away from the update its derivative may be. */
const MOST_STEPS = 4;
const AUGMENTED = ['+=', '-=', '*=', '/='];

/**
 * The assignments that make up each statement; none where there is no telling.
 * @param {string} source
 * @returns {Record<StatementName, Assignment[]>}
 */
export function statementsOf(source) {
  const lines = logicalLines(source);
  const assignments = assignmentsOf(lines, source);
  const [a, b] = shownNames(lines).map((names) => movingName(names, assignments));
  const columns = columnsOf(lines, assignments, ['y'], [a, b]);
  const errors = assignments.filter(
    ({ target, value }) =>
      target !== a && target !== b && value.some(({ text }) => text === '-') && mentions(value, columns) && dependsOn(value, [a, b], assignments),
  );
  const errorNames = errors.map(({ target }) => target);
  const updatesOf = (/** @type {string} */ name) =>
    assignments.filter(({ target, operator, value, isInLoop }) => target === name && (operator !== '=' || isInLoop || mentions(value, [name])));
  const gradientsOf = (/** @type {Assignment[]} */ updates) => {
    const found = updates.flatMap((update) => gradientsBehind(update, [a, b, 'L'], errorNames, columns, assignments, MOST_STEPS));
    return [...new Set(found)];
  };
  const [slope, intercept] = [updatesOf(a), updatesOf(b)];
  return {
    loop: [],
    errors,
    'slope-gradient': gradientsOf(slope),
    'intercept-gradient': gradientsOf(intercept),
    slope,
    intercept,
  };
}

/** @param {Token[]} tokens @param {string[]} names */
export function mentions(tokens, names) {
  return tokens.some(({ kind, text }, i) => kind === 'name' && names.includes(text) && tokens[i - 1]?.text !== '.');
}

/** All names of some tokens. @param {Token[]} tokens */
function namesOf(tokens) {
  return tokens.filter(({ kind }, i) => kind === 'name' && tokens[i - 1]?.text !== '.').map(({ text }) => text);
}

/** @param {LogicalLine[]} lines @param {string} source @returns {Assignment[]} */
function assignmentsOf(lines, source) {
  /** Indentations of the loops that are open. @type {number[]} */
  let loops = [];
  return lines.flatMap(({ tokens, indent }) => {
    loops = loops.filter((loop) => loop < indent);
    if (['for', 'while'].includes(tokens[0].text)) loops.push(indent);
    return assignmentsIn(tokens).map(({ target, operator, value }) => ({
      target,
      operator,
      value,
      line: tokens[0].line,
      text: source.slice(tokens[0].start, tokens[tokens.length - 1].end),
      isInLoop: loops.length > 0,
    }));
  });
}

/** The assignments of a line: `a = b = 0` is two, and so is `a, b = 0, 1`. @param {Token[]} tokens */
function assignmentsIn(tokens) {
  const isOuter = (/** @type {Token} */ { kind, depth }) => kind === 'operator' && depth === 0;
  const at = tokens.findIndex((token) => isOuter(token) && AUGMENTED.includes(token.text));
  if (at === 1) return [{ target: tokens[0].text, operator: tokens[at].text, value: tokens.slice(2) }];
  const parts = split(tokens, (token) => isOuter(token) && token.text === '=');
  const value = parts.pop() ?? [];
  return parts.flatMap((targets) => {
    const names = split(targets, ({ text }) => text === ',');
    const values = split(value, (token) => isOuter(token) && token.text === ',');
    return names
      .map((name, i) => ({ target: name.length === 1 ? name[0].text : '', operator: '=', value: names.length === values.length ? values[i] : value }))
      .filter(({ target }) => target !== '');
  });
}

/** @param {Token[]} tokens @param {(token: Token) => boolean} isBetween */
function split(tokens, isBetween) {
  /** @type {Token[][]} */
  const parts = [[]];
  for (const token of tokens) {
    if (isBetween(token)) parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts;
}

/** The names in either place of the call of `show`, or those of the given program. @param {LogicalLine[]} lines @returns {string[][]} */
function shownNames(lines) {
  for (const { tokens } of lines) {
    const at = tokens.findIndex(({ text }, i) => text === 'show' && tokens[i + 1]?.text === '(');
    if (at < 0) continue;
    const depth = tokens[at + 1].depth;
    const end = tokens.findIndex(({ text }, i) => i > at && text === ')' && tokens[i].depth === depth);
    const names = split(tokens.slice(at + 2, end), (token) => token.text === ',' && token.depth === depth).map(namesOf);
    if (names.length === 2 && names.every(({ length }) => length > 0)) return names;
  }
  return [['a'], ['b']];
}

/**
 * The parameter that moves: one of the names that are shown, or one behind them, as of a line that is carried back.
 * @param {string[]} names @param {Assignment[]} assignments
 */
function movingName(names, assignments) {
  const moves = (/** @type {string} */ one) =>
    assignments.some(({ target, operator, value }) => target === one && (operator !== '=' || mentions(value, [one])));
  const behind = assignments.filter(({ target }) => names.includes(target)).flatMap(({ value }) => namesOf(value));
  return [...names, ...behind].find(moves) ?? names[0];
}

/**
 * The names that hold the dependent variable, or rows of it: y, what is taken from it, and what a loop over it binds.
 * @param {LogicalLine[]} lines @param {Assignment[]} assignments @param {string[]} names @param {string[]} parameters
 */
function columnsOf(lines, assignments, names, parameters) {
  const found = new Set(names);
  for (const { tokens } of lines) {
    const within = tokens.findIndex(({ text }) => text === 'in');
    const zip = tokens.findIndex(({ text }) => text === 'zip');
    if (tokens[0].text !== 'for' || zip < 0) continue;
    const bound = namesOf(tokens.slice(1, within));
    const columns = namesOf(tokens.slice(zip + 1));
    columns.forEach((column, i) => found.has(column) && bound[i + bound.length - columns.length] && found.add(bound[i + bound.length - columns.length]));
  }
  for (const { target, value } of assignments) {
    if (mentions(value, [...found]) && !dependsOn(value, parameters, assignments)) found.add(target);
  }
  return [...found];
}

/** Whether a value depends on one of some names, or on what was computed of them. @param {Token[]} value @param {string[]} names @param {Assignment[]} assignments */
function dependsOn(value, names, assignments) {
  if (mentions(value, names)) return true;
  const behind = namesOf(value);
  return assignments.some(({ target, value: other }) => behind.includes(target) && !names.includes(target) && mentions(other, names));
}

/**
 * The assignments behind an update that compute its derivative from the errors; the update itself if it does.
 * @param {Assignment} from @param {string[]} parameters @param {string[]} errors @param {string[]} columns @param {Assignment[]} assignments
 * @param {number} steps
 * @returns {Assignment[]}
 */
function gradientsBehind(from, parameters, errors, columns, assignments, steps) {
  if (mentions(from.value, errors) || mentions(from.value, columns)) return [from];
  if (steps === 0) return [];
  const behind = namesOf(from.value).filter((name) => !parameters.includes(name) && name !== from.target);
  return assignments
    .filter(({ target, isInLoop }) => behind.includes(target) && isInLoop)
    .flatMap((assignment) => gradientsBehind(assignment, parameters, errors, columns, assignments, steps - 1));
}
