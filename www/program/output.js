/** What a program prints: the last part of it, shown at most once a frame. */
import { find, setText } from '../core/dom.js';
import { texts } from '../text/en/program.js';

/** The most letters that are kept. */
const MOST_LETTERS = 20_000;

export function connectOutput() {
  const place = find('program-output', HTMLElement);
  const section = find('program-printed', HTMLElement);
  let text = '';
  let isCut = false;
  let isWaiting = false;
  const show = () => {
    isWaiting = false;
    section.hidden = text === '';
    setText(place, isCut ? `${texts.outputCut}\n${text}` : text);
    place.scrollTop = place.scrollHeight;
  };
  return {
    clear() {
      text = '';
      isCut = false;
      show();
    },
    /** @param {string} printed */
    add(printed) {
      text += printed;
      if (text.length > MOST_LETTERS) {
        text = text.slice(-MOST_LETTERS);
        isCut = true;
      }
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(show);
    },
  };
}
