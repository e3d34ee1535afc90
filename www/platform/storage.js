/**
 * Storage for the next visit. A browser, or a host that shows the page in a frame, may forbid it: then all
 * is remembered as long as the page is open.
 */

/** Values that could not be kept. @type {Map<string, string>} */
const remembered = new Map();

/**
 * The text that is kept under a key; nothing if there is none.
 * @param {string} key
 */
export function readStored(key) {
  try {
    return localStorage.getItem(key) ?? remembered.get(key);
  } catch {
    return remembered.get(key);
  }
}

/**
 * @param {string} key
 * @param {string} text
 */
export function store(key, text) {
  remembered.set(key, text);
  try {
    localStorage.setItem(key, text);
    remembered.delete(key);
  } catch {
    // Forbidden, or full.
  }
}

/** @param {string} key */
export function forgetStored(key) {
  remembered.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // What may not be kept is not there.
  }
}
