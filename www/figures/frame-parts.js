/**
 * The parts that a frame of another page can show, by the names that its address gives them: for the frame itself, and
 * for the dialog that writes such addresses.
 */
import { costTabs } from './views.js';

/**
 * @typedef {object} Part
 * @property {string} selector
 * @property {boolean} [isFigure]
 * @property {boolean} [isDefault] whether a frame shows it whose address names no part
 */

const DATA = { data: { selector: '.figure[aria-labelledby="data-title"]', isFigure: true, isDefault: true } };
const HISTORY = { history: { selector: '.history', isFigure: true, isDefault: false } };
const CONTROLS = {
  run: { selector: '#run', isDefault: true },
  step: { selector: '#step', isDefault: true },
  'step-back': { selector: '#step-back', isDefault: true },
  reset: { selector: '#reset', isDefault: true },
  epoch: { selector: '.scrubber' },
  speed: { selector: '.speed' },
  rate: { selector: '.rate', isDefault: true },
  numbers: { selector: '.readouts', isDefault: true },
  status: { selector: '#status' },
  tools: { selector: '.tools, .history .checkbox, #sound' },
  dataset: { selector: '.data-bar' },
};

/** @typedef {keyof typeof DATA | keyof typeof HISTORY | keyof typeof CONTROLS} PageElement a part that is no view */

/** The names of the views of the cost. */
export function viewNames() {
  return costTabs().map(({ dataset }) => dataset.view ?? '');
}

/**
 * All parts, in the order of the dialog.
 * @returns {Record<string, Part>}
 */
export function frameParts() {
  const views = viewNames().map((view) => [
    view,
    { selector: `button[data-view="${view}"]`, isFigure: true, isDefault: true },
  ]);
  return { ...DATA, ...Object.fromEntries(views), ...HISTORY, ...CONTROLS };
}
