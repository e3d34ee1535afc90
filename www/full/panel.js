/**
 * The panel `More`: other costs, rules, batches, schedules and scalings, the race, the doctor. With it
 * comes the package that has everything in it, which goes on where the small one stands.
 *
 * @import { Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import init, * as whole from '../pkg/more.js';
import { alarm } from '../core/alert.js';
import { connectChoices } from './choices.js';
import { connectExplosion, connectSuitability } from './diagnosis.js';
import { find, mark, sentenceOf } from '../core/dom.js';
import { connectRace } from './race.js';
import { canvases } from '../figures/canvases.js';
import { readStyle, readText } from '../platform/assets.js';
import { connectSweep } from './sweep.js';

/** The panel, once it was asked for. @type {Promise<void> | undefined} */
let opening;

/** The session as the whole package knows it, once it is there. @param {Page} page */
export function wholeSession(page) {
  return page.session instanceof whole.Session ? page.session : undefined;
}

/** The session as the whole package knows it. @param {Page} page @returns {Session} */
export function sessionOf(page) {
  const session = wholeSession(page);
  if (!session) throw new Error('the whole package is not there yet');
  return session;
}

/** The figures as the whole package draws them. @param {Page} page */
export function figuresOf({ figures }) {
  if (figures instanceof whole.Figures) return figures;
  throw new Error('the whole package is not there yet');
}

/** A session that was packed. @param {Uint8Array} bytes */
export function unpacked(bytes) {
  return whole.Session.unpack(bytes);
}

/**
 * Goes on with the whole package.
 * @param {Page} page
 */
export async function upgrade(page) {
  await init();
  if (page.session instanceof whole.Session) return;
  const session = whole.Session.unpack(page.session.pack());
  if (!session) throw new Error('the session could not be handed over');
  const figures = new whole.Figures(...canvases());
  figures.restore(page.figures.keep());
  page.goOn(session, figures, whole.Session);
}

/**
 * Sets the session up, on the data that it has, as a link says.
 * @param {Page} page
 * @param {string} fields of the link
 */
export async function apply(page, fields) {
  await upgrade(page);
  try {
    page.halt(() => sessionOf(page).apply(fields));
  } catch (error) {
    alarm(sentenceOf(error));
  }
}

/**
 * Shows the panel.
 * @param {Page} page
 */
export async function openPanel(page) {
  opening ??= build(page);
  opening.catch(() => (opening = undefined));
  await opening;
  find('more-panel', HTMLElement).hidden = false;
  mark(find('more', HTMLButtonElement), 'aria-expanded', 'true');
  page.refresh('setup');
}

/** @param {Page} page */
async function build(page) {
  await upgrade(page);
  const panel = find('more-panel', HTMLElement);
  const [text] = await Promise.all([readText('full/panel.html'), readStyle('full/panel.css')]);
  panel.append(...new DOMParser().parseFromString(text, 'text/html').body.children);
  connect(page, panel);
}

/**
 * Says why the run blew up, in the panel.
 * @param {Page} page
 */
export async function explain(page) {
  await openPanel(page);
  page.commit();
  const explosion = find('explosion', HTMLElement);
  explosion.focus();
  explosion.scrollIntoView({ block: 'center' });
}

/** @param {Page} page @param {HTMLElement} panel */
function connect(page, panel) {
  const session = () => sessionOf(page);
  const showChoices = connectChoices(page, session, panel);
  const showSuitability = connectSuitability(page, session, (point) => {
    if (page.figures instanceof whole.Figures) page.figures.selectPoint(point);
  });
  const showRace = connectRace(page, session);
  const showSweep = connectSweep(page, session, whole.SweepFigure);
  connectExplosion(page, session);
  page.onSetup(() => {
    if (panel.hidden) return;
    showChoices(session().more());
    showRace();
    showSweep();
    showSuitability();
  });
  page.onNow(() => {
    if (!panel.hidden) showRace();
  });
}
