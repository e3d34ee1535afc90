/**
 * While one reads the lesson, the figures stay in sight: beside the text, or above it on a small screen.
 * How they look there is in lesson.css; here is when.
 */
import { find } from '../core/dom.js';

/** Where there is room for figures and text at once; lesson.css says the same. */
const ROOM = matchMedia('(min-height: 560px)');

/** Whether the figures are where the text is. */
export function isDocked() {
  return document.documentElement.hasAttribute('data-docked');
}

/** Whether the lesson is in sight, and what stands above it. @type {Map<Element, boolean>} */
const inSight = new Map();
/** @type {HTMLElement | undefined} */
let lessonShown;

/** Whether anything of the lesson is in sight. */
export function isLessonInSight() {
  return Boolean(lessonShown && inSight.get(lessonShown));
}

/**
 * Docks the figures while one reads: when the lesson has come up to the upper third of the window.
 * @param {HTMLElement} lesson
 * @param {() => void} changed called when other things are in sight than before
 */
export function connectDock(lesson, changed) {
  lessonShown = lesson;
  const place = find('work', HTMLElement);
  const above = document.querySelector('.below');
  const update = () => {
    const dock = Boolean(ROOM.matches && inSight.get(lesson) && above && inSight.get(above) === false);
    if (dock === isDocked()) return;
    // Their own place stays as large as it was, so that the text does not move.
    place.style.blockSize = dock ? `${place.getBoundingClientRect().height}px` : '';
    document.documentElement.toggleAttribute('data-docked', dock);
  };
  /** @param {Element} element @param {string} rootMargin */
  const watch = (element, rootMargin) => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) inSight.set(target, isIntersecting);
        update();
        changed();
      },
      { rootMargin },
    );
    observer.observe(element);
  };
  watch(lesson, '0px');
  if (above) watch(above, '-35% 0px 0px');
  ROOM.addEventListener('change', update);
  addEventListener('resize', () => {
    if (!isDocked()) return;
    document.documentElement.removeAttribute('data-docked');
    place.style.blockSize = '';
    update();
  });
}
