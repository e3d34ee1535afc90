/**
 * The page: it holds the session, owns the clock, and shows what changed, at most once a frame. The other modules
 * change the session through it, and register views that it calls when there is something to show.
 *
 * @import { Figures, Now, Session, Setup } from '../pkg/core.js'
 */
import { texts } from '../text/en/page.js';
import { showAlert } from './alert.js';
import { find, setAttribute, setText } from './dom.js';

/** The longest tick of the clock, in milliseconds: a tab that was hidden does not catch up. */
const LONGEST_TICK = 100;

export class Page {
  #session;
  #figures;
  #sessionClass;
  #running = false;
  /** The time of the last tick; undefined before the first one of a run. @type {number | undefined} */
  #lastTick;
  #frameRequested = false;
  #moving = false;
  /** @type {Setup | undefined} */
  #setup;
  #changed = { setup: true, now: true, status: true };
  /** @type {((setup: Setup) => void)[]} */
  #setupViews = [];
  /** @type {((now: Now, running: boolean) => void)[]} */
  #nowViews = [];
  /** @type {((figures: Figures) => void)[]} */
  #figuresViews = [];
  #status = find('status', HTMLElement);

  /**
   * @param {Session} session
   * @param {Figures} figures
   * @param {typeof Session} sessionClass of the package in use
   */
  constructor(session, figures, sessionClass) {
    this.#session = session;
    this.#figures = figures;
    this.#sessionClass = sessionClass;
  }

  /** The class of the session, which opens links. */
  get sessionClass() {
    return this.#sessionClass;
  }

  get session() {
    return this.#session;
  }

  get figures() {
    return this.#figures;
  }

  /** The data, settings and view that were shown last. */
  get setup() {
    this.#setup ??= this.#session.setup();
    return this.#setup;
  }

  /**
   * Calls a view with the figures now, and again whenever others replace them.
   * @param {(figures: Figures) => void} view
   */
  onFigures(view) {
    this.#figuresViews.push(view);
    view(this.#figures);
  }

  /** Calls a view when data, settings or view have changed. @param {(setup: Setup) => void} view */
  onSetup(view) {
    this.#setupViews.push(view);
  }

  /** Calls a view after every epoch that is shown. @param {(now: Now, running: boolean) => void} view */
  onNow(view) {
    this.#nowViews.push(view);
  }

  /**
   * Replaces session and figures by those of another package, which continue at the same moment on the same canvases.
   * @param {Session} session
   * @param {Figures} figures
   * @param {typeof Session} sessionClass
   */
  changePackage(session, figures, sessionClass) {
    this.#sessionClass = sessionClass;
    this.#session.free();
    this.#figures.free();
    this.#session = session;
    this.#figures = figures;
    for (const view of this.#figuresViews) view(figures);
    this.refresh('setup');
  }

  /** Replaces the session by another one. @param {Session} session */
  open(session) {
    this.#session.free();
    this.#session = session;
    this.#running = false;
    this.#sessionChanged();
  }

  /**
   * Changes the session; a run goes on. Throws what the action throws, and then nothing has changed.
   * @param {(session: Session) => void} action
   */
  change(action) {
    action(this.#session);
    this.#sessionChanged();
  }

  /** Changes the session and pauses the run. Throws as `change` does. @param {(session: Session) => void} action */
  pauseAndChange(action) {
    action(this.#session);
    this.#running = false;
    this.#sessionChanged();
  }

  /** Announces the status again, as at the end of a drag that was `silently` on its way. */
  announceStatus() {
    this.change(() => {});
  }

  /**
   * Does something that is not announced in the live region: a change of view, one pixel of a drag.
   * @param {() => void} action
   */
  silently(action) {
    const { status } = this.#changed;
    action();
    this.#changed.status = status;
  }

  run() {
    this.change((session) => session.begin());
    this.#running = true;
    this.#lastTick = undefined;
  }

  /** Runs, or pauses. */
  toggle() {
    if (this.#running) this.pauseAndChange(() => {});
    else this.run();
  }

  /** Announces a sentence in the live region. @param {string} sentence */
  announce(sentence) {
    this.#changed.status = false;
    setText(this.#status, sentence);
  }

  /**
   * Has the next frame show what changed. The figures are drawn in any case.
   * @param {'setup' | 'now' | 'figures'} what
   */
  refresh(what) {
    if (what !== 'figures') this.#changed.now = true;
    if (what === 'setup') this.#changed.setup = true;
    if (this.#frameRequested) return;
    this.#frameRequested = true;
    requestAnimationFrame((time) => {
      this.#frameRequested = false;
      this.#frame(time);
    });
  }

  /** Draws the figures at once, as for a canvas that has just been resized and is blank. */
  draw() {
    const moving = this.#figures.draw(this.#session, performance.now(), this.#running);
    if (moving) this.refresh('figures');
    // Figures are described once they have come to rest.
    else if (this.#moving) this.refresh('now');
    this.#moving = moving;
  }

  /** Shows at once everything that changed. */
  commit() {
    if (this.#changed.setup) {
      const setup = this.#session.setup();
      this.#setup = setup;
      for (const view of this.#setupViews) view(setup);
    }
    if (this.#changed.now) {
      const now = this.#session.now();
      for (const view of this.#nowViews) view(now, this.#running);
      setAttribute(document.documentElement, 'data-status', this.#running ? 'running' : now.status);
    }
    if (this.#changed.status) setText(this.#status, this.#session.sentence(this.#running));
    this.#changed = { setup: false, now: false, status: false };
    this.draw();
  }

  #sessionChanged() {
    this.#changed.status = true;
    this.refresh('setup');
  }

  /** @param {number} time */
  #frame(time) {
    try {
      if (this.#running) this.#tick(time);
      this.commit();
    } catch (error) {
      this.#running = false;
      showAlert(texts.broken);
      reportError(error);
    }
  }

  /** @param {number} time */
  #tick(time) {
    const elapsed = Math.min(LONGEST_TICK, time - (this.#lastTick ?? time));
    this.#lastTick = time;
    if (this.#session.advance(elapsed)) {
      this.refresh('now');
    } else {
      this.#running = false;
      this.#changed = { setup: true, now: true, status: true };
    }
  }
}
