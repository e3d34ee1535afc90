/** The page's one alert: what went wrong, and what to do about it. */
import { find, setText } from './dom.js';

const box = find('alert-box', HTMLElement);
const text = find('alert', HTMLElement);

/** @param {string} message */
export function showAlert(message) {
  box.hidden = false;
  setText(text, message);
}

export function hideAlert() {
  box.hidden = true;
  setText(text, '');
}

find('dismiss', HTMLButtonElement).addEventListener('click', hideAlert);
