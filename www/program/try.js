/** Tries a program that is right on data that its reader does not see. */
import { openSession } from '../full/package.js';
import { texts } from '../text/en/program.js';
import { createInterpreter } from './interpreter.js';

/** The lines that a verdict looks at. */
const MOST_LINES = 10_000;

/** @typedef {{ seen: string, hint: string | null, changes?: import('../pkg/more.js').ProgramChange[] }} Remark what is wrong, and a hint */

/**
 * Tries a program on hidden data, one set after the other.
 * @param {string} source
 * @param {import('./tasks.js').Task} task
 * @param {import('./judge.js').Judge} judge
 * @returns {Promise<Remark | undefined>} what is wrong with it there; undefined where nothing is
 */
export async function tryElsewhere(source, task, judge) {
  for (const fields of task.hidden) {
    const wrong = await tryOn(source, fields, task, judge);
    if (wrong) return wrong;
  }
  return undefined;
}

/**
 * @param {string} source
 * @param {string} fields of a link
 * @param {import('./tasks.js').Task} task
 * @param {import('./judge.js').Judge} judge
 * @returns {Promise<Remark | undefined>}
 */
async function tryOn(source, fields, { asked, done, stop, variable }, judge) {
  const session = openSession(fields);
  try {
    const { epochs, tolerance, learningRate } = session.setup();
    const [x, y] = session.programPoints();
    const run = { source, x, y, learningRate: learningRate.value, epochs, tolerance, seed: 0, variable };
    const { outcome, trace } = await runAlone(run);
    if (outcome.kind !== 'done') return { seen: texts.elsewhere.failed, hint: texts.elsewhere.failedHint };
    if (variable) {
      const verdict = session.rateVerdict(outcome.answer, variable);
      return verdict.finding === done ? undefined : { ...verdict, seen: texts.elsewhere.answer(verdict.seen) };
    }
    const lines = trace.lines.slice(0, 2 * MOST_LINES);
    const verdict = await judge.verdict(session, lines, learningRate.value, asked);
    if (verdict.finding !== done) return { ...verdict, seen: texts.elsewhere.wrong(verdict.seen) };
    return session.programStop(lines, outcome.shown, stop || 'epoch-limit', true) ?? undefined;
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
