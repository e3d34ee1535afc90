/** Files that the page hands to the browser to save. */

/** Milliseconds after which every browser has begun to read the file. */
const KEEP = 60_000;

/**
 * Saves a file under a name among the downloads.
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(name, blob) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEEP);
}
