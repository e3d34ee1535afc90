/**
 * The bar that keeps in sight what is to be done with the figures of a chapter, and the way back.
 *
 * @import { Page } from '../core/page.js'
 */
import { isDocked } from './dock.js';
import { find, mark } from '../core/dom.js';
import { texts } from '../text/en/lesson.js';
import { unpacked } from '../full/panel.js';

/** What the reader had before a chapter was shown. @type {Uint8Array | undefined} */
let mine;

/** @param {Page} page */
export function connectBar(page) {
  const bar = Object.assign(document.createElement('section'), { hidden: true });
  mark(bar, 'class', 'lesson-bar');
  mark(bar, 'aria-label', texts.lesson);
  const text = document.createElement('p');
  const on = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.readOn });
  const back = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.backToMine });
  bar.append(text, on, back);
  find('dock', HTMLElement).prepend(bar);
  /** @type {HTMLElement | undefined} */
  let shown;
  /** The goal that the bar tells. @type {HTMLElement | undefined} */
  let told;
  const goals = () =>
    shown && !bar.hidden
      ? [...shown.querySelectorAll('.goal')].filter((goal) => goal instanceof HTMLElement)
      : [];
  on.addEventListener('click', () => {
    shown?.scrollIntoView();
    shown?.focus();
  });
  back.addEventListener('click', () => {
    const session = mine && unpacked(mine);
    if (session) page.open(session);
    mine = undefined;
    bar.hidden = true;
  });
  return {
    /** Keeps what the reader has, before a chapter takes its place. */
    keep: () => {
      mine ??= page.session.pack();
    },
    /**
     * Tells the next goal of a chapter; or an explanation, where that is not in sight beside the figures.
     * @param {HTMLElement} chapter
     * @param {Element} [why]
     */
    show: (chapter, why) => {
      shown = chapter;
      bar.hidden = false;
      const all = goals();
      told = why && !isDocked() ? undefined : (all.find((goal) => !goal.hasAttribute('data-reached')) ?? all[0]);
      const said = told ?? why;
      text.replaceChildren(...(said?.cloneNode(true).childNodes ?? []));
    },
    /** The goals of the chapter that is shown. */
    goals,
    showReached: () => bar.toggleAttribute('data-reached', Boolean(told?.hasAttribute('data-reached'))),
  };
}
