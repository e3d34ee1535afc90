/**
 * The reader's own file: read in the background, and read again when other columns are chosen. Loaded with
 * the first file.
 *
 * @import { Done, Outline } from './import-messages.js'
 * @import { Page } from './page.js'
 */
import { alarm, calm } from './alert.js';
import { sentenceOf } from './dom.js';
import { messages } from './messages.js';
import { showProgress } from './progress.js';
import { Refusal, read } from './reading.js';

/** @typedef {{ blob: Blob, name: string, choices: string[], outline?: Outline }} Own */

/** The file that was read last. @type {Own | undefined} */
let own;
/** What is being read. @type {{ cancel: () => void } | undefined} */
let reading;

/**
 * Reads a file and makes it the page's data; where another one is chosen meanwhile, only that one counts.
 * @param {Page} page
 * @param {Blob} blob
 * @param {string} name
 * @param {string} [afterwards] what there is to be said then
 */
export async function takeFile(page, blob, name, afterwards) {
  page.say(messages.reading(name));
  if (await take(page, { blob, name, choices: [] })) {
    if (afterwards) alarm(afterwards);
  }
}

/**
 * Changes to other columns of the reader's file, or back to those it had. A column cannot be both:
 * choosing the other's exchanges the two.
 * @param {Page} page
 * @param {[number, number]} [columns]
 */
export async function takeColumns(page, columns) {
  const before = page.session.ownColumns();
  if (!own || !before) return;
  const [x, y] = columns ?? before;
  await take(page, own, x === y ? [before[1], before[0]] : [x, y]);
}

/**
 * @param {Page} page
 * @param {Own} file
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
  const turn = read(
    request,
    (known) => (outline = known),
    (taken, counted) => ([bytes, rows] = [taken, counted]),
  );
  reading = turn;
  const hideProgress = showProgress(blob.size, () => ({ bytes, rows }), () => {
    turn.cancel();
    if (reading === turn) reading = undefined;
    hideProgress();
    page.say(messages.importCancelled(file.name));
    page.refresh('setup');
  });
  try {
    const done = await turn.done;
    if (reading !== turn) return false;
    put(page, file, outline, done);
    own = { ...file, outline };
    calm();
    return true;
  } catch (error) {
    if (reading !== turn) return false;
    const fault = error instanceof TypeError ? messages.noReader : messages.unreadable(file.name);
    alarm(error instanceof Refusal ? sentenceOf(error) : fault);
    page.settle();
    return false;
  } finally {
    if (reading === turn) reading = undefined;
    hideProgress();
  }
}

/**
 * Makes what was read the page's data.
 * @param {Page} page
 * @param {Own} file
 * @param {Outline | undefined} outline
 * @param {Done} done
 */
function put(page, { name }, outline, { packed, indices: [x, y], report }) {
  const headings = (outline?.columns ?? []).map((column) => column.name);
  page.halt((session) => {
    if (!session.takeColumns(name, headings, x, y, packed, report)) throw new TypeError('not of this build');
  });
}
