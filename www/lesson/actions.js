/**
 * What buttons, switches and fields of chapters do, by the names that chapters give them.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, mark, sentenceOf, write } from '../core/dom.js';
import { load } from '../core/lazy.js';
import { wholeSession } from '../full/panel.js';
import { Figures } from '../pkg/more.js';
import { connectWalk } from './program-walk.js';

/** The index of the row that is followed: the point that is selected, or the first. @param {Page} page */
export function followedRow(page) {
  return (page.figures instanceof Figures ? page.figures.selectedPoint : undefined) ?? 0;
}

/**
 * What buttons of chapters do, by their names.
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 */
export function connectActions(page, chapters) {
  const program = chapters.find((chapter) => chapter.querySelector('.program'));
  const walk = program && connectWalk(page, () => wholeSession(page), program);
  /** @param {number} by */
  const follow = (by) => {
    const count = wholeSession(page)?.points ?? 0;
    if (!count || !(page.figures instanceof Figures)) return;
    page.figures.selectPoint((followedRow(page) + by + count) % count);
    page.refresh('now');
  };
  /** @type {Record<string, () => unknown>} */
  const actions = {
    'previous-row': () => follow(-1),
    'next-row': () => follow(1),
    'next-line': () => walk?.nextLine(),
    'start-over': () => walk?.startOver(),
    'copy-code': () => walk?.copy(),
    'random-start': () => page.halt((session) => session.startAtRandom()),
  };
  for (const chapter of chapters) {
    for (const button of chapter.querySelectorAll('button')) {
      const { press, switch: name, go } = button.dataset;
      if (go) button.addEventListener('click', () => load((more) => goTo(page, more, go)));
      if (press) button.addEventListener('click', () => actions[press]?.());
      if (name) {
        button.addEventListener('click', () => {
          const on = button.getAttribute('aria-pressed') !== 'true';
          const [control, text] = SWITCHES[name](on);
          page.halt(() => wholeSession(page)?.choose(control, text));
        });
      }
    }
    for (const input of chapter.querySelectorAll('input')) {
      if (input.dataset.ask) connectQuestion(page, chapter, input);
    }
  }
}

/**
 * Goes to a control of the page that a chapter names; those of the panel `More` need it open.
 * @param {Page} page
 * @param {typeof import('../full/panel.js')} more
 * @param {string} id
 */
async function goTo(page, more, id) {
  if (!document.getElementById(id) || find('more-panel', HTMLElement).contains(document.getElementById(id))) {
    await more.openPanel(page);
    page.commit();
  }
  const control = find(id, HTMLElement);
  control.scrollIntoView({ block: 'center' });
  control.focus();
}

/**
 * What a switch chooses, by its name. @type {Record<string, (on: boolean) => [string, string]>}
 */
const SWITCHES = {
  check: (on) => ['check', on ? 'on' : 'off'],
  standardise: (on) => ['scale', on ? 'standardised' : 'raw'],
};

/**
 * A field in which the reader asks for a prediction.
 * @param {Page} page
 * @param {HTMLElement} chapter
 * @param {HTMLInputElement} input
 */
function connectQuestion(page, chapter, input) {
  const answer = chapter.querySelector('[data-live="predicted"]');
  const ask = () => {
    const session = wholeSession(page);
    if (!answer || !session) return;
    try {
      write(answer, input.value.trim() ? session.predictBest(input.value) : '');
      input.removeAttribute('aria-invalid');
    } catch (reason) {
      write(answer, sentenceOf(reason));
      mark(input, 'aria-invalid', 'true');
    }
  };
  input.addEventListener('change', ask);
  // While one types, what cannot be read yet is no mistake.
  input.addEventListener('input', () => {
    if (Number.isFinite(Number(input.value))) ask();
  });
  /** The data that were asked last. @type {number | undefined} */
  let asked;
  page.onSetup(() => {
    const version = wholeSession(page)?.dataVersion;
    if (version === asked) return;
    asked = version;
    ask();
  });
}
