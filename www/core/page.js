/**
 * The page's heart: it holds the session, owns the clock, and shows what changed, at most once a
 * frame. Parts of the page act on the session through it and show themselves when it asks.
 *
 * @import { Session, Figures, Setup, Now } from '../pkg/downhill.js'
 */
import { alarm } from './alert.js';
import { find, mark, write } from './dom.js';
import { messages } from '../text/en/page.js';

/** A tab that was hidden does not catch up: no tick counts as more than this many milliseconds. */
const LONGEST_TICK = 100;

export class Page {
  #session;
  #figures;
  #kind;
  #running = false;
  /** When the last tick was; undefined before the first one of a run. @type {number | undefined} */
  #ticked;
  #queued = false;
  #moves = false;
  /** @type {Setup | undefined} */
  #setup;
  #dirty = { setup: true, now: true, sentence: true };
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
   * @param {typeof Session} kind the package's that is in use
   */
  constructor(session, figures, kind) {
    this.#session = session;
    this.#figures = figures;
    this.#kind = kind;
  }

  /** What opens links. */
  get kind() {
    return this.#kind;
  }

  get session() {
    return this.#session;
  }

  /** What changes seldom, as it was shown last. */
  get setup() {
    this.#setup ??= this.#session.setup();
    return this.#setup;
  }

  get running() {
    return this.#running;
  }

  get figures() {
    return this.#figures;
  }

  /** Called with the figures now, and again when others take their place. @param {(figures: Figures) => void} view */
  onFigures(view) {
    this.#figuresViews.push(view);
    view(this.#figures);
  }

  /** Called with what changes seldom: data, settings, view. @param {(setup: Setup) => void} view */
  onSetup(view) {
    this.#setupViews.push(view);
  }

  /** Called with what changes at every epoch. @param {(now: Now, running: boolean) => void} view */
  onNow(view) {
    this.#nowViews.push(view);
  }

  /**
   * Goes on with what another package made of this session, on the same canvases.
   * @param {Session} session
   * @param {Figures} figures
   * @param {typeof Session} kind
   */
  goOn(session, figures, kind) {
    this.#kind = kind;
    this.#session.free();
    this.#figures.free();
    this.#session = session;
    this.#figures = figures;
    for (const view of this.#figuresViews) view(figures);
    this.refresh('setup');
  }

  /** Takes another session in place of the present one. @param {Session} session */
  open(session) {
    this.#session.free();
    this.#session = session;
    this.#running = false;
    this.#changed();
  }

  /**
   * Does something to the session while the clock goes on as it was. What it throws is the
   * caller's, and then nothing has changed.
   * @param {(session: Session) => void} action
   */
  act(action) {
    action(this.#session);
    this.#changed();
  }

  /** As `act`, and the clock stops. @param {(session: Session) => void} action */
  halt(action) {
    action(this.#session);
    this.#running = false;
    this.#changed();
  }

  /** Says where the descent stands, as after a drag, on whose way everything was done `quietly`. */
  settle() {
    this.act(() => {});
  }

  /**
   * Does something without a word in the live region: a change of view, a pixel of a drag.
   * @param {() => void} action
   */
  quietly(action) {
    const { sentence } = this.#dirty;
    action();
    this.#dirty.sentence = sentence;
  }

  run() {
    this.act((session) => session.begin());
    this.#running = true;
    this.#ticked = undefined;
  }

  toggle() {
    if (this.#running) this.halt(() => {});
    else this.run();
  }

  /** Says a sentence in the live region. @param {string} sentence */
  say(sentence) {
    this.#dirty.sentence = false;
    write(this.#status, sentence);
  }

  /** Has the next frame show what changed; the figures it draws anyhow. @param {'setup' | 'now' | 'figures'} what */
  refresh(what) {
    if (what !== 'figures') this.#dirty.now = true;
    if (what === 'setup') this.#dirty.setup = true;
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame((time) => {
      this.#queued = false;
      this.#frame(time);
    });
  }

  /** Draws at once, as for a canvas that has just lost its picture. */
  draw() {
    const moves = this.#figures.draw(this.#session, performance.now(), this.#running);
    if (moves) this.refresh('figures');
    // What is said of the figures is said once they have come to rest.
    else if (this.#moves) this.refresh('now');
    this.#moves = moves;
  }

  /** Shows everything that changed. */
  commit() {
    if (this.#dirty.setup) {
      const setup = this.#session.setup();
      this.#setup = setup;
      for (const view of this.#setupViews) view(setup);
    }
    if (this.#dirty.now) {
      const now = this.#session.now();
      for (const view of this.#nowViews) view(now, this.#running);
      mark(document.documentElement, 'data-status', this.#running ? 'running' : now.status);
    }
    if (this.#dirty.sentence) write(this.#status, this.#session.sentence(this.#running));
    this.#dirty = { setup: false, now: false, sentence: false };
    this.draw();
  }

  #changed() {
    this.#dirty.sentence = true;
    this.refresh('setup');
  }

  /** @param {number} time */
  #frame(time) {
    try {
      if (this.#running) this.#tick(time);
      this.commit();
    } catch (error) {
      this.#running = false;
      alarm(messages.broken);
      reportError(error);
    }
  }

  /** @param {number} time */
  #tick(time) {
    const elapsed = Math.min(LONGEST_TICK, time - (this.#ticked ?? time));
    this.#ticked = time;
    if (this.#session.advance(elapsed)) {
      this.refresh('now');
    } else {
      this.#running = false;
      this.#dirty.sentence = true;
      this.#dirty.setup = true;
      this.#dirty.now = true;
    }
  }
}
