/**
 * What stands beside the learning rate's slider: the mark at the largest stable rate with its label,
 * and what the rate does.
 *
 * @import { Page } from './page.js'
 */
import { find, mark, write } from './dom.js';
import { messages } from './messages.js';

/** The slider's length in its own steps. */
const STEPS = 1000;

/** @param {Page} page */
export function connectStableMark(page) {
  const line = find('stable-mark', SVGLineElement);
  const beyond = find('stable-beyond', SVGRectElement);
  const label = find('stable-label', SVGTextElement);
  const note = find('stable-note', HTMLElement);
  const told = find('forecast', HTMLElement);
  page.onSetup(({ largestStable, forecast }) => {
    write(told, forecast);
    for (const part of [line, beyond, label, note]) part.toggleAttribute('hidden', !largestStable);
    if (!largestStable) return;
    const share = Math.min(1, Math.max(0, largestStable.slider / STEPS));
    const at = `${share * 100}%`;
    mark(line, 'x1', at);
    mark(line, 'x2', at);
    mark(beyond, 'x', at);
    mark(beyond, 'width', `${(1 - share) * 100}%`);
    mark(label, 'x', at);
    mark(label, 'text-anchor', share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle');
    write(label, messages.largestStable(largestStable.text));
    write(note, messages.largestStableNote(largestStable.text));
  });
}
