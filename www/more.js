/**
 * The panel `More`: other costs, rules, batches, schedules and scalings, the race, the doctor. With it
 * comes the package that has everything in it, which goes on where the small one stands.
 *
 * @import { More, RuleParameter, Session, Suitability } from './pkg/more.js'
 * @import { Page } from './page.js'
 */
import init, * as whole from './pkg/more.js';
import { find, hold, mark, sentenceOf, write } from './dom.js';
import { connectField } from './field.js';
import { messages } from './messages.js';
import { connectRace } from './race.js';
import { canvases } from './stage.js';
import { connectSweep } from './sweep.js';

/** Fields and selects by their ids, with what the session calls them. */
const SELECTS = {
  rule: 'rule',
  batch: 'batch',
  schedule: 'schedule',
  'cost-function': 'cost',
  'scale-x': 'scale-x',
  'scale-y': 'scale-y',
};
const FIELDS = ['threshold', 'batch-size', 'seed'];

/** The session as the whole package knows it. @param {Page} page @returns {Session} */
export function sessionOf(page) {
  if (page.session instanceof whole.Session) return page.session;
  throw new Error('the whole package is not there yet');
}

/**
 * Goes on with the whole package.
 * @param {Page} page
 */
export async function upgrade(page) {
  await init();
  if (page.session instanceof whole.Session) return;
  const session = whole.Session.unpack(page.session.pack());
  if (!session) throw new Error('the session could not be handed over');
  page.goOn(session, new whole.Figures(...canvases()), whole.Session);
}

/**
 * Shows the panel.
 * @param {Page} page
 */
export async function openPanel(page) {
  await upgrade(page);
  const panel = find('more-panel', HTMLElement);
  if (!panel.firstElementChild) {
    const [text] = await Promise.all([readText('more.html'), readStyle('more.css')]);
    if (!panel.firstElementChild) {
      panel.append(...new DOMParser().parseFromString(text, 'text/html').body.children);
      connect(page, panel);
    }
  }
  panel.hidden = false;
  mark(find('more', HTMLButtonElement), 'aria-expanded', 'true');
  page.refresh('setup');
}

/**
 * Says why the run blew up, in the panel.
 * @param {Page} page
 */
export async function explain(page) {
  await openPanel(page);
  page.commit();
  const explosion = find('explosion', HTMLElement);
  explosion.focus();
  explosion.scrollIntoView({ block: 'center' });
}

/** @param {string} address */
async function readText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** @param {string} address */
function readStyle(address) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  return new Promise((loaded, failed) => {
    link.addEventListener('load', loaded, { once: true });
    link.addEventListener('error', failed, { once: true });
    document.head.append(link);
  });
}

/** @param {Page} page @param {HTMLElement} panel */
function connect(page, panel) {
  connectSelects(page);
  connectFields(page);
  connectExplosion(page);
  connectSuitability(page, panel);
  connectRace(page, sessionOf);
  connectSweep(page, sessionOf, whole.SweepFigure);
  const texts = { condition: 'condition', 'best-rates': 'bestRates', 'rule-explains': 'explains' };
  const conditional = panel.querySelectorAll('[data-when]');
  page.onSetup(() => {
    if (panel.hidden) return;
    const more = sessionOf(page).more();
    for (const [id, key] of Object.entries(texts)) {
      write(find(id, HTMLElement), String(more[/** @type {keyof More} */ (key)]));
    }
    for (const element of conditional) {
      const [control, ...values] = element.getAttribute('data-when')?.split(' ') ?? [];
      element.toggleAttribute('hidden', !values.includes(String(more[/** @type {keyof More} */ (control)])));
    }
  });
}

/** @param {Page} page */
function connectSelects(page) {
  const rule = find('rule', HTMLSelectElement);
  rule.replaceChildren(...sessionOf(page).rules().map(({ id, name }) => new Option(name, id)));
  for (const [id, control] of Object.entries(SELECTS)) {
    const select = find(id, HTMLSelectElement);
    select.addEventListener('change', () => page.halt(() => sessionOf(page).choose(control, select.value)));
  }
  page.onSetup(() => {
    const more = sessionOf(page).more();
    const shown = [more.rule, more.batch, more.schedule, more.cost, more.scaleX, more.scaleY];
    for (const [index, id] of Object.keys(SELECTS).entries()) hold(find(id, HTMLSelectElement), shown[index]);
  });
}

/** @param {Page} page */
function connectFields(page) {
  const shows = FIELDS.map((id) => connectField(id, (text) => page.halt(() => sessionOf(page).choose(id, text))));
  const parameters = connectParameters('parameter', 4, (index, text) =>
    page.halt(() => sessionOf(page).setRuleParameter(index, text)),
  );
  const schedule = connectParameters('schedule', 2, (index, text) =>
    page.halt(() => sessionOf(page).setScheduleParameter(index, text)),
  );
  page.onSetup(() => {
    const more = sessionOf(page).more();
    const values = [more.threshold, more.batchSize, more.seed];
    for (const [index, show] of shows.entries()) show(values[index]);
    parameters(more.parameters);
    schedule(more.scheduleParameters);
  });
}

/**
 * Fields for parameters that change with the rule: names, values and what they do.
 * @param {string} name
 * @param {number} count
 * @param {(index: number, text: string) => void} take
 * @returns {(parameters: RuleParameter[]) => void}
 */
function connectParameters(name, count, take) {
  const indices = Array.from({ length: count }, (_, index) => index);
  const shows = indices.map((index) => connectField(`${name}-${index}`, (text) => take(index, text)));
  return (parameters) => {
    for (const index of indices) {
      const field = find(`${name}-${index}-field`, HTMLElement);
      const parameter = parameters[index];
      field.hidden = !parameter;
      if (!parameter) continue;
      const label = field.querySelector('label');
      if (label) write(label, parameter.name);
      const explains = field.querySelector('.note');
      if (explains) write(explains, parameter.explains);
      shows[index](parameter.value);
    }
  };
}

/** @param {Page} page */
function connectExplosion(page) {
  const box = find('explosion', HTMLElement);
  const sentences = find('explosion-sentences', HTMLElement);
  const mends = find('mends', HTMLElement);
  page.onNow((now) => {
    const explosion = now.status === 'diverged' ? sessionOf(page).explosion() : null;
    box.hidden = !explosion;
    if (!explosion) return;
    list(sentences, explosion.sentences.map((text) => ({ text })));
    if (mends.textContent === explosion.mends.join('')) return;
    mends.replaceChildren(
      ...explosion.mends.map((name, index) =>
        button(name, () => {
          page.halt(() => sessionOf(page).mend(index));
          find('run', HTMLButtonElement).focus();
        }),
      ),
    );
  });
}

/** @param {Page} page @param {HTMLElement} panel */
function connectSuitability(page, panel) {
  let known = -1;
  page.onSetup(() => {
    const session = sessionOf(page);
    if (panel.hidden || session.dataVersion === known) return;
    known = session.dataVersion;
    const { headline, notes } = session.suitability();
    write(find('suitable-headline', HTMLElement), headline);
    list(
      find('suitable-notes', HTMLElement),
      notes.map(({ text, picture, point }) => ({
        text,
        action: picture ? button(messages.showMe, () => showPicture(page, picture, point)) : undefined,
      })),
    );
  });
}

/**
 * Shows in the figure of the data what speaks against a line.
 * @param {Page} page
 * @param {'points' | 'residuals'} picture
 * @param {number | null} point
 */
function showPicture(page, picture, point) {
  page.act((session) => session.setResiduals(picture === 'residuals'));
  if (point !== null && page.figures instanceof whole.Figures) page.figures.selectPoint(point);
  page.commit();
  find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
}

/** @param {string} name @param {() => void} action */
export function button(name, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  made.addEventListener('click', action);
  return made;
}

/**
 * @param {HTMLElement} element
 * @param {{ text: string, action?: HTMLElement }[]} items
 */
function list(element, items) {
  element.replaceChildren(
    ...items.map(({ text, action }) => {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('span'), { textContent: text }));
      if (action) item.append(action);
      return item;
    }),
  );
}
