/**
 * The views of the cost as tabs, and what can be chosen of the figures.
 *
 * @import { Session } from '../pkg/downhill.js'
 * @import { Page } from '../core/page.js'
 */
import { find, hold, mark } from '../core/dom.js';

/** @param {Page} page */
export function connectTabs(page) {
  const showView = connectViews(page);
  connectToggle(page, 'residuals', (session, on) => session.setResiduals(on));
  connectToggle(page, 'squares', (session, on) => session.setSquares(on));
  connectToggle(page, 'equal-axes', (session, on) => session.setEqualAxes(on));
  connectToggle(page, 'hold-other', (session, on) => session.holdOther(on), true);
  find('reset-view', HTMLButtonElement).addEventListener('click', () =>
    page.quietly(() => page.act((session) => session.resetView())),
  );
  const along = find('along', HTMLSelectElement);
  along.addEventListener('change', () => page.act((session) => session.setAlong(along.value)));

  const tangent = find('legend-tangent', HTMLElement);
  const best = find('legend-best', HTMLElement);
  page.onSetup((setup) => {
    showView(setup.costView);
    const bowl = setup.costView === 'bowl';
    tangent.hidden = !bowl;
    best.hidden = bowl;
    find('bowl-tools', HTMLElement).hidden = !bowl;
    find('equal-axes', HTMLElement).hidden = bowl;
    find('reset-view', HTMLElement).hidden = !(setup.costView === 'surface' && setup.turned);
    hold(along, setup.along);
    press('residuals', setup.residuals);
    press('squares', setup.squares);
    press('equal-axes', setup.equalAxes);
    press('hold-other', setup.held);
    const other = setup.along === 'slope' ? 'Hold the intercept' : 'Hold the slope';
    find('hold-other', HTMLElement).textContent = other;
  });
  connectLogScale(page);
}

/**
 * @param {Page} page
 * @returns {(view: string) => void} shows which view is chosen
 */
function connectViews(page) {
  const tabs = ['tab-bowl', 'tab-map', 'tab-surface'].map((id) => find(id, HTMLButtonElement));
  const panel = find('cost-panel', HTMLElement);

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

  return (view) => {
    for (const tab of tabs) {
      const chosen = tab.dataset.view === view;
      mark(tab, 'aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) mark(panel, 'aria-labelledby', tab.id);
    }
  };
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

/**
 * A button that is pressed or not.
 * @param {Page} page
 * @param {string} id
 * @param {(session: Session, on: boolean) => void} take
 * @param {boolean} [halts] whether the descent has to stand still for it
 */
function connectToggle(page, id, take, halts = false) {
  const button = find(id, HTMLButtonElement);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    if (halts) page.halt((session) => take(session, on));
    else page.quietly(() => page.act((session) => take(session, on)));
  });
}

/** @param {string} id @param {boolean} on */
function press(id, on) {
  mark(find(id, HTMLButtonElement), 'aria-pressed', String(on));
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
