/**
 * The table of the points: sorted by any column; where there are many, tenths of x that open to their rows, a page at a
 * time; and the file of all rows with their residuals.
 *
 * @import { Table } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 * @import { Content, Show } from './panel.js'
 */
import { makeButton } from '../core/markup.js';
import { makePointsTables, requireSession } from '../full/package.js';
import { saveFile } from '../platform/save-file.js';
import { texts } from '../text/en/tables.js';

/**
 * @param {Page} page
 * @param {Show} show
 * @returns {Content}
 */
export function pointsContent(page, show) {
  const tables = makePointsTables();
  /** The part that is shown, and its order. @type {{ version: number, group: number | undefined, key: string, descending: boolean, first: number }} */
  const shown = { version: -1, group: undefined, key: 'place', descending: false, first: 0 };
  /** @param {Partial<typeof shown>} change */
  const turnTo = (change) => {
    Object.assign(shown, change);
    show.now();
    show.top();
  };
  /** The page of a group that is shown. @type {Table['page']} */
  let around = null;
  const allGroups = makeButton(texts.allGroups, () => turnTo({ group: undefined, first: 0 }));
  const earlier = makeButton(texts.earlier, () => turnTo({ first: around?.previous ?? 0 }));
  const later = makeButton(texts.later, () => turnTo({ first: around?.next ?? 0 }));
  const rows = Object.assign(document.createElement('span'), { className: 'note' });
  const save = makeButton(texts.save, () => saveRows(page, show));
  return {
    tools: [allGroups, earlier, rows, later, save],
    table() {
      const session = requireSession(page);
      const { dataVersion } = session;
      if (shown.version !== dataVersion) Object.assign(shown, { version: dataVersion, group: undefined, first: 0 });
      return tables.table(session, shown.group, shown.key, shown.descending, shown.first);
    },
    copied: () => tables.copied(requireSession(page), shown.group, shown.key, shown.descending),
    sort(key) {
      Object.assign(shown, { key, descending: shown.key === key && !shown.descending, first: 0 });
      show.now();
    },
    open: (group) => turnTo({ group, first: 0 }),
    shown(table) {
      around = table.page;
      allGroups.hidden = shown.group === undefined;
      for (const element of [earlier, rows, later]) element.hidden = !around;
      earlier.disabled = around?.previous === null;
      later.disabled = around?.next === null;
      rows.textContent = around?.text ?? '';
    },
  };
}

/** Saves all rows, with the residuals of the line as it stands. @param {Page} page @param {Show} show */
async function saveRows(page, show) {
  const session = requireSession(page);
  const { slope, intercept } = session.now();
  const { dataVersion, residualsName } = session;
  const parts = [];
  /** @type {number | undefined} */
  let next = 0;
  while (next !== undefined) {
    if (requireSession(page) !== session || session.dataVersion !== dataVersion) return show.say(texts.dataChanged);
    parts.push(session.residualsFrom(next, slope, intercept));
    next = session.residualsAfter(next);
    // Millions of rows take long: the page lives on between their parts.
    await new Promise((resolve) => setTimeout(resolve));
  }
  saveFile(residualsName, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  show.say(texts.saved(residualsName));
}
