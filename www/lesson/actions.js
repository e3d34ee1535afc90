/**
 * What buttons, switches and fields of chapters do, by the names that chapters give them.
 *
 * @import { Page } from '../core/page.js'
 */
import { messageOf, setAttribute, setText } from '../core/dom.js';
import { fullFigures, fullSession } from '../full/package.js';
import { connectSuitability } from '../full/suitability.js';
import { openProgram } from '../program/load.js';
import { say, sayPoint } from '../speech/announcer.js';
import { lendControl } from './lending.js';
import { connectProgramWalk } from './program-walk.js';

/** What a switch chooses, by its name. @type {Record<string, (on: boolean) => [name: string, value: string]>} */
const SWITCHES = {
  'stop-on-divergence': (on) => ['stop-on-divergence', on ? 'on' : 'off'],
  standardise: (on) => ['scale', on ? 'standardised' : 'raw'],
};

/** The index of the row that the lesson follows: the point that is selected, or the first. @param {Page} page */
export function followedRow(page) {
  return fullFigures(page)?.selectedPoint ?? 0;
}

/**
 * @param {Page} page
 * @param {HTMLElement[]} chapters
 */
export function connectActions(page, chapters) {
  const program = chapters.find((chapter) => chapter.querySelector('.program'));
  const walk = program && connectProgramWalk(page, program);
  /** @type {Record<string, () => unknown>} */
  const actions = {
    'previous-row': () => followOther(page, -1),
    'next-row': () => followOther(page, 1),
    'next-line': () => walk?.nextLine(),
    'start-over': () => walk?.startOver(),
    'copy-code': () => walk?.copy(),
    'write-program': () => openProgram(page, false, 'gradient'),
    'random-start': () => page.pauseAndChange((session) => session.startAtRandom()),
  };
  for (const chapter of chapters) {
    for (const button of chapter.querySelectorAll('button')) {
      const { press, switch: switchName, go } = button.dataset;
      if (go) button.addEventListener('click', () => lendControl(page, button, go));
      if (press === 'suitability') connectVerdict(page, button);
      if (press) button.addEventListener('click', () => actions[press]?.());
      if (press?.endsWith('-row')) button.addEventListener('click', () => showFollowed(button));
      if (switchName) button.addEventListener('click', () => toggle(page, button, switchName));
    }
    for (const input of chapter.querySelectorAll('input')) {
      if (input.dataset.ask) connectPrediction(page, chapter, input);
    }
  }
}

/** @param {Page} page @param {number} by how many rows on */
function followOther(page, by) {
  const figures = fullFigures(page);
  const count = fullSession(page)?.points ?? 0;
  if (!count || !figures) return;
  figures.selectPoint((followedRow(page) + by + count) % count);
  sayPoint(page);
  page.refresh('now');
}

/** @param {Page} page @param {HTMLElement} button @param {string} name of the switch */
function toggle(page, button, name) {
  const on = button.getAttribute('aria-pressed') !== 'true';
  page.pauseAndChange(() => fullSession(page)?.choose(...SWITCHES[name](on)));
}

/** Keeps what a button changes in sight. @param {HTMLElement} button */
function showFollowed(button) {
  const table = button.closest('.part')?.querySelector('.follow');
  table?.scrollIntoView({ block: 'nearest' });
}

/**
 * Shows below a button, in the chapter, whether a line suits the data; a second press hides it.
 * @param {Page} page
 * @param {HTMLElement} button
 */
function connectVerdict(page, button) {
  const verdict = document.createElement('section');
  verdict.hidden = true;
  setAttribute(verdict, 'class', 'verdict');
  const headline = document.createElement('p');
  const notes = document.createElement('ul');
  verdict.append(headline, notes);
  (button.closest('p') ?? button).after(verdict);
  setAttribute(button, 'aria-expanded', 'false');
  const show = connectSuitability(page, headline, notes);
  const update = () => {
    if (!verdict.hidden && fullSession(page)) show();
  };
  button.addEventListener('click', () => {
    verdict.hidden = !verdict.hidden;
    setAttribute(button, 'aria-expanded', String(!verdict.hidden));
    update();
    if (!verdict.hidden) say(headline.textContent ?? '');
  });
  page.onSetup(update);
}

/**
 * Connects a field that asks for a prediction.
 * @param {Page} page
 * @param {HTMLElement} chapter
 * @param {HTMLInputElement} input
 */
function connectPrediction(page, chapter, input) {
  const output = chapter.querySelector('[data-live="predicted"]');
  const predict = () => {
    const session = fullSession(page);
    if (!output || !session) return;
    try {
      setText(output, input.value.trim() ? session.predictBest(input.value) : '');
      input.removeAttribute('aria-invalid');
    } catch (reason) {
      setText(output, messageOf(reason));
      setAttribute(input, 'aria-invalid', 'true');
    }
  };
  input.addEventListener('change', predict);
  // A number that is only half typed is no mistake.
  input.addEventListener('input', () => {
    if (Number.isFinite(Number(input.value))) predict();
  });
  /** @type {number | undefined} */
  let lastVersion;
  page.onSetup(() => {
    const version = fullSession(page)?.dataVersion;
    if (version === lastVersion) return;
    lastVersion = version;
    predict();
  });
}
