/** The clipboard, which a browser may refuse. */

/**
 * Copies a text.
 * @param {string} text
 * @returns whether it is on the clipboard
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
 * Copies the content of a field. Where the browser refuses, the content is selected, ready to be copied by hand.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns whether it is on the clipboard
 */
export async function copyField(field) {
  const copied = await copyText(field.value);
  if (!copied) {
    field.focus();
    field.select();
  }
  return copied;
}
