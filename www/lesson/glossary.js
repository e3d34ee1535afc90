/** The glossary: a term opens its sentence where it stands. */
import { mark } from '../core/dom.js';

/**
 * @param {HTMLElement[]} chapters
 * @param {HTMLElement} glossary
 */
export function connectTerms(chapters, glossary) {
  for (const chapter of chapters) {
    for (const link of chapter.querySelectorAll('a.term')) {
      const meaning = link instanceof HTMLAnchorElement && glossary.querySelector(`#${link.hash.slice(1)}`);
      if (!meaning || !meaning.nextElementSibling) continue;
      const note = document.createElement('span');
      mark(note, 'class', 'gloss');
      mark(note, 'role', 'note');
      note.append(...meaning.nextElementSibling.cloneNode(true).childNodes);
      // The sentence that it stands in has its own full stop.
      const { lastChild } = note;
      if (lastChild) lastChild.textContent = lastChild.textContent?.replace(/\.$/, '') ?? '';
      note.hidden = true;
      link.after(note);
      mark(link, 'aria-expanded', 'false');
      link.addEventListener('click', (event) => {
        event.preventDefault();
        note.hidden = !note.hidden;
        mark(link, 'aria-expanded', String(!note.hidden));
      });
    }
  }
}
