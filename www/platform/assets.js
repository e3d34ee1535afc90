/** Text files and style sheets of the page that are loaded when they are needed. */

/** Style sheets that were requested, by address. @type {Map<string, Promise<unknown>>} */
const styleSheets = new Map();

/**
 * Loads a text file of the page.
 * @param {string} address
 */
export async function loadText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/**
 * Loads a style sheet of the page, once.
 * @param {string} address
 */
export function loadStyleSheet(address) {
  const requested = styleSheets.get(address);
  if (requested) return requested;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  const loading = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', reject, { once: true });
    document.head.append(link);
  });
  styleSheets.set(address, loading);
  // The next call tries again.
  loading.catch(() => styleSheets.delete(address));
  return loading;
}
