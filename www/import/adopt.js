/**
 * Makes the page's data of what was read.
 *
 * @import { Page } from '../core/page.js'
 * @import { Done } from './protocol.js'
 * @import { Points } from './read-file.js'
 * @import { Source } from './source.js'
 */
import { withPackage } from '../full/load.js';
import { formatFileLink } from './source.js';

/** How many parts of the points the session takes at once: some milliseconds. */
const PARTS = 8;

/**
 * Makes the page's data of what was read. The session takes the points some at a time, so that the page stays
 * responsive.
 * @param {Page} page
 * @param {Source} source
 * @param {string[]} headings
 * @param {{ columns: Done, parts: Points[] }} read
 * @param {() => boolean} isObsolete whether something else has been opened meanwhile
 */
export async function adopt(page, source, headings, read, isObsolete) {
  const { columns: { indices, labels, whole, axes, counts, sums, report }, parts } = read;
  // Only the full package works without all rows, and draws counts of them.
  if (!whole) await withPackage((full) => full.upgrade(page)).then(pause);
  if (isObsolete()) return;
  const { session } = page;
  session.makeRoom(parts.reduce((count, { xs }) => count + xs.length, 0));
  for (const [index, { xs, ys }] of parts.entries()) {
    session.addPoints(xs, ys);
    if (index % PARTS !== PARTS - 1 && index !== parts.length - 1) continue;
    await pause();
    if (isObsolete()) return;
    // The page may have changed to the full package meanwhile, whose session has none of the points.
    if (page.session !== session) return adopt(page, source, headings, read, isObsolete);
  }
  if (axes && counts) await withPackage((full) => full.fullSession(page)?.addGrid(axes, counts));
  if (isObsolete()) return;
  const link = source.kind === 'file' ? formatFileLink(source, headings[indices[0]], headings[indices[1]]) : undefined;
  const chosen = new Uint32Array(indices);
  page.pauseAndChange(() => session.adoptColumns(source.name, headings, chosen, labels, sums, whole, report, link));
}

/** Lets the page respond before what follows. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
