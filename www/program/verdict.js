/**
 * What is said of a program: how it ended, what its steps are, and for the asking a hint, and then the line in which the mistake
 * stands.
 *
 * @import { ProgramChange } from '../pkg/more.js'
 * @import { Editor } from './editor.js'
 * @typedef {'right' | 'wrong' | 'error' | 'neutral'} Kind
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/program.js';
import { suspects } from './suspects.js';

/** @param {Editor} editor */
export function connectVerdict(editor) {
  const place = find('program-verdict', HTMLElement);
  const more = find('program-hint', HTMLButtonElement);
  /** What the button shows next. @type {(() => HTMLElement[])[]} */
  let next = [];
  let hasHint = false;
  const showButton = () => {
    more.hidden = next.length === 0;
    setText(more, hasHint ? texts.hint : texts.line);
  };
  more.addEventListener('click', () => {
    place.append(...(next.shift()?.() ?? []));
    hasHint = false;
    showButton();
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
      showButton();
    },
    /** Says something besides. @param {string} sentence @param {Kind} [kind] */
    add(sentence, kind) {
      place.append(paragraph(sentence));
      if (kind) setAttribute(place, 'data-kind', kind);
    },
    /** Whether anything is said. */
    get isEmpty() {
      return place.childElementCount === 0;
    },
    /** Offers something to press. @param {string} name @param {() => void} press */
    addButton(name, press) {
      const line = document.createElement('p');
      line.append(makeButton(name, press));
      place.append(line);
    },
    /** Brings it in sight. */
    reveal() {
      place.scrollIntoView({ block: 'nearest' });
    },
    /**
     * Offers a hint, and then the lines of the program that want a change.
     * @param {{ hint: string | null, changes?: ProgramChange[] }} advice
     * @param {string} source
     */
    offer({ hint, changes = [] }, source) {
      next = [];
      hasHint = hint !== null;
      if (hint !== null) next.push(() => [paragraph(hint)]);
      if (changes.length > 0) {
        next.push(() => {
          const found = changes.map((change) => ({ change, lines: suspects(source, change) }));
          const first = found.find(({ lines }) => lines.length > 0);
          if (first && editor.text === source) editor.markError(first.lines[0].line);
          return found.flatMap(({ change, lines }) => whatToChange(change, lines));
        });
      }
      showButton();
    },
  };
}

/** @param {ProgramChange} change @param {import('./suspects.js').Suspect[]} lines */
function whatToChange({ statements, what }, lines) {
  if (lines.length === 0) {
    const names = statements.map((statement) => texts.statements[/** @type {keyof typeof texts.statements} */ (statement)]);
    return [paragraph(`${texts.whereIs(names)} ${what}`)];
  }
  return [paragraph(texts.inLines(lines.map(({ line }) => line))), listing(lines.map(({ text }) => text).join('\n')), paragraph(what)];
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
