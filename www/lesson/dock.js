/**
 * The dock: the figures stay in sight while the lesson is read, beside the text, or above it on a small screen. This
 * module decides when; dock.css says how.
 */
import { find } from '../core/dom.js';

/** Whether there is room for figures and text at once; dock.css says the same. */
const ROOM = matchMedia('(min-height: 560px)');

/** Whether the figures are docked. */
export function isDocked() {
  return document.documentElement.hasAttribute('data-docked');
}

/** Whether the lesson, and what is above it, are in sight. @type {Map<Element, boolean>} */
const inSight = new Map();
/** @type {HTMLElement | undefined} */
let lesson;

/** Whether any of the lesson is in sight. */
export function isLessonInSight() {
  return Boolean(lesson && inSight.get(lesson));
}

/**
 * Docks the figures while the lesson is read: from when it has scrolled up to the upper third of the window.
 * @param {HTMLElement} element the lesson
 * @param {() => void} onChange called when other elements come in sight
 */
export function connectDock(element, onChange) {
  lesson = element;
  const place = find('work', HTMLElement);
  const above = document.querySelector('.below-figures');
  const update = () => {
    const docked = Boolean(ROOM.matches && inSight.get(element) && above && inSight.get(above) === false);
    if (docked === isDocked()) return;
    // The figures' own place keeps its size, so that the text does not move.
    place.style.blockSize = docked ? `${place.getBoundingClientRect().height}px` : '';
    document.documentElement.toggleAttribute('data-docked', docked);
  };
  /** @param {Element} watched @param {string} rootMargin */
  const watch = (watched, rootMargin) => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) inSight.set(target, isIntersecting);
        update();
        onChange();
      },
      { rootMargin },
    );
    observer.observe(watched);
  };
  watch(element, '0px');
  if (above) watch(above, '-35% 0px 0px');
  ROOM.addEventListener('change', update);
  addEventListener('resize', () => {
    if (!isDocked()) return;
    document.documentElement.removeAttribute('data-docked');
    place.style.blockSize = '';
    update();
  });
}
