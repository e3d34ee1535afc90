/**
 * While one reads the lesson, the figures stay in sight: beside the text, or above it on a small screen.
 * How they look there is in lesson.css; here is when.
 */
import { find } from './dom.js';

/** Where there is room for figures and text at once; lesson.css says the same. */
const ROOM = matchMedia('(min-height: 560px)');

/** Whether the figures are where the text is. */
export function isDocked() {
  return document.documentElement.hasAttribute('data-docked');
}

/** What of lesson and figures is in sight. @type {Map<Element, boolean>} */
const inSight = new Map();
/** @type {HTMLElement | undefined} */
let lessonShown;

/** Whether anything of the lesson is in sight. */
export function isLessonInSight() {
  return Boolean(lessonShown && inSight.get(lessonShown));
}

/**
 * Docks the figures while the lesson is in sight and their own place is not.
 * @param {HTMLElement} lesson
 * @param {() => void} changed called when other things are in sight than before
 */
export function connectDock(lesson, changed) {
  lessonShown = lesson;
  const place = find('work', HTMLElement);
  inSight.set(place, true);
  const update = () => {
    const dock = Boolean(ROOM.matches && inSight.get(lesson) && !inSight.get(place));
    if (dock === isDocked()) return;
    // Their own place stays as large as it was, so that the text does not move.
    place.style.blockSize = dock ? `${place.getBoundingClientRect().height}px` : '';
    document.documentElement.toggleAttribute('data-docked', dock);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) inSight.set(target, isIntersecting);
    update();
    changed();
  });
  observer.observe(place);
  observer.observe(lesson);
  ROOM.addEventListener('change', update);
  addEventListener('resize', () => {
    if (!isDocked()) return;
    document.documentElement.removeAttribute('data-docked');
    place.style.blockSize = '';
    update();
  });
}
