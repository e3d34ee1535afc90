/** What the section Code and numbers says. */
export const texts = {
  /** @param {string} name */
  saved: (name) => `${name} is in your downloads.`,
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Download the file instead.',
};
