/**
 * The lesson's program, walked line by line in time with the figures. What each line computes, and which comes next,
 * the WebAssembly package knows; this module remembers which one was done.
 *
 * @import { Page } from '../core/page.js'
 */
import { setAttribute, setText } from '../core/dom.js';
import { fullSession } from '../full/package.js';
import { copyText } from '../platform/clipboard.js';
import { say } from '../speech/announcer.js';
import { texts } from '../text/en/lesson.js';

/** The first line, and the last one of a round, where all values are those of one epoch. */
const FIRST_LINE = 'define';
const LAST_LINE = 'test';
/** During a run, the values change at most once in so many milliseconds. */
const INTERVAL = 250;

/**
 * @param {Page} page
 * @param {HTMLElement} chapter that has the program
 */
export function connectProgramWalk(page, chapter) {
  const lines = [...chapter.querySelectorAll('.program li')].filter((line) => line instanceof HTMLElement);
  const note = chapter.querySelector('[data-live="walk-note"]');
  /** @type {Map<string, HTMLElement>} */
  const values = new Map();
  for (const line of lines) {
    const value = document.createElement('span');
    setAttribute(value, 'class', 'value');
    line.append(value);
    values.set(line.dataset.line ?? '', value);
  }
  let done = FIRST_LINE;
  let epoch = 0;
  let lastShown = 0;
  const show = () => {
    const walk = fullSession(page)?.walk(done);
    if (!walk) return;
    done = walk.done;
    const computed = new Map(walk.values.map(({ line, text }) => [line, text]));
    for (const line of lines) {
      const name = line.dataset.line ?? '';
      line.toggleAttribute('data-current', name === done);
      if (name === done) setAttribute(line, 'aria-current', 'step');
      else line.removeAttribute('aria-current');
      const value = values.get(name);
      if (value) setText(value, computed.get(name) ?? '');
    }
    if (note) setText(note, walk.note);
  };
  /** What the shown values depend on. */
  let shownKey = '';
  page.onSetup(() => (shownKey = ''));
  page.onNow((now, running) => {
    // Something else has moved the run: the walk is at the end of a round.
    if (now.epoch !== epoch) done = now.epoch > 0 ? LAST_LINE : FIRST_LINE;
    epoch = now.epoch;
    const time = performance.now();
    if (running && time - lastShown < INTERVAL) return;
    // Pointing at the figures changes nothing here.
    const key = [done, now.epoch, now.slope, now.intercept, now.status].join();
    if (key === shownKey) return;
    shownKey = key;
    lastShown = time;
    show();
  });
  return {
    nextLine: () => {
      page.pauseAndChange(() => {
        const session = fullSession(page);
        if (!session) return;
        done = session.walkOn(done);
        epoch = session.now().epoch;
      });
      page.commit();
      const line = lines.find(({ dataset }) => dataset.line === done);
      if (line) say(textOf(line));
    },
    startOver: () => {
      done = FIRST_LINE;
      page.pauseAndChange((session) => session.reset());
    },
    /** Copies the program as it is written. */
    copy: async () => {
      const program = lines.map((line) => line.querySelector('code')?.textContent ?? '').join('\n');
      const copied = await copyText(`${program}\n`);
      if (note) setText(note, copied ? texts.programCopied : texts.programNotCopied);
    },
  };
}

/** A line of the program and its value. @param {HTMLElement} line */
function textOf(line) {
  const [code, value] = ['code', '.value'].map((selector) => line.querySelector(selector)?.textContent?.trim());
  return value ? texts.lineWithValue(code ?? '', value) : code ?? '';
}
