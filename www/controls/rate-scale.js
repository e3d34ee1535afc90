/**
 * The scale under the learning rate's slider: its zones, the marks at the largest stable rate and at the best ones,
 * and the sentence that says what the rate does.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { texts } from '../text/en/page.js';

/** The slider's length, in its own units. */
const LENGTH = 1000;

/** @param {Page} page */
export function connectRateScale(page) {
  const line = find('stable-mark', SVGLineElement);
  const label = find('stable-label', SVGTextElement);
  const note = find('stable-note', HTMLElement);
  const forecastText = find('forecast', HTMLElement);
  const zoneElements = ['small', 'steady', 'zigzag', 'beyond'].map((name) => find(`zone-${name}`, SVGRectElement));
  const bestMarks = ['best-any', 'best-here'].map((name) => find(name, SVGSVGElement));
  /** @param {number} position */
  const percent = (position) => `${(100 * Math.min(LENGTH, Math.max(0, position))) / LENGTH}%`;
  page.onSetup(({ largestStable, zones, forecast }) => {
    setText(forecastText, forecast);
    const limit = largestStable?.slider ?? LENGTH;
    const starts = [0, zones?.steady ?? limit, zones?.zigzag ?? limit, zones?.diverging ?? limit, LENGTH];
    for (const [index, zone] of zoneElements.entries()) {
      setAttribute(zone, 'x', percent(starts[index]));
      setAttribute(zone, 'width', percent(Math.max(0, starts[index + 1] - starts[index])));
    }
    zoneElements[0].toggleAttribute('data-unknown', !zones);
    for (const [index, position] of [zones?.bestForAny, zones?.bestFromHere].entries()) {
      bestMarks[index].toggleAttribute('hidden', position == null);
      setAttribute(bestMarks[index], 'x', percent(position ?? 0));
    }
    for (const part of [line, label, note]) part.toggleAttribute('hidden', !largestStable);
    if (!largestStable) return;
    const share = limit / LENGTH;
    const x = percent(limit);
    setAttribute(line, 'x1', x);
    setAttribute(line, 'x2', x);
    setAttribute(label, 'x', x);
    setAttribute(label, 'text-anchor', share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle');
    setText(label, texts.largestStableRate(largestStable.text));
    setText(note, texts.largestStableRateNote(largestStable.text));
  });
}
