/** Files that lie beside the page. In the single file, which has none, www/single/platform/same-origin.js stands for this. */
import { texts } from '../text/en/import.js';

/**
 * A file of the page's own place; a sentence where there is none.
 * @param {string} address
 */
export async function download(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) return texts.elsewhere(address);
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.blob() : texts.notBeside(address);
  } catch {
    return texts.notBeside(address);
  }
}
