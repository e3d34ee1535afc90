/** Starts the page in the single file. */
import { nameOf, textOf } from './parts.js';
import '../app/main.js';

// Pages of the lesson are no files here: their links lead to the chapter, and the glossary opens where it is.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a');
  const name = link && !event.defaultPrevented && nameOf(link.href);
  if (!name) return;
  event.preventDefault();
  const chapter = /(\d+)\.html$/.exec(name)?.[1];
  if (chapter) location.hash = `#chapter=${chapter}`;
  else openHere(link, name);
});

/**
 * Puts a page in the place of the link to it.
 * @param {HTMLAnchorElement} link
 * @param {string} name
 */
function openHere(link, name) {
  const article = new DOMParser().parseFromString(textOf(name), 'text/html').querySelector('article');
  if (!article) return;
  article.tabIndex = -1;
  link.replaceWith(article);
  article.focus();
}
