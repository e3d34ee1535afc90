/**
 * The questions of a chapter: an answer, then why it is right or wrong, and the figure that shows it. What
 * was answered is kept in this browser only.
 */

/** Where answers are kept. */
const KEPT = 'downhill-answers';

/**
 * @param {HTMLElement} chapter
 * @param {(fields: string, why: string) => void} reveal sets the figures up, and says why
 */
export function connectQuestions(chapter, reveal) {
  for (const question of chapter.querySelectorAll('fieldset')) {
    question.addEventListener('change', (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement)) return;
      answer(question, target.value);
      keep(target.name, target.value);
      const why = question.querySelector('.because:not([hidden])')?.textContent ?? '';
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
}
