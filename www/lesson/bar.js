/**
 * The bar above the figures. It keeps the goal of the chapter in sight whose figures are set up, and the way back to the
 * visitor's own session. Where the figures do not belong to the text beside them, it says so and offers to set them up.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Bar
 * @property {() => void} saveSession saves the visitor's session before a chapter takes its place
 * @property {(chapter: HTMLElement, explanation?: Element) => void} show shows the figures as those of a chapter, with its
 *   next goal; or the explanation, where that is not in sight beside the figures
 * @property {() => HTMLElement | undefined} chapter whose figures are set up
 * @property {(chapter: HTMLElement) => boolean} isShowing whether the figures are those of a chapter, on its data
 * @property {() => HTMLElement[]} goals that the figures can reach now: those of the chapter that they belong to
 * @property {() => void} update shows whether the goal is reached, and whether figures and text belong together
 */
import { isDocked, measurePlace } from '../core/dock.js';
import { find, setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { backToOwnSession, hasOwnSession, keepOwnSession, onOwnSession } from '../full/own-session.js';
import { texts } from '../text/en/lesson.js';
import { chapterBeingRead, takeTo } from './reading.js';
import { isKeptBack, questionThatKeeps } from './withholding.js';

/** The id of data whose points the reader has changed. */
const EDITED = 'edited';

/**
 * @param {Page} page
 * @param {(chapter: HTMLElement) => void} setUp sets up the figures of a chapter
 * @param {() => void} onChapter called when the figures become those of another chapter, or of none
 * @returns {Bar}
 */
export function connectBar(page, setUp, onChapter) {
  const bar = Object.assign(document.createElement('section'), { hidden: true });
  setAttribute(bar, 'class', 'lesson-bar');
  setAttribute(bar, 'aria-label', texts.chapter);
  const text = document.createElement('p');
  /** The chapter whose figures are set up. @type {HTMLElement | undefined} */
  let chapter;
  /** The goal in the bar. @type {HTMLElement | undefined} */
  let goal;
  /** The element that the text copies, or the sentence that it is. @type {Element | string | undefined} */
  let shown;
  /** Why the last answer was right or wrong, until the next setup. @type {Element | undefined} */
  let reason;
  const readOn = makeButton(texts.readOn, () => {
    if (chapter) takeTo(chapter);
  });
  const setUpHere = makeButton('', () => {
    const here = chapterBeingRead();
    if (here) setUp(here);
  });
  setAttribute(setUpHere, 'class', 'key-action');
  const back = backToOwnSession(page);
  setAttribute(readOn, 'class', 'read-on');
  bar.append(text, setUpHere, readOn, back);

  /** @param {Element | string | undefined} content */
  const write = (content) => {
    if (content === shown) return;
    shown = content;
    if (typeof content === 'string') setText(text, content);
    else text.replaceChildren(...(content ? copyOf(content) : []));
  };
  /** The sentence about the chapter. */
  const message = () => {
    if (reason && !isDocked()) return reason;
    // A goal that would give the answer away waits for the question.
    return goal && isKeptBack(goal) ? questionThatKeeps(goal)?.querySelector('legend') ?? undefined : goal ?? reason;
  };
  /** @param {HTMLElement | undefined} its */
  const isShowing = (its) => its !== undefined && its === chapter && isAbout(its, page.setup.dataset.id);
  const update = () => {
    const here = chapterBeingRead();
    const belongs = here ? isShowing(here) : Boolean(chapter);
    bar.hidden = !chapter && !here;
    bar.toggleAttribute('data-elsewhere', !belongs);
    setUpHere.hidden = belongs;
    readOn.hidden = !chapter;
    back.hidden = !hasOwnSession();
    if (here && !belongs) {
      write(chapter && chapter !== here ? texts.figuresOf(numberOf(chapter), numberOf(here))
        : texts.figuresElsewhere(page.setup.dataset.name, numberOf(here)));
      setText(setUpHere, showName(here));
    } else {
      write(message());
    }
    bar.toggleAttribute('data-reached', belongs && shown === goal && Boolean(goal?.hasAttribute('data-reached')));
  };
  // Above the lesson the bar takes room, but only where a chapter has the figures.
  const measure = () => measurePlace(chapterBeingRead() ?? bar);
  // A task that has taken the figures is no part of the chapter.
  onOwnSession((holder) => {
    if (holder === 'lesson') return;
    chapter = undefined;
    goal = undefined;
    reason = undefined;
    onChapter();
    page.commit();
    measure();
  });
  find('dock', HTMLElement).prepend(bar);
  return {
    saveSession() {
      keepOwnSession(page, 'lesson');
    },
    show(its, explanation) {
      chapter = its;
      const all = goalsOf(its);
      goal = all.find((element) => !element.hasAttribute('data-reached')) ?? all[0];
      reason = explanation;
      onChapter();
      page.commit();
      measure();
    },
    chapter: () => chapter,
    isShowing,
    goals: () => (chapter && isShowing(chapter) ? goalsOf(chapter) : []),
    update,
  };
}

/** @param {HTMLElement} chapter */
function goalsOf(chapter) {
  return [...chapter.querySelectorAll('.goal')].filter((element) => element instanceof HTMLElement);
}

/**
 * The words of the button that sets up a chapter's figures.
 * @param {HTMLElement} chapter
 */
export function showName(chapter) {
  return chapter.dataset.showName ?? texts.showChapter(numberOf(chapter));
}

/** @param {HTMLElement} chapter */
export function numberOf(chapter) {
  return chapter.id.slice('chapter-'.length);
}

/**
 * Whether a chapter sets up these data anywhere.
 * @param {HTMLElement} chapter
 * @param {string} dataset its id
 */
function isAbout(chapter, dataset) {
  const setUps = [chapter, ...chapter.querySelectorAll('[data-show], [data-reveal]')].flatMap((element) =>
    element instanceof HTMLElement ? [element.dataset.show, element.dataset.reveal] : [],
  );
  // Points that the reader has moved, added or deleted are still those of the chapter.
  return dataset === EDITED || setUps.some((fields) => fields && new URLSearchParams(fields).get('data') === dataset);
}

/**
 * A copy of what an element says. Its buttons do what the originals do, but those that lend the text a control: inside a
 * sentence their words are enough, and at its end there is nothing to say.
 * @param {Element} element
 */
function copyOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  const originals = element.querySelectorAll('button');
  for (const [index, button] of [...copy.querySelectorAll('button')].entries()) {
    if (button.classList.contains('link')) button.remove();
    else if (button.dataset.go) button.replaceWith(...(button.nextSibling ? button.childNodes : []));
    else button.addEventListener('click', () => originals[index].click());
  }
  return [...copy.childNodes];
}
