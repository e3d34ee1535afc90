/**
 * The choices in the panel `More`: cost, scaling, rule, batch and schedule, with their parameters.
 *
 * @import { Method, RuleParameter } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { hideAlert, showAlert } from '../core/alert.js';
import { find, messageOf, setText, setValue } from '../core/dom.js';
import { connectField } from '../core/field.js';
import { requireSession } from './package.js';

/**
 * The selects: their ids, the session's names for them, and what is chosen.
 * @type {{ id: string, name: string, value: (method: Method) => string }[]}
 */
const SELECTS = [
  { id: 'rule', name: 'rule', value: (method) => method.rule },
  { id: 'batch', name: 'batch', value: (method) => method.batch },
  { id: 'schedule', name: 'schedule', value: (method) => method.schedule },
  { id: 'cost-function', name: 'cost', value: (method) => method.cost },
  { id: 'scale-x', name: 'scale-x', value: (method) => method.scaleX },
  { id: 'scale-y', name: 'scale-y', value: (method) => method.scaleY },
];

/**
 * The fields: their ids, which the session has too, and what is in them.
 * @type {{ id: string, value: (method: Method) => string }[]}
 */
const FIELDS = [
  { id: 'threshold', value: (method) => method.threshold },
  { id: 'batch-size', value: (method) => method.batchSize },
  { id: 'seed', value: (method) => method.seed },
  { id: 'sweep-epochs', value: (method) => method.sweepEpochs },
];

/** Texts by the ids of their elements. @type {Record<string, 'condition' | 'bestRates' | 'explains'>} */
const TEXTS = { condition: 'condition', 'best-rates': 'bestRates', 'rule-explains': 'explains' };

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 * @returns {(method: Method) => void} shows what is chosen
 */
export function connectChoices(page, panel) {
  const showSelects = connectSelects(page);
  const showFields = connectFields(page);
  const conditional = panel.querySelectorAll('[data-when]');
  return (method) => {
    showSelects(method);
    showFields(method);
    for (const [id, key] of Object.entries(TEXTS)) setText(find(id, HTMLElement), method[key]);
    /** @type {Record<string, string>} */
    const chosen = { cost: method.cost, batch: method.batch, schedule: method.schedule };
    for (const element of conditional) {
      const [name, ...values] = element.getAttribute('data-when')?.split(' ') ?? [];
      element.toggleAttribute('hidden', !values.includes(chosen[name]));
    }
  };
}

/**
 * @param {Page} page
 * @returns {(method: Method) => void}
 */
function connectSelects(page) {
  const rule = find('rule', HTMLSelectElement);
  rule.replaceChildren(...requireSession(page).rules().map(({ id, name }) => new Option(name, id)));
  const selects = SELECTS.map((choice) => ({ ...choice, select: find(choice.id, HTMLSelectElement) }));
  for (const { name, select } of selects) {
    select.addEventListener('change', () => {
      try {
        page.pauseAndChange(() => requireSession(page).choose(name, select.value));
        hideAlert();
      } catch (error) {
        // Where there are only sums, what needs points is refused.
        showAlert(messageOf(error));
        page.refresh('setup');
      }
    });
  }
  const stopOnDivergence = find('stop-on-divergence', HTMLInputElement);
  stopOnDivergence.addEventListener('change', () =>
    page.pauseAndChange(() => requireSession(page).choose('stop-on-divergence', stopOnDivergence.checked ? 'on' : 'off')),
  );
  return (method) => {
    stopOnDivergence.checked = method.stopsOnDivergence;
    for (const { select, value } of selects) setValue(select, value(method));
  };
}

/**
 * @param {Page} page
 * @returns {(method: Method) => void}
 */
function connectFields(page) {
  const fields = FIELDS.map(({ id, value }) => {
    const show = connectField(id, (text) => {
      const choose = () => requireSession(page).choose(id, text);
      // The sweep changes nothing of the descent, which goes on.
      if (id === 'sweep-epochs') page.change(choose);
      else page.pauseAndChange(choose);
    });
    return { show, value };
  });
  const showRuleParameters = connectParameters('parameter', 4, (index, text) =>
    page.pauseAndChange(() => requireSession(page).setRuleParameter(index, text)),
  );
  const showScheduleParameters = connectParameters('schedule', 2, (index, text) =>
    page.pauseAndChange(() => requireSession(page).setScheduleParameter(index, text)),
  );
  return (method) => {
    for (const { show, value } of fields) show(value(method));
    showRuleParameters(method.parameters);
    showScheduleParameters(method.scheduleParameters);
  };
}

/**
 * Connects fields whose parameters change with what is chosen: their names, values and explanations.
 * @param {string} name the fields' ids without their index
 * @param {number} count
 * @param {(index: number, text: string) => void} submit
 * @returns {(parameters: RuleParameter[]) => void}
 */
function connectParameters(name, count, submit) {
  const indices = Array.from({ length: count }, (_, index) => index);
  const shows = indices.map((index) => connectField(`${name}-${index}`, (text) => submit(index, text)));
  return (parameters) => {
    for (const index of indices) {
      const field = find(`${name}-${index}-field`, HTMLElement);
      const parameter = parameters[index];
      field.hidden = !parameter;
      if (!parameter) continue;
      const label = field.querySelector('label');
      // What was refused for one parameter says nothing of another.
      if (label && label.textContent !== parameter.name) {
        setText(label, parameter.name);
        const input = find(`${name}-${index}`, HTMLInputElement);
        input.value = parameter.value;
        input.removeAttribute('aria-invalid');
        setText(find(`${name}-${index}-error`, HTMLElement), '');
      }
      const note = field.querySelector('.note');
      if (note) setText(note, parameter.explains);
      shows[index](parameter.value);
    }
  };
}
