/**
 * The lesson: its chapters, what they show, their questions and goals. A chapter is a file in lesson/
 * that says all this in its own words; this module runs any of them.
 *
 * @import { Now, Setup } from './pkg/downhill.js'
 * @import { Page } from './page.js'
 */
import { alarm } from './alert.js';
import { find, mark, write } from './dom.js';
import { texts } from './lesson-texts.js';
import { messages } from './messages.js';
import { connectQuestions, forgetAnswers } from './questions.js';

/** What the reader had before a chapter was shown. @type {Uint8Array | undefined} */
let mine;

/** @param {Page} page */
export async function connectLesson(page) {
  const list = find('chapters', HTMLElement);
  const links = [...list.querySelectorAll('a')];
  const [chapters] = await Promise.all([Promise.all(links.map((link) => read(link.href))), readStyle()]);
  list.replaceChildren(...chapters);
  const bar = connectBar(page);
  for (const [index, chapter] of chapters.entries()) {
    const title = chapter.querySelector('h3')?.textContent ?? '';
    /** @param {string} fields @param {string} [why] what the figures are to show, in place of the goal */
    const show = async (fields, why) => {
      const { sessionOf, upgrade } = await import('./more.js');
      await upgrade(page);
      mine ??= page.session.pack();
      page.halt(() => sessionOf(page).setUp(fields));
      bar.show(chapter, why);
      page.commit();
      find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
    };
    const setUp = chapter.dataset.show ?? '';
    for (const button of chapter.querySelectorAll('button')) {
      button.addEventListener('click', () => attempt(() => show(button.dataset.show ?? setUp)));
    }
    chapter.append(controls(chapters, index, title, () => attempt(() => show(setUp))));
    connectQuestions(chapter, (fields, why) => attempt(() => show(merged(setUp, fields), why)));
  }
  const forget = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.forget });
  forget.addEventListener('click', () => forgetAnswers(list));
  list.append(forget);
  connectLive(page, chapters);
  connectGoals(page, chapters, bar);
  page.refresh('setup');
}

/**
 * The chapter of an address such as `#chapter=5`, if it is one.
 * @param {string} hash
 */
export function goToChapter(hash) {
  const number = /^#chapter=(\d+)$/.exec(hash)?.[1];
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

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const article = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('article');
  if (!article) throw new Error(`${address} has no article`);
  article.tabIndex = -1;
  return article;
}

function readStyle() {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'lesson.css' });
  document.head.append(link);
  return new Promise((loaded, failed) => {
    link.addEventListener('load', loaded, { once: true });
    link.addEventListener('error', failed, { once: true });
  });
}

/**
 * The buttons of a chapter: to show it, and to go to its neighbours.
 * @param {HTMLElement[]} chapters
 * @param {number} index
 * @param {string} title
 * @param {() => void} show
 */
function controls(chapters, index, title, show) {
  const row = document.createElement('p');
  mark(row, 'class', 'chapter-controls');
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.showThis });
  mark(button, 'aria-label', `${texts.showThis}: ${title}`);
  button.addEventListener('click', show);
  row.append(button);
  for (const [to, text] of [
    [index - 1, texts.previousChapter],
    [index + 1, texts.nextChapter],
  ]) {
    if (!chapters[Number(to)]) continue;
    const link = Object.assign(document.createElement('a'), { href: `#chapter=${Number(to) + 1}`, textContent: text });
    row.append(' ', link);
  }
  return row;
}

/**
 * The bar that keeps chapter and goal in sight while its figures are used.
 * @param {Page} page
 */
function connectBar(page) {
  const bar = Object.assign(document.createElement('section'), { hidden: true });
  mark(bar, 'class', 'lesson-bar');
  mark(bar, 'aria-label', texts.lesson);
  const text = document.createElement('p');
  const on = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.readOn });
  const back = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.backToMine });
  bar.append(text, on, back);
  find('data-figure', HTMLElement).closest('main')?.before(bar);
  /** @type {HTMLElement | undefined} */
  let shown;
  on.addEventListener('click', () => {
    shown?.scrollIntoView();
    shown?.focus();
  });
  back.addEventListener('click', async () => {
    const { unpacked } = await import('./more.js');
    const session = mine && unpacked(mine);
    if (session) page.open(session);
    mine = undefined;
    bar.hidden = true;
  });
  return {
    /** @param {HTMLElement} chapter @param {string} [why] */
    show: (chapter, why) => {
      shown = chapter;
      bar.hidden = false;
      bar.toggleAttribute('data-goal', !why);
      write(text, why ?? chapter.querySelector('.goal')?.textContent ?? '');
    },
    /** Whether this chapter is the one that is shown. @param {HTMLElement} chapter */
    shows: (chapter) => shown === chapter && !bar.hidden,
    /** @param {boolean} reached */
    reach: (reached) => bar.toggleAttribute('data-reached', reached),
  };
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
 * The numbers of the figures by the names that chapters use.
 * @param {Now} now
 * @param {Setup} setup
 * @returns {Record<string, { value: number | null, text: string }>}
 */
function numbers(now, setup) {
  const { best, learningRate, largestStable, dataset } = setup;
  const text = (/** @type {string} */ text) => ({ value: null, text });
  return {
    slope: { value: now.slope, text: now.texts.slope },
    intercept: { value: now.intercept, text: now.texts.intercept },
    cost: { value: now.cost, text: now.texts.cost },
    epoch: { value: now.epoch, text: now.texts.epoch },
    rate: learningRate,
    limit: largestStable ?? text('–'),
    'best-slope': { value: best.slope, text: best.texts.slope },
    'best-intercept': { value: best.intercept, text: best.texts.intercept },
    'best-cost': { value: best.cost, text: best.texts.cost },
    'r-squared': text(best.texts.rSquared),
    rows: { value: dataset.rows, text: dataset.rowsText },
    data: text(dataset.name),
    x: text(dataset.xLabel),
    y: text(dataset.yLabel),
  };
}

/** @param {Page} page @param {HTMLElement[]} chapters */
function connectLive(page, chapters) {
  const outputs = chapters.flatMap((chapter) => [...chapter.querySelectorAll('output')]);
  page.onNow((now) => {
    const known = numbers(now, page.setup);
    for (const output of outputs) write(output, known[output.dataset.live ?? '']?.text ?? '–');
  });
}

/**
 * Goals are recognised when they are reached, and stay reached.
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 * @param {{ shows: (chapter: HTMLElement) => boolean, reach: (reached: boolean) => void }} bar
 */
function connectGoals(page, chapters, bar) {
  page.onNow((now) => {
    const known = numbers(now, page.setup);
    for (const chapter of chapters) {
      const goal = chapter.querySelector('.goal');
      if (!(goal instanceof HTMLElement) || !bar.shows(chapter)) continue;
      const conditions = (goal.dataset.goal ?? '').split(' ');
      if (conditions.every((condition) => holds(condition, known, now.status))) mark(goal, 'data-reached', '');
      bar.reach(goal.hasAttribute('data-reached'));
    }
  });
}

/**
 * Whether a condition such as `cost<18` or `status=diverged` holds.
 * @param {string} condition
 * @param {Record<string, { value: number | null }>} known
 * @param {string} status
 */
function holds(condition, known, status) {
  const [, name, relation, wanted] = /^([a-z-]+)(<=|>=|<|>|=)(.+)$/.exec(condition) ?? [];
  if (name === 'status') return status === wanted;
  const value = known[name]?.value;
  const other = known[wanted] ? known[wanted].value : Number(wanted);
  if (value == null || other == null) return false;
  switch (relation) {
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
    default:
      return value === other;
  }
}
