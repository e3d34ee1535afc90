/**
 * The race: its buttons, and its table of runs.
 *
 * @import { Racer, Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/full.js';
import { requireSession } from './package.js';

/** The shapes of the runs' balls, as the figures draw them. */
const SHAPES = [
  'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
  'M2.6 2.6h10.8v10.8H2.6z',
  'M8 1.5 15 14H1z',
  'M8 1 15 8 8 15 1 8z',
];
const SVG = 'http://www.w3.org/2000/svg';
/** Epoch, slope, intercept, cost, distance and arrival. */
const CELLS = 6;

/**
 * @param {Page} page
 * @returns {() => void} shows where the runs are
 */
export function connectRace(page) {
  const body = find('racers', HTMLElement);
  /** @param {string} id @param {(session: Session) => void} action */
  const connect = (id, action) => {
    const element = find(id, HTMLButtonElement);
    element.addEventListener('click', () => {
      page.pauseAndChange(() => action(requireSession(page)));
      page.commit();
      if (element.disabled) focusChosen();
    });
    return element;
  };
  connect('race-rates', (session) => session.startPreset('rates'));
  connect('race-rules', (session) => session.startPreset('rules'));
  connect('race-coordinates', (session) => session.startPreset('coordinates'));
  const add = connect('add-run', (session) => session.addRun());
  const end = connect('end-race', (session) => {
    while (session.racers().length > 1) session.removeRun(session.chosen === 0 ? 1 : 0);
  });

  return () => {
    const session = requireSession(page);
    const racers = session.racers();
    if (body.children.length !== racers.length) body.replaceChildren(...racers.map((_, index) => row(page, index)));
    const { chosen } = session;
    for (const [index, racer] of racers.entries()) fill(body.children[index], racer, index === chosen);
    add.disabled = racers.length >= SHAPES.length;
    end.disabled = racers.length < 2;
    for (const remove of body.querySelectorAll('button')) remove.hidden = racers.length < 2;
  };
}

/**
 * The row of a run.
 * @param {Page} page
 * @param {number} index
 */
function row(page, index) {
  const element = document.createElement('tr');
  const head = Object.assign(document.createElement('th'), { scope: 'row' });
  const label = document.createElement('label');
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'racer' });
  radio.addEventListener('change', () => page.change(() => requireSession(page).chooseRun(index)));
  label.append(radio, ballIcon(index), document.createElement('span'));
  head.append(label);
  const remove = makeButton(texts.remove, () => {
    page.change(() => requireSession(page).removeRun(index));
    page.commit();
    focusChosen();
  });
  setAttribute(remove, 'aria-label', texts.removeRun(index + 1));
  const last = document.createElement('td');
  last.append(remove);
  element.append(head, ...Array.from({ length: CELLS }, () => document.createElement('td')), last);
  return element;
}

/** Moves the focus to the chosen run, where the button that was pressed has gone. */
function focusChosen() {
  const radios = find('racers', HTMLElement).getElementsByTagName('input');
  [...radios].find(({ checked }) => checked)?.focus();
}

/** @param {number} index of the run */
function ballIcon(index) {
  const svg = document.createElementNS(SVG, 'svg');
  setAttribute(svg, 'viewBox', '0 0 16 16');
  setAttribute(svg, 'aria-hidden', 'true');
  setAttribute(svg, 'class', `racer-${index}`);
  const path = document.createElementNS(SVG, 'path');
  setAttribute(path, 'd', SHAPES[index]);
  svg.append(path);
  return svg;
}

/** @param {Element} row @param {Racer} racer @param {boolean} chosen */
function fill(row, racer, chosen) {
  const [name] = row.getElementsByTagName('span');
  setText(name, racer.name);
  const [radio] = row.getElementsByTagName('input');
  if (radio.checked !== chosen) radio.checked = chosen;
  const epoch = racer.ended ? texts.endedAt(racer.epoch, racer.ended) : racer.epoch;
  const values = [epoch, racer.slope, racer.intercept, racer.cost, racer.distance, racer.arrived];
  const cells = row.getElementsByTagName('td');
  for (const [index, text] of values.entries()) setText(cells[index], text);
}
