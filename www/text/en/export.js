/**
 * What the dialog `Export` says to people, besides what its HTML and the session say.
 *
 * @import { CostView } from '../../pkg/core.js'
 */

/** The section `Pictures`. */
export const pictureTexts = {
  /**
   * What ends the name of a figure's file.
   * @param {'data' | 'cost' | 'history'} figure
   * @param {CostView} view
   */
  fileName: (figure, view) => ({ data: 'data', cost: `cost-${view}`, history: 'cost-by-epoch' })[figure],
  /** @param {number} width @param {number} height */
  size: (width, height) => `${width} × ${height} pixels`,
  /** @param {string} name */
  saved: (name) => `The browser is saving ${name}.`,
  /** @param {string} name @param {string} address */
  savedInFrame: (name, address) =>
    `If ${name} does not appear among your downloads, the site that shows this page does not allow them. Open the page in a window of its own: ${address}`,
  refused: 'The browser could not make this picture. Try a smaller one, or take the SVG.',
  notLoaded: 'The part that draws pictures could not be loaded. Check the connection, close this dialog and open it again.',
};

/** The section `Code and numbers`. */
export const codeTexts = {
  /** @param {string} name */
  saved: (name) => `${name} is in your downloads.`,
  /** @param {string} name */
  savedInFrame: (name) =>
    `If ${name} does not appear among your downloads, the site that shows this page does not allow them: copy its text from the field above.`,
  /** @param {string} name */
  textOf: (name) => `Text of ${name}`,
  copied: 'Copied.',
  notCopied: 'The browser did not let the page use the clipboard. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
};

/** The section `Embed`. */
export const frameTexts = {
  /** The parts of a frame, but for the views of the cost. */
  parts: {
    data: 'Data figure',
    history: 'Cost-by-epoch figure',
    run: 'Run button',
    step: 'Step button',
    'step-back': 'Step back button',
    reset: 'Reset button',
    epoch: 'Epoch slider',
    speed: 'Speed slider',
    rate: 'Learning rate control',
    numbers: 'Numbers',
    status: 'What just happened',
    tools: 'Buttons of the figures',
    dataset: 'Choice of data',
  },
  /** @param {string} name the name of the view's tab */
  view: (name) => `${name} view`,
  /** @param {string} data */
  title: (data) => `Downhill: ${data}`,
  noFigure: 'A frame without figures shows the data and the cost.',
  preview: 'Preview of the frame',
  /** @param {number} least @param {number} most */
  sizeRefused: (least, most) => `Type a whole number of pixels from ${least} to ${most}.`,
  copied: 'The code is on the clipboard.',
  notCopied: 'The browser did not let the page use the clipboard. The code is selected: press Ctrl+C, or ⌘C on a Mac.',
  fromDisk: 'This page is a file on your disk: put it on a site first, and copy the code there.',
};
