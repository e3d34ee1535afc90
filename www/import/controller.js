/**
 * The reader's own file: read in the background, and read again when other columns are chosen. Loaded with
 * the first file.
 *
 * @import { Answer, Done, Outline } from './protocol.js'
 * @import { Page } from '../core/page.js'
 */
import { alarm, calm } from '../core/alert.js';
import { ask } from './request.js';
import { download } from '../platform/same-origin.js';
import { find, mark, sentenceOf } from '../core/dom.js';
import { keepImport, showImport } from './panel.js';
import { texts } from '../text/en/import.js';
import { load } from '../core/lazy.js';
import { messages } from '../text/en/page.js';
import { showProgress } from './progress.js';
import { put } from './adopt.js';
import { read } from './read-file.js';

/**
 * @typedef {object} OwnFile
 * @property {Blob} blob
 * @property {string} name
 * @property {string[]} choices how it is written, and which columns, each as `name=value`
 * @property {string} [address] where it lies beside the page
 *
 * @typedef {{ name: string, answer: Answer }} OwnSums what a database answered
 * @typedef {OwnFile | OwnSums} Own
 */

/** What a link may choose. */
const CHOICES = ['x', 'y', 'delimiter', 'decimal', 'headings', 'skip', 'quote', 'encoding'];

/** The file, or the answer, that was read last. @type {Own | undefined} */
let own;
/** How that file is written. @type {Outline | undefined} */
let written;
/** @typedef {{ cancel: () => void, columns?: [number, number] }} Turn */

/** What is being read. @type {Turn | undefined} */
let reading;

/** The id of the data in use for as long as the panel of the import is in sight. */
let shownFor = '';
let following = false;

/**
 * Reads a file and makes it the page's data; where another one is chosen meanwhile, only that one counts.
 * @param {Page} page
 * @param {Blob} blob
 * @param {string} name
 * @param {string} [afterwards] what there is to be said then
 * @returns whether it became the page's data
 */
export async function takeFile(page, blob, name, afterwards) {
  page.say(messages.reading(name));
  const taken = await take(page, { blob, name, choices: [] });
  if (taken && afterwards) alarm(afterwards);
  return taken;
}

/**
 * Takes a text that was pasted or typed: a table, also as a tool printed it, or sums that a database answered.
 * @param {Page} page
 * @param {string} text
 * @param {string} name
 */
export async function takeText(page, text, name) {
  const turn = begin();
  const told = await ask({ kind: 'pasted', text });
  if (reading !== turn) return false;
  const { sums, table } = told.kind === 'pasted' ? told.pasted : { sums: false, table: undefined };
  if (!sums) return takeFile(page, new Blob([table ?? text]), name);
  try {
    return await takeAnswer(page, name, { sums: text, sample: '', x: 'x', y: 'y' });
  } catch (error) {
    alarm(sentenceOf(error));
    return false;
  }
}

/**
 * Makes the rows that a database summed the page's data. The promise is broken, with a sentence, where the
 * answer is of no use.
 * @param {Page} page
 * @param {string} name
 * @param {Answer} answer
 * @returns whether they became it: something else may have been chosen meanwhile
 */
export function takeAnswer(page, name, answer) {
  return putAnswer(page, { name, answer });
}

/**
 * @param {Page} page
 * @param {OwnSums} summed
 * @param {[number, number]} [columns]
 */
async function putAnswer(page, summed, columns) {
  const turn = begin(columns);
  const forgotten = () => reading !== turn;
  try {
    const done = await ask({ kind: 'sum', answer: summed.answer, swapped: columns?.[0] === 1 });
    if (forgotten() || done.kind !== 'done') return false;
    await put(page, summed, [summed.answer.x, summed.answer.y], { columns: done, parts: [done] }, forgotten);
    if (forgotten()) return false;
    tellOfLinks(page, done.linkNote);
    own = summed;
    shownFor = '';
    watchPoints(page);
    page.refresh('setup');
    calm();
    return true;
  } finally {
    if (!forgotten()) reading = undefined;
  }
}

/**
 * Begins to take what was chosen: only what was chosen last counts.
 * @param {[number, number]} [columns]
 */
function begin(columns) {
  reading?.cancel();
  /** @type {Turn} */
  const turn = { cancel: () => {}, columns };
  reading = turn;
  return turn;
}

/**
 * Reads the file that the page's address names, which lies beside the page, and sets up what else the
 * address says.
 * @param {Page} page
 */
export async function takeLinked(page) {
  const { hash } = location;
  const fields = new URLSearchParams(hash.slice(1));
  const address = fields.get('data') ?? '';
  const name = address.split('/').at(-1) || address;
  page.say(messages.reading(name));
  const turn = begin();
  const blob = await download(address);
  if (reading !== turn || location.hash !== hash) return;
  if (typeof blob === 'string') {
    alarm(blob);
    return page.settle();
  }
  const choices = CHOICES.filter((choice) => fields.has(choice)).map((choice) => `${choice}=${fields.get(choice)}`);
  if (!(await take(page, { blob, name, choices, address }))) return;
  const settings = [...fields.keys()].some((field) => field !== 'data' && !CHOICES.includes(field));
  if (settings) await load((more) => more.apply(page, hash.slice(1)));
}

/**
 * How the reader's file is written, each as `name=value`, where it is a file whose two columns another program
 * can read.
 * @param {Page} page
 */
export function fileWritten(page) {
  const columns = page.session.ownColumns();
  if (!columns || !written || !own || !('blob' in own) || !(own.blob instanceof File || own.address)) return undefined;
  const { columns: all, dialect } = written;
  if (columns.some((column) => all[column]?.kind !== 'number')) return undefined;
  return Object.entries(dialect).map(([name, value]) => `${name}=${value}`);
}

/**
 * Comes back to the reader's file, with the columns that it had.
 * @param {Page} page
 */
export async function takeAgain(page) {
  const columns = page.session.ownColumns();
  if (own && columns) await takeOwn(page, own, columns);
  else page.halt((session) => session.chooseDataset('own'));
}

/**
 * @param {Page} page
 * @param {Own} own
 * @param {[number, number]} columns
 */
async function takeOwn(page, own, columns) {
  if ('blob' in own) await take(page, own, columns);
  else await putAnswer(page, own, columns);
}

/**
 * Changes one of the two columns of the reader's file. A column cannot be both: choosing the other's
 * exchanges the two.
 * @param {Page} page
 * @param {0 | 1} which x or y
 * @param {number} index
 */
export async function takeColumn(page, which, index) {
  // A choice may come while the one before is still being read.
  const before = reading?.columns ?? page.session.ownColumns();
  // Data that came with a link are at hand.
  if (!own || !before) return page.halt((session) => session.swapColumns());
  /** @type {[number, number]} */
  const columns = [before[0], before[1]];
  columns[which] = index;
  await takeOwn(page, own, columns[0] === columns[1] ? [before[1], before[0]] : columns);
}

/**
 * @param {Page} page
 * @param {OwnFile} file
 * @param {[number, number]} [columns]
 * @returns {Promise<boolean>} whether it became the page's data
 */
async function take(page, file, columns) {
  reading?.cancel();
  const { blob, choices } = file;
  /** @type {Outline | undefined} */
  let outline;
  let bytes = 0;
  let rows = 0;
  const request = columns ? { blob, choices, columns } : { blob, choices };
  const started = read(
    request,
    (known) => (outline = known),
    (taken, counted) => ([bytes, rows] = [taken, counted]),
  );
  const hideProgress = showProgress(blob.size, () => ({ bytes, rows }), () => {
    turn.cancel();
    reading = undefined;
    page.say(texts.importCancelled(file.name));
    page.refresh('setup');
  });
  const work = find('work', HTMLElement);
  mark(work, 'aria-busy', 'true');
  const cancel = () => {
    started.cancel();
    hideProgress();
    work.removeAttribute('aria-busy');
  };
  const turn = { cancel, columns };
  reading = turn;
  try {
    const done = await started.done;
    if (reading !== turn) return false;
    await put(page, file, (outline?.columns ?? []).map((column) => column.name), done, () => reading !== turn);
    if (reading !== turn) return false;
    own = file;
    written = outline;
    calm();
    tellOfLinks(page, file.address === undefined ? done.columns.linkNote : '');
    if (outline) show(page, file, outline, done.columns);
    return true;
  } catch (error) {
    if (reading !== turn) return false;
    if (error instanceof TypeError) alarm(messages.noReader);
    else alarm(error instanceof DOMException ? messages.unreadable(file.name) : sentenceOf(error));
    page.settle();
    // With other columns, or read otherwise, it may be of use.
    if (outline && !columns) show(page, file, outline);
    return false;
  } finally {
    if (reading === turn) {
      reading = undefined;
      work.removeAttribute('aria-busy');
    }
    hideProgress();
  }
}

/**
 * Shows what became of a file.
 * @param {Page} page
 * @param {OwnFile} file
 * @param {Outline} outline
 * @param {Done} [done] where it is in use
 */
function show(page, file, outline, done) {
  const columns = done?.indices;
  shownFor = page.session.setup().dataset.id;
  if (!following) page.onSetup(({ dataset }) => keepImport(dataset.id === shownFor));
  following = true;
  /** @type {[number, number]} */
  const chosen = columns ? [columns[0], columns[1]] : [-1, -1];
  showImport(
    { ...file, outline, columns, report: done?.report ?? [], leftOut: done?.leftOut ?? [] },
    {
      choose: (choices) => take(page, { ...file, choices }),
      take: (which, index) => {
        if (columns) return takeColumn(page, which, index);
        chosen[which] = index;
        return chosen.includes(-1) ? undefined : take(page, file, chosen);
      },
    },
  ).catch((error) => console.info(error));
}

/**
 * Says what a link will carry of the reader's data, before one is copied.
 * @param {Page} page
 * @param {string} note
 */
function tellOfLinks(page, note) {
  import('../share/link.js').then((sharing) => sharing.tell(page, note)).catch((error) => console.info(error));
}

/** What is of no use without points. */
const NEED_POINTS = ['squares', 'residuals', 'edit-points'];
let watching = false;

/**
 * Offers what needs points only where there are some.
 * @param {Page} page
 */
function watchPoints(page) {
  if (watching) return;
  watching = true;
  page.onSetup(({ dataset }) => {
    const none = dataset.id === 'own' && own !== undefined && 'answer' in own && own.answer.sample.trim() === '';
    for (const id of NEED_POINTS) find(id, HTMLButtonElement).disabled = none;
  });
}
