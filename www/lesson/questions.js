/**
 * The questions of a chapter: an answer, then why it is right or wrong, and the figures that show it. Answers and
 * goals reached are stored in this browser only.
 */
import { setAttribute } from '../core/dom.js';
import { forgetStored, readStored, store } from '../platform/storage.js';
import { say } from '../speech/announcer.js';

/** The key of the answers in the browser's storage. */
const STORAGE_KEY = 'downhill-answers';

/**
 * @param {HTMLElement} chapter
 * @param {(fields: string, explanation: Element | undefined) => unknown} reveal sets the figures up, if there are fields
 */
export function connectQuestions(chapter, reveal) {
  for (const question of chapter.querySelectorAll('fieldset')) {
    question.addEventListener('change', async ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const stay = holdInPlace(target);
      explain(question, target.value);
      storeAnswer(target.name, target.value);
      const explanation = question.querySelector('.because:not([hidden])') ?? undefined;
      say(explanation?.textContent ?? '');
      await reveal(question.dataset.reveal ?? '', explanation);
      stay();
    });
    for (const input of question.querySelectorAll('input')) markExplanation(question, input);
    const name = question.querySelector('input')?.name ?? '';
    const stored = storedAnswers()[name];
    const input = [...question.querySelectorAll('input')].find(({ value }) => value === stored);
    if (!input) continue;
    input.checked = true;
    explain(question, stored);
  }
}

/**
 * Holds an element where it is in the window, whatever comes and goes above it and below it. The browser, which would
 * choose itself what to hold, waits meanwhile.
 * @param {Element} element
 * @returns {() => void} ends that, once the page shows what has changed
 */
function holdInPlace(element) {
  const { style } = document.documentElement;
  const { top } = element.getBoundingClientRect();
  const goBack = () => scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  style.overflowAnchor = 'none';
  return () => {
    goBack();
    requestAnimationFrame(() => {
      goBack();
      style.overflowAnchor = '';
    });
  };
}

/**
 * Marks a goal as reached, and stores it.
 * @param {HTMLElement} goal
 */
export function reachGoal(goal) {
  setAttribute(goal, 'data-reached', '');
  storeAnswer(nameOfGoal(goal), 'reached');
}

/**
 * Marks the goals that were reached before.
 * @param {HTMLElement} chapter
 */
export function restoreGoals(chapter) {
  for (const goal of chapter.querySelectorAll('.goal')) {
    if (goal instanceof HTMLElement && storedAnswers()[nameOfGoal(goal)]) setAttribute(goal, 'data-reached', '');
  }
}

/**
 * Forgets all answers and goals.
 * @param {HTMLElement} lesson
 */
export function forgetAnswers(lesson) {
  forgetStored(STORAGE_KEY);
  for (const input of lesson.querySelectorAll('input')) input.checked = false;
  for (const question of lesson.querySelectorAll('fieldset')) explain(question, '');
  for (const goal of lesson.querySelectorAll('.goal')) goal.removeAttribute('data-reached');
}

/** A goal's name in the storage. A goal with other conditions is another one. @param {HTMLElement} goal */
function nameOfGoal(goal) {
  return `goal ${goal.closest('.chapter')?.id}: ${goal.dataset.goal}`;
}

/**
 * Shows why an answer is right or wrong.
 * @param {HTMLElement} question
 * @param {string} answer
 */
function explain(question, answer) {
  for (const explanation of question.querySelectorAll('.because')) {
    explanation.toggleAttribute('hidden', explanation.getAttribute('data-for') !== answer);
  }
}

/**
 * Says of the explanation of an answer whether that is right, by a mark, too: lesson.css has its colour.
 * @param {HTMLElement} question
 * @param {HTMLInputElement} input
 */
function markExplanation(question, input) {
  const isRight = input.hasAttribute('data-right');
  for (const explanation of question.querySelectorAll('.because')) {
    if (explanation.getAttribute('data-for') === input.value) setAttribute(explanation, 'data-verdict', isRight ? 'right' : 'wrong');
  }
}

/** @returns {Record<string, string>} */
function storedAnswers() {
  try {
    return JSON.parse(readStored(STORAGE_KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {string} name @param {string} value */
function storeAnswer(name, value) {
  store(STORAGE_KEY, JSON.stringify({ ...storedAnswers(), [name]: value }));
}
