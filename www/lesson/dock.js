/** Docks the figures while the lesson is read. */
import { dock } from '../core/dock.js';
import { find } from '../core/dom.js';

/** Whether the lesson, and what is above it, are in sight. @type {Map<Element, boolean>} */
const inSight = new Map();
/** @type {HTMLElement | undefined} */
let lesson;
/** Whether the lesson has scrolled up to where it is read. */
let isRead = false;

/** Whether any of the lesson is in sight. */
export function isLessonInSight() {
  return Boolean(lesson && inSight.get(lesson));
}

/** Whether the lesson is being read, with or without room for the figures beside it. */
export function isLessonBeingRead() {
  return isRead;
}

/** Docks the figures for a reader who is about to be taken to a chapter. */
export function dockForLesson() {
  isRead = true;
  dock('lesson', true);
  measureDock();
}

/**
 * Says in `--dock-height` and `--transport-covers` how much of the window the figures take above the text, and the
 * transport below it.
 */
export function measureDock() {
  const { dataset, style } = document.documentElement;
  const isAbove = dataset.dock === 'above';
  const transport = find('run', HTMLElement).closest('.transport');
  const isFixed = isAbove && transport && getComputedStyle(transport).position === 'fixed';
  style.setProperty('--dock-height', `${isAbove ? find('dock', HTMLElement).offsetHeight : 0}px`);
  style.setProperty('--transport-covers', `${isFixed ? transport.clientHeight : 0}px`);
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
        isRead = Boolean(inSight.get(element) && above && inSight.get(above) === false);
        dock('lesson', isRead);
        onChange();
      },
      { rootMargin },
    );
    observer.observe(watched);
  };
  watch(element, '0px');
  if (above) watch(above, '-35% 0px 0px');
  new ResizeObserver(measureDock).observe(find('dock', HTMLElement));
}
