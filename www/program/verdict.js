/**
 * What is said of a program: how it ended, what its steps are, and for the asking a hint and the line that mends it.
 *
 * @import { ProgramVerdict } from '../pkg/more.js'
 * @typedef {'right' | 'wrong' | 'error' | 'neutral'} Kind
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { texts } from '../text/en/program.js';

export function connectVerdict() {
  const place = find('program-verdict', HTMLElement);
  const more = find('program-hint', HTMLButtonElement);
  /** What the button shows next, and its name then. @type {{ name: string, make: () => HTMLElement }[]} */
  let next = [];
  const offer = () => {
    more.hidden = next.length === 0;
    setText(more, next[0]?.name ?? texts.hint);
  };
  more.addEventListener('click', () => {
    const element = next.shift()?.make();
    if (element) place.append(element);
    offer();
    if (more.hidden) focusOn(place);
  });
  return {
    /**
     * Says something else.
     * @param {Kind} kind
     * @param {(string | undefined)[]} sentences
     */
    show(kind, ...sentences) {
      setAttribute(place, 'data-kind', kind);
      place.replaceChildren(...sentences.filter((sentence) => sentence !== undefined).map(paragraph));
      next = [];
      offer();
    },
    /** Says something besides. @param {string} sentence @param {Kind} [kind] */
    add(sentence, kind) {
      place.append(paragraph(sentence));
      if (kind) setAttribute(place, 'data-kind', kind);
    },
    /** Brings it in sight. */
    reveal() {
      place.scrollIntoView({ block: 'nearest' });
    },
    /** Offers a hint, and then the line. @param {ProgramVerdict} verdict */
    offer({ hint, code }) {
      next = [];
      if (hint !== null) next.push({ name: texts.hint, make: () => paragraph(hint) });
      if (code !== null) next.push({ name: texts.line, make: () => listing(code) });
      offer();
    },
  };
}

/** @param {HTMLElement} place */
function focusOn(place) {
  place.tabIndex = -1;
  place.focus();
}

/** @param {string} textContent */
const paragraph = (textContent) => Object.assign(document.createElement('p'), { textContent });

/** @param {string} textContent */
const listing = (textContent) => Object.assign(document.createElement('pre'), { textContent });
