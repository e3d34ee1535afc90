/**
 * The offer of a new version, which has been fetched in the background. It is the reader's choice when to take it.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setText } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { texts } from '../text/en/offline.js';

/**
 * Offers a new version when it is kept.
 * @param {Page} page
 * @param {ServiceWorkerRegistration} registration
 */
export async function offerUpdates(page, registration) {
  // By the time of an offer, the site may be another one.
  const elements = await loadElements('offline/update.html');
  const offer = once(async () => showOffer(page, registration, elements));
  const { serviceWorker } = navigator;
  if (registration.waiting) offer();
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      // The first version of all takes over by itself.
      if (next.state === 'installed' && registration.active) offer();
    });
  });
  let isInCharge = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener('controllerchange', () => {
    // Another tab has taken the new version. This one goes on with what it has.
    if (isInCharge) offer();
    isInCharge = true;
  });
}

/**
 * @param {Page} page
 * @param {ServiceWorkerRegistration} registration
 * @param {Element[]} elements of the offer
 */
function showOffer(page, registration, elements) {
  document.body.append(...elements);
  const box = find('update-offer', HTMLElement);
  find('take-update', HTMLButtonElement).addEventListener('click', () => update(page, registration));
  find('leave-update', HTMLButtonElement).addEventListener('click', () => box.remove());
  // A live region announces what changes in it, not what it comes with.
  requestAnimationFrame(() => setText(find('update-text', HTMLElement), texts.newVersion));
}

/**
 * Opens the new version where this one stands.
 * @param {Page} page
 * @param {ServiceWorkerRegistration} registration
 */
async function update(page, { waiting }) {
  try {
    const { linkToMoment } = await import('../share/link.js');
    history.replaceState(null, '', `#${await linkToMoment(page)}`);
  } catch (error) {
    console.info(error);
  }
  if (waiting) {
    const inCharge = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    waiting.postMessage('take-over');
    await inCharge;
  }
  location.reload();
}
