/**
 * The converter of a learning rate that was copied from a course, whose cost is the sum of the squared errors, or half of
 * their mean.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, messageOf, setAttribute, setText } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { requireSession, upgrade } from './package.js';

const build = once(buildConverter);

/**
 * Opens the converter below the settings, or closes it.
 * @param {Page} page
 */
export async function toggleCourse(page) {
  await build(page);
  const box = find('course-box', HTMLElement);
  box.hidden = !box.hidden;
  setAttribute(find('course', HTMLButtonElement), 'aria-expanded', String(!box.hidden));
  if (!box.hidden) find('course-rate', HTMLInputElement).focus();
}

/** @param {Page} page */
async function buildConverter(page) {
  await upgrade(page);
  const [elements] = await Promise.all([loadElements('full/course.html'), loadStyleSheet('full/course.css')]);
  find('course', HTMLButtonElement).after(...elements);
  const cost = find('course-cost', HTMLSelectElement);
  const rate = find('course-rate', HTMLInputElement);
  const error = find('course-rate-error', HTMLElement);
  const text = find('course-text', HTMLElement);
  const penalty = find('course-penalty', HTMLElement);
  const take = find('course-take', HTMLButtonElement);

  const convert = () => {
    const typed = rate.value.trim();
    return typed ? requireSession(page).convertRate(cost.value, typed) : null;
  };
  const show = () => {
    rate.removeAttribute('aria-invalid');
    setText(error, '');
    let converted = null;
    try {
      converted = convert();
    } catch (reason) {
      setAttribute(rate, 'aria-invalid', 'true');
      setText(error, messageOf(reason));
    }
    setText(text, converted?.text ?? '');
    setText(penalty, converted?.penalty ?? '');
    setText(take, converted?.take ?? '');
    take.hidden = !converted;
  };
  cost.addEventListener('change', show);
  rate.addEventListener('input', show);
  take.addEventListener('click', () => {
    const converted = convert();
    if (converted) page.change((session) => session.setLearningRate(converted.rate));
  });
  // What a sum of squares comes to depends on the number of rows.
  page.onSetup(show);
}
