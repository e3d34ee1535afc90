/** What the lesson's scripts say to people. The rest is in the chapters. */
export const texts = {
  chapter: 'Chapter',
  contents: 'Chapters',
  /** @param {string} chapter its number */
  showChapter: (chapter) => `Show the figures of chapter ${chapter}`,
  /** @param {string} shown the chapter that the figures belong to @param {string} read the one in the text */
  figuresOf: (shown, read) => `These figures belong to chapter ${shown}. You are reading chapter ${read}.`,
  /** @param {string} data @param {string} chapter */
  figuresElsewhere: (data, chapter) => `The figures show ${data}, as you left it. Chapter ${chapter} is about something else.`,
  finished: '✓ finished',
  /** @param {number} done @param {number} all */
  begun: (done, all) => `${done} of ${all}`,
  current: 'here',
  /** Notes in place of parts that are kept back, by their names. @type {Record<string, string>} */
  kept: {
    limit: 'The largest stable rate is kept back until you have found it.',
    'r-squared': 'Kept back until you have answered chapter 2’s question.',
  },
  keptRest: 'What comes next is kept back until you have answered the question.',
  showKept: 'Show it now',
  /** @type {Record<string, string>} */
  enlargeFigure: { data: 'Enlarge the data', cost: 'Enlarge the cost' },
  previousChapter: 'Previous chapter',
  nextChapter: 'Next chapter',
  readOn: 'Read on',
  forgetAnswers: 'Forget my answers',
  /** @param {string} code @param {string} value */
  lineWithValue: (code, value) => `${code}: ${value}`,
  toControls: 'To the controls',
  backToText: 'Back to the text',
  symbols: 'Symbols of this chapter',
  symbolsHint: '← and → light a symbol in the figures:',
  /** Meanings of symbols, by the figures’ names. @type {Record<string, string>} */
  symbolNames: {
    slope: 'a, the slope',
    intercept: 'b, the intercept',
    line: 'ŷ, the prediction',
    errors: 'e, the errors',
    x: 'x, the explanatory variable',
    y: 'y, the dependent variable',
    cost: 'J, the cost',
    step: 'L, the learning rate',
    'slope-gradient': '∂J/∂a, the gradient along the slope',
    'intercept-gradient': '∂J/∂b, the gradient along the intercept',
  },
  programCopied: 'The program is on the clipboard.',
  programNotCopied: 'The browser did not let the page use the clipboard: select the program and copy it.',
};
