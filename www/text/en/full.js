/** What the scripts of the panel `More` say to people. The rest is in its HTML, or comes from the session. */
export const texts = {
  showMe: 'Show me',
  remove: 'Remove',
  /** @param {number} number */
  removeRun: (number) => `Remove run ${number}`,
  /** @param {string} epoch @param {string} reason */
  endedAt: (epoch, reason) => `${epoch}, ${reason}`,
};
