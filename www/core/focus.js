/**
 * Keeps the focus when the element that has it is hidden, disabled or replaced: it goes to the same control in its new
 * form, or to the nearest one that stays. Without that it would fall to the page, where Space starts a run.
 */

/** Heirs of the focus of these controls, by their ids. @type {Record<string, string>} */
const HEIRS = {
  undo: 'edit-points',
  redo: 'edit-points',
  'delete-point': 'data-figure',
  'reset-view': 'cost-figure',
};

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * @typedef {object} Place where the focus is
 * @property {HTMLElement} element
 * @property {Element[]} around the elements around it, the nearest first
 * @property {HTMLElement[]} row all that could have the focus when it came there
 */

export function keepFocus() {
  /** @type {Place | undefined} */
  let place;
  /** Where the focus was when the alert came. @type {HTMLElement | undefined} */
  let beforeAlert;
  const alertBox = document.getElementById('alert-box');

  const remember = (/** @type {EventTarget | null} */ target) => {
    place = target instanceof HTMLElement && target !== document.body ? placeOf(target) : undefined;
  };
  document.addEventListener('focusin', ({ target }) => {
    if (!alertBox?.contains(/** @type {Node} */ (target))) beforeAlert = undefined;
    remember(target);
  });
  document.addEventListener('focusout', () => {
    const left = place;
    // Who has left a control that is still there afterwards has left it for good.
    setTimeout(() => {
      if (left && left === place && document.hasFocus() && isUsable(left.element) && !hasFocus(left.element)) place = undefined;
    });
  });

  const mend = () => {
    if (!place || !(hasFocus(document.body) || hasFocus(place.element)) || isUsable(place.element)) return;
    const heir = alertBox?.contains(place.element) && beforeAlert && isUsable(beforeAlert) ? beforeAlert : heirOf(place);
    place = undefined;
    heir?.focus({ preventScroll: true });
    heir?.scrollIntoView({ block: 'nearest' });
  };
  new MutationObserver((records) => {
    const alertCame = records.some(({ target, oldValue }) => target === alertBox && oldValue !== null);
    if (alertCame && !alertBox?.hidden && place) beforeAlert = place.element;
    if (place && records.some(mayTakeFocus)) mend();
  }).observe(document.body, {
    attributeFilter: ['hidden', 'disabled', 'open', 'data-kept-back', 'data-enlarged', 'inert'],
    attributeOldValue: true,
    childList: true,
    subtree: true,
  });
  // Docked figures hide some of their controls.
  new MutationObserver(mend).observe(document.documentElement, { attributeFilter: ['data-dock', 'data-docked'] });
  remember(document.activeElement);
}

/** Whether a change may take the focus away: texts change all the time, and do not. @param {MutationRecord} record */
function mayTakeFocus({ type, removedNodes }) {
  return type === 'attributes' || [...removedNodes].some((node) => node instanceof Element);
}

/** @param {Element} element */
function hasFocus(element) {
  return document.activeElement === element;
}

/** @param {HTMLElement} element @returns {Place} */
function placeOf(element) {
  /** @type {Element[]} */
  const around = [];
  for (let one = element.parentElement; one; one = one.parentElement) around.push(one);
  const all = [...document.querySelectorAll(FOCUSABLE)].filter((one) => one instanceof HTMLElement);
  return { element, around, row: all };
}

/** @param {HTMLElement} element */
function isUsable(element) {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
}

/**
 * Who takes the focus of an element that is lost.
 * @param {Place} place
 */
function heirOf({ element, around, row }) {
  const heir = document.getElementById(HEIRS[element.id]) ?? newForm(element, around);
  if (heir instanceof HTMLElement && heir !== element && isUsable(heir)) return heir;
  const at = row.indexOf(element);
  // Nearest in the order of the keyboard, the following one first.
  const nearest = row
    .map((one, index) => ({ one, distance: index > at ? index - at - 0.5 : at - index }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one)
    .filter((one) => one !== element && one.tabIndex >= 0 && isUsable(one));
  for (const part of around) {
    const found = part.isConnected && nearest.find((one) => part.contains(one));
    if (found) return found;
  }
  return nearest[0];
}

/**
 * A control that was replaced, in its new form, which has the same name and says the same.
 * @param {HTMLElement} element
 * @param {Element[]} around
 */
function newForm(element, around) {
  const part = !element.isConnected && around.find((one) => one.isConnected);
  if (!part) return undefined;
  const identity = (/** @type {Element} */ one) =>
    JSON.stringify([one.id, one.getAttribute('name'), one.getAttribute('aria-label') ?? one.textContent]);
  return [...part.querySelectorAll(element.tagName)].find((one) => identity(one) === identity(element));
}
