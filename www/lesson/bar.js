/**
 * The bar above the figures that keeps the goal of a chapter in sight, and the way back to the visitor's own session.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Bar
 * @property {() => void} saveSession saves the visitor's session before a chapter takes its place
 * @property {(chapter: HTMLElement, explanation?: Element) => void} show shows the next goal of a chapter; or the
 *   explanation, where that is not in sight beside the figures
 * @property {() => HTMLElement[]} goals of the chapter that is shown
 * @property {() => void} showReached shows whether the goal is reached
 */
import { isDocked } from '../core/dock.js';
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { backToOwnSession, keepOwnSession, onOwnSession } from '../full/own-session.js';
import { texts } from '../text/en/lesson.js';

/**
 * @param {Page} page
 * @returns {Bar}
 */
export function connectBar(page) {
  const bar = Object.assign(document.createElement('section'), { hidden: true });
  setAttribute(bar, 'class', 'lesson-bar');
  setAttribute(bar, 'aria-label', texts.chapter);
  const text = document.createElement('p');
  /** @type {HTMLElement | undefined} */
  let chapter;
  /** The goal in the bar. @type {HTMLElement | undefined} */
  let goal;
  const goals = () =>
    chapter && !bar.hidden
      ? [...chapter.querySelectorAll('.goal')].filter((element) => element instanceof HTMLElement)
      : [];
  const readOn = makeButton(texts.readOn, () => {
    chapter?.scrollIntoView();
    chapter?.focus();
  });
  bar.append(text, readOn, backToOwnSession(page));
  // A task that has taken the figures is no part of the chapter.
  onOwnSession((holder) => {
    if (holder !== 'lesson') bar.hidden = true;
  });
  find('dock', HTMLElement).prepend(bar);
  return {
    saveSession() {
      keepOwnSession(page, 'lesson');
    },
    show(shown, explanation) {
      chapter = shown;
      bar.hidden = false;
      const all = goals();
      const next = all.find((element) => !element.hasAttribute('data-reached')) ?? all[0];
      goal = explanation && !isDocked() ? undefined : next;
      const original = goal ?? explanation;
      text.replaceChildren(...(original?.cloneNode(true).childNodes ?? []));
      const buttons = original?.querySelectorAll('button') ?? [];
      // Copies do what their originals do.
      for (const [index, copy] of [...text.querySelectorAll('button')].entries()) copy.addEventListener('click', () => buttons[index].click());
    },
    goals,
    showReached() {
      bar.toggleAttribute('data-reached', Boolean(goal?.hasAttribute('data-reached')));
    },
  };
}
