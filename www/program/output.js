/** Output of a program, shown at most once a frame. The worker bounds its length. */
import { find, setText } from '../core/dom.js';
import { texts } from '../text/en/program.js';
import { MOST_LETTERS } from './reporter.js';

export function connectOutput() {
  const place = find('program-output', HTMLElement);
  const section = find('program-printed', HTMLElement);
  let text = '';
  let isWaiting = false;
  const show = () => {
    isWaiting = false;
    section.hidden = text === '';
    setText(place, text.length > MOST_LETTERS ? `${text}\n${texts.outputCut}` : text);
    place.scrollTop = place.scrollHeight;
  };
  return {
    clear() {
      text = '';
      show();
    },
    /** @param {string} printed */
    add(printed) {
      text += printed;
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(show);
    },
  };
}
