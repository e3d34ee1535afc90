/** What the page says of a program that is taken away, or came with a link. */

export const takeAwayTexts = {
  /** @param {string} name @param {string} about */
  saved: (name, about) => `${name} is in your downloads. ${about} It runs with Python and NumPy.`,
  /** @param {string} name @param {string} about */
  savedInFrame: (name, about) =>
    `If ${name} does not appear among your downloads, the site that shows this page does not allow them: copy its text from the field below. ${about} It runs with Python and NumPy.`,
  /** @param {string} name */
  textOf: (name) => `Text of ${name}`,

  cameWithLink: 'This program came with the link. Read it before you run it.',
  openOwn: 'Open my own program',
  broken: 'The program in this link is damaged and was left out. Ask for the link again.',
};
