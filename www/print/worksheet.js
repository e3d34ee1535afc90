/**
 * A chapter as a worksheet: its text and figures, its questions with boxes to tick, and lines to write on; or as the
 * teacher's copy, with the answers and the numbers in their places.
 *
 * @import { Page } from '../core/page.js'
 * @import { Session } from '../pkg/more.js'
 */
import { openSession, requireFigures, upgrade } from '../full/package.js';
import { numbersOf, writeNumbers } from '../lesson/live-numbers.js';
import { loadText } from '../platform/assets.js';
import { texts } from '../text/en/print.js';
import { makeAddress } from './code.js';
import { makeElement, makeFigure, makeSheet } from './elements.js';

/** The size of a figure in CSS pixels, and pixels to each. */
const SIZE = [340, 280, 4];
/** How many lines there are to write an answer on. */
const LINES = 2;
/** Room for a number in a formula. */
const BLANK = '____';

/**
 * @param {Page} page
 * @param {number} number of the chapter
 * @param {boolean} withAnswers
 */
export async function makeWorksheet(page, number, withAnswers) {
  await upgrade(page);
  const text = await loadText(`lesson/${number}.html`);
  const article = new DOMParser().parseFromString(text, 'text/html').querySelector('article');
  if (!article) throw new Error(`chapter ${number} has no article`);
  const session = openSession(article.dataset.show ?? '');
  const title = article.querySelector('h1')?.textContent ?? '';
  article.querySelector('h1')?.remove();
  const content = document.adoptNode(article);
  content.removeAttribute('id');
  content.className = 'paper-text';
  leaveOutControls(content);
  if (!withAnswers) leaveOutAnswers(content);
  for (const question of content.querySelectorAll('.question')) convertQuestion(question, withAnswers);
  for (const goal of content.querySelectorAll('.goal')) goal.prepend(box(false));
  if (withAnswers) fillIn(content, session);
  else leaveBlanks(content);
  const figures = drawFigures(page, session);
  session.free();
  const head = withAnswers ? texts.teachersCopy : texts.worksheet;
  const names = withAnswers ? undefined : makeElement('p', 'paper-names', [texts.name, rule(), texts.date, rule()]);
  const address = `${location.href.split(/[?#]/)[0]}#chapter=${number}`;
  return makeSheet(title, head, [names, figures, content, makeAddress(address, [texts.chapter])]);
}

/** Takes out what only a screen can do: buttons, and links to what is not on the sheet. @param {Element} content */
function leaveOutControls(content) {
  for (const button of content.querySelectorAll('button')) button.remove();
  for (const link of content.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const input of content.querySelectorAll('input:not([type="radio"])')) input.replaceWith(rule());
  for (const details of content.querySelectorAll('details')) details.open = true;
  for (const note of content.querySelectorAll('.walk-note')) note.remove();
}

/** Puts lines in the place of what the page keeps back until a question is answered. @param {Element} content */
function leaveOutAnswers(content) {
  const names = [...content.querySelectorAll('[data-withhold]')].flatMap(
    (keeper) => keeper.getAttribute('data-withhold')?.split(' ') ?? [],
  );
  for (const part of content.querySelectorAll('[data-kept]')) {
    if (names.includes(part.getAttribute('data-kept') ?? '')) part.replaceWith(...lines());
  }
}

/** Gives a question boxes to tick, and lines for the reason, or the reason itself. @param {Element} question @param {boolean} withAnswers */
function convertQuestion(question, withAnswers) {
  for (const input of question.querySelectorAll('input')) {
    const isRight = withAnswers && input.hasAttribute('data-right');
    input.closest('label')?.toggleAttribute('data-right', isRight);
    input.replaceWith(box(isRight));
  }
  for (const reason of question.querySelectorAll('.because')) {
    if (withAnswers) reason.removeAttribute('hidden');
    else reason.remove();
  }
  if (withAnswers) return;
  question.append(makeElement('p', '', [texts.why]), ...lines());
}

/** Writes the numbers that the figures of the sheet have. @param {Element} content @param {Session} session */
function fillIn(content, session) {
  const places = [...content.querySelectorAll('[data-live]')].filter(
    (place) => place instanceof HTMLElement || place instanceof MathMLElement,
  );
  writeNumbers(places, numbersOf(session.now(), session.setup(), session.lesson(0)));
}

/** Leaves room where the page writes numbers. @param {Element} content */
function leaveBlanks(content) {
  for (const place of content.querySelectorAll('[data-live]')) {
    // A formula has no room for a rule.
    place.replaceChildren(place instanceof HTMLElement ? rule() : BLANK);
  }
}

/** @param {Page} page @param {Session} session */
function drawFigures(page, session) {
  const names = /** @type {const} */ (['data', 'cost']);
  const { dataset, costView } = session.setup();
  const figures = names.map((name) => {
    const canvas = document.createElement('canvas');
    requireFigures(page).paint(name, session, canvas, new Float64Array(SIZE), false);
    return makeFigure(name, canvas, name === 'data' ? dataset.name : texts.cost(costView));
  });
  return makeElement('div', 'paper-figures', figures);
}

/** A box to tick, or one that is ticked. @param {boolean} isTicked */
function box(isTicked) {
  return makeElement('span', 'paper-box', isTicked ? ['✓'] : []);
}

/** Lines to write sentences on. */
function lines() {
  return Array.from({ length: LINES }, () => makeElement('p', 'paper-line', []));
}

/** A line to write a word or a number on. */
function rule() {
  return makeElement('span', 'paper-rule', []);
}
