/** What is said of links. */
export const texts = {
  copied: 'The link is on the clipboard.',
  toCopy: 'The browser did not let the page use the clipboard: copy the link from the field Link.',
  settingsOnly: 'A link carries the settings and the view, but none of your data.',
  edited: 'A link carries the points as you changed them, the settings and the view.',
};
