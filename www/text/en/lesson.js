/** What the lesson's scripts say to people. The rest is in the chapters. */
export const texts = {
  chapter: 'Chapter',
  contents: 'Chapters',
  showThis: 'Show this',
  /** @param {string} title */
  showChapter: (title) => `Show this: ${title}`,
  previousChapter: 'Previous chapter',
  nextChapter: 'Next chapter',
  readOn: 'Read on',
  forgetAnswers: 'Forget my answers',
  programCopied: 'The program is on the clipboard.',
  programNotCopied: 'The browser did not let the page use the clipboard: select the program and copy it.',
};
