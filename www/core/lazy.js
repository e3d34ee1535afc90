/**
 * What is loaded when it is asked for: the panel `More`, with the package that has everything in it.
 *
 * @import { Page } from './page.js'
 */
import { alarm } from './alert.js';
import { find, mark, write } from './dom.js';
import { messages } from '../text/en/page.js';

/** @param {Page} page */
export function connectLater(page) {
  const button = find('more', HTMLButtonElement);
  const why = find('why', HTMLButtonElement);
  const panel = find('more-panel', HTMLElement);
  const extras = find('more-extras', HTMLElement);
  button.addEventListener('click', async () => {
    if (panel.hidden) await load((more) => more.openPanel(page));
    else panel.hidden = true;
    mark(button, 'aria-expanded', String(!panel.hidden));
  });
  find('copy-link', HTMLButtonElement).addEventListener('click', () => {
    return asked(import('../share/link.js'), (sharing) => sharing.copyLink(page));
  });
  find('take', HTMLButtonElement).addEventListener('click', () => {
    return asked(import('../export/dialog.js'), (take) => take.openTake(page));
  });
  why.addEventListener('click', () => load((more) => more.explain(page)));
  page.onNow((now) => {
    why.hidden = now.status !== 'diverged';
  });
  page.onSetup((setup) => write(extras, setup.extras));
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      loadLesson(page);
    },
    { rootMargin: '50%' },
  );
  observer.observe(find('chapters', HTMLElement));
  // A link to the chapter of the address changes nothing, and still leads there.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && isChapter() && link.hash === location.hash) openLesson(page);
  });
  if (namesChapter()) openLesson(page);
}

/** Whether the address is that of a chapter of the lesson, and not of a session. */
export function isChapter() {
  return location.hash.startsWith('#chapter=');
}

/** Whether the address leads to a chapter, be it with a session. */
export function namesChapter() {
  return location.hash.includes('chapter=');
}

/** @type {Promise<typeof import('../lesson/lesson.js') | undefined> | undefined} */
let lesson;

/**
 * Loads the lesson, once; where it cannot be loaded, the links to its chapters stay where they are.
 * @param {Page} page
 */
function loadLesson(page) {
  lesson ??= import('../lesson/lesson.js')
    .then(async (module) => {
      await module.connectLesson(page);
      return module;
    })
    .catch((error) => {
      lesson = undefined;
      console.info(error);
      return undefined;
    });
  return lesson;
}

/**
 * Goes to the chapter that the address names.
 * @param {Page} page
 */
export async function openLesson(page) {
  (await loadLesson(page))?.goToChapter(location.hash);
}

/** One promise for all who wait, so that the last file to be chosen is the last to be read. @type {Promise<typeof import('../import/controller.js')> | undefined} */
let own;

/**
 * Does something with the reader's file; where what reads it cannot be loaded, the page says so.
 * @param {(own: typeof import('../import/controller.js')) => unknown} action
 */
export async function ownFile(action) {
  try {
    own ??= import('../import/controller.js');
    own.catch(() => (own = undefined));
    await action(await own);
  } catch (error) {
    alarm(messages.noReader);
    console.info(error);
  }
}

/**
 * Shows, or hides, where other data than files come from.
 * @param {Page} page
 */
export async function showSources(page) {
  try {
    await (await import('../import/text-input.js')).toggleSources(page);
  } catch (error) {
    alarm(messages.noReader);
    console.info(error);
  }
}

/**
 * Does something with the package that has everything in it.
 * @param {(more: typeof import('../full/panel.js')) => unknown} action
 */
export function load(action) {
  return asked(import('../full/panel.js'), action);
}

/**
 * Does something with a module that is loaded later; where it cannot be loaded, the page says so.
 * @template T
 * @param {Promise<T>} module
 * @param {(module: T) => unknown} action
 */
async function asked(module, action) {
  try {
    await action(await module);
  } catch (error) {
    alarm(messages.noMore);
    console.info(error);
  }
}
