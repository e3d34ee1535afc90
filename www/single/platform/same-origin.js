/** Stands for www/platform/same-origin.js: a page that is opened from a file may read no other. */
import { texts } from '../../text/en/import.js';

/**
 * @param {string} address
 * @returns {Promise<Blob | string>}
 */
export async function download(address) {
  return texts.noneBeside(address);
}
