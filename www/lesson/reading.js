/** Which chapter is being read: the one in the middle of the window, while the figures are beside the text. */
import { dockForLesson, isLessonBeingRead } from './dock.js';

/** A line across the window, a little above its middle. */
const MIDDLE = '-45% 0px -54% 0px';

/** The chapter in the middle of the window. @type {HTMLElement | undefined} */
let middle;

/** The chapter that is being read, if one is. */
export function chapterBeingRead() {
  return isLessonBeingRead() ? middle : undefined;
}

/** Takes the reader to the beginning of a chapter, with the figures beside it. @param {HTMLElement} chapter */
export function takeTo(chapter) {
  middle = chapter;
  dockForLesson();
  chapter.scrollIntoView();
  chapter.focus({ preventScroll: true });
}

/**
 * @param {HTMLElement[]} chapters
 * @param {() => void} onChange called when another chapter comes to the middle
 */
export function connectReading(chapters, onChange) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && target instanceof HTMLElement) middle = target;
        else if (target === middle) middle = undefined;
      }
      onChange();
    },
    { rootMargin: MIDDLE },
  );
  for (const chapter of chapters) observer.observe(chapter);
}
