/**
 * Parts of the page that come once it can be used: tooltips, speech and what keeps the focus at once, the rest when nothing
 * else is to be done.
 *
 * @import { Page } from '../core/page.js'
 */
import { keepFocus } from '../core/focus.js';
import { followTextSize } from '../core/text-size.js';
import { connectCamera } from '../figures/camera.js';
import { connectTooltips } from '../figures/tooltip.js';
import { connectOffline } from '../offline/offline.js';
import { connectPaper } from '../print/paper.js';
import { loadStyleSheet } from '../platform/assets.js';
import { connectSound } from '../sound/load.js';
import { connectAnnouncer } from '../speech/announcer.js';
import { connectWalks } from '../tables/walks.js';
import { showAccessibilityStatement } from './accessibility.js';

/** @param {Page} page */
export async function connectLater(page) {
  connectTooltips(page);
  connectSound(page);
  connectAnnouncer(page);
  connectWalks(page);
  // Something may be pointed at already.
  page.refresh('now');
  keepFocus();
  await Promise.all([connectCamera(page), loadStyleSheet('app/preferences.css')]);
  followTextSize();
  await idle();
  // Nobody waits for a style sheet once printing has begun.
  await loadStyleSheet('print/print.css');
  connectPaper(page);
  const { connectDescriptions } = await import('../full/descriptions.js');
  connectDescriptions(page);
  await showAccessibilityStatement();
  await connectOffline(page);
}

/** Waits until the page has all that it opens with, and the browser has nothing to do. */
async function idle() {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in window) await new Promise((resolve) => requestIdleCallback(resolve));
}
