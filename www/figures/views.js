/**
 * What the figures show: the views of the cost as tabs, and the buttons beside the figures.
 *
 * @import { Session } from '../pkg/core.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText, setValue } from '../core/dom.js';
import { texts } from '../text/en/page.js';

/** @param {Page} page */
export function connectViews(page) {
  const showTab = connectTabs(page);
  connectToggle(page, 'residuals', (session, on) => session.setResiduals(on));
  connectToggle(page, 'squares', (session, on) => session.setSquares(on));
  connectToggle(page, 'equal-axes', (session, on) => session.setEqualAxes(on));
  const holdOther = connectToggle(page, 'hold-other', (session, on) => session.holdOther(on), true);
  const equalAxes = find('equal-axes', HTMLElement);
  const resetView = find('reset-view', HTMLElement);
  resetView.addEventListener('click', () => page.silently(() => page.change((session) => session.resetView())));
  const along = find('along', HTMLSelectElement);
  along.addEventListener('change', () => page.change((session) => session.setAlong(along.value)));

  const tangent = find('legend-tangent', HTMLElement);
  const best = find('legend-best', HTMLElement);
  const bowlTools = find('bowl-tools', HTMLElement);
  page.onSetup((setup) => {
    showTab(setup.costView);
    tangent.hidden = !setup.oneParameter;
    best.hidden = setup.oneParameter;
    bowlTools.hidden = !setup.oneParameter;
    equalAxes.hidden = setup.oneParameter;
    resetView.hidden = !(setup.turnable && setup.turned);
    setValue(along, setup.along);
    setPressed('residuals', setup.residuals);
    setPressed('squares', setup.squares);
    setPressed('equal-axes', setup.equalAxes);
    setPressed('hold-other', setup.held);
    setText(holdOther, setup.along === 'slope' ? texts.holdIntercept : texts.holdSlope);
  });
  connectLogScale(page);
}

/**
 * The tabs of the views of the cost. They are the one list of the views in what is not Rust.
 * @returns {HTMLButtonElement[]}
 */
export function costTabs() {
  return [...document.querySelectorAll('button[data-view]')].filter((tab) => tab instanceof HTMLButtonElement);
}

/**
 * @param {Page} page
 * @returns {(view: string) => void} shows which view is selected
 */
function connectTabs(page) {
  const tabs = costTabs();
  const panel = find('cost-panel', HTMLElement);

  /** @param {HTMLButtonElement} tab */
  const select = (tab) =>
    page.silently(() => page.change((session) => session.setCostView(tab.dataset.view ?? '')));

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', (event) => {
      const other = tabs.at(tabOfKey(event.key, index, tabs.length) ?? index);
      if (!other || other === tab) return;
      event.preventDefault();
      other.focus();
      select(other);
    });
  }

  return (view) => {
    for (const tab of tabs) {
      const selected = tab.dataset.view === view;
      setAttribute(tab, 'aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      if (selected) setAttribute(panel, 'aria-labelledby', tab.id);
    }
  };
}

/**
 * The index of the tab that a key goes to, if it goes to any.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 */
function tabOfKey(key, index, count) {
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
 * Connects a button that is pressed or not.
 * @param {Page} page
 * @param {string} id
 * @param {(session: Session, on: boolean) => void} set
 * @param {boolean} [pauses] whether it pauses the run
 */
function connectToggle(page, id, set, pauses = false) {
  const button = find(id, HTMLButtonElement);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    if (pauses) page.pauseAndChange((session) => set(session, on));
    else page.silently(() => page.change((session) => set(session, on)));
  });
  return button;
}

/** @param {string} id @param {boolean} on */
function setPressed(id, on) {
  setAttribute(find(id, HTMLButtonElement), 'aria-pressed', String(on));
}

/** @param {Page} page */
function connectLogScale(page) {
  const box = find('log-scale', HTMLInputElement);
  const change = () => page.change((session) => session.setLogHistory(box.checked));
  box.addEventListener('change', () => page.silently(change));
  page.onSetup((setup) => {
    box.checked = setup.logHistory;
  });
}
