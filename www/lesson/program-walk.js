/**
 * The lesson's program, walked line by line in time with the figures. What each line makes, and which
 * comes next, the package knows; here is which one has been done.
 *
 * @import { Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */

import { copyText } from '../platform/clipboard.js';
import { mark, write } from '../core/dom.js';
import { texts } from '../text/en/lesson.js';

/** The top of the program, and the end of a round, where values are those of one epoch. */
const TOP = 'define';
const ROUND = 'test';
/** While the page runs, values change at most this often, in milliseconds. */
const SLOWEST = 250;

/**
 * @param {Page} page
 * @param {() => Session | undefined} session
 * @param {HTMLElement} chapter that has a program
 */
export function connectWalk(page, session, chapter) {
  const lines = [...chapter.querySelectorAll('.program li')].filter((line) => line instanceof HTMLElement);
  const note = chapter.querySelector('[data-live="walk-note"]');
  /** @type {Map<string, HTMLElement>} */
  const values = new Map();
  for (const line of lines) {
    const value = document.createElement('span');
    mark(value, 'class', 'value');
    line.append(value);
    values.set(line.dataset.line ?? '', value);
  }
  let done = TOP;
  let epoch = 0;
  let shown = 0;
  const show = () => {
    const walk = session()?.walk(done);
    if (!walk) return;
    done = walk.done;
    const made = new Map(walk.values.map(({ line, text }) => [line, text]));
    for (const line of lines) {
      const name = line.dataset.line ?? '';
      line.toggleAttribute('data-lit', name === done);
      const value = values.get(name);
      if (value) write(value, made.get(name) ?? '');
    }
    if (note) write(note, walk.note);
  };
  /** What the values that are shown follow from. */
  let shownFor = '';
  page.onSetup(() => (shownFor = ''));
  page.onNow((now, running) => {
    // Whoever moved the run, the walk is where a round ends.
    if (now.epoch !== epoch) done = now.epoch > 0 ? ROUND : TOP;
    epoch = now.epoch;
    const time = performance.now();
    if (running && time - shown < SLOWEST) return;
    // Pointing at the figures changes nothing here.
    const from = [done, now.epoch, now.slope, now.intercept, now.status].join();
    if (from === shownFor) return;
    shownFor = from;
    shown = time;
    show();
  });
  return {
    nextLine: () =>
      page.halt(() => {
        const whole = session();
        if (!whole) return;
        done = whole.walkOn(done);
        epoch = whole.now().epoch;
      }),
    startOver: () => {
      done = TOP;
      page.halt((session) => session.reset());
    },
    /** Copies the program as it is written, and says so. */
    copy: async () => {
      const program = lines.map((line) => line.querySelector('code')?.textContent ?? '').join('\n');
      const copied = await copyText(`${program}\n`);
      if (note) write(note, copied ? texts.codeCopied : texts.codeToCopy);
    },
  };
}
