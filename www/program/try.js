/** Tries a program that is right on data that its reader does not see. */
import { openSession } from '../full/package.js';
import { texts } from '../text/en/program.js';
import { createInterpreter } from './interpreter.js';

/** The lines that a verdict looks at. */
const MOST_LINES = 10_000;

/**
 * Tries a program on hidden data, one set after the other.
 * @param {string} source
 * @param {import('./tasks.js').Task} task
 * @returns {Promise<string>} what is wrong with it there; empty where nothing is
 */
export async function tryElsewhere(source, task) {
  for (const fields of task.hidden) {
    const wrong = await tryOn(source, fields, task.asked);
    if (wrong) return wrong;
  }
  return '';
}

/** @param {string} source @param {string} fields of a link @param {string} asked */
async function tryOn(source, fields, asked) {
  const session = openSession(fields);
  try {
    const { epochs, tolerance, learningRate } = session.setup();
    const [x, y] = session.programPoints();
    const run = { source, x, y, learningRate: learningRate.value, epochs, tolerance, seed: 0 };
    const { outcome, trace } = await runAlone(run);
    if (outcome.kind !== 'done') return texts.elsewhere.failed;
    const lines = trace.lines.slice(0, 2 * MOST_LINES);
    const verdict = session.programVerdict(lines, learningRate.value, asked);
    if (verdict.finding !== 'right') return texts.elsewhere.wrong(verdict.seen);
    session.seek(epochs);
    const right = session.now().epoch;
    const { shown } = outcome;
    return shown === right ? '' : texts.elsewhere.lines({ shown, right, epochs, tolerance });
  } finally {
    session.free();
  }
}

/**
 * Runs a program in an interpreter of its own.
 * @param {import('./interpreter.js').Run} run
 * @returns {Promise<{ outcome: import('./interpreter.js').Outcome, trace: import('./interpreter.js').Trace }>}
 */
function runAlone(run) {
  return new Promise((resolve, reject) => {
    const interpreter = createInterpreter({
      onUnavailable: (message) => reject(new Error(message)),
      onEnd(outcome, trace) {
        interpreter.dispose();
        resolve({ outcome, trace });
      },
    });
    interpreter.run(run);
  });
}
