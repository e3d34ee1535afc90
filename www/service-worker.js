/**
 * The service worker: it keeps the whole page, in one version, so that the page opens and works without a network.
 *
 * The build writes a line above this script with the version and its files. Any change of the page is a change of that
 * line, by which browsers notice a new version. It is fetched in the background and waits until the reader takes it.
 * In development there is no such line: then the worker removes itself, and whatever a built page has kept at this
 * address.
 */

/** @typedef {{ version: string, files: Record<string, string> }} Release the version, and for each file the hash of its content */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @type {Release} */
const { version, files } = Reflect.get(self, 'release') ?? { version: '', files: {} };

/** Several pages may share an origin, each below a path of its own. */
const PREFIX = `downhill ${worker.registration.scope} `;
const CACHE = PREFIX + version;
/** How the names of the folders begin that hold a version each. */
const FOLDER = 'version-';
/** The field of a kept response that has the hash of its content. */
const HASH = 'Downhill-Hash';
/** How many files are fetched at once: the reader's own requests go first. */
const FETCHES = 3;

/** The caches of all versions of this page, the oldest first. */
async function cacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** Keeps all files of this version, or fails. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const known = await keptContents();
  const waiting = Object.keys(files);
  const keepNext = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (await cache.match(path)) continue;
      const before = await known.get(files[path])?.();
      await cache.put(path, before ?? (await fetchFile(path)));
    }
  };
  await Promise.all(Array.from({ length: FETCHES }, keepNext));
}

/**
 * Files that are kept already, of this version or of others, by their hashes: those that have not changed are not fetched
 * again.
 * @returns {Promise<Map<string, () => Promise<Response | undefined>>>}
 */
async function keptContents() {
  const contents = new Map();
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) {
      contents.set(response.headers.get(HASH), async () => response.clone());
    }
  }
  return contents;
}

/**
 * Fetches a file, and refuses any other content than that of this version.
 * @param {string} path
 */
async function fetchFile(path) {
  // What lies in the folder of a version never changes, so the browser may have it already.
  const cache = path.startsWith(FOLDER) ? 'default' : 'no-cache';
  const response = await fetch(path, { integrity: files[path], cache, priority: 'low' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers = new Headers(response.headers);
  headers.set(HASH, files[path]);
  // The body is unpacked, and a new response forgets the address that it came from.
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
  return new Response(await response.blob(), { headers });
}

/** Forgets all versions but this one and the one before it, which other tabs may still show. */
async function forgetOld() {
  const others = (await cacheNames()).filter((name) => name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** The path of a file of the page below the scope, which the worker may keep; undefined for anything else. @param {Request} request */
function keptPath({ method, url }) {
  const { origin, pathname } = new URL(url);
  const scope = new URL(worker.registration.scope);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = pathname.slice(scope.pathname.length) || 'index.html';
  return Object.hasOwn(files, path) || path.startsWith(FOLDER) ? path : undefined;
}

/** The file as it is kept, be it of a version before; else what the site has. @param {string} path @param {Request} request */
async function answer(path, request) {
  const kept = Object.hasOwn(files, path) ? (await caches.open(CACHE)).match(path) : caches.match(path);
  return (await kept) ?? fetch(request);
}

/**
 * Does what a page asks for: `take-charge` of all open pages, those that were opened before the worker among them, and
 * say which version is kept; or `take-over` from the worker of the version before.
 * @param {ExtendableMessageEvent} event
 */
async function obey({ data, ports }) {
  if (data === 'take-over') return worker.skipWaiting();
  await worker.clients.claim();
  ports[0].postMessage(version);
}

/** Removes the worker with all that it kept, and loads open pages again. */
async function removeAll() {
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
  await worker.registration.unregister();
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.navigate(client.url);
}

if (version) {
  worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
  worker.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
  worker.addEventListener('message', (event) => event.waitUntil(obey(event)));
  worker.addEventListener('fetch', (event) => {
    const path = keptPath(event.request);
    if (path) event.respondWith(answer(path, event.request));
  });
} else {
  worker.addEventListener('install', () => worker.skipWaiting());
  worker.addEventListener('activate', (event) => event.waitUntil(removeAll()));
}
