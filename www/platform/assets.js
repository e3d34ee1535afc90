/** Texts and style sheets that are loaded when they are needed. */

/** Style sheets that were asked for, by address. @type {Map<string, Promise<unknown>>} */
const sheets = new Map();

/** @param {string} address */
export async function readText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/**
 * Loads a style sheet, once.
 * @param {string} address
 */
export function readStyle(address) {
  const asked = sheets.get(address);
  if (asked) return asked;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  const loading = new Promise((loaded, failed) => {
    link.addEventListener('load', loaded, { once: true });
    link.addEventListener('error', failed, { once: true });
    document.head.append(link);
  });
  sheets.set(address, loading);
  loading.catch(() => sheets.delete(address));
  return loading;
}
