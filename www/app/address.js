/**
 * The session that the address describes.
 *
 * @import { Session } from '../pkg/downhill.js'
 * @import { Page } from '../core/page.js'
 */
import { alarm, calm } from '../core/alert.js';
import { isChapter, load, namesChapter, openLesson, ownFile } from '../core/lazy.js';

/** Whether the address names a file that lies beside the page. */
export function isFile() {
  return /^#(.*&)?data=[^&]*[./]/.test(location.hash);
}

/**
 * The session of the page's address; where the link is broken, the page says so.
 * @param {typeof Session} kind the package's that is to open it
 */
export function openLink(kind) {
  const session = kind.open(isChapter() || isFile() ? '' : location.hash.slice(1));
  if (session.needsMore()) return session;
  const notice = session.notice();
  if (notice) alarm(notice);
  else calm();
  return session;
}

/**
 * Opens the address. A link that asks for more than the package that the page opened with waits for the
 * one that has everything.
 * @param {Page} page
 */
export async function openAddress(page) {
  if (namesChapter()) openLesson(page);
  if (isChapter()) return;
  if (isFile()) return ownFile((own) => own.takeLinked(page));
  const session = openLink(page.kind);
  if (!session.needsMore()) return page.open(session);
  // What the reader has stays until the link can be opened.
  session.free();
  await load(async (more) => {
    await more.upgrade(page);
    page.open(openLink(page.kind));
  });
}
