/**
 * What stands beside the learning rate's slider: its zones, the marks at the largest stable rate and
 * at the best ones, and what the rate does.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, mark, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';

/** The slider's length in its own steps. */
const STEPS = 1000;

/** @param {Page} page */
export function connectStableMark(page) {
  const line = find('stable-mark', SVGLineElement);
  const label = find('stable-label', SVGTextElement);
  const note = find('stable-note', HTMLElement);
  const told = find('forecast', HTMLElement);
  const zones = ['small', 'steady', 'zigzag', 'beyond'].map((name) => find(`zone-${name}`, SVGRectElement));
  const best = ['best-any', 'best-here'].map((name) => find(name, SVGSVGElement));
  /** @param {number} position */
  const percent = (position) => `${(100 * Math.min(STEPS, Math.max(0, position))) / STEPS}%`;
  page.onSetup(({ largestStable, zones: known, forecast }) => {
    write(told, forecast);
    const limit = largestStable?.slider ?? STEPS;
    const starts = [0, known?.steady ?? limit, known?.zigzag ?? limit, known?.diverging ?? limit, STEPS];
    for (const [index, zone] of zones.entries()) {
      mark(zone, 'x', percent(starts[index]));
      mark(zone, 'width', percent(Math.max(0, starts[index + 1] - starts[index])));
    }
    zones[0].toggleAttribute('data-unknown', !known);
    for (const [index, place] of [known?.bestForAny, known?.bestFromHere].entries()) {
      best[index].toggleAttribute('hidden', place == null);
      mark(best[index], 'x', percent(place ?? 0));
    }
    for (const part of [line, label, note]) part.toggleAttribute('hidden', !largestStable);
    if (!largestStable) return;
    const share = limit / STEPS;
    const at = percent(limit);
    mark(line, 'x1', at);
    mark(line, 'x2', at);
    mark(label, 'x', at);
    mark(label, 'text-anchor', share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle');
    write(label, messages.largestStable(largestStable.text));
    write(note, messages.largestStableNote(largestStable.text));
  });
}
