/** What the scripts of the panel `More`, and of all that needs the full package, say to people. The rest is in HTML, or comes from the session. */
export const texts = {
  showMe: 'Show me',
  backToMine: 'Back to mine',
  remove: 'Remove',
  /** @param {number} number */
  removeRun: (number) => `Remove run ${number}`,
  /** @param {string} epoch @param {string} reason */
  endedAt: (epoch, reason) => `${epoch}, ${reason}`,
};
