/**
 * The figures follow the program: what it has shown so far is a run beside the page's own.
 *
 * @import { Page } from '../core/page.js'
 * @import { Trace } from './interpreter.js'
 */
import { requireSession } from '../full/package.js';

/** The lines that a verdict looks at. */
const MOST_LINES = 10_000;
/** While a program runs, frames are at least so many times as long apart as one takes. */
const PAUSE = 3;

/** @param {Page} page */
export function connectFigures(page) {
  /** @type {Trace | undefined} */
  let waiting;
  let first = new Float64Array();
  let isShown = false;
  /** When the next frame may be shown. */
  let nextFrame = 0;

  /** @param {Trace} trace @param {(session: import('../pkg/more.js').Session) => void} then */
  const put = (trace, then) => {
    waiting = undefined;
    isShown = true;
    page.pauseAndChange(() => {
      const session = requireSession(page);
      session.showProgram(trace.linesWithLast, trace.every, trace.shown);
      then(session);
    });
  };
  /** Shows what waits, unless the frame before has taken so long that the program should have its turn first. */
  const showWaiting = () => {
    const trace = waiting;
    if (!trace) return;
    const begun = performance.now();
    if (begun < nextFrame) return requestAnimationFrame(showWaiting);
    page.silently(() => put(trace, (session) => session.seek(trace.shown)));
    page.commit();
    const ended = performance.now();
    nextFrame = ended + PAUSE * (ended - begun);
  };
  return {
    /** The first lines of the program, none left out. */
    get firstLines() {
      return first;
    },
    /** Takes the run away; the page's own stands at its start. */
    clear() {
      waiting = undefined;
      first = new Float64Array();
      if (!isShown) return;
      isShown = false;
      page.pauseAndChange(() => {
        const session = requireSession(page);
        session.showProgram(new Float64Array(), 1, 0);
        session.reset();
      });
    },
    /** Shows where the program is, with the next frame. @param {Trace} trace */
    follow(trace) {
      // A run that is so long that lines are left out has begun as one of which all were there.
      if (trace.every === 1 && first.length < 2 * MOST_LINES) first = trace.lines.slice(0, 2 * MOST_LINES);
      const isWaiting = waiting !== undefined;
      waiting = trace;
      if (!isWaiting) requestAnimationFrame(showWaiting);
    },
    /** Shows the whole run at its end. @param {Trace} trace */
    showEnd(trace) {
      put(trace, (session) => session.seek(trace.shown));
    },
    /** Plays the whole run from its start on. @param {Trace} trace */
    play(trace) {
      put(trace, () => {});
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) page.change((session) => session.seek(trace.shown));
      else page.run();
    },
  };
}
