/**
 * The full WebAssembly package: all costs, rules, batches, schedules and scalings. It continues where the small
 * package, with which the page opens, stands.
 *
 * @import { Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { showAlert } from '../core/alert.js';
import { find, messageOf } from '../core/dom.js';
import { canvases } from '../figures/canvases.js';
import init, * as full from '../pkg/more.js';

/** The session of the full package; undefined as long as the page has the small one. @param {Page} page */
export function fullSession(page) {
  return page.session instanceof full.Session ? page.session : undefined;
}

/** The figures of the full package; undefined as long as the page has the small one. @param {Page} page */
export function fullFigures(page) {
  return page.figures instanceof full.Figures ? page.figures : undefined;
}

/** Whether a program came with the link that was opened. @param {Page} page */
export function hasLinkedProgram(page) {
  return Boolean(fullSession(page)?.linkedProgram());
}

/**
 * The session of the full package, after `upgrade`.
 * @param {Page} page
 * @returns {Session}
 */
export function requireSession(page) {
  return required(fullSession(page));
}

/** The figures of the full package, after `upgrade`. @param {Page} page */
export function requireFigures(page) {
  return required(fullFigures(page));
}

/**
 * @template T
 * @param {T | undefined} part
 * @returns {T}
 */
function required(part) {
  if (!part) throw new Error('the page has the small package');
  return part;
}

/** The session that these bytes are, as `pack` made them; undefined if they are none. @param {Uint8Array} bytes */
export function unpackSession(bytes) {
  return full.Session.unpack(bytes);
}

/**
 * Goes on with a session that was packed.
 * @param {Page} page
 * @param {Uint8Array} packed
 */
export async function openPacked(page, packed) {
  await upgrade(page);
  const session = unpackSession(packed);
  if (session) page.open(session);
}

/** A session of its own that is like the page's, which stays as it is. @param {Page} page */
export async function copyOfSession(page) {
  await init();
  return full.Session.unpack(page.session.pack());
}

/** The tables of the points, after `upgrade`. */
export function makePointsTables() {
  return new full.PointsTables();
}

/** A walk through the points, after `upgrade`. */
export function makePointWalk() {
  return new full.PointWalk();
}

/** A session of its own, beside the page's, as the fields of a link say; after `upgrade`. @param {string} fields */
export function openSession(fields) {
  const session = full.Session.open('');
  session.setUp(fields);
  return session;
}

/**
 * Continues with the full package.
 * @param {Page} page
 */
export async function upgrade(page) {
  await init();
  if (fullSession(page)) return;
  const session = full.Session.unpack(page.session.pack());
  if (!session) throw new Error('the session could not be handed over');
  const figures = new full.Figures(...canvases());
  figures.restore(page.figures.handover());
  page.changePackage(session, figures, full.Session);
}

/**
 * Does what the page advises, and goes on where the run is to go on.
 * @param {Page} page
 */
export async function followAdvice(page) {
  await upgrade(page);
  let goesOn = false;
  page.pauseAndChange(() => {
    goesOn = requireSession(page).followAdvice();
  });
  if (goesOn) page.run();
  // The button that was pressed is gone.
  find('run', HTMLButtonElement).focus();
}

/**
 * Sets the session up as a link says, on the data that it has.
 * @param {Page} page
 * @param {string} fields of the link
 */
export async function applyLink(page, fields) {
  await upgrade(page);
  try {
    page.pauseAndChange(() => requireSession(page).apply(fields));
  } catch (error) {
    showAlert(messageOf(error));
  }
}
