/**
 * Keeps the page in the browser, so that it works without a network, and offers it as one file. The service worker does
 * the keeping; a page that is worked on is not kept.
 *
 * @import { Page } from '../core/page.js'
 */
import { showAlert } from '../core/alert.js';
import { find, setAttribute } from '../core/dom.js';
import { loadElements } from '../core/markup.js';
import { loadStyleSheet } from '../platform/assets.js';
import { fetchSameOrigin } from '../platform/same-origin.js';
import { saveFile } from '../platform/save-file.js';
import { texts } from '../text/en/page.js';
import { offerUpdates } from './update.js';

/** The folder that the page's files are in. A page that is worked on has none of its own. */
const FOLDER = new URL('..', import.meta.url).pathname.split('/').at(-2) ?? '';

/** @param {Page} page */
export async function connectOffline(page) {
  // Who reads a frame has not come for the whole page.
  if (!FOLDER.startsWith('version-') || window.top !== window) return;
  linkManifest();
  const [elements] = await Promise.all([loadElements('offline/footer.html'), loadStyleSheet('offline/offline.css')]);
  document.querySelector('footer')?.append(...elements);
  connectDownload();
  try {
    await keep(page);
  } catch (error) {
    // The browser keeps nothing, or the network is gone: then the page is as it would be anyway.
    console.info(error);
  }
}

/** Has the page in one file saved. A plain download would not ask the service worker, and find nothing without a network. */
function connectDownload() {
  const link = find('download-page', HTMLAnchorElement);
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const file = await fetchSameOrigin(link.href);
    if (file instanceof Blob) saveFile(link.pathname.split('/').at(-1) ?? '', file);
    else showAlert(texts.partNotLoaded);
  });
}

/** Says what the page is called, and looks like, where it is installed. */
function linkManifest() {
  const href = new URL('../manifest.webmanifest', import.meta.url).href;
  document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href }));
}

/**
 * Has the page kept, and says so when it is.
 * @param {Page} page
 */
async function keep(page) {
  // Browsers without it, and windows that may keep nothing, have no such property, or refuse it.
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const registration = await serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  await offerUpdates(page, registration);
  const { active } = await serviceWorker.ready;
  if (!active || (await takeCharge(active)) !== FOLDER) return;
  setAttribute(document.documentElement, 'data-offline', 'ready');
  find('offline-kept', HTMLElement).hidden = false;
}

/**
 * Puts the worker in charge of this page, which may have been opened before it was there.
 * @param {ServiceWorker} worker
 * @returns {Promise<string>} the version that it keeps
 */
async function takeCharge(worker) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => port1.addEventListener('message', ({ data }) => resolve(data), { once: true }));
  port1.start();
  const inCharge = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  worker.postMessage('take-charge', [port2]);
  const version = await answer;
  if (!navigator.serviceWorker.controller) await inCharge;
  return version;
}
