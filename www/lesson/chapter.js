/**
 * A chapter in the page: the buttons that set up what it shows, its questions and goals, and the links to its
 * neighbours.
 *
 * @import { Page } from '../core/page.js'
 * @import { Bar } from './bar.js'
 *
 * @typedef {object} Chapter
 * @property {() => Promise<void>} setUp sets up the figures that the chapter is about
 */
import { showAlert } from '../core/alert.js';
import { isDocked } from '../core/dock.js';
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { requireSession, upgrade } from '../full/package.js';
import { texts } from '../text/en/lesson.js';
import { texts as pageTexts } from '../text/en/page.js';
import { showName } from './bar.js';
import { connectQuestions, restoreGoals } from './questions.js';

/**
 * @param {Page} page
 * @param {Bar} bar
 * @param {HTMLElement[]} chapters
 * @param {number} index
 * @returns {Chapter}
 */
export function connectChapter(page, bar, chapters, index) {
  const chapter = chapters[index];
  /** @param {string} fields @param {Element} [explanation] of what is to be seen in the figures */
  const setUp = async (fields, explanation) => {
    await upgrade(page);
    bar.saveSession();
    page.pauseAndChange(() => requireSession(page).setUp(fields));
    // What was pointed at or selected belongs to the data before.
    page.figures.leave();
    page.figures.select();
    // It is shown as this chapter's at once, and so reaches no goal of the chapter before.
    bar.show(chapter, explanation);
  };
  /** Sets the figures up and, where they are not beside the text, goes there. @type {typeof setUp} */
  const show = async (fields, explanation) => {
    await setUp(fields, explanation);
    if (!isDocked()) find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
  };
  const own = chapter.dataset.show ?? '';
  for (const button of chapter.querySelectorAll('button')) {
    const { show: fields } = button.dataset;
    if (fields) button.addEventListener('click', () => attempt(() => show(fields)));
  }
  restoreGoals(chapter);
  const button = makeButton(showName(chapter), () => attempt(() => show(own)));
  setAttribute(button, 'class', 'key-action show-this');
  chapter.querySelector('h3')?.after(button);
  chapter.append(neighbourLinks(chapters, index));
  connectQuestions(chapter, (fields, explanation) => {
    if (!fields) return page.refresh('setup');
    // The reader stays at the answer, and reads why it is right or wrong.
    return attempt(() => setUp(fields.includes('data=') ? fields : `${fields}&${own}`, explanation));
  });
  return { setUp: () => attempt(() => setUp(own)) };
}

/**
 * Does something that needs the full package. If that cannot be loaded, the page alerts it.
 * @param {() => Promise<void>} action
 */
export async function attempt(action) {
  try {
    await action();
  } catch (error) {
    showAlert(pageTexts.partNotLoaded);
    console.info(error);
  }
}

/**
 * @param {HTMLElement[]} chapters
 * @param {number} index
 */
function neighbourLinks(chapters, index) {
  const row = document.createElement('p');
  setAttribute(row, 'class', 'chapter-links');
  for (const { to, textContent } of [
    { to: index - 1, textContent: texts.previousChapter },
    { to: index + 1, textContent: texts.nextChapter },
  ]) {
    if (!chapters[to]) continue;
    row.append(Object.assign(document.createElement('a'), { href: `#chapter=${to + 1}`, textContent }));
  }
  return row;
}
