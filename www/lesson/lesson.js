/**
 * The lesson: loads its chapters into the page and connects them. A chapter is an HTML file that says itself what it
 * shows, asks and wants to be reached.
 *
 * @import { Page } from '../core/page.js'
 * @import { Lesson } from '../pkg/more.js'
 * @import { Bar } from './bar.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { giveBack } from '../full/own-session.js';
import { fullSession, upgrade } from '../full/package.js';
import { loadStyleSheet, loadText } from '../platform/assets.js';
import { doneTasks } from '../program/stored.js';
import { say } from '../speech/announcer.js';
import { texts } from '../text/en/lesson.js';
import { texts as speech } from '../text/en/speech.js';
import { connectActions, followedRow } from './actions.js';
import { connectBar } from './bar.js';
import { attempt, connectChapter } from './chapter.js';
import { connectContents } from './contents.js';
import { connectCrossing } from './crossing.js';
import { connectDock, isLessonInSight } from './dock.js';
import { connectEnlarging } from './enlarging.js';
import { connectGlossary } from './glossary.js';
import { giveControlBack } from './lending.js';
import { holds, numbersOf, showSwitches, writeNumbers } from './live-numbers.js';
import { forgetAnswers, reachGoal } from './questions.js';
import { chapterBeingRead, connectReading, takeTo } from './reading.js';
import { connectSymbolHighlight } from './symbol-highlight.js';
import { symbolRow } from './symbol-keys.js';
import { connectWithholding } from './withholding.js';

/** During a run, the numbers that are computed for the lesson change at most once in so many milliseconds. */
const LESSON_INTERVAL = 100;

/** @param {Page} page */
export async function buildLesson(page) {
  const list = find('chapters', HTMLElement);
  const links = [...list.querySelectorAll('a')];
  const [documents] = await Promise.all([
    Promise.all(links.map(loadDocument)),
    loadStyleSheet('lesson/lesson.css'),
    loadStyleSheet('lesson/page.css'),
    loadStyleSheet('lesson/program.css'),
    loadStyleSheet('core/dock.css'),
  ]);
  const chapters = documents.map(articleOf);
  // The last link is the glossary's.
  const glossary = chapters.pop();
  const glossaryLink = links.pop();
  if (glossary && glossaryLink) connectGlossary(chapters, glossary);
  for (const [index, link] of links.entries()) link.href = `#chapter=${index + 1}`;
  const contents = document.createElement('nav');
  setAttribute(contents, 'aria-label', texts.contents);
  contents.append(...list.querySelectorAll('ol'));
  list.replaceChildren(contents, ...chapters);
  const showContents = connectContents(contents, chapters);
  const withholding = connectWithholding(page, chapters);
  const showPlaces = () => {
    withholding.update([bar.chapter(), chapterBeingRead()]);
    showContents(chapterBeingRead());
    for (const chapter of chapters) chapter.toggleAttribute('data-shown', bar.isShowing(chapter));
  };
  const bar = connectBar(page, (chapter) => setUpHere(chapter), showPlaces);
  const connected = chapters.map((_, index) => connectChapter(page, bar, chapters, index));
  /** @param {HTMLElement} chapter that is in sight already */
  const setUpHere = async (chapter) => {
    await connected[chapters.indexOf(chapter)].setUp();
    chapter.focus({ preventScroll: true });
  };
  const end = Object.assign(document.createElement('div'), { className: 'lesson-end' });
  end.append(
    makeButton(texts.forgetAnswers, () => {
      forgetAnswers(list);
      page.refresh('setup');
    }),
    ...(glossaryLink ? [glossaryLink] : []),
  );
  list.append(end);
  connectDock(list, () => {
    // Most of what chapters show only the full package knows.
    if (isLessonInSight()) attempt(() => upgrade(page));
    else giveControlBack();
    page.refresh('setup');
  });
  connectReading(chapters, () => page.refresh('setup'));
  connectActions(page, chapters);
  connectEnlarging(page);
  const highlight = connectSymbolHighlight(page, list);
  const toControls = connectCrossing(list, chapters);
  for (const chapter of chapters) addKeyRow(chapter, [toControls(), symbolRow(chapter, highlight)]);
  connectLiveContent(page, chapters, bar, showPlaces);
  page.onSetup(() => {
    bar.update();
    showPlaces();
  });
  page.refresh('setup');
  return {
    /**
     * Takes the reader to the chapter that an address names, if there is one. An address such as `#chapter=5` sets up
     * its figures; a link with a session has them.
     * @param {string} hash
     */
    async goToChapter(hash) {
      const index = Number(/[#&]chapter=(\d+)/.exec(hash)?.[1]) - 1;
      const chapter = chapters[index];
      if (!chapter) return;
      takeTo(chapter);
      if (hash.startsWith('#chapter=')) await connected[index].setUp();
      else bar.show(chapter);
      // The bar has taken its room.
      takeTo(chapter);
    },
    /** Gives the visitor's session back. Returns whether one was kept. */
    leave: () => giveBack(page),
  };
}

/**
 * Loads a page of the lesson, in the version of the scripts. Its links, which are relative to its own address, lead to
 * the same places here.
 * @param {HTMLAnchorElement} link to it
 */
async function loadDocument({ href: address, attributes }) {
  const path = attributes.getNamedItem('href')?.value ?? '';
  const page = new DOMParser().parseFromString(await loadText(path), 'text/html');
  for (const link of page.querySelectorAll('article a')) {
    setAttribute(link, 'href', new URL(link.getAttribute('href') ?? '', address).href);
  }
  return page;
}

/** The article of a chapter, whose title is one of the page's parts here. @param {Document} page */
function articleOf(page) {
  const article = page.querySelector('article');
  if (!article) throw new Error(`${page.title} has no article`);
  const title = article.querySelector('h1');
  const heading = document.createElement('h3');
  heading.append(...(title?.childNodes ?? []));
  title?.replaceWith(heading);
  article.tabIndex = -1;
  return article;
}

/**
 * Adds to the head of a chapter what there is for keys alone, shown while it has the focus.
 * @param {HTMLElement} chapter
 * @param {(HTMLElement | undefined)[]} parts
 */
function addKeyRow(chapter, parts) {
  const row = document.createElement('div');
  setAttribute(row, 'class', 'key-row');
  row.append(...parts.filter((part) => part !== undefined));
  chapter.querySelector('.show-this')?.after(row);
}

/**
 * Keeps live numbers, switches and goals up to date while the lesson is in sight.
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 * @param {Bar} bar
 * @param {() => void} onReached called when a goal is reached: what it kept back opens
 */
function connectLiveContent(page, chapters, bar, onReached) {
  const all = (/** @type {string} */ selector) =>
    chapters.flatMap((chapter) => [...chapter.querySelectorAll(selector)]);
  const places = all('[data-live]').filter((place) => place instanceof HTMLElement || place instanceof MathMLElement);
  // They change with every frame: the announcer tells of a run.
  for (const place of places) if (!place.hasAttribute('aria-live')) setAttribute(place, 'aria-live', 'off');
  // A task is done on the bench, whatever the figures show.
  const taskGoals = all('.goal[data-goal^="task="]').filter((goal) => goal instanceof HTMLElement);
  const switches = all('[data-switch]').filter((button) => button instanceof HTMLElement);
  /** @type {Lesson | undefined} */
  let lesson;
  let lastLesson = 0;
  const dataName = Object.assign(document.createElement('span'), { id: 'docked-data' });
  find('data-title', HTMLElement).after(dataName);
  page.onSetup(({ dataset }) => setText(dataName, dataset.name));
  page.onNow((now, running) => {
    const openGoals = [...bar.goals(), ...taskGoals].filter((goal) => !goal.hasAttribute('data-reached'));
    // Goals count wherever the reader is: with large type the figures may be out of the lesson's sight.
    if (!isLessonInSight() && openGoals.length === 0) return;
    const time = performance.now();
    if (!running || time - lastLesson > LESSON_INTERVAL) {
      lastLesson = time;
      lesson = fullSession(page)?.lesson(followedRow(page));
    }
    const numbers = numbersOf(now, page.setup, lesson);
    writeNumbers(places, numbers);
    if (lesson) showSwitches(switches, lesson);
    /** @type {Record<string, string | string[]>} */
    const words = { status: now.status };
    for (const { name, on } of lesson?.switches ?? []) words[name] = on ? 'on' : 'off';
    if (openGoals.some((goal) => taskGoals.includes(goal))) words.task = doneTasks();
    for (const goal of openGoals) {
      if (goal.hasAttribute('data-reached') || !holds(goal.dataset.goal ?? '', numbers, words)) continue;
      reachGoal(goal);
      say(`${speech.goalReached} ${wordsOf(goal)}`);
      onReached();
      // What the goal kept back is told.
      writeNumbers(places, numbers);
    }
    bar.update();
  });
}

/** Words of a goal, without its buttons. @param {HTMLElement} goal */
function wordsOf(goal) {
  const words = [...goal.childNodes].filter((node) => !(node instanceof HTMLButtonElement));
  return words.map(({ textContent }) => textContent).join('').trim();
}
