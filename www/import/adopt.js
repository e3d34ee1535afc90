/**
 * Makes what was read the page's data.
 *
 * @import { Done } from './protocol.js'
 * @import { Own, OwnFile } from './controller.js'
 * @import { Page } from '../core/page.js'
 * @import { Part } from './read-file.js'
 */
import { load } from '../core/lazy.js';

/** Parts that the page takes in one go: some milliseconds. */
const PARTS = 8;

/**
 * Makes what was read the page's data. Points are taken some at a time, so that the page goes on.
 * @param {Page} page
 * @param {Own} own
 * @param {string[]} headings
 * @param {{ columns: Done, parts: Part[] }} read
 * @param {() => boolean} forgotten whether it has been, meanwhile
 */
export async function put(page, own, headings, { columns, parts }, forgotten) {
  const { indices, labels, whole, axes, counts, sums, report } = columns;
  // Only the package that has everything in it draws what is no point.
  const points = parts.some(({ xs }) => xs.length > 0);
  if (axes || !points) await load((more) => more.upgrade(page)).then(pause);
  if (forgotten()) return;
  const { session } = page;
  session.makeRoom(parts.reduce((count, { xs }) => count + xs.length, 0));
  for (const [index, { xs, ys }] of parts.entries()) {
    session.addPoints(xs, ys);
    if (index % PARTS !== PARTS - 1 && index !== parts.length - 1) continue;
    await pause();
    if (forgotten()) return;
    // Another package may have taken the place of the one that the points are in.
    if (page.session !== session) return put(page, own, headings, { columns, parts }, forgotten);
  }
  if (axes && counts) await load((more) => more.wholeSession(page)?.addGrid(axes, counts));
  if (forgotten()) return;
  const beside = 'blob' in own ? linkOf(own, headings[indices[0]], headings[indices[1]]) : undefined;
  const chosen = new Uint32Array(indices);
  page.halt(() => session.takeColumns(own.name, headings, chosen, labels, sums, whole, report, beside));
}

/** Lets the page go on before what follows. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * What a link says of a file that lies beside the page, from the value of its field `data` on.
 * @param {OwnFile} file
 * @param {string} x
 * @param {string} y
 */
function linkOf({ address, choices }, x, y) {
  if (address === undefined) return undefined;
  const format = choices.filter((choice) => !/^[xy]=/.test(choice));
  const fields = [`x=${x}`, `y=${y}`, ...format].map((field) => {
    const [name, ...value] = field.split('=');
    return `&${name}=${encodeURIComponent(value.join('='))}`;
  });
  return encodeURIComponent(address) + fields.join('');
}
