/** Text files and style sheets of the page that are loaded when they are needed. */

/** Style sheets that were requested, by path. @type {Map<string, Promise<unknown>>} */
const styleSheets = new Map();

/** The address of a file of the page, which lies in one folder with this script's own. @param {string} path from `www/` on */
function addressOf(path) {
  return new URL(`../${path}`, import.meta.url).href;
}

/**
 * Loads a text file of the page.
 * @param {string} path from `www/` on
 */
export async function loadText(path) {
  const response = await fetch(addressOf(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/**
 * Loads a style sheet of the page, once.
 * @param {string} path from `www/` on
 */
export function loadStyleSheet(path) {
  const requested = styleSheets.get(path);
  if (requested) return requested;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: addressOf(path) });
  const loading = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', reject, { once: true });
    document.head.append(link);
  });
  styleSheets.set(path, loading);
  // The next call tries again.
  loading.catch(() => styleSheets.delete(path));
  return loading;
}
