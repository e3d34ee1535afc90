/**
 * Saves the reader's program as a file that real Python runs on the same data.
 *
 * @import { Page } from '../core/page.js'
 * @import { Editor } from './editor.js'
 */
import { find, messageOf, setText } from '../core/dom.js';
import { hideTextToCopy, showTextToCopy } from '../core/text-to-copy.js';
import { requireSession } from '../full/package.js';
import { isFramed } from '../platform/host.js';
import { saveFile } from '../platform/save-file.js';
import { takeAwayTexts as texts } from '../text/en/take-away.js';

/**
 * @param {Page} page
 * @param {Editor} editor
 */
export function connectTakeAway(page, editor) {
  const note = find('program-taken', HTMLElement);
  const clear = () => {
    setText(note, '');
    hideTextToCopy(note);
  };
  const save = async () => {
    const format = await sourceFormat(page);
    const { name, text, about } = requireSession(page).programFile(editor.text, format);
    saveFile(name, new Blob([text], { type: 'text/x-python' }));
    if (!isFramed) return texts.saved(name, about);
    // Whether the host lets the file through cannot be known.
    showTextToCopy(note, texts.textOf(name), text);
    return texts.savedInFrame(name, about);
  };
  find('save-program', HTMLButtonElement).addEventListener('click', async () => {
    clear();
    setText(note, await save().catch(messageOf));
  });
  return {
    /** Takes the note away. */
    clear,
  };
}

/** How the reader's file is written, where the data are from one. @param {Page} page */
async function sourceFormat(page) {
  if (page.setup.dataset.id !== 'own') return undefined;
  const { importController } = await import('../import/controller.js');
  return importController(page).formatForPrograms();
}
