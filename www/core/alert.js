/** The one place that says what went wrong and what to do about it. */
import { find, write } from './dom.js';

const box = find('alert-box', HTMLElement);
const text = find('alert', HTMLElement);

/** @param {string} sentence */
export function alarm(sentence) {
  box.hidden = false;
  write(text, sentence);
}

export function calm() {
  box.hidden = true;
  write(text, '');
}

find('dismiss', HTMLButtonElement).addEventListener('click', calm);
