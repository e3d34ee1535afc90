/**
 * Sound of the session: each moment of a descent as it runs or is stepped, and descent, data and sweep as a
 * whole. Rust says what is heard, and `instrument.js` plays it.
 *
 * @import { Page } from '../core/page.js'
 * @import { Now } from '../pkg/core.js'
 */
import { showAlert } from '../core/alert.js';
import { find, setAttribute } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { fullSession, requireSession, upgrade } from '../full/package.js';
import { whiteNoise } from '../pkg/more.js';
import { loadStyleSheet } from '../platform/assets.js';
import { texts } from '../text/en/sound.js';
import { Instrument } from './instrument.js';

/** The subjects that can be played as a whole. */
const SUBJECTS = ['descent', 'data', 'sweep'];

/**
 * Lets the page be heard while its session has the sound on.
 * @param {Page} page
 * @param {AudioContext | undefined} context
 */
export async function openSound(page, context) {
  if (context) await connect(page, context);
  else showAlert(texts.none);
}

const connect = once(connectInstrument);

/**
 * @param {Page} page
 * @param {AudioContext} context
 */
async function connectInstrument(page, context) {
  const [[panel]] = await Promise.all([loadElements('sound/panel.html'), loadStyleSheet('sound/panel.css'), upgrade(page)]);
  const instrument = new Instrument(context, whiteNoise);
  const figure = find('history-figure', HTMLElement);
  const isOn = () => Boolean(fullSession(page)?.sound);
  const show = () => {
    if (!isOn()) instrument.stop();
    if (panel instanceof HTMLElement) panel.hidden = !isOn();
  };
  figure.after(panel);
  page.onSetup(show);
  show();

  const volume = find('volume', HTMLInputElement);
  const setVolume = () => instrument.setVolume(volume.valueAsNumber / Number(volume.max));
  volume.addEventListener('input', setVolume);
  setVolume();

  for (const subject of SUBJECTS) connectPlayer(page, instrument, subject);
  page.onNow(teller(page, instrument, isOn));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) instrument.stop();
  });
}

/**
 * A button that plays something, and stops it.
 * @param {Page} page
 * @param {Instrument} instrument
 * @param {string} subject
 */
function connectPlayer(page, instrument, subject) {
  const button = find(`play-${subject}`, HTMLButtonElement);
  const show = (/** @type {boolean} */ plays) => setAttribute(button, 'aria-pressed', String(plays));
  button.addEventListener('click', () => {
    const plays = button.getAttribute('aria-pressed') === 'true';
    instrument.stop();
    if (plays) return;
    page.pauseAndChange(() => {});
    instrument.play(requireSession(page).score(subject), () => show(false));
    show(true);
  });
}

/**
 * A view that tells each moment of the descent.
 * @param {Page} page
 * @param {Instrument} instrument
 * @param {() => boolean} isOn
 */
function teller(page, instrument, isOn) {
  /** The epoch that was told last. */
  let told = page.session.now().clock;
  let ran = false;
  return (/** @type {Now} */ { clock }, /** @type {boolean} */ running) => {
    const from = told;
    const pauses = ran && !running;
    [told, ran] = [clock, running];
    const moved = clock !== from && clock > 0;
    if (!isOn() || document.hidden) return;
    // A step is heard to its end.
    if (running || (moved && !pauses)) instrument.tell(requireSession(page).soundOfMoment(from));
    else if (pauses) instrument.release();
  };
}
