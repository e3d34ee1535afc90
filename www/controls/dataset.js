/**
 * Which data, and which of its columns.
 *
 * @import { Page } from '../core/page.js'
 */
import { alarm, calm } from '../core/alert.js';
import { find, hold, sentenceOf, writeNumber } from '../core/dom.js';
import { ownFile } from '../core/lazy.js';

/** The reader's file in the list of data. */
const OWN = 'own';

/** @param {Page} page */
export function connectData(page) {
  const dataset = find('dataset', HTMLSelectElement);
  const x = find('x-column', HTMLSelectElement);
  const y = find('y-column', HTMLSelectElement);
  const rows = find('rows', HTMLElement);
  const about = find('about', HTMLElement);

  /** @param {() => void} action */
  const choose = (action) => {
    try {
      action();
      calm();
    } catch (error) {
      alarm(sentenceOf(error));
      page.refresh('setup');
    }
  };
  dataset.addEventListener('change', () =>
    choose(() => {
      if (dataset.value === OWN) ownFile((own) => own.takeAgain(page));
      else page.halt((session) => session.chooseDataset(dataset.value));
    }),
  );
  for (const column of [x, y]) {
    column.addEventListener('change', () =>
      choose(() => {
        // Other data than the reader's file have two columns, and a change exchanges them.
        const { value } = column;
        if (dataset.value === OWN) ownFile((own) => own.takeColumn(page, column === x ? 0 : 1, Number(value)));
        else page.halt((session) => session.swapColumns());
      }),
    );
  }

  page.onSetup((setup) => {
    const data = setup.dataset;
    const columns = data.columns.map((name, index) => ({ id: String(index), name }));
    offer(dataset, page.session.datasets(), data.id);
    offer(x, columns, String(data.x));
    offer(y, columns, String(data.y));
    writeNumber(rows, data.rows, data.rowsText);
    list(about, data.about);
  });
}

/**
 * Fills a select with its choices where they differ, and chooses one.
 * @param {HTMLSelectElement} select
 * @param {{ id: string, name: string }[]} choices
 * @param {string} chosen
 */
function offer(select, choices, chosen) {
  const { options } = select;
  const same =
    options.length === choices.length &&
    choices.every(({ id, name }, i) => options[i].value === id && options[i].text === name);
  if (!same) select.replaceChildren(...choices.map(({ id, name }) => new Option(name, id)));
  hold(select, chosen);
}

/**
 * @param {Element} element
 * @param {string[]} sentences
 */
function list(element, sentences) {
  const same =
    element.children.length === sentences.length &&
    sentences.every((sentence, i) => element.children[i].textContent === sentence);
  if (same) return;
  element.replaceChildren(
    ...sentences.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })),
  );
}
