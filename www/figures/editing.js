/**
 * Editing the points: the switch, its buttons, undo and redo.
 *
 * @import { Page } from '../core/page.js'
 */
import { showAlert } from '../core/alert.js';
import { find, messageOf, setAttribute, setText } from '../core/dom.js';
import { texts } from '../text/en/page.js';

/**
 * Pauses the run and changes the session. What it refuses is alerted.
 * @param {Page} page
 * @param {() => unknown} action
 */
export function edit(page, action) {
  try {
    page.pauseAndChange(action);
  } catch (error) {
    showAlert(messageOf(error));
  }
}

/**
 * @param {Page} page
 * @returns {() => boolean} whether points are being edited
 */
export function connectEditing(page) {
  const toggle = find('edit-points', HTMLButtonElement);
  const tools = find('edit-tools', HTMLElement);
  const refusal = find('edit-refusal', HTMLElement);
  const refusalText = find('edit-refusal-text', HTMLElement);
  const figure = find('data-figure', HTMLElement);
  let editing = false;

  toggle.addEventListener('click', () => {
    editing = !editing;
    if (editing && !page.session.editingRefused()) {
      page.refresh('setup');
      page.announce(texts.editing);
    } else {
      page.announceStatus();
    }
  });
  /** @param {string} id @param {() => unknown} action */
  const connect = (id, action) => {
    const button = find(id, HTMLButtonElement);
    button.addEventListener('click', () => edit(page, action));
    return button;
  };
  const undo = () => page.session.undo();
  const redo = () => page.session.redo();
  connect('edit-sample', () => page.session.editSample()).addEventListener('click', () => toggle.focus());
  connect('add-point', () => page.figures.addPoint(page.session));
  const deleteButton = connect('delete-point', () => page.figures.deletePoint(page.session));
  const undoButton = connect('undo', undo);
  const redoButton = connect('redo', redo);
  document.addEventListener('keydown', (event) => {
    if (!editing || isTextField(event.target) || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z') edit(page, event.shiftKey ? redo : undo);
    else if (key === 'y') edit(page, redo);
    else return;
    event.preventDefault();
  });

  page.onSetup(({ editing: { canUndo, canRedo } }) => {
    const refused = editing ? page.session.editingRefused() : undefined;
    setAttribute(toggle, 'aria-pressed', String(editing));
    tools.hidden = !editing || Boolean(refused);
    refusal.hidden = !refused;
    if (refused) setText(refusalText, refused);
    undoButton.disabled = !canUndo;
    redoButton.disabled = !canRedo;
    deleteButton.disabled = !page.figures.hasSelection();
    figure.toggleAttribute('data-editing', editing && !refused);
  });
  return () => editing;
}

/** @param {EventTarget | null} target */
function isTextField(target) {
  return target instanceof Element && target.closest('input:not([type=range]), textarea, select') !== null;
}
