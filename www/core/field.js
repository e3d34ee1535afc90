/** A text field whose value is taken on Enter or on leaving it. */
import { find, hold, mark, sentenceOf, write } from './dom.js';

/**
 * While the value is refused, the old one stays in force and the sentence why stands beside the
 * field, in the element `<id>-error`.
 * @param {string} id
 * @param {(text: string) => void} take throws an Error with a sentence for a value that cannot be
 * @returns {(text: string) => void} shows the value in force, once it differs from the one shown
 */
export function connectField(id, take) {
  const input = find(id, HTMLInputElement);
  const error = find(`${id}-error`, HTMLElement);
  /** @type {string | undefined} */
  let shown;

  const accept = () => {
    input.removeAttribute('aria-invalid');
    write(error, '');
  };

  const submit = () => {
    if (input.value === shown) return accept();
    try {
      take(input.value);
      shown = undefined;
      accept();
    } catch (reason) {
      mark(input, 'aria-invalid', 'true');
      write(error, sentenceOf(reason));
    }
  };
  input.addEventListener('change', submit);
  // What was not typed, as by a password manager or a drop, does not count as a change everywhere.
  input.addEventListener('blur', submit);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') submit();
  });

  return (text) => {
    if (text === shown) return;
    shown = text;
    hold(input, text);
    accept();
  };
}
