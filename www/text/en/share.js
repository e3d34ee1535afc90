/** What is said of links. */
export const texts = {
  copied: 'The link is on the clipboard.',
  notCopied: 'The browser did not let the page use the clipboard. The link is selected in the field Link: press Ctrl+C, or ⌘C on a Mac.',
  settingsOnly: 'A link carries the settings and the view, but none of your data.',
  program: 'A link carries your program, the settings, the epoch and the view.',
  programToo: 'It carries your program too.',
  copiedHasData: 'The link on the clipboard still has your data: copy it again.',
  fromDisk: 'This page is a file on your disk: the link works only where that same file is.',
  editedPoints: 'A link carries the points as you changed them, the settings, the epoch and the view.',
};
