/** Why an import failed. */
import { messageOf } from '../core/dom.js';
import { hasNoOrigin, ownAddress } from '../platform/host.js';
import { texts } from '../text/en/import.js';
import { texts as pageTexts } from '../text/en/page.js';

/**
 * What is said of an error: of the worker, which is a TypeError; of the browser, a DOMException; or of the data, whose
 * message is for people.
 * @param {unknown} error
 * @param {string} name of the file or the table
 */
export function failureText(error, name) {
  const isOfWorker = error instanceof TypeError || (error instanceof DOMException && error.name === 'SecurityError');
  if (isOfWorker) return hasNoOrigin ? texts.forbidden(ownAddress()) : pageTexts.importNotLoaded;
  return error instanceof DOMException ? texts.unreadable(name) : messageOf(error);
}
