/** What the page says of the reader's program: how it ended, and what its error is about. */
import { grouped, plural } from './plural.js';

/**
 * @typedef {{ type: string, message: string, line: number | undefined }} ProgramError an error as Python has it, and the line of the
 *   program if it is known
 * @typedef {{ kind: 'gap', line: number | undefined }
 *   | { kind: 'unknown-name', name: string, nearest: string | undefined }
 *   | { kind: 'similar-name', name: string, similar: string, line: number }
 *   | { kind: 'before-assignment' }
 *   | { kind: 'indentation' }
 *   | { kind: 'syntax' }
 *   | { kind: 'shapes', first: string, second: string }
 *   | { kind: 'index', length: string | undefined }
 *   | { kind: 'truth-value' }
 *   | { kind: 'show' }
 *   | { kind: 'show-arguments' }
 *   | { kind: 'arguments', name: string, takes: string, given: string }
 *   | { kind: 'comparison', operator: string }
 *   | { kind: 'array-in-math', name: string }
 *   | { kind: 'memory' }
 *   | { kind: 'recursion' }
 *   | { kind: 'module', name: string }
 *   | { kind: 'numpy', nearest: string | undefined }
 *   | { kind: 'input' }
 *   | { kind: 'attribute', type: string, name: string }
 *   | { kind: 'division' }
 *   | { kind: 'types' }
 *   | { kind: 'other' }} Cause what an error is about
 */

export const texts = {
  onlyOnSite: 'This file comes without Python. On the site, the same button opens a place to write your own descent and run it.',

  /** The points that a program gets. @param {number} points @param {number} rows */
  points: (points, rows) =>
    points === rows
      ? plural(rows, { one: 'the only row', other: `all ${grouped(rows)} rows` })
      : `a sample: ${grouped(points)} of ${grouped(rows)} rows`,

  /** The title of a task that is done. @param {string} title */
  doneTitle: (title) => `${title} ✓`,
  useData: 'Use data for this task',
  hint: 'Hint',
  line: 'Show the line',
  loading: 'Loading Python.',
  running: 'Your program is running.',
  /** In the live region of the descent, which would speak of the waiting ball. */
  statusRunning: 'Your program is running. Its lines appear as they come.',
  /** Above the transport: whose lines it plays. */
  replay: 'Replay of your program’s lines',
  pagesOwn: 'The page’s own descent',
  /** Beside a program that ran with other data or settings. @param {('data' | 'rate' | 'epochs' | 'tolerance')[]} changed */
  stale: (changed) => {
    const names = { data: 'the data', rate: 'L', epochs: 'epochs', tolerance: 'tolerance' };
    const list = new Intl.ListFormat('en').format(changed.map((one) => names[one]));
    const verb = changed.length > 1 || changed[0] === 'data' ? 'have' : 'has';
    return `Since your program ran, ${list} ${verb} changed. The verdict was about that run.`;
  },
  runAgain: 'Run it again',
  /** Where the lines of a change are not found in the program. */
  statements: {
    errors: 'the errors',
    'slope-gradient': 'da',
    'intercept-gradient': 'db',
    slope: 'the new a',
    intercept: 'the new b',
  },
  /** The lines in which a mistake stands. @param {number[]} lines */
  inLines: (lines) =>
    plural(lines.length, {
      one: `Line ${grouped(lines[0])} of your program:`,
      other: `Lines ${new Intl.ListFormat('en').format(lines.map(grouped))} of your program:`,
    }),
  /** Names of what is computed where a mistake stands. @param {string[]} names */
  whereIs: (names) => `Look where ${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)} ${names.length > 1 ? 'are' : 'is'} computed.`,
  /** The errors have the other sign than in the given program, and that is all. */
  turnedErrors: 'Your errors are predictions − y, and nothing turns the sign back.',
  taskDone: 'Task done.',
  notJudged: 'The page could not check your steps. Run the program again.',
  checking: 'Now trying your program on other data.',
  /** What came of a try on data that the reader does not see. */
  elsewhere: {
    /** @param {string} seen */
    wrong: (seen) => `On other data your steps are wrong. ${seen}`,
    /** @param {string} seen */
    answer: (seen) => `On other data the answer is different. ${seen}`,
    failed: 'On other data your program does not finish.',
    failedHint: 'Does the program contain a number from these data, such as how many rows there are?',
  },
  showPagesCost: 'Show the page’s cost',
  showYourCost: 'Show your cost',
  /** The program's cost cannot be shown. @param {string} error */
  costFailed: (error) => `Your cost(a, b) cannot be shown: it fails wherever it was tried. ${error}`,
  costStopped: 'Your cost(a, b) was stopped: it took longer than ten seconds.',
  /** The program's predictions cannot be shown. @param {string} error */
  predictFailed: (error) => `Your predict(x, a, b) cannot be drawn. ${error}`,
  predictStopped: 'Your predict(x, a, b) was stopped: it took longer than ten seconds.',
  outputCut: 'The output is cut off here: only its first 65,536 characters are kept.',

  /** The error as Python says it. @param {ProgramError} error */
  error: ({ type, message, line }) => {
    const what = message ? `${type}: ${message}` : type;
    return line === undefined ? what : `Line ${grouped(line)}: ${what}`;
  },

  /** How a program has ended. */
  ended: {
    /** @param {number} shown */
    done: (shown) =>
      shown === 0
        ? 'The program has ended, and the figures have nothing to show: give them a line with show(a, b), once per epoch, after the update.'
        : plural(shown, {
            one: 'The program has ended. It showed 1 line.',
            other: `The program has ended. It showed ${grouped(shown)} lines.`,
          }),
    stopped: 'You stopped the program.',
    silent:
      'The program was stopped: it showed no line for ten seconds. Perhaps a loop never ends, or show(a, b) is outside it.',
    memory:
      'The program was stopped: it needed more than its 64 MB of memory. Perhaps a list or a text grows in every epoch.',
    failed: 'The program stopped at an error.',
  },

  /** Said beside the lines of a long run. @param {number} every */
  thinned: (every) => `The run is too long to keep all of its lines: one in every ${grouped(every)} is kept.`,

  /** The interpreter cannot be loaded. @param {string} reason */
  unavailable: (reason) => `Programs cannot run here: the interpreter could not be loaded (${reason}).`,

  /** A sentence for people on what an error is about. @param {Cause} cause @returns {string} */
  cause: (cause) => {
    switch (cause.kind) {
      case 'gap':
        return cause.line === undefined
          ? 'There is still a gap, ..., in the program: write something there.'
          : `There is still a gap, ..., in line ${grouped(cause.line)}: write something there.`;
      case 'unknown-name':
        return cause.nearest === undefined
          ? `Nothing is called ${cause.name} yet: a name has to be given a value before it is used.`
          : `Nothing is called ${cause.name}. Did you mean ${cause.nearest}?`;
      case 'similar-name':
        return `Nothing is called ${cause.name}, but line ${grouped(cause.line)} sets ${cause.similar}. Is one of the two a slip?`;
      case 'before-assignment':
        return 'A variable is used before it has a value. A function that assigns to a name of the program needs global for it.';
      case 'indentation':
        return 'The line does not begin where Python expects it: lines of one block begin at the same column, four spaces farther in than the line that opens it.';
      case 'syntax':
        return 'Python cannot read this line, or the one before it. Look for a missing colon, bracket or quotation mark.';
      case 'shapes':
        return `One array has ${grouped(Number(cause.first))} numbers and the other ${grouped(Number(cause.second))}: arrays are combined number by number, so they have to be the same length.`;
      case 'index':
        return cause.length === undefined
          ? 'There is no such position: positions are counted from 0, so the last one is the length minus 1.'
          : `There is no such position: the array has ${grouped(Number(cause.length))} numbers, and positions are counted from 0.`;
      case 'truth-value':
        return 'An array is neither true nor false as a whole: ask whether any or all of its numbers are, as in (x > 0).any().';
      case 'show':
        return 'show(a, b) takes two numbers, the slope and the intercept. The mean or the sum of an array is a number; the array is not.';
      case 'show-arguments':
        return 'show takes two numbers, the slope and the intercept: show(a, b).';
      case 'arguments':
        return `${cause.name} takes ${plural(Number(cause.takes), { one: '1 value', other: `${cause.takes} values` })}, and ${plural(Number(cause.given), { one: '1 was', other: `${cause.given} were` })} given.`;
      case 'comparison':
        return `The array has to be on the left of ${cause.operator} here: write x > 0 rather than 0 < x.`;
      case 'array-in-math':
        return cause.name === ''
          ? 'The functions of math take single numbers; for an array, take those of np.'
          : `math.${cause.name} takes a single number; for an array, write np.${cause.name}.`;
      case 'memory':
        return 'The program needed more than its 64 MB of memory. Perhaps a list or a text grows in every epoch.';
      case 'recursion':
        return 'A function keeps calling itself. To repeat something, use a loop.';
      case 'module':
        return cause.name === 'js' || cause.name === 'jsffi'
          ? `Programs here cannot reach the page: there is no ${cause.name} to import.`
          : `There is no ${cause.name} here: programs can import numpy, math, random and a few more of Python's own modules.`;
      case 'numpy':
        return cause.nearest === undefined
          ? 'This page has a small numpy, with what gradient descent needs.'
          : `Did you mean ${cause.nearest}?`;
      case 'input':
        return 'Nobody can answer a program here while it runs: write the value into the program instead of input().';
      case 'attribute':
        return `This has nothing called ${cause.name}. Check the spelling, or whether the value is what you think it is.`;
      case 'division':
        return 'Something is divided by zero.';
      case 'types':
        return 'These two cannot be combined: one of them is not a number or an array.';
      case 'other':
        return 'Python stopped here. The message above says why.';
    }
  },
};
