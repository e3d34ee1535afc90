/** Texts of the announcer. The rest are sentences of the session and of the chapters. */
export const texts = {
  /** The point that is selected. @param {[number, number]} point its number, of how many @param {string[]} lines */
  point: ([number, count], lines) => `Point ${number} of ${count}: ${lines.join('; ')}.`,
  added: 'Added.',
  moved: 'Moved.',
  /** @param {number} left how many points */
  deleted: (left) => `Point deleted; ${left} are left.`,
  /** @param {number} count of points now */
  undone: (count) => `Undone. There are ${count} points.`,
  /** @param {number} count of points now */
  redone: (count) => `Done again. There are ${count} points.`,
  goalReached: 'Goal reached.',
};
