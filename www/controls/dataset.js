/**
 * Which data, and which two of their columns.
 *
 * @import { Page } from '../core/page.js'
 */
import { hideAlert, showAlert } from '../core/alert.js';
import { find, messageOf, setItems, setNumber, setValue } from '../core/dom.js';
import { withImport } from '../import/load.js';

/** The id of the reader's own data in the list. */
const OWN = 'own';

/** @param {Page} page */
export function connectDataset(page) {
  const dataset = find('dataset', HTMLSelectElement);
  const x = find('x-column', HTMLSelectElement);
  const y = find('y-column', HTMLSelectElement);
  const rows = find('rows', HTMLElement);
  const about = find('about', HTMLElement);

  /** @param {HTMLSelectElement} select @param {() => void} change */
  const onChange = (select, change) => {
    select.addEventListener('change', () => {
      try {
        change();
        hideAlert();
      } catch (error) {
        showAlert(messageOf(error));
        page.refresh('setup');
      }
    });
  };
  onChange(dataset, () => {
    if (dataset.value === OWN) withImport(page, (controller) => controller.reopen());
    else page.pauseAndChange((session) => session.chooseDataset(dataset.value));
  });
  for (const [index, column] of /** @type {const} */ ([[0, x], [1, y]])) {
    onChange(column, () => {
      const { value } = column;
      if (dataset.value === OWN) withImport(page, (controller) => controller.chooseColumn(index, Number(value)));
      // All other data have two columns, so that a change exchanges them.
      else page.pauseAndChange((session) => session.swapColumns());
    });
  }

  page.onSetup(({ dataset: data }) => {
    const columns = data.columns.map((name, index) => ({ id: String(index), name }));
    setOptions(dataset, page.session.datasets(), data.id);
    setOptions(x, columns, String(data.x));
    setOptions(y, columns, String(data.y));
    setNumber(rows, data.rows, data.rowsText);
    setItems(about, data.about);
  });
}

/**
 * Makes these the options of a select, if they are not, and selects one.
 * @param {HTMLSelectElement} select
 * @param {{ id: string, name: string }[]} wanted
 * @param {string} selected
 */
function setOptions(select, wanted, selected) {
  const { options } = select;
  const same =
    options.length === wanted.length &&
    wanted.every(({ id, name }, i) => options[i].value === id && options[i].text === name);
  if (!same) select.replaceChildren(...wanted.map(({ id, name }) => new Option(name, id)));
  setValue(select, selected);
}
