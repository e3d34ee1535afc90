/**
 * Stands in for www/platform/same-origin.js: a page that was opened from a file may read no other.
 *
 * @import { Refusal } from '../../platform/same-origin.js'
 */

/** @returns {Promise<Blob | Refusal>} */
export async function fetchSameOrigin() {
  return 'single-file';
}
