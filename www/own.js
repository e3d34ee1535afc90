/**
 * The reader's own file: read by a package of its own, which is downloaded with the first one.
 *
 * @import { Page } from './page.js'
 * @import { Table } from './pkg/reader.js'
 */

/** The file that was read last. @type {{ table: Table, name: string } | undefined} */
let own;
/** @type {Promise<typeof import('./pkg/reader.js')> | undefined} */
let loading;

/** The reader of files; a download that failed is tried again the next time. */
function reader() {
  loading ??= import('./pkg/reader.js').then(async (module) => {
    await module.default();
    return module;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * Reads a file. Throws with a sentence where it cannot be used.
 * @param {Uint8Array} bytes
 */
export async function readTable(bytes) {
  const { Table } = await reader();
  return Table.read(bytes);
}

/**
 * Makes a file that was read the page's data.
 * @param {Page} page
 * @param {Table} table
 * @param {string} name
 */
export function takeTable(page, table, name) {
  const [x, y] = table.guess();
  take(page, table, name, x, y);
  own?.table.free();
  own = { table, name };
}

/**
 * Changes to other columns of the reader's file, or back to those it had. A column cannot be both:
 * choosing the other's exchanges the two.
 * @param {Page} page
 * @param {[number, number]} [columns]
 */
export function takeColumns(page, columns) {
  const before = page.session.ownColumns();
  if (!own || !before) return;
  const [x, y] = columns ?? before;
  if (x === y) take(page, own.table, own.name, before[1], before[0]);
  else take(page, own.table, own.name, x, y);
}

/**
 * @param {Page} page
 * @param {Table} table
 * @param {string} name
 * @param {number} x
 * @param {number} y
 */
function take(page, table, name, x, y) {
  const columns = table.select(x, y);
  page.halt((session) =>
    session.takeColumns(name, table.headings(), x, y, columns.xs, columns.ys, columns.report),
  );
  columns.free();
}
