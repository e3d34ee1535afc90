/**
 * The views of the cost as tabs, and the history's log scale.
 *
 * @import { Page } from './page.js'
 */
import { find, mark } from './dom.js';

/** @param {Page} page */
export function connectTabs(page) {
  const tabs = ['tab-bowl', 'tab-map', 'tab-surface'].map((id) => find(id, HTMLButtonElement));
  const panel = find('cost-panel', HTMLElement);
  const tangent = find('legend-tangent', HTMLElement);
  const best = find('legend-best', HTMLElement);

  /** @param {HTMLButtonElement} tab */
  const choose = (tab) =>
    page.quietly(() => page.act((session) => session.setCostView(tab.dataset.view ?? '')));

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const other = tabs.at(neighbour(event.key, index, tabs.length) ?? index);
      if (!other || other === tab) return;
      event.preventDefault();
      other.focus();
      choose(other);
    });
  }

  page.onSetup((setup) => {
    tangent.hidden = setup.costView !== 'bowl';
    best.hidden = setup.costView === 'bowl';
    for (const tab of tabs) {
      const chosen = tab.dataset.view === setup.costView;
      mark(tab, 'aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) mark(panel, 'aria-labelledby', tab.id);
    }
  });
  connectLogScale(page);
}

/**
 * Which tab a key goes to, if any.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 */
function neighbour(key, index, count) {
  switch (key) {
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'ArrowRight':
      return (index + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
}

/** @param {Page} page */
function connectLogScale(page) {
  const box = find('log-scale', HTMLInputElement);
  const choose = () => page.act((session) => session.setLogHistory(box.checked));
  box.addEventListener('change', () => page.quietly(choose));
  page.onSetup((setup) => {
    box.checked = setup.logHistory;
  });
}
