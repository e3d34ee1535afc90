/**
 * The lesson: its chapters, what they show, their questions and goals. A chapter is a file in lesson/
 * that says all this in its own words; this module runs any of them.
 *
 * @import { Lesson } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { connectActions, followedRow } from './actions.js';
import { alarm } from '../core/alert.js';
import { connectDock, isDocked, isLessonInSight } from './dock.js';
import { find, mark, write } from '../core/dom.js';
import { connectBar } from './bar.js';
import { texts } from '../text/en/lesson.js';
import { connectLight } from './symbol-highlight.js';
import { holds, numbersOf, showSwitches, writeLive } from './live-numbers.js';
import { messages } from '../text/en/page.js';
import { sessionOf, upgrade, wholeSession } from '../full/panel.js';
import { connectQuestions, forgetAnswers, reachGoal, restoreGoals } from './questions.js';
import { readStyle, readText } from '../platform/assets.js';
import { connectTerms } from './glossary.js';

/** While the page runs, the numbers that are worked out for the text change at most this often, in milliseconds. */
const SLOWEST = 100;

/** @param {Page} page */
export async function connectLesson(page) {
  const list = find('chapters', HTMLElement);
  const links = [...list.querySelectorAll('a')];
  const [pages] = await Promise.all([
    Promise.all(links.map(({ href }) => read(href))),
    readStyle('lesson/lesson.css'),
    readStyle('lesson/dock.css'),
  ]);
  const chapters = pages.map(articleOf);
  const glossary = chapters.pop();
  const toGlossary = links.pop();
  if (glossary && toGlossary) connectTerms(chapters, glossary);
  for (const [index, link] of links.entries()) link.href = `#chapter=${index + 1}`;
  const contents = document.createElement('nav');
  mark(contents, 'aria-label', texts.contents);
  contents.append(...list.querySelectorAll('ol'));
  list.replaceChildren(contents, ...chapters);
  const bar = connectBar(page);
  for (const [index, chapter] of chapters.entries()) connectChapter(page, bar, chapters, index, chapter);
  const forget = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.forget });
  forget.addEventListener('click', () => forgetAnswers(list));
  list.append(forget, ...(toGlossary ? [toGlossary] : []));
  connectDock(list, () => {
    // Most of what chapters show, only the package knows that has everything in it.
    if (isLessonInSight()) attempt(() => upgrade(page));
    page.refresh('now');
  });
  connectActions(page, chapters);
  connectLight(page, list);
  connectMoment(page, chapters, bar);
  page.refresh('setup');
}

/**
 * @param {Page} page
 * @param {ReturnType<typeof connectBar>} bar
 * @param {HTMLElement[]} chapters
 * @param {number} index
 * @param {HTMLElement} chapter
 */
function connectChapter(page, bar, chapters, index, chapter) {
  const heading = chapter.querySelector('h3');
  /** @param {string} fields @param {Element} [why] explains what the figures are to show */
  const show = async (fields, why) => {
    await upgrade(page);
    bar.keep();
    page.halt(() => sessionOf(page).setUp(fields));
    // Nothing of the data before is kept in sight.
    page.figures.leave();
    page.figures.select();
    bar.show(chapter, why);
    page.commit();
    if (!isDocked()) find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
  };
  const setUp = chapter.dataset.show ?? '';
  for (const button of chapter.querySelectorAll('button')) {
    const { show: fields } = button.dataset;
    if (fields) button.addEventListener('click', () => attempt(() => show(fields)));
  }
  restoreGoals(chapter);
  heading?.after(showButton(heading.textContent ?? '', () => attempt(() => show(setUp))));
  chapter.append(neighbours(chapters, index));
  connectQuestions(chapter, (fields, why) => attempt(() => show(merged(setUp, fields), why)));
}

/**
 * The chapter that an address such as `#chapter=5` names, if it does.
 * @param {string} hash
 */
export function goToChapter(hash) {
  const number = /[#&]chapter=(\d+)/.exec(hash)?.[1];
  const chapter = number && document.getElementById(`chapter-${number}`);
  if (!chapter) return;
  chapter.scrollIntoView();
  chapter.focus();
}

/** @param {() => Promise<void>} action */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    alarm(messages.noMore);
    console.info(error);
  }
}

/**
 * A page of the lesson, whose links lead where they would from its own address.
 * @param {string} address
 */
async function read(address) {
  const page = new DOMParser().parseFromString(await readText(address), 'text/html');
  for (const link of page.querySelectorAll('article a')) {
    mark(link, 'href', new URL(link.getAttribute('href') ?? '', address).href);
  }
  return page;
}

/** @param {Document} page */
function articleOf(page) {
  const article = page.querySelector('article');
  if (!article) throw new Error(`${page.title} has no article`);
  article.tabIndex = -1;
  return article;
}

/**
 * The button that sets up what a chapter is about.
 * @param {string} title
 * @param {() => void} show
 */
function showButton(title, show) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.showThis });
  mark(button, 'class', 'show-this');
  mark(button, 'aria-label', `${texts.showThis}: ${title}`);
  button.addEventListener('click', show);
  return button;
}

/**
 * The links to the chapters before and after.
 * @param {HTMLElement[]} chapters
 * @param {number} index
 */
function neighbours(chapters, index) {
  const row = document.createElement('p');
  mark(row, 'class', 'chapter-links');
  for (const [to, text] of [
    [index - 1, texts.previousChapter],
    [index + 1, texts.nextChapter],
  ]) {
    if (!chapters[Number(to)]) continue;
    const link = Object.assign(document.createElement('a'), { href: `#chapter=${Number(to) + 1}`, textContent: text });
    row.append(link);
  }
  return row;
}

/**
 * Fields of a link with others in their place.
 * @param {string} fields
 * @param {string} others
 */
function merged(fields, others) {
  return others.includes('data=') ? others : `${others}&${fields}`;
}

/**
 * Live numbers, switches and goals, as they are at every moment that the lesson is in sight.
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 * @param {ReturnType<typeof connectBar>} bar
 */
function connectMoment(page, chapters, bar) {
  const all = (/** @type {string} */ selector) =>
    chapters.flatMap((chapter) => [...chapter.querySelectorAll(selector)]);
  const places = all('[data-live]').filter((place) => place instanceof HTMLElement || place instanceof MathMLElement);
  const switches = all('[data-switch]').filter((button) => button instanceof HTMLElement);
  /** @type {Lesson | undefined} */
  let lesson;
  let asked = 0;
  const name = Object.assign(document.createElement('span'), { id: 'docked-data' });
  find('data-title', HTMLElement).after(name);
  page.onSetup(({ dataset }) => write(name, dataset.name));
  page.onNow((now, running) => {
    if (!isLessonInSight()) return;
    const time = performance.now();
    if (!running || time - asked > SLOWEST) {
      asked = time;
      lesson = wholeSession(page)?.lesson(followedRow(page));
    }
    const known = numbersOf(now, page.setup, lesson);
    writeLive(places, known);
    if (lesson) showSwitches(switches, lesson);
    /** @type {Record<string, string>} */
    const words = { status: now.status };
    for (const { name, on } of lesson?.switches ?? []) words[name] = on ? 'on' : 'off';
    for (const goal of bar.goals()) {
      if (!goal.hasAttribute('data-reached') && holds(goal.dataset.goal ?? '', known, words)) reachGoal(goal);
    }
    bar.showReached();
  });
}
