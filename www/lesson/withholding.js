/**
 * Parts of the page that are kept back so that no answer is in sight before its question is asked. A question or a goal
 * names them in `data-withhold`; they stay back until it is answered or reached, or the reader asks for them.
 *
 * @import { Page } from '../core/page.js'
 *
 * @typedef {object} Withholding
 * @property {(shown: (HTMLElement | undefined)[]) => void} update keeps back what these chapters ask for, and opens the rest
 */
import { setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/lesson.js';

/**
 * The parts of the page that tell a number, by the number's name: each a selector of what one note stands in for. Some
 * are in panels that may not be loaded yet.
 * @type {Record<string, string[]>}
 */
const PARTS = {
  limit: ['.rate-scale, #forecast, #rate-advice'],
  'r-squared': ['#r-squared', '.suitable > :is(p, ul)'],
};
/** Placeholder of a number that is kept back. */
const PLACEHOLDER = '…';

/** Questions and goals whose answers the reader has asked for. @type {WeakSet<Element>} */
const asked = new WeakSet();

/** The names of what a question or a goal keeps back. @param {HTMLElement} keeper */
const namesOf = (keeper) => (keeper.dataset.withhold ?? '').split(' ');

/** Whether a question is answered, a goal is reached, or either's answer was asked for. @param {HTMLElement} keeper */
function isDone(keeper) {
  return asked.has(keeper) || keeper.hasAttribute('data-reached') || keeper.querySelector('input:checked') !== null;
}

/** Questions and goals that keep something back in a chapter now. @param {Element | null} chapter @returns {HTMLElement[]} */
function keepersIn(chapter) {
  const all = [...(chapter?.querySelectorAll('[data-withhold]') ?? [])];
  return all.filter((keeper) => keeper instanceof HTMLElement).filter((keeper) => !isDone(keeper));
}

/** The question that keeps back a part of its chapter, if one does. @param {Element} part */
export function questionThatKeeps(part) {
  const name = part.closest('[data-kept]')?.getAttribute('data-kept');
  return keepersIn(part.closest('.chapter')).find((keeper) => name && namesOf(keeper).includes(name));
}

/** Whether a part of a chapter is kept back. @param {Element} part */
export function isKeptBack(part) {
  return questionThatKeeps(part) !== undefined;
}

/** The names of the numbers that each chapter keeps back. @type {WeakMap<Element, Set<string>>} */
const keptNames = new WeakMap();

/**
 * Writes a live number into its place in a chapter, or what stands there while it is kept back.
 * @param {HTMLElement | MathMLElement} place
 * @param {string} text
 */
export function writeNumber(place, text) {
  const chapter = place.closest('.chapter');
  const isKept = chapter && keptNames.get(chapter)?.has(place.dataset.live ?? '');
  setText(place, isKept ? PLACEHOLDER : text);
}

/**
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 * @returns {Withholding}
 */
export function connectWithholding(page, chapters) {
  /** Placeholders, by what they stand for. @type {Map<Element, HTMLElement>} */
  const placeholders = new Map();
  /** The questions and goals that keep parts of the page back. @type {HTMLElement[]} */
  let keepers = [];
  const status = document.getElementById('status');
  const slider = document.getElementById('rate-slider');

  /** @param {Element} part @param {string} name @param {HTMLElement | undefined} keeper */
  const keep = (part, name, keeper) => {
    part.toggleAttribute('data-kept-back', Boolean(keeper));
    let placeholder = placeholders.get(part);
    if (!keeper) {
      placeholder?.remove();
      placeholders.delete(part);
    } else if (!placeholder) {
      placeholder = document.createElement(part.tagName === 'DD' ? 'dd' : 'p');
      setAttribute(placeholder, 'class', 'kept-note note');
      placeholder.append(texts.kept[name] ?? texts.keptRest, ' ', openButton(keeper));
      part.before(placeholder);
      placeholders.set(part, placeholder);
    }
  };
  /** @param {HTMLElement} keeper */
  const openButton = (keeper) => {
    const button = makeButton(texts.showKept, () => {
      asked.add(keeper);
      page.refresh('setup');
    });
    setAttribute(button, 'class', 'link');
    return button;
  };
  // A question can be answered anyhow; who does not reach a goal may ask for what it keeps back.
  const goals = chapters.flatMap((chapter) => [...chapter.querySelectorAll('.goal[data-withhold]')]);
  const gaveUps = goals.filter((goal) => goal instanceof HTMLElement).map((goal) => ({ goal, button: openButton(goal) }));
  for (const { goal, button } of gaveUps) goal.append(' ', button);
  // The page's sentences tell the limit too, to more digits than the scale.
  const hideInStatus = () => {
    const limit = page.setup.largestStable?.text;
    if (!status || !limit || !keepers.some((keeper) => namesOf(keeper).includes('limit'))) return;
    setText(status, (status.textContent ?? '').replaceAll(new RegExp(`${limit.replaceAll('.', '\\.')}\\d*`, 'g'), PLACEHOLDER));
  };
  if (status) new MutationObserver(hideInStatus).observe(status, { childList: true, characterData: true, subtree: true });

  return {
    update(shown) {
      for (const chapter of chapters) keptNames.set(chapter, new Set(keepersIn(chapter).flatMap(namesOf)));
      keepers = chapters.filter((chapter) => shown.includes(chapter)).flatMap(keepersIn);
      for (const [name, selectors] of Object.entries(PARTS)) {
        const keeper = keepers.find((one) => namesOf(one).includes(name));
        for (const selector of selectors) {
          const [first, ...others] = document.querySelectorAll(selector);
          if (first) keep(first, name, keeper);
          for (const other of others) other.toggleAttribute('data-kept-back', Boolean(keeper));
        }
        if (name === 'limit' && slider) {
          // What is not displayed would still be read out as the slider's description.
          if (keeper) slider.removeAttribute('aria-describedby');
          else setAttribute(slider, 'aria-describedby', 'stable-note');
        }
      }
      for (const { goal, button } of gaveUps) button.hidden = isDone(goal);
      for (const part of chapters.flatMap((chapter) => [...chapter.querySelectorAll('[data-kept]')])) {
        keep(part, '', questionThatKeeps(part));
      }
      hideInStatus();
    },
  };
}
