/**
 * Everything that answers to a hand in the figures.
 *
 * @import { Figures } from './pkg/downhill.js'
 * @import { Page } from './page.js'
 */
import { connectEditing } from './editing.js';
import { connectHands } from './hands.js';
import { connectTips } from './tip.js';

/**
 * @param {Page} page
 * @param {Figures} figures
 */
export function connectTouch(page, figures) {
  const editing = connectEditing(page, figures);
  connectHands(page, figures, editing);
  connectTips(page, figures);
  page.refresh('setup');
}
