/**
 * Errors of programs: as Python has them, and what they are about.
 *
 * MicroPython says some things in other words than Python; its messages are put into Python's words.
 *
 * @typedef {import('../text/en/program.js').ProgramError} ProgramError
 * @typedef {import('../text/en/program.js').Cause} Cause
 */
import { logicalLines } from './tokens.js';

/** Name of the program in MicroPython's tracebacks. */
const PROGRAM = '<stdin>';

/** Python's operators, by the names of their methods. @type {Record<string, string>} */
const OPERATORS = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '** or pow()',
  matmul: '@',
  and: '&',
  or: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const COMPARISONS = ['lt', 'le', 'gt', 'ge'];

/**
 * The error of a program, from what the interpreter threw.
 * @param {unknown} thrown
 * @param {string} [source] the program
 * @returns {ProgramError}
 */
export function readError(thrown, source = '') {
  const error = /** @type {{ name?: unknown, type?: unknown, message?: unknown }} */ (thrown ?? {});
  const text = typeof error.message === 'string' ? error.message : '';
  if (error.name !== 'PythonError' || typeof error.type !== 'string') {
    // The interpreter itself has failed: by too deep a recursion, as far as is known.
    return { type: 'RuntimeError', message: text || 'the interpreter failed', line: undefined };
  }
  const frames = [...text.matchAll(/^ {2}File "([^"]+)", line (\d+)/gm)].filter(([, file]) => file === PROGRAM);
  const line = frames.length > 0 ? Number(frames[frames.length - 1][2]) : undefined;
  const start = text.lastIndexOf(`\n${error.type}: `);
  const message = start >= 0 ? text.slice(start + error.type.length + 3).trimEnd() : '';
  return { ...inPythonsWords(error.type, message), line: line && lineOf(message, line, source) };
}

/** The line of an error. MicroPython names the line before one that ends a block wrongly. @param {string} message @param {number} line @param {string} source */
function lineOf(message, line, source) {
  if (!message.startsWith('unindent')) return line;
  const next = logicalLines(source).find(({ tokens: [first] }) => first.line > line);
  return next?.tokens[0].line ?? line;
}

/** @param {string} type @param {string} message */
function inPythonsWords(type, message) {
  const unsupported = /^unsupported types? for __(\w+)__: '([^']*)'(?:, '([^']*)')?$/.exec(message);
  if (unsupported) {
    const [, method, left, right] = unsupported;
    const operator = OPERATORS[method.replace(/^[ri](?=\w+$)/, (letter) => (method in OPERATORS ? letter : ''))];
    const named = (/** @type {string} */ name) => (name === '' ? 'ellipsis' : name);
    if (operator && right !== undefined) {
      return {
        type,
        message: COMPARISONS.includes(method)
          ? `'${operator}' not supported between instances of '${named(left)}' and '${named(right)}'`
          : `unsupported operand type(s) for ${operator}: '${named(left)}' and '${named(right)}'`,
      };
    }
  }
  const name = /^name '(.+)' isn't defined$/.exec(message);
  if (name) return { type, message: `name '${name[1]}' is not defined` };
  const module = /^no module named '(.+)'$/.exec(message);
  if (type === 'ImportError' && module) return { type: 'ModuleNotFoundError', message: `No module named '${module[1]}'` };
  if (type === 'ZeroDivisionError') return { type, message: 'division by zero' };
  if (type === 'RuntimeError' && /recursion depth/.test(message)) return { type: 'RecursionError', message };
  return { type, message };
}

/**
 * Whether a line follows one that opens a block, and does not begin farther in. MicroPython calls that a syntax error.
 * @param {string} source
 * @param {number | undefined} line
 */
function lacksIndentation(source, line) {
  if (line === undefined) return false;
  const before = source.split('\n').slice(0, line).filter((text) => /^\s*[^\s#]/.test(text));
  const [opening, here] = before.slice(-2);
  const indent = (/** @type {string} */ text) => text.search(/\S/);
  return here !== undefined && /:\s*(#.*)?$/.test(opening) && indent(here) <= indent(opening);
}

/**
 * Cause of an error.
 * @param {ProgramError} error
 * @param {string} source the program
 * @returns {Cause}
 */
export function causeOf({ type, message, line }, source) {
  const lines = logicalLines(source);
  const found = (/** @type {RegExp} */ pattern) => pattern.exec(message);
  if (/'ellipsis'|the gap \.\.\./.test(message)) return { kind: 'gap', line: lineOfGap(lines) };
  switch (type) {
    case 'IndentationError':
      return { kind: 'indentation' };
    case 'SyntaxError':
      return { kind: lacksIndentation(source, line) ? 'indentation' : 'syntax' };
    case 'MemoryError':
      return { kind: 'memory' };
    case 'RecursionError':
      return { kind: 'recursion' };
    case 'ZeroDivisionError':
      return { kind: 'division' };
    case 'EOFError':
      return { kind: 'input' };
    case 'ModuleNotFoundError':
      return { kind: 'module', name: found(/'(.+)'/)?.[1] ?? '' };
    case 'IndexError':
      return { kind: 'index', length: found(/size (\d+)/)?.[1] };
  }
  if (type === 'NameError') {
    const name = found(/'(.+)'/)?.[1];
    if (name === undefined) return { kind: 'before-assignment' };
    const given = nearest(name, GIVEN);
    const own = given === undefined ? ownNames(lines) : new Map();
    const similar = nearest(name, own.keys());
    if (similar !== undefined) return { kind: 'similar-name', name, similar, line: own.get(similar) ?? 1 };
    return { kind: 'unknown-name', name, nearest: given };
  }
  const shapes = found(/\((\d+),\) (?:and )?\((\d+),\)/) ?? found(/shape \((\d+),\) into shape \((\d+),\)/);
  if (shapes) return { kind: 'shapes', first: shapes[1], second: shapes[2] };
  if (found(/^The truth value of an/)) return { kind: 'truth-value' };
  if (found(/^show\(a, b\) wants/)) return { kind: 'show' };
  const counted = found(/^(\w+)\(\) (?:takes|missing) (?:at least )?(\d+) (?:required )?positional arguments? .*?(\d+)/) ?? found(/^(\w+)\(\) takes (\d+) positional arguments but (\d+)/);
  if (counted?.[1] === 'show') return { kind: 'show-arguments' };
  if (counted) return { kind: 'arguments', name: counted[1], takes: counted[2], given: counted[3] };
  const comparison = found(/^'(.+)' not supported between instances of '.*' and 'ndarray'/);
  if (comparison) return { kind: 'comparison', operator: comparison[1] };
  if (found(/^can't convert ndarray to/)) return { kind: 'array-in-math', name: functionOfMath(lines, line) ?? '' };
  const ofNumpy = found(/^numpy here has no (?:\w+\.)*(\w+)$/);
  if (ofNumpy) return { kind: 'numpy', nearest: nearest(ofNumpy[1], NUMPY) };
  if (found(/^numpy here /)) return { kind: 'numpy', nearest: undefined };
  const attribute = type === 'AttributeError' && found(/^'(.+)' object has no attribute '(.+)'/);
  if (attribute) return { kind: 'attribute', type: attribute[1], name: attribute[2] };
  return { kind: found(/^unsupported operand/) ? 'types' : 'other' };
}

/**
 * The line of the first gap, `...`.
 * @param {import('./tokens.js').LogicalLine[]} lines
 */
function lineOfGap(lines) {
  for (const { tokens } of lines) {
    const gap = tokens.find(({ kind, text, depth }) => kind === 'operator' && text === '...' && depth === 0);
    if (gap) return gap.line;
  }
  return undefined;
}

/** The line of the first gap that is still open in a program. @param {string} source */
export function gapIn(source) {
  return lineOfGap(logicalLines(source));
}

/** @param {import('./tokens.js').LogicalLine[]} lines @param {number | undefined} line */
function functionOfMath(lines, line) {
  const tokens = lines.flatMap((logical) => logical.tokens).filter((token) => token.line === line);
  const at = tokens.findIndex(({ text }, i) => text === 'math' && tokens[i + 1]?.text === '.');
  return at < 0 ? undefined : tokens[at + 2]?.text;
}

/** Names that every program has. */
const GIVEN =
  'x y L epochs tolerance show np numpy math abs all any bool enumerate False float int len list max min None print range round sorted str sum True tuple zip'.split(
    ' ',
  );

/** What the numpy here has, as far as a slip may mean it. */
const NUMPY =
  'abs any all arange argmax argmin array clip concatenate cumsum dot exp full inf isfinite isnan linalg linspace log max maximum mean median min minimum nan ones pi polyfit prod random round sign sort sqrt square std sum tanh var where zeros'.split(
    ' ',
  );

/** All names that the program binds, each with the line that does so first. @param {import('./tokens.js').LogicalLine[]} lines */
function ownNames(lines) {
  /** @type {Map<string, number>} */
  const names = new Map();
  for (const { tokens } of lines) {
    const binder = ['def', 'for', 'import', 'from', 'class', 'with', 'global'].includes(tokens[0].text);
    tokens.forEach((token, i) => {
      if (token.kind !== 'name' || tokens[i - 1]?.text === '.') return;
      const isAssigned = tokens.slice(i + 1).some(({ kind, text, depth }) => kind === 'operator' && text === '=' && depth === 0);
      if ((binder || isAssigned) && !names.has(token.text)) names.set(token.text, token.line);
    });
  }
  return names;
}

/**
 * The known name that is nearest to another, if one is near.
 * @param {string} name
 * @param {Iterable<string>} known
 */
export function nearest(name, known) {
  const most = name.length > 3 ? 2 : 1;
  let [best, distance] = [/** @type {string | undefined} */ (undefined), most + 1];
  for (const other of known) {
    if (other === name) continue;
    const here = other.toLowerCase() === name.toLowerCase() ? 0.5 : changes(name, other);
    // A name of one letter is near to every other one.
    if (here >= distance || here >= Math.min(name.length, other.length)) continue;
    [best, distance] = [other, here];
  }
  return best;
}

/** How many letters are added, left out, replaced or exchanged between two names. @param {string} a @param {string} b */
function changes(a, b) {
  /** @type {number[][]} */
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    table[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.length][b.length];
}
