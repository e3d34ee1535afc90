/**
 * The page's address: a session, a file on the page's own site, or a chapter of the lesson.
 *
 * @import { Page } from '../core/page.js'
 * @import { Session } from '../pkg/core.js'
 */
import { hideAlert, showAlert } from '../core/alert.js';
import { withPackage } from '../full/load.js';
import { isChapter } from '../lesson/load.js';
import { openProgram } from '../program/load.js';

/** Whether the address names a file on the page's own site. */
export function namesFile() {
  return /^#(.*&)?data=[^&]*[./]/.test(location.hash);
}

/**
 * The session that the address describes. If the link is broken, the page alerts why.
 * @param {typeof Session} sessionClass of the package that is to open it
 */
export function openLink(sessionClass) {
  const session = sessionClass.open(isChapter() || namesFile() ? '' : location.hash.slice(1));
  if (session.needsFullPackage()) return session;
  const notice = session.notice();
  if (notice) showAlert(notice);
  else hideAlert();
  return session;
}

/** Opens the bench if a program came with the link that was opened. A frame has no bench. @param {Page} page */
export async function openLinkedProgram(page) {
  if (!/program=/.test(location.hash) || /[?&]embed\b/.test(location.search)) return;
  await withPackage((full) => full.hasLinkedProgram(page) && openProgram(page, true));
}
