/** What the first view's scripts say to people. The rest of its text is in index.html, or comes from the session. */
export const texts = {
  run: 'Run',
  pause: 'Pause',

  broken: 'Something on the page broke, and the descent has stopped. Reload the page to go on.',
  importNotLoaded:
    'The part of the page that reads files could not be loaded. Check the connection and try again.',
  partNotLoaded: 'This part of the page could not be loaded. Check the connection and try again.',

  noFile: 'What you dropped has no file in it. Drop a CSV file, or use Upload CSV.',
  editing: 'Click an empty place to add a point, or drag a point to move it.',
  holdSlope: 'Hold the slope',
  holdIntercept: 'Hold the intercept',

  /** @param {string} rate */
  largestStableRate: (rate) => `stable up to ${rate}`,
  /** @param {string} rate */
  largestStableRateNote: (rate) => `The largest stable rate is ${rate}; beyond it the descent diverges.`,
};
