/**
 * What a person types or slides: the learning rate, when to stop, where to start, what to predict.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, hold, mark, write } from '../core/dom.js';
import { connectField } from '../core/field.js';
import { connectStableMark } from './rate-scale.js';

/** @param {Page} page */
export function connectSettings(page) {
  connectRate(page);
  connectStableMark(page);
  const showEpochs = connectField('epochs', (text) => page.act((session) => session.setEpochs(text)));
  const showTolerance = connectField('tolerance', (text) => page.act((session) => session.setTolerance(text)));
  page.onSetup((setup) => {
    showEpochs(String(setup.epochs));
    showTolerance(String(setup.tolerance));
  });
  connectStart(page);
  connectPrediction(page);
}

/** @param {Page} page */
function connectRate(page) {
  const show = connectField('learning-rate', (text) => page.act((session) => session.setLearningRate(text)));
  const slider = find('rate-slider', HTMLInputElement);
  const slide = () => page.act((session) => session.slideLearningRate(Number(slider.value)));
  slider.addEventListener('input', () => page.quietly(slide));
  slider.addEventListener('change', () => page.settle());
  page.onSetup(({ learningRate }) => {
    show(learningRate.text);
    hold(slider, String(Math.round(learningRate.slider)));
    mark(slider, 'aria-valuetext', learningRate.text);
  });
}

/** @param {Page} page */
function connectStart(page) {
  const slope = find('start-slope', HTMLInputElement);
  const intercept = find('start-intercept', HTMLInputElement);
  const take = () => page.halt((session) => session.startAt(slope.value, intercept.value));
  const showSlope = connectField('start-slope', take);
  const showIntercept = connectField('start-intercept', take);
  page.onSetup(({ start }) => {
    showSlope(String(start.slope));
    showIntercept(String(start.intercept));
  });
  find('start-zero', HTMLButtonElement).addEventListener('click', () => page.halt((session) => session.startAtZero()));
  find('start-random', HTMLButtonElement).addEventListener('click', () =>
    page.halt((session) => session.startAtRandom()),
  );
}

/**
 * ŷ at an x of the reader's, kept true while the line moves.
 * @param {Page} page
 */
function connectPrediction(page) {
  const prediction = find('prediction', HTMLElement);
  let asked = '';
  const show = () => write(prediction, asked && page.session.predict(asked));
  connectField('predict', (text) => {
    asked = text.trim() && page.session.predict(text) && text;
    show();
  });
  page.onNow(show);
}
