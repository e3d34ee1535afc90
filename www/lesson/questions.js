/**
 * The questions of a chapter: an answer, then why it is right or wrong, and the figure that shows it. What
 * was answered, and the goals that were reached, are kept in this browser only.
 */

import { mark } from '../core/dom.js';

/** Where answers are kept. */
const KEPT = 'downhill-answers';

/**
 * @param {HTMLElement} chapter
 * @param {(fields: string, why: Element | undefined) => void} reveal sets the figures up, and says why
 */
export function connectQuestions(chapter, reveal) {
  for (const question of chapter.querySelectorAll('fieldset')) {
    question.addEventListener('change', (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement)) return;
      answer(question, target.value);
      keep(target.name, target.value);
      const why = question.querySelector('.because:not([hidden])') ?? undefined;
      if (question.dataset.reveal) reveal(question.dataset.reveal, why);
    });
    const name = question.querySelector('input')?.name ?? '';
    const kept = answers()[name];
    const input = [...question.querySelectorAll('input')].find(({ value }) => value === kept);
    if (!input) continue;
    input.checked = true;
    answer(question, kept);
  }
}

/**
 * Takes note that a goal was reached.
 * @param {HTMLElement} goal
 */
export function reachGoal(goal) {
  mark(goal, 'data-reached', '');
  keep(nameOf(goal), 'reached');
}

/**
 * Shows which goals were reached before.
 * @param {HTMLElement} chapter
 */
export function restoreGoals(chapter) {
  for (const goal of chapter.querySelectorAll('.goal')) {
    if (goal instanceof HTMLElement && answers()[nameOf(goal)]) mark(goal, 'data-reached', '');
  }
}

/** A goal that asks for something else is another one. @param {HTMLElement} goal */
function nameOf(goal) {
  return `goal ${goal.closest('.chapter')?.id}: ${goal.dataset.goal}`;
}

/**
 * Shows why an answer is right or wrong.
 * @param {HTMLElement} question
 * @param {string} value
 */
function answer(question, value) {
  for (const because of question.querySelectorAll('.because')) {
    because.toggleAttribute('hidden', because.getAttribute('data-for') !== value);
  }
}

/** @returns {Record<string, string>} */
function answers() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {string} name @param {string} value */
function keep(name, value) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...answers(), [name]: value }));
  } catch {
    // A browser that keeps nothing still teaches.
  }
}

/**
 * Takes all answers back.
 * @param {HTMLElement} lesson
 */
export function forgetAnswers(lesson) {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
  for (const input of lesson.querySelectorAll('input')) input.checked = false;
  for (const question of lesson.querySelectorAll('fieldset')) answer(question, '');
  for (const goal of lesson.querySelectorAll('.goal')) goal.removeAttribute('data-reached');
}
