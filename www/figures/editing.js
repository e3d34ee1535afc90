/**
 * Changing the points by hand: the switch, its buttons, undo and redo.
 *
 * @import { Page } from '../core/page.js'
 */
import { attempt } from './pointer.js';
import { find, mark, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';

/**
 * @param {Page} page
 * @returns {() => boolean} whether points can be changed
 */
export function connectEditing(page) {
  const toggle = find('edit-points', HTMLButtonElement);
  const tools = find('edit-tools', HTMLElement);
  const refusal = find('edit-refusal', HTMLElement);
  const undo = find('undo', HTMLButtonElement);
  const redo = find('redo', HTMLButtonElement);
  const remove = find('delete-point', HTMLButtonElement);
  let on = false;
  const editing = () => on;
  const hand = { page, editing };

  toggle.addEventListener('click', () => {
    on = !on;
    if (on && !page.session.editingRefused()) {
      page.refresh('setup');
      page.say(messages.editing);
    } else {
      page.settle();
    }
  });
  find('edit-sample', HTMLButtonElement).addEventListener('click', () => {
    attempt(hand, () => page.session.editSample(), true);
    toggle.focus();
  });
  find('add-point', HTMLButtonElement).addEventListener('click', () =>
    attempt(hand, () => page.figures.addPoint(page.session), true),
  );
  remove.addEventListener('click', () => attempt(hand, () => page.figures.deletePoint(page.session), true));
  const takeBack = () => attempt(hand, () => page.session.undo(), true);
  const again = () => attempt(hand, () => page.session.redo(), true);
  undo.addEventListener('click', takeBack);
  redo.addEventListener('click', again);
  document.addEventListener('keydown', (event) => {
    if (!on || isField(event.target) || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z') (event.shiftKey ? again : takeBack)();
    else if (key === 'y') again();
    else return;
    event.preventDefault();
  });

  page.onSetup(({ editing: { canUndo, canRedo } }) => {
    const refused = on ? page.session.editingRefused() : undefined;
    mark(toggle, 'aria-pressed', String(on));
    tools.hidden = !on || Boolean(refused);
    refusal.hidden = !refused;
    if (refused) write(find('edit-refusal-text', HTMLElement), refused);
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
    remove.disabled = !page.figures.hasSelection();
    find('data-figure', HTMLElement).toggleAttribute('data-editing', on && !refused);
  });
  return editing;
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof Element && target.closest('input:not([type=range]), textarea, select') !== null;
}
