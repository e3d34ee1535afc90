/** What the lesson's JavaScript says to a person; the rest stands in its chapters. */
export const texts = {
  lesson: 'Chapter',
  contents: 'Chapters',
  showThis: 'Show this',
  previousChapter: 'Previous chapter',
  nextChapter: 'Next chapter',
  readOn: 'Read on',
  backToMine: 'Back to mine',
  forget: 'Forget my answers',
  codeCopied: 'The program is on the clipboard.',
  codeToCopy: 'The browser did not let the page use the clipboard: select the program and copy it.',
};
