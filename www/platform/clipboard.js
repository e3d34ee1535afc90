/** The clipboard, which a browser may refuse. */

/**
 * Puts a text on the clipboard.
 * @param {string} text
 * @returns whether it is there
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies what a field holds; where the browser refuses, it is selected for the reader.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns whether it is on the clipboard
 */
export async function copy(field) {
  const copied = await copyText(field.value);
  if (!copied) {
    field.focus();
    field.select();
  }
  return copied;
}
