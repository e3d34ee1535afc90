/** What is said of frames. */
export const texts = {
  /** @param {string} data */
  title: (data) => `Downhill: ${data}`,
  noFigure: 'Without a figure of its own a frame shows the data and the cost.',
  preview: 'Preview of the frame',
  /** @param {number} least @param {number} most */
  size: (least, most) => `Give a whole number of pixels from ${least} to ${most}.`,
  copied: 'The code is on the clipboard.',
  toCopy: 'The browser did not let the page use the clipboard: copy the code from the field.',
  fromDisk: 'This page is a file on your disk: put it on a site first, and take the code there.',
};
