/** A text field whose value is submitted with Enter, or by leaving it. */
import { find, messageOf, setAttribute, setText, setValue } from './dom.js';

/**
 * Connects the field with this id. While a value is refused, the old one stays in force, and the element
 * `<id>-error` says why.
 * @param {string} id
 * @param {(text: string) => void} submit throws an Error with a message for people if the value is refused
 * @returns {(text: string) => void} shows the value in force, if it differs from the one shown
 */
export function connectField(id, submit) {
  const input = find(id, HTMLInputElement);
  const error = find(`${id}-error`, HTMLElement);
  /** @type {string | undefined} */
  let shown;

  const clearError = () => {
    input.removeAttribute('aria-invalid');
    setText(error, '');
  };

  const submitInput = () => {
    if (input.value === shown) return clearError();
    try {
      submit(input.value);
      shown = undefined;
      clearError();
    } catch (reason) {
      setAttribute(input, 'aria-invalid', 'true');
      setText(error, messageOf(reason));
    }
  };
  input.addEventListener('change', submitInput);
  // Not every browser fires `change` for what a password manager or a drop has written.
  input.addEventListener('blur', submitInput);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') submitInput();
  });

  return (text) => {
    if (text === shown) return;
    shown = text;
    setValue(input, text);
    clearError();
  };
}
