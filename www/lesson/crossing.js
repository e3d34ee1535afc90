/**
 * The way from the text to the controls and back: a button at the head of each chapter and after each of its questions
 * and goals, shown while it has the focus, and one key. The way back leads to the very element that one came from.
 */
import { isDocked } from '../core/dock.js';
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/lesson.js';
import { chapterBeingRead } from './reading.js';

/** The key there and back. It types nothing, so it takes nothing from fields and from those who speak to their computer. */
const KEY = 'F2';

/**
 * @param {HTMLElement} lesson
 * @param {HTMLElement[]} chapters
 */
export function connectCrossing(lesson, chapters) {
  const run = find('run', HTMLButtonElement);
  /** Element that had the focus last in the text. @type {HTMLElement | undefined} */
  let place;
  const goToControls = () => run.focus({ preventScroll: isDocked() });
  const goBack = () => {
    const there = place?.isConnected && place.checkVisibility() ? place : chapterBeingRead();
    there?.focus({ preventScroll: true });
    if (there && !isInSight(there)) there.scrollIntoView({ block: 'center' });
  };
  const back = crossingButton(texts.backToText, goBack);
  back.hidden = true;
  run.parentElement?.before(back);
  lesson.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    place = target;
    back.hidden = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const focused = document.activeElement;
    if (lesson.contains(focused)) goToControls();
    else if ((place || chapterBeingRead()) && focused?.closest('main')) goBack();
    else return;
    event.preventDefault();
  });
  const there = () => crossingButton(texts.toControls, goToControls);
  for (const chapter of chapters) {
    for (const task of chapter.querySelectorAll('.question, .goal')) task.after(there());
  }
  return there;
}

/** @param {string} name @param {() => void} press */
function crossingButton(name, press) {
  const button = makeButton(name, press);
  setAttribute(button, 'class', 'crossing');
  setAttribute(button, 'aria-keyshortcuts', KEY);
  const key = Object.assign(document.createElement('kbd'), { textContent: KEY });
  setAttribute(key, 'aria-hidden', 'true');
  button.append(' ', key);
  return button;
}

/** @param {Element} element */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const { dataset } = document.documentElement;
  const cover = dataset.dock === 'above' ? find('dock', HTMLElement).offsetHeight : 0;
  return bottom > cover && top < innerHeight;
}
