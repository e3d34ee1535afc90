/**
 * The settings of the small package: the learning rate, when to stop, where to start, and what to predict.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute, setNumber, setValue } from '../core/dom.js';
import { connectField } from '../core/field.js';
import { connectRateScale } from './rate-scale.js';

/** @param {Page} page */
export function connectSettings(page) {
  connectRate(page);
  connectRateScale(page);
  const showEpochs = connectField('epochs', (text) => page.change((session) => session.setEpochs(text)));
  const showTolerance = connectField('tolerance', (text) => page.change((session) => session.setTolerance(text)));
  page.onSetup((setup) => {
    showEpochs(String(setup.epochs));
    showTolerance(String(setup.tolerance));
  });
  connectStart(page);
  connectPrediction(page);
}

/** @param {Page} page */
function connectRate(page) {
  const show = connectField('learning-rate', (text) => page.change((session) => session.setLearningRate(text)));
  const slider = find('rate-slider', HTMLInputElement);
  const slide = () => page.change((session) => session.slideLearningRate(Number(slider.value)));
  slider.addEventListener('input', () => page.silently(slide));
  slider.addEventListener('change', () => page.announceStatus());
  page.onSetup(({ learningRate }) => {
    show(learningRate.text);
    setValue(slider, String(Math.round(learningRate.slider)));
    setAttribute(slider, 'aria-valuetext', learningRate.text);
  });
}

/** @param {Page} page */
function connectStart(page) {
  const slope = find('start-slope', HTMLInputElement);
  const intercept = find('start-intercept', HTMLInputElement);
  const submit = () => page.pauseAndChange((session) => session.startAt(slope.value, intercept.value));
  const showSlope = connectField('start-slope', submit);
  const showIntercept = connectField('start-intercept', submit);
  page.onSetup(({ start }) => {
    showSlope(String(start.slope));
    showIntercept(String(start.intercept));
  });
  find('start-zero', HTMLButtonElement).addEventListener('click', () =>
    page.pauseAndChange((session) => session.startAtZero()),
  );
  find('start-random', HTMLButtonElement).addEventListener('click', () =>
    page.pauseAndChange((session) => session.startAtRandom()),
  );
}

/**
 * Shows ŷ at the x that was entered, also while the line moves.
 * @param {Page} page
 */
function connectPrediction(page) {
  const prediction = find('prediction', HTMLElement);
  let x = '';
  const show = () => {
    const { value, text } = x ? page.session.predict(x) : { value: null, text: '' };
    setNumber(prediction, value, text);
  };
  connectField('predict', (text) => {
    // What is refused leaves no prediction of another x behind.
    x = '';
    show();
    const typed = text.trim();
    if (typed) page.session.predict(typed);
    x = typed;
    show();
  });
  page.onNow(show);
}
