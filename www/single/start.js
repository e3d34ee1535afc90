/** Starts the page in the single file. */
import '../app/main.js';
import { nameOf, textOf } from './parts.js';

// The lesson's pages are no files here: a link to a chapter goes to the chapter, and one to the glossary opens it where
// the link is.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a');
  const name = link && !event.defaultPrevented && nameOf(link.href);
  if (!name) return;
  event.preventDefault();
  const chapter = /(\d+)\.html$/.exec(name)?.[1];
  if (chapter) location.hash = `#chapter=${chapter}`;
  else replaceByArticle(link, name);
});

/**
 * Puts the article of a page in the place of the link to it.
 * @param {HTMLAnchorElement} link
 * @param {string} name
 */
function replaceByArticle(link, name) {
  const article = new DOMParser().parseFromString(textOf(name), 'text/html').querySelector('article');
  if (!article) return;
  article.tabIndex = -1;
  link.replaceWith(article);
  article.focus();
}
