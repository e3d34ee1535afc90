/**
 * The race: its buttons and its table.
 *
 * @import { Racer, Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, mark, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';

/** The shapes of the balls, as the figures draw them. */
const SHAPES = [
  'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
  'M2.6 2.6h10.8v10.8H2.6z',
  'M8 1.5 15 14H1z',
  'M8 1 15 8 8 15 1 8z',
];
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {Page} page
 * @param {() => Session} session
 * @returns {() => void} shows where the runs stand
 */
export function connectRace(page, session) {
  const body = find('racers', HTMLElement);
  const add = find('add-run', HTMLButtonElement);
  const end = find('end-race', HTMLButtonElement);
  /** @param {string} id @param {(session: Session) => void} action */
  const connect = (id, action) => {
    const button = find(id, HTMLButtonElement);
    button.addEventListener('click', () => {
      page.halt(() => action(session()));
      page.commit();
      if (button.disabled) focusChosen();
    });
  };
  connect('race-rates', (session) => session.startPreset('rates'));
  connect('race-rules', (session) => session.startPreset('rules'));
  connect('add-run', (session) => session.addRun());
  connect('end-race', (session) => {
    while (session.racers().length > 1) session.removeRun(session.chosen === 0 ? 1 : 0);
  });

  return () => {
    const racers = session().racers();
    if (body.children.length !== racers.length) {
      body.replaceChildren(...racers.map((_, index) => row(page, session, index)));
    }
    const { chosen } = session();
    for (const [index, racer] of racers.entries()) fill(body.children[index], racer, index === chosen);
    add.disabled = racers.length >= SHAPES.length;
    end.disabled = racers.length < 2;
    const alone = racers.length < 2;
    for (const button of body.querySelectorAll('button')) button.hidden = alone;
  };
}

/**
 * @param {Page} page
 * @param {() => Session} session
 * @param {number} index
 */
function row(page, session, index) {
  const line = document.createElement('tr');
  const head = Object.assign(document.createElement('th'), { scope: 'row' });
  const label = document.createElement('label');
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'racer' });
  radio.addEventListener('change', () => page.act(() => session().chooseRun(index)));
  label.append(radio, mark16(index), document.createElement('span'));
  head.append(label);
  line.append(head, ...Array.from({ length: 6 }, () => document.createElement('td')));
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: messages.remove });
  mark(remove, 'aria-label', messages.removeRun(index + 1));
  remove.addEventListener('click', () => {
    page.act(() => session().removeRun(index));
    page.commit();
    focusChosen();
  });
  const last = document.createElement('td');
  last.append(remove);
  line.append(last);
  return line;
}

/** Takes the keyboard where a button that was pressed has gone. */
function focusChosen() {
  const radios = find('racers', HTMLElement).getElementsByTagName('input');
  [...radios].find(({ checked }) => checked)?.focus();
}

/** The marker of a run. @param {number} index */
function mark16(index) {
  const svg = document.createElementNS(SVG, 'svg');
  mark(svg, 'viewBox', '0 0 16 16');
  mark(svg, 'aria-hidden', 'true');
  mark(svg, 'class', `racer-${index}`);
  const path = document.createElementNS(SVG, 'path');
  mark(path, 'd', SHAPES[index]);
  svg.append(path);
  return svg;
}

/** @param {Element} line @param {Racer} racer @param {boolean} chosen */
function fill(line, racer, chosen) {
  const [name] = line.getElementsByTagName('span');
  write(name, racer.name);
  const [radio] = line.getElementsByTagName('input');
  if (radio.checked !== chosen) radio.checked = chosen;
  const epoch = racer.ended ? `${racer.epoch}, ${racer.ended}` : racer.epoch;
  const texts = [epoch, racer.slope, racer.intercept, racer.cost, racer.distance, racer.arrived];
  const cells = line.getElementsByTagName('td');
  for (const [index, text] of texts.entries()) write(cells[index], text);
}
