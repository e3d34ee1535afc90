/**
 * Loads the lesson when it comes near, or when the address names a chapter.
 *
 * @import { Page } from '../core/page.js'
 */
import { find } from '../core/dom.js';
import { once } from '../core/lazy.js';

/** The lesson, once it is in the page. @type {Awaited<ReturnType<typeof import('./lesson.js').buildLesson>> | undefined} */
let lesson;

/** Loads the lesson and puts it into the page. */
const loadLesson = once(async (/** @type {Page} */ page) => {
  const { buildLesson } = await import('./lesson.js');
  return (lesson = await buildLesson(page));
});

/** @param {Page} page */
export function connectLesson(page) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Where it cannot be loaded, the links to the chapters stay.
      loadLesson(page).catch((error) => console.info(error));
    },
    { rootMargin: '50%' },
  );
  observer.observe(find('chapters', HTMLElement));
  // A link to the chapter that the address names already changes no address, and still leads there.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && isChapter() && link.hash === location.hash) goToChapter(page);
  });
  if (namesChapter()) goToChapter(page);
}

/** Whether the address is that of a chapter, and of no session. */
export function isChapter() {
  return location.hash.startsWith('#chapter=');
}

/** Whether the address names a chapter, be it with a session. */
export function namesChapter() {
  return location.hash.includes('chapter=');
}

/** Gives back the session that a chapter took the place of. Returns whether one had. */
export function leaveLesson() {
  return lesson?.leave();
}

/**
 * Goes to the chapter that the address names.
 * @param {Page} page
 */
export async function goToChapter(page) {
  try {
    await (await loadLesson(page)).goToChapter(location.hash);
  } catch (error) {
    console.info(error);
  }
}
