/**
 * Run, step, step back, reset, the scrubber and the speed.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, hold, mark, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';

/** @param {Page} page */
export function connectTransport(page) {
  find('run', HTMLButtonElement).addEventListener('click', () => page.toggle());
  find('step', HTMLButtonElement).addEventListener('click', () => step(page));
  find('step-back', HTMLButtonElement).addEventListener('click', () => stepBack(page));
  find('reset', HTMLButtonElement).addEventListener('click', () => page.halt((session) => session.reset()));
  const runName = find('run-name', HTMLElement);
  page.onNow((_now, running) => write(runName, running ? messages.pause : messages.run));
  connectScrubber(page);
  connectSpeed(page);
}

/** @param {Page} page */
export function step(page) {
  page.halt((session) => session.step());
}

/** @param {Page} page */
export function stepBack(page) {
  page.halt((session) => session.stepBack());
}

/** @param {Page} page */
function connectScrubber(page) {
  const scrubber = find('scrubber', HTMLInputElement);
  const seek = () => page.halt((session) => session.seek(Number(scrubber.value)));
  scrubber.addEventListener('input', () => page.quietly(seek));
  scrubber.addEventListener('change', () => page.settle());
  page.onNow((now) => {
    mark(scrubber, 'max', String(now.lastEpoch));
    hold(scrubber, String(now.clock));
    mark(scrubber, 'aria-valuetext', now.clockText);
  });
}

/** @param {Page} page */
function connectSpeed(page) {
  const speed = find('speed', HTMLInputElement);
  const text = find('speed-text', HTMLElement);
  const choose = () => page.act((session) => session.setSpeed(Number(speed.value)));
  speed.addEventListener('input', () => page.quietly(choose));
  page.onSetup((setup) => {
    mark(speed, 'max', String(setup.speed.levels - 1));
    hold(speed, String(setup.speed.level));
    mark(speed, 'aria-valuetext', setup.speed.text);
    write(text, setup.speed.text);
  });
}
