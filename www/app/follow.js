/**
 * Follows the page's address where it leads after the page has opened.
 *
 * @import { Page } from '../core/page.js'
 */
import { withPackage } from '../full/load.js';
import { withImport } from '../import/load.js';
import { goToChapter, isChapter, leaveLesson, namesChapter } from '../lesson/load.js';
import { namesFile, openLink, openLinkedProgram } from './address.js';

/**
 * Opens the address. A link that asks for more than the small package waits for the full one.
 * @param {Page} page
 * @returns {Promise<boolean>} whether it could be opened; if not, the present session stays
 */
export async function openAddress(page) {
  if (namesChapter()) goToChapter(page);
  // Back from the lesson to the page as it was.
  if (isChapter() || (!location.hash && leaveLesson())) return true;
  if (namesFile()) {
    withImport(page, (controller) => controller.openLinked());
    return true;
  }
  let session = openLink(page.sessionClass);
  if (session.needsFullPackage()) {
    // The present session stays until the link can be opened.
    session.free();
    await withPackage((full) => full.upgrade(page));
    session = openLink(page.sessionClass);
  }
  if (session.isBroken()) {
    session.free();
    return false;
  }
  page.open(session);
  await openLinkedProgram(page);
  return true;
}

/** Sessions on the reader's own data, packed, by the addresses at which they were left. @type {Map<string, Uint8Array>} */
const left = new Map();
const MOST_LEFT = 4;

/**
 * Follows the address where it leads: back to the reader's own data, if they were left there.
 * @param {Page} page
 * @param {HashChangeEvent} change
 */
export async function followAddress(page, { oldURL, newURL }) {
  const packed = left.get(newURL);
  // The lesson keeps them, too.
  if (!isChapter() && !oldURL.includes('#chapter=') && page.session.ownColumns()) {
    left.set(oldURL, page.session.pack());
    if (left.size > MOST_LEFT) left.delete([...left.keys()][0]);
  }
  if (packed) {
    left.delete(newURL);
    return withPackage((full) => full.openPacked(page, packed));
  }
  if (!(await openAddress(page))) history.replaceState(null, '', oldURL);
}
