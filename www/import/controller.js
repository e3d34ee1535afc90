/**
 * The import: makes a file, a table that was pasted or typed, or a database's answer the page's data, and reads it
 * again when other columns or another format are chosen. Of several that are opened in turn, only the last one
 * becomes the page's data.
 *
 * @import { Page } from '../core/page.js'
 * @import { DatabaseAnswer, Done, Outline } from './protocol.js'
 * @import { DatabaseSource, FileSource, Source } from './source.js'
 * @import { Columns, Reading } from './state.js'
 */
import { hideAlert, showAlert } from '../core/alert.js';
import { find } from '../core/dom.js';
import { withPackage } from '../full/load.js';
import { fetchSameOrigin } from '../platform/same-origin.js';
import { texts } from '../text/en/import.js';
import { adopt } from './adopt.js';
import { failureText } from './failure.js';
import { ImportPanel } from './panel.js';
import { showProgress } from './progress.js';
import { readFile } from './read-file.js';
import { request } from './request.js';
import { formatForPrograms, keepColumns, parseFileLink, readingChoices, sheetChoice } from './source.js';
import { isSpreadsheet, openSheet } from './spreadsheet.js';
import { ImportState } from './state.js';

/** The buttons that are of no use without points. */
const NEED_POINTS = ['squares', 'residuals', 'edit-points'];

/** The page has one. @type {ImportController | undefined} */
let controller;

/** @param {Page} page */
export function importController(page) {
  controller ??= new ImportController(page);
  return controller;
}

/** A link of this page's, though it may have been copied with what stands around it, and broken into lines. */
const LINK = /^\s*\S*#(v(?:=|%3D)\d+&.*)$/is;

export class ImportController {
  #page;
  #panel = new ImportPanel();
  #state = new ImportState();

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    const buttons = NEED_POINTS.map((id) => find(id, HTMLButtonElement));
    page.onSetup(({ dataset: { id } }) => {
      this.#panel.follow(id);
      const pointless = id === 'own' && isWithoutPoints(this.#source);
      for (const button of buttons) button.disabled = pointless;
    });
  }

  /**
   * Opens the first of these files.
   * @param {File[]} files
   */
  async openFirst(files) {
    const [file] = files;
    if ((await this.#openNew(file, file.name)) && files.length > 1) showAlert(texts.onlyFirst(file.name));
  }

  /**
   * Opens a text that was pasted into the page.
   * @param {string} text
   */
  async openPasted(text) {
    try {
      await this.openText(text, texts.pastedName);
    } catch (error) {
      showAlert(failureText(error, texts.pastedName));
    }
  }

  /**
   * Opens a text: a table, also as a tool printed it, or sums that a database answered, which are refused as in
   * `openAnswer`.
   * @param {string} text
   * @param {string} name
   * @returns {Promise<boolean>} whether it became the page's data
   */
  async openText(text, name) {
    const link = LINK.exec(text);
    if (link) {
      location.hash = link[1];
      return true;
    }
    const reading = this.#state.begin();
    try {
      const response = await request({ kind: 'pasted', text });
      if (!this.#state.isCurrent(reading) || response.kind !== 'pasted') return false;
      const { sums, table } = response.pasted;
      if (!sums) return await this.#openNew(new Blob([table ?? text]), name);
    } finally {
      this.#state.giveUp(reading);
    }
    return this.openAnswer(name, { sums: text, sample: '', x: 'x', y: 'y' });
  }

  /**
   * Opens the sums that a database answered. The promise is rejected with an Error whose message is for people if
   * the answer is of no use.
   * @param {string} name
   * @param {DatabaseAnswer} answer
   * @returns {Promise<boolean>} whether they became the page's data
   */
  openAnswer(name, answer) {
    return this.#sum({ kind: 'database', name, answer });
  }

  /** Opens the file on the page's own site that the address names, and sets up what else the address says. */
  async openLinked() {
    const { hash } = location;
    const { address, choices, hasSettings } = parseFileLink(hash);
    const name = address.split('/').at(-1) || address;
    this.#page.announce(texts.reading(name));
    const reading = this.#state.begin();
    const blob = await fetchSameOrigin(address);
    const wanted = this.#state.isCurrent(reading) && location.hash === hash;
    this.#state.giveUp(reading);
    if (!wanted) return;
    if (typeof blob === 'string') {
      showAlert(texts.refused[blob](address));
      this.#page.announceStatus();
      return;
    }
    const opened = await this.#open({ kind: 'file', blob, name, choices, address });
    if (opened && hasSettings) await withPackage((full) => full.applyLink(this.#page, hash.slice(1)));
  }

  /** Makes the visitor's own data the page's data again, with the columns that they had. */
  async reopen() {
    const source = this.#source;
    const columns = this.#columnsInUse();
    if (source && columns) await this.#readAgain(source, columns);
    else this.#page.pauseAndChange((session) => session.chooseDataset('own'));
  }

  /**
   * Changes one of the two columns. Choosing the other one's column exchanges the two.
   * @param {0 | 1} axis x or y
   * @param {number} column
   */
  async chooseColumn(axis, column) {
    const source = this.#source;
    // The choice before this one may still be being read.
    const before = this.#state.pendingColumns ?? this.#columnsInUse();
    if (!source || !before) {
      // Data that came with a link have two columns, both at hand.
      this.#page.pauseAndChange((session) => session.swapColumns());
      return;
    }
    /** @type {Columns} */
    const columns = [...before];
    columns[axis] = column;
    await this.#readAgain(source, columns[0] === columns[1] ? [before[1], before[0]] : columns);
  }

  /** How the visitor's file is written, for other programs to read the columns in use; see `formatForPrograms`. */
  formatForPrograms() {
    const { settled } = this.#state;
    const columns = this.#columnsInUse();
    if (settled.name === 'idle' || !settled.outline || !columns) return undefined;
    return formatForPrograms(settled.source, settled.outline, columns);
  }

  /** What was opened last and became the page's data. */
  get #source() {
    const { settled } = this.#state;
    return settled.name === 'shown' ? settled.source : undefined;
  }

  /** @returns {Columns | undefined} */
  #columnsInUse() {
    const columns = this.#page.session.ownColumns();
    return columns && [columns[0], columns[1]];
  }

  /** @param {Blob} blob @param {string} name */
  #openNew(blob, name) {
    this.#page.announce(texts.reading(name));
    return this.#open({ kind: 'file', blob, name, choices: [] });
  }

  /**
   * Reads a file, of a spreadsheet one of its sheets, and makes it the page's data.
   * @param {FileSource} file
   * @returns {Promise<boolean>} whether it became the page's data
   */
  async #open(file) {
    const { blob, name } = file;
    const reading = this.#state.begin();
    let hideProgress = () => {};
    try {
      if (!(await isSpreadsheet(blob))) return this.#state.isCurrent(reading) && (await this.#read(file));
      if (!this.#state.isCurrent(reading)) return false;
      const [wanted] = sheetChoice(file).map((choice) => choice.slice('sheet='.length));
      const opening = openSheet(blob, wanted);
      hideProgress = showProgress(blob.size, () => undefined, () => this.#cancel(reading, name));
      reading.stop = () => {
        opening.cancel();
        hideProgress();
      };
      const { facts, text } = await opening.done;
      if (!this.#state.isCurrent(reading)) return false;
      hideProgress();
      return await this.#read({ ...file, blob: text, spreadsheet: { ...facts, blob } });
    } catch (error) {
      if (!this.#state.isCurrent(reading)) return false;
      hideProgress();
      this.#state.giveUp(reading);
      showAlert(failureText(error, name));
      this.#page.announceStatus();
      return false;
    }
  }

  /**
   * Stops reading a file, at a visitor's wish.
   * @param {Reading} reading
   * @param {string} name
   */
  #cancel(reading, name) {
    reading.stop();
    this.#state.giveUp(reading);
    this.#page.announce(texts.importCancelled(name));
    this.#page.refresh('setup');
  }

  /** @param {Source} source @param {Columns} columns */
  #readAgain(source, columns) {
    return source.kind === 'file' ? this.#read(source, columns) : this.#sum(source, columns);
  }

  /**
   * Makes the sums that a database answered the page's data.
   * @param {DatabaseSource} source
   * @param {Columns} [columns]
   */
  async #sum(source, columns) {
    const { answer } = source;
    const reading = this.#state.begin(columns);
    const isObsolete = () => !this.#state.isCurrent(reading);
    try {
      const done = await request({ kind: 'sum', answer, swapped: columns?.[0] === 1 });
      if (isObsolete() || done.kind !== 'done') return false;
      await adopt(this.#page, source, [answer.x, answer.y], { columns: done, parts: [done] }, isObsolete);
      if (isObsolete()) return false;
      this.#panel.hide();
      this.#show(source, undefined, done.linkNote);
      return true;
    } finally {
      this.#state.giveUp(reading);
    }
  }

  /**
   * Reads a file and makes it the page's data.
   * @param {FileSource} file
   * @param {Columns} [columns]
   * @returns {Promise<boolean>} whether it became the page's data
   */
  async #read(file, columns) {
    const { blob, name } = file;
    const reading = this.#state.begin(columns);
    const isObsolete = () => !this.#state.isCurrent(reading);
    /** @type {Outline | undefined} */
    let outline;
    let progress = { bytes: 0, rows: 0 };
    const { done, cancel } = readFile(
      { blob, choices: readingChoices(file), columns },
      (known) => (outline = known),
      (bytes, rows) => (progress = { bytes, rows }),
    );
    const hideProgress = showProgress(blob.size, () => progress, () => this.#cancel(reading, name));
    reading.stop = () => {
      cancel();
      hideProgress();
    };
    try {
      const result = await done;
      if (isObsolete()) return false;
      const headings = (outline?.columns ?? []).map(({ name }) => name);
      await adopt(this.#page, file, headings, result, isObsolete);
      if (isObsolete()) return false;
      hideProgress();
      this.#show(file, outline, file.address === undefined ? result.columns.linkNote : '');
      this.#showPanel(file, outline, result.columns);
      return true;
    } catch (error) {
      if (isObsolete()) return false;
      hideProgress();
      this.#state.giveUp(reading);
      // Why a sheet is of no use may be told by the sheet.
      showAlert(file.spreadsheet?.note ?? failureText(error, name));
      this.#page.announceStatus();
      // With other columns, in another format or on another sheet, the file may be of use.
      if (!columns && isAboutContent(error)) this.#showPanel(file, outline);
      return false;
    }
  }

  /**
   * @param {Source} source what has become the page's data
   * @param {Outline | undefined} outline
   * @param {string} linkNote what a link will carry of them, in a sentence
   */
  #show(source, outline, linkNote) {
    this.#state.show(source, outline);
    hideAlert();
    this.#page.refresh('setup');
    import('../share/link.js')
      .then((link) => link.setDataNote(this.#page, linkNote))
      .catch((error) => console.info(error));
  }

  /**
   * @param {FileSource} file
   * @param {Outline} [outline] if there is one to tell
   * @param {Done} [done] if the file is in use
   */
  #showPanel(file, outline, done) {
    const columns = done?.indices;
    const { report = [], leftOut = [], question } = done ?? {};
    const content = { ...file, outline, columns, report, leftOut, question };
    /** Of a file that is not in use, both are chosen before it is read. @type {Columns} */
    const chosen = [-1, -1];
    const actions = {
      chooseFormat: (/** @type {string[]} */ format) => {
        const choices = [...sheetChoice(file), ...format, ...keepColumns(file, format, outline, columns)];
        return this.#read({ ...file, choices });
      },
      chooseSheet: (/** @type {string} */ sheet) => {
        const { blob } = file.spreadsheet ?? file;
        const choices = [`sheet=${sheet}`, ...keepColumns(file, file.choices, outline, columns)];
        return this.#open({ ...file, blob, choices, spreadsheet: undefined });
      },
      chooseColumn: (/** @type {0 | 1} */ axis, /** @type {number} */ column) => {
        if (columns) return this.chooseColumn(axis, column);
        chosen[axis] = column;
        return chosen.includes(-1) ? undefined : this.#read(file, [...chosen]);
      },
    };
    const { id } = this.#page.session.setup().dataset;
    this.#panel.show(id, content, actions).catch((error) => console.info(error));
  }
}

/** Whether an error is one of what is in a file, not of reading it. @param {unknown} error */
function isAboutContent(error) {
  return error instanceof Error && !(error instanceof TypeError || error instanceof DOMException);
}

/** @param {Source | undefined} source */
function isWithoutPoints(source) {
  return source?.kind === 'database' && source.answer.sample.trim() === '';
}
