/** A field with a text to be copied by hand, where the browser or the host does not let the page do more. */
import { loadStyleSheet } from '../platform/assets.js';

/**
 * Shows a text in a field after an element, in the place of the one that was shown there before.
 * @param {Element} element
 * @param {string} name of the field
 * @param {string} text
 * @returns {HTMLTextAreaElement}
 */
export function showTextToCopy(element, name, text) {
  hideTextToCopy(element);
  const label = document.createElement('label');
  const field = document.createElement('textarea');
  Object.assign(field, { readOnly: true, rows: 6, value: text, spellcheck: false });
  field.addEventListener('focus', () => field.select());
  label.className = 'text-to-copy';
  label.append(name, field);
  element.after(label);
  // Without it the field is less neat, and no worse.
  loadStyleSheet('core/text-to-copy.css').catch(console.info);
  return field;
}

/** Takes the field after an element away. @param {Element} element */
export function hideTextToCopy(element) {
  const shown = element.nextElementSibling;
  if (shown?.matches('.text-to-copy')) shown.remove();
}
