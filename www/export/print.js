/**
 * The section `Print`: the page on paper, and chapters as worksheets.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';
import { print } from '../print/paper.js';
import { makeWorksheet } from '../print/worksheet.js';
import { sectionTexts as texts } from '../text/en/print.js';

export const markup = 'export/print.html';

/** @param {Page} page */
export function connect(page) {
  const select = find('print-chapter', HTMLSelectElement);
  // The contents, whether they lead to pages or into this one.
  for (const [index, link] of document.querySelectorAll('#chapters ol a').entries()) {
    select.append(new Option(`${index + 1}. ${link.textContent}`, String(index + 1)));
  }
  find('print-page', HTMLButtonElement).addEventListener('click', () => leave(() => print()));
  for (const [id, withAnswers] of /** @type {const} */ ([['print-worksheet', false], ['print-answers', true]])) {
    find(id, HTMLButtonElement).addEventListener('click', () => printWorksheet(page, Number(select.value), withAnswers));
  }
}

export function show() {
  setText(find('print-said', HTMLElement), '');
  // The chapter that the contents mark is the one that the reader comes from.
  const links = [...document.querySelectorAll('#chapters ol a')];
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  if (current >= 0) find('print-chapter', HTMLSelectElement).selectedIndex = current;
}

/** @param {Page} page @param {number} chapter @param {boolean} withAnswers */
async function printWorksheet(page, chapter, withAnswers) {
  try {
    const sheet = await makeWorksheet(page, chapter, withAnswers);
    leave(() => print(sheet));
  } catch (error) {
    setText(find('print-said', HTMLElement), texts.notMade);
    console.info(error);
  }
}

/** Closes the dialog, which would lie above what is printed, and does something. @param {() => void} action */
function leave(action) {
  find('export-dialog', HTMLDialogElement).close();
  action();
}
