/**
 * Controls of the page that chapters are about, lent to the text: they stand where they are spoken of, beside the figures,
 * and go back to their places.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { withPanel } from '../full/load.js';

/** The control that is lent now. @type {{ button: HTMLElement, place: Comment, loan: HTMLElement } | undefined} */
let lent;

/**
 * Lends the control with this id to the text below a button; a second press gives it back.
 * @param {Page} page
 * @param {HTMLElement} button
 * @param {string} id
 */
export async function lendControl(page, button, id) {
  const again = lent?.button === button;
  giveControlBack();
  if (again) return;
  const control = document.getElementById(id);
  if (control && !find('more-panel', HTMLElement).contains(control)) return lend(button, control);
  await withPanel(async ({ openPanel }) => {
    await openPanel(page);
    page.commit();
    lend(button, find(id, HTMLElement));
  });
}

/** Gives back what is lent. */
export function giveControlBack() {
  if (!lent) return;
  const { button, place, loan } = lent;
  lent = undefined;
  place.replaceWith(...loan.childNodes);
  loan.remove();
  setAttribute(button, 'aria-expanded', 'false');
}

/** @param {HTMLElement} button @param {HTMLElement} control */
function lend(button, control) {
  // With what depends on it: the parameters of a rule, the converter below its button.
  const part = control.closest('.rule-choice, .field-row') ?? control;
  const place = document.createComment('');
  const loan = document.createElement('div');
  setAttribute(loan, 'class', 'loan');
  part.before(place);
  const below = document.getElementById(`${control.id}-box`);
  loan.append(part, ...(below ? [below] : []));
  (button.closest('p, ul, table') ?? button).after(loan);
  setAttribute(button, 'aria-expanded', 'true');
  lent = { button, place, loan };
  loan.scrollIntoView({ block: 'nearest' });
  control.focus({ preventScroll: true });
}
