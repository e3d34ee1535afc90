/** The glossary: a term in a chapter opens its explanation where it stands. */
import { setAttribute } from '../core/dom.js';

/**
 * @param {HTMLElement[]} chapters
 * @param {HTMLElement} glossary
 */
export function connectGlossary(chapters, glossary) {
  for (const link of chapters.flatMap((chapter) => [...chapter.querySelectorAll('a.term')])) {
    const term = link instanceof HTMLAnchorElement && glossary.querySelector(`#${link.hash.slice(1)}`);
    const explanation = term && term.nextElementSibling;
    if (!explanation) continue;
    const note = noteOf(explanation);
    note.hidden = true;
    link.after(note);
    setAttribute(link, 'aria-expanded', 'false');
    const show = (/** @type {boolean} */ shown) => {
      note.hidden = !shown;
      setAttribute(link, 'aria-expanded', String(shown));
    };
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(Boolean(note.hidden));
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !note.hidden) show(false);
    });
  }
}

/** @param {Element} explanation in the glossary */
function noteOf(explanation) {
  const note = document.createElement('span');
  setAttribute(note, 'class', 'gloss');
  setAttribute(note, 'role', 'note');
  note.append(...explanation.cloneNode(true).childNodes);
  // The sentence around the note has its own full stop.
  const { lastChild } = note;
  if (lastChild) lastChild.textContent = lastChild.textContent?.replace(/\.$/, '') ?? '';
  return note;
}
