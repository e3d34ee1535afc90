/** Docks the figures while the lesson is read. */
import { dock } from '../core/dock.js';

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
  const above = document.querySelector('.below-figures');
  /** @param {Element} watched @param {string} rootMargin */
  const watch = (watched, rootMargin) => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) inSight.set(target, isIntersecting);
        dock('lesson', Boolean(inSight.get(element) && above && inSight.get(above) === false));
        onChange();
      },
      { rootMargin },
    );
    observer.observe(watched);
  };
  watch(element, '0px');
  if (above) watch(above, '-35% 0px 0px');
}
