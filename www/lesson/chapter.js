/**
 * A chapter in the page: the buttons that set up what it shows, its questions and goals, and the links to its
 * neighbours.
 *
 * @import { Page } from '../core/page.js'
 * @import { Bar } from './bar.js'
 */
import { showAlert } from '../core/alert.js';
import { isDocked } from '../core/dock.js';
import { find, setAttribute } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { requireSession, upgrade } from '../full/package.js';
import { texts } from '../text/en/lesson.js';
import { texts as pageTexts } from '../text/en/page.js';
import { connectQuestions, restoreGoals } from './questions.js';

/**
 * @param {Page} page
 * @param {Bar} bar
 * @param {HTMLElement[]} chapters
 * @param {number} index
 * @param {HTMLElement} chapter
 */
export function connectChapter(page, bar, chapters, index, chapter) {
  /** @param {string} fields @param {Element} [explanation] of what is to be seen in the figures */
  const show = async (fields, explanation) => {
    await upgrade(page);
    bar.saveSession();
    page.pauseAndChange(() => requireSession(page).setUp(fields));
    // What was pointed at or selected belongs to the data before.
    page.figures.leave();
    page.figures.select();
    bar.show(chapter, explanation);
    page.commit();
    if (!isDocked()) find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
  };
  const setUp = chapter.dataset.show ?? '';
  for (const button of chapter.querySelectorAll('button')) {
    const { show: fields } = button.dataset;
    if (fields) button.addEventListener('click', () => attempt(() => show(fields)));
  }
  restoreGoals(chapter);
  const heading = chapter.querySelector('h3');
  heading?.after(showButton(heading.textContent ?? '', () => attempt(() => show(setUp))));
  chapter.append(neighbourLinks(chapters, index));
  connectQuestions(chapter, (fields, explanation) =>
    attempt(() => show(fields.includes('data=') ? fields : `${fields}&${setUp}`, explanation)),
  );
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
 * The button that sets up what a chapter is about.
 * @param {string} title of the chapter
 * @param {() => void} show
 */
function showButton(title, show) {
  const button = makeButton(texts.showThis, show);
  setAttribute(button, 'class', 'show-this');
  setAttribute(button, 'aria-label', texts.showChapter(title));
  return button;
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
