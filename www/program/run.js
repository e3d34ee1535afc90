/**
 * Runs the reader's program, shows it in the figures, and says how it ended and what its steps are.
 *
 * @import { Page } from '../core/page.js'
 * @import { Editor } from './editor.js'
 * @import { TaskList } from './task-list.js'
 * @import { Task } from './tasks.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { requireSession } from '../full/package.js';
import { texts } from '../text/en/program.js';
import { causeOf, gapIn } from './errors.js';
import { connectDefinitions } from './definitions.js';
import { connectFigures } from './figures.js';
import { changesOf, givenBy } from './given.js';
import { createInterpreter } from './interpreter.js';
import { Judge } from './judge.js';
import { connectOutput } from './output.js';
import { hasTurnedErrors } from './suspects.js';
import { tryElsewhere } from './try.js';
import { connectVerdict } from './verdict.js';

/** After so many milliseconds a program that still runs is judged by what it has shown. */
const EARLY = 1500;
/** Seed of the random numbers of programs. */
const SEED = 0;

/**
 * @param {Page} page
 * @param {Editor} editor
 * @param {TaskList} tasks
 */
export function connectRun(page, editor, tasks) {
  const runButton = find('run-program', HTMLButtonElement);
  const stopButton = find('stop-program', HTMLButtonElement);
  const runs = find('program-runs', HTMLElement);
  const outside = find('program-outside', HTMLElement);
  const replay = replayTitle();
  const figures = connectFigures(page);
  const output = connectOutput();
  const verdict = connectVerdict(editor);
  const judge = new Judge();
  let isReady = false;
  let isOpen = false;
  /** How often a program was started: what is found out of an earlier one is not shown any more. */
  let starts = 0;
  /** Text of the program that runs, or ran last. */
  let source = '';
  /** What it was given; undefined before a program has run. @type {import('./given.js').Given | undefined} */
  let given;
  /** What was said to have changed since. */
  let saidStale = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let early;

  /** @param {'loading' | 'ready' | 'running' | 'done' | 'failed' | 'stopped'} state */
  const setState = (state) => {
    if (isOpen) setAttribute(document.documentElement, 'data-program', state);
    stopButton.disabled = state !== 'running';
  };

  const interpreter = createInterpreter({
    onReady() {
      isReady = true;
      if (document.documentElement.dataset.program !== 'loading') return;
      setState('ready');
      verdict.show('neutral');
    },
    onUnavailable(message) {
      setState('failed');
      verdict.show('error', texts.unavailable(message));
    },
    onOutput: (text) => output.add(text),
    onLines(trace) {
      figures.follow(trace);
      runs.hidden = false;
    },
    onEnd(outcome, trace) {
      const { kind, error, shown } = outcome;
      const isLong = early === undefined;
      clearTimeout(early);
      saidStale = '';
      // The focus would be lost with the button.
      if (document.activeElement === stopButton) runButton.focus();
      setState(kind === 'done' ? 'done' : kind === 'failed' || kind === 'memory' ? 'failed' : 'stopped');
      if (shown === 0) page.announceStatus();
      // Who has watched a long run does not want to see it all over again.
      if (shown > 0 && kind === 'done' && !isLong) figures.play(trace);
      else if (shown > 0) figures.showEnd(trace);
      definitions.begin(outcome);
      editor.markError(error?.line);
      const thinned = outcome.thinned ? texts.thinned(trace.every) : undefined;
      if (error) {
        verdict.show('error', texts.error(error), texts.cause(causeOf(error, source)), thinned);
      } else if (kind !== 'done' && kind !== 'stopped') {
        verdict.show('error', texts.ended[kind], thinned);
      } else if (shown === 0 && !tasks.task?.variable) {
        verdict.show('neutral', kind === 'done' ? texts.ended.done(0) : texts.ended[kind]);
      } else {
        verdict.show('neutral', kind === 'stopped' ? texts.ended.stopped : undefined, thinned);
        judgeRun(kind === 'done' ? shown : undefined, outcome.answer);
        return;
      }
      verdict.reveal();
    },
  });

  const definitions = connectDefinitions(page, interpreter);

  /**
   * Says what the steps of the program are, or the number that it was to compute.
   * @param {number | undefined} shown how many lines it has shown, if it has come to its end
   * @param {number} answer the number
   */
  const judgeRun = async (shown, answer) => {
    const { task } = tasks;
    const isDone = shown !== undefined;
    // The steps of a program that is to compute a number are its own business.
    if (!task || !given || sayIfStale() || (task.variable && !isDone)) return;
    const start = starts;
    const session = requireSession(page);
    /** @type {import('../pkg/more.js').ProgramVerdict} */
    let found;
    try {
      found = task.variable
        ? session.rateVerdict(answer, task.variable)
        : await judge.verdict(session, figures.firstLines, given.rate, task.asked);
    } catch (error) {
      console.info(error);
      verdict.add(texts.notJudged);
      return;
    }
    // It may have come to its end meanwhile, which says more; or data and settings may have changed.
    if (start !== starts || (!isDone && !interpreter.isRunning) || sayIfStale()) return;
    const isRight = found.finding === (task.done || 'right');
    const [change] = found.changes;
    const isTurned = change?.name === 'wrong-sign' && hasTurnedErrors(source, change);
    verdict.add(isTurned ? `${found.seen} ${texts.turnedErrors}` : found.seen, isRight ? 'right' : 'wrong');
    verdict.offer(found, source);
    const stop = isRight && isDone && task.stop ? requireSession(page).programStop(figures.firstLines, shown, task.stop, false) : null;
    if (stop) {
      verdict.add(stop.seen, 'wrong');
      verdict.offer(stop, source);
    } else if (isRight && isDone && task.done) {
      finish(task);
      return;
    }
    verdict.reveal();
  };

  /** Says that data or settings have changed since the program ran, if they have. @returns {boolean} whether they have */
  const sayIfStale = () => {
    const changed = given ? changesOf(given, givenBy(page)) : [];
    if (changed.length === 0) return false;
    // Said once, it stays; its button may have the focus.
    if (String(changed) === saidStale) return true;
    saidStale = String(changed);
    verdict.show('neutral', texts.stale(changed));
    verdict.addButton(texts.runAgain, () => {
      start();
      editor.focus();
    });
    return true;
  };

  /** Marks a task as done, if the program is right on other data, too. @param {Task} task */
  const finish = async (task) => {
    const start = starts;
    /** @type {import('./try.js').Remark | undefined} */
    let wrong;
    if (task.hidden.length) {
      verdict.add(texts.checking);
      try {
        wrong = await tryElsewhere(source, task, judge);
      } catch (error) {
        console.info(error);
        wrong = { seen: texts.elsewhere.failed, hint: null };
      }
    }
    // What was found out belongs to a run whose verdict has gone.
    if (start !== starts || saidStale) return;
    if (wrong) {
      verdict.add(wrong.seen, 'wrong');
      verdict.offer(wrong, source);
    } else {
      verdict.add(texts.taskDone);
      tasks.markDone(task);
    }
    verdict.reveal();
  };

  const start = () => {
    const { task } = tasks;
    if (!task) return;
    starts += 1;
    source = editor.text;
    saidStale = '';
    given = givenBy(page);
    const { rate, epochs, tolerance } = given;
    const [x, y] = requireSession(page).programPoints();
    output.clear();
    definitions.clear();
    figures.clear();
    runs.hidden = true;
    const gap = gapIn(source);
    editor.markError(gap);
    if (gap !== undefined) {
      // An open gap can be a value like any other, so that Python itself need not notice it.
      interpreter.stop();
      given = undefined;
      setState('failed');
      verdict.show('error', texts.cause({ kind: 'gap', line: gap }));
      verdict.reveal();
      return;
    }
    verdict.show('neutral', texts.running);
    setState('running');
    clearTimeout(early);
    early = setTimeout(() => {
      early = undefined;
      if (!interpreter.isRunning || figures.firstLines.length === 0) return;
      verdict.show('neutral', texts.running);
      judgeRun(undefined, NaN);
    }, EARLY);
    interpreter.run({ source, x, y, learningRate: rate, epochs, tolerance, seed: SEED, variable: task.variable });
    page.announce(texts.statusRunning);
  };
  const hide = find('hide-own-run', HTMLButtonElement);
  hide.addEventListener('click', () => {
    const isHidden = hide.getAttribute('aria-pressed') !== 'true';
    setAttribute(hide, 'aria-pressed', String(isHidden));
    page.silently(() => page.change(() => requireSession(page).hideOwnRun(isHidden)));
  });
  page.onSetup(() => {
    if (isOpen && given && !interpreter.isRunning && !verdict.isEmpty) sayIfStale();
  });
  page.onNow(() => {
    if (!isOpen) return;
    // The session knows of no program that runs, and would speak of the ball that waits.
    if (interpreter.isRunning) page.announce(texts.statusRunning);
    setText(outside, runs.hidden ? '' : (requireSession(page).programLineOutside() ?? ''));
    setText(replay, runs.hidden ? texts.pagesOwn : texts.replay);
  });
  runButton.addEventListener('click', start);
  stopButton.addEventListener('click', () => interpreter.stop());

  /** Forgets the program that ran last. */
  const reset = () => {
    starts += 1;
    given = undefined;
    saidStale = '';
    clearTimeout(early);
    interpreter.stop();
    output.clear();
    definitions.clear();
    figures.clear();
    runs.hidden = true;
    verdict.show('neutral', isReady ? undefined : texts.loading);
    setState(isReady ? 'ready' : 'loading');
  };
  return {
    start,
    reset,
    /** The bench is opened. */
    enter() {
      isOpen = true;
      reset();
    },
    /** The bench is closed. */
    leave() {
      reset();
      isOpen = false;
    },
  };
}

/** Title of the transport, which plays lines that were shown and runs no program. */
function replayTitle() {
  const title = Object.assign(document.createElement('p'), { className: 'replay-title' });
  document.querySelector('.transport')?.prepend(title);
  return title;
}
