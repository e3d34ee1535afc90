/** Hands a file to the reader. */

/** Milliseconds after which every browser has begun to read it. */
const READ = 60_000;

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), READ);
}
