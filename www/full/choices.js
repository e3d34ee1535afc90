/**
 * What is chosen in the panel `More`: cost, scaling, rule, batch and schedule, with their parameters.
 *
 * @import { More, RuleParameter, Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { alarm, calm } from '../core/alert.js';
import { find, hold, sentenceOf, write } from '../core/dom.js';
import { connectField } from '../core/field.js';

/** Fields and selects by their ids, with what the session calls them. */
const SELECTS = {
  rule: 'rule',
  batch: 'batch',
  schedule: 'schedule',
  'cost-function': 'cost',
  'scale-x': 'scale-x',
  'scale-y': 'scale-y',
};
const FIELDS = ['threshold', 'batch-size', 'seed', 'sweep-epochs'];

/** Texts by the ids of their elements. @type {Record<string, 'condition' | 'bestRates' | 'explains'>} */
const TEXTS = { condition: 'condition', 'best-rates': 'bestRates', 'rule-explains': 'explains' };

/**
 * @param {Page} page
 * @param {() => Session} session
 * @param {HTMLElement} panel
 * @returns {(more: More) => void} shows what is chosen
 */
export function connectChoices(page, session, panel) {
  const showSelects = connectSelects(page, session);
  const showFields = connectFields(page, session);
  const conditional = panel.querySelectorAll('[data-when]');
  return (more) => {
    showSelects(more);
    showFields(more);
    for (const [id, key] of Object.entries(TEXTS)) write(find(id, HTMLElement), more[key]);
    /** @type {Record<string, string>} */
    const chosen = { cost: more.cost, batch: more.batch, schedule: more.schedule };
    for (const element of conditional) {
      const [control, ...values] = element.getAttribute('data-when')?.split(' ') ?? [];
      element.toggleAttribute('hidden', !values.includes(chosen[control]));
    }
  };
}

/**
 * @param {Page} page
 * @param {() => Session} session
 * @returns {(more: More) => void}
 */
function connectSelects(page, session) {
  const rule = find('rule', HTMLSelectElement);
  rule.replaceChildren(...session().rules().map(({ id, name }) => new Option(name, id)));
  for (const [id, control] of Object.entries(SELECTS)) {
    const select = find(id, HTMLSelectElement);
    select.addEventListener('change', () => {
      try {
        page.halt(() => session().choose(control, select.value));
        calm();
      } catch (error) {
        // Where only sums are at hand, what needs points is refused.
        alarm(sentenceOf(error));
        page.refresh('setup');
      }
    });
  }
  const check = find('check', HTMLInputElement);
  check.addEventListener('change', () =>
    page.halt(() => session().choose('check', check.checked ? 'on' : 'off')),
  );
  return (more) => {
    check.checked = more.check;
    const shown = [more.rule, more.batch, more.schedule, more.cost, more.scaleX, more.scaleY];
    for (const [index, id] of Object.keys(SELECTS).entries()) hold(find(id, HTMLSelectElement), shown[index]);
  };
}

/**
 * @param {Page} page
 * @param {() => Session} session
 * @returns {(more: More) => void}
 */
function connectFields(page, session) {
  /** @param {string} id @param {string} text */
  const take = (id, text) => {
    const choose = () => session().choose(id, text);
    // The sweep only looks: the descent goes on.
    if (id === 'sweep-epochs') page.act(choose);
    else page.halt(choose);
  };
  const shows = FIELDS.map((id) => connectField(id, (text) => take(id, text)));
  const parameters = connectParameters('parameter', 4, (index, text) =>
    page.halt(() => session().setRuleParameter(index, text)),
  );
  const schedule = connectParameters('schedule', 2, (index, text) =>
    page.halt(() => session().setScheduleParameter(index, text)),
  );
  return (more) => {
    const values = [more.threshold, more.batchSize, more.seed, more.sweepEpochs];
    for (const [index, show] of shows.entries()) show(values[index]);
    parameters(more.parameters);
    schedule(more.scheduleParameters);
  };
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
      // What was refused for one parameter says nothing of another.
      if (label && label.textContent !== parameter.name) {
        write(label, parameter.name);
        const input = find(`${name}-${index}`, HTMLInputElement);
        input.value = parameter.value;
        input.removeAttribute('aria-invalid');
        write(find(`${name}-${index}-error`, HTMLElement), '');
      }
      const explains = field.querySelector('.note');
      if (explains) write(explains, parameter.explains);
      shows[index](parameter.value);
    }
  };
}
