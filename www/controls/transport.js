/**
 * The transport: run, step, step back, reset, the scrubber and the speed; its keys while no control has the focus.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText, setValue } from '../core/dom.js';
import { texts } from '../text/en/page.js';

/** @param {Page} page */
export function connectTransport(page) {
  find('run', HTMLButtonElement).addEventListener('click', () => page.toggle());
  find('step', HTMLButtonElement).addEventListener('click', () => step(page));
  find('step-back', HTMLButtonElement).addEventListener('click', () => stepBack(page));
  find('reset', HTMLButtonElement).addEventListener('click', () => page.pauseAndChange((session) => session.reset()));
  const runName = find('run-name', HTMLElement);
  page.onNow((_now, running) => setText(runName, running ? texts.pause : texts.run));
  connectScrubber(page);
  connectSpeed(page);
  connectKeys(page);
}

/** @param {Page} page */
function step(page) {
  page.pauseAndChange((session) => session.step());
}

/** @param {Page} page */
function stepBack(page) {
  page.pauseAndChange((session) => session.stepBack());
}

/** @param {Page} page */
function connectScrubber(page) {
  const scrubber = find('scrubber', HTMLInputElement);
  const seek = () => page.pauseAndChange((session) => session.seek(Number(scrubber.value)));
  scrubber.addEventListener('input', () => page.silently(seek));
  scrubber.addEventListener('change', () => page.announceStatus());
  page.onNow((now) => {
    setAttribute(scrubber, 'max', String(now.lastEpoch));
    setValue(scrubber, String(now.clock));
    setAttribute(scrubber, 'aria-valuetext', now.clockText);
  });
}

/** @param {Page} page */
function connectSpeed(page) {
  const speed = find('speed', HTMLInputElement);
  const text = find('speed-text', HTMLElement);
  const change = () => page.change((session) => session.setSpeed(Number(speed.value)));
  speed.addEventListener('input', () => page.silently(change));
  page.onSetup((setup) => {
    setAttribute(speed, 'max', String(setup.speed.levels - 1));
    setValue(speed, String(setup.speed.level));
    setAttribute(speed, 'aria-valuetext', setup.speed.text);
    setText(text, setup.speed.text);
  });
}

/** @param {Page} page */
function connectKeys(page) {
  document.addEventListener('keydown', (event) => {
    // A chapter that was gone to has the focus, and is no control.
    if (!document.activeElement?.matches('body, article')) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    switch (event.key) {
      case ' ':
        if (!event.repeat) page.toggle();
        break;
      case 'ArrowRight':
        step(page);
        break;
      case 'ArrowLeft':
        stepBack(page);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
