/**
 * The panel for data that are no file: a table that is typed, and the sums of a table in a database.
 *
 * @import { Page } from '../core/page.js'
 */
import { showAlert } from '../core/alert.js';
import { find, setAttribute, setText } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/text-input.js';
import { importController } from './controller.js';
import { connectDatabase } from './database.js';
import { failureText } from './failure.js';
import { tieFault } from './fault.js';
import { request } from './request.js';

const loadPanel = once(buildPanel);

/**
 * Shows or hides the panel.
 * @param {Page} page
 */
export async function toggleTextInput(page) {
  const panel = await loadPanel(page);
  setShown(panel, Boolean(panel.hidden));
}

/** @param {HTMLElement} panel @param {boolean} shown */
function setShown(panel, shown) {
  panel.hidden = !shown;
  setAttribute(find('text-input', HTMLButtonElement), 'aria-expanded', String(shown));
}

/** @param {Page} page */
async function buildPanel(page) {
  const [elements, response] = await Promise.all([
    loadElements('import/text-input.html'),
    request({ kind: 'engines' }),
    loadStyleSheet('import/text-input.css'),
  ]);
  find('work', HTMLElement).before(...elements);
  const panel = find('text-input-panel', HTMLElement);
  const close = () => {
    setShown(panel, false);
    find('text-input', HTMLButtonElement).focus();
  };
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  setText(find('file-link-example', HTMLElement), texts.fileLinkExample);
  connectTable(page, close);
  connectDatabase(importController(page), response.kind === 'engines' ? response.engines : [], close);
  return panel;
}

/** @param {Page} page @param {() => void} close */
function connectTable(page, close) {
  const table = find('typed-table', HTMLTextAreaElement);
  find('use-table', HTMLButtonElement).addEventListener('click', async () => {
    try {
      if (await importController(page).openText(table.value, texts.typedName)) close();
    } catch (error) {
      showAlert(failureText(error, texts.typedName));
      tieFault([table], 'alert');
    }
  });
}
