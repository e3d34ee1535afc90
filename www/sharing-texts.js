/** What is said of links. */
export const texts = {
  copied: 'The link is on the clipboard.',
  toCopy: 'The browser did not let the page use the clipboard: copy the link from the field Link.',
};
