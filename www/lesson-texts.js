/** What the lesson's JavaScript says to a person; the rest stands in its chapters. */
export const texts = {
  lesson: 'Chapter',
  showThis: 'Show this',
  previousChapter: 'Previous chapter',
  nextChapter: 'Next chapter',
  readOn: 'Read on',
  backToMine: 'Back to mine',
  forget: 'Forget my answers',
};
