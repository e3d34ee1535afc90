/**
 * The visitor's own session, kept while a chapter or a task has the figures, and the way back to it. There is one, whoever
 * takes its place.
 *
 * @import { Page } from '../core/page.js'
 * @typedef {'lesson' | 'program'} Holder the part of the page that has the figures
 */
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/full.js';
import { unpackSession } from './package.js';

/** The session, packed. @type {Uint8Array | undefined} */
let saved;
/** @type {((holder: Holder | undefined) => void)[]} */
const views = [];
/** @param {Holder | undefined} holder */
const showHolder = (holder) => views.forEach((view) => view(holder));

/**
 * Keeps the visitor's session, unless it is kept already, before a part of the page takes its place.
 * @param {Page} page
 * @param {Holder} holder
 */
export function keepOwnSession(page, holder) {
  saved ??= page.session.pack();
  showHolder(holder);
}

/** Whether the visitor's session is kept, and can be given back. */
export function hasOwnSession() {
  return saved !== undefined;
}

/** Gives the visitor's session back. Returns whether one was kept. @param {Page} page */
export function giveBack(page) {
  const session = saved && unpackSession(saved);
  if (session) page.open(session);
  saved = undefined;
  showHolder(undefined);
  return Boolean(session);
}

/** A button that gives the visitor's session back. @param {Page} page */
export function backToOwnSession(page) {
  return makeButton(texts.backToMine, () => giveBack(page));
}

/**
 * Calls a view whenever a part of the page takes the place of the visitor's session, and when that is given back.
 * @param {(holder: Holder | undefined) => void} view
 */
export function onOwnSession(view) {
  views.push(view);
}
