/**
 * Files on the page's own site. The single file, which can read none, has www/single/platform/same-origin.js in
 * place of this module.
 *
 * @typedef {'other-origin' | 'not-found' | 'single-file'} Refusal why a file cannot be read
 */

/**
 * Reads a file on the page's own site.
 * @param {string} address relative to the page
 * @returns {Promise<Blob | Refusal>}
 */
export async function fetchSameOrigin(address) {
  try {
    const url = new URL(address, document.baseURI);
    if (url.origin !== location.origin) return 'other-origin';
    const response = await fetch(url);
    return response.ok ? await response.blob() : 'not-found';
  } catch {
    return 'not-found';
  }
}
