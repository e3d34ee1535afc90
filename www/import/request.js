/**
 * Requests to the worker besides files: one request, one response.
 *
 * @import { FromWorker, Request, Response } from './protocol.js'
 */
import { newReaderWorker } from '../platform/reader-worker.js';

/** @type {Worker | undefined} */
let worker;
/** The last request, after which the next one is sent. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Sends a request. The promise is rejected with an Error whose message is for people if there is no answer, and
 * with a TypeError if the worker failed.
 * @param {Request} message
 * @returns {Promise<Response>}
 */
export function request(message) {
  const response = last.then(() => send(message));
  last = response.catch(() => {});
  return response;
}

/** @param {Request} message @returns {Promise<Response>} */
function send(message) {
  const current = (worker ??= newReaderWorker());
  const listening = new AbortController();
  const response = new Promise((/** @type {(response: Response) => void} */ resolve, reject) => {
    const fail = () => {
      current.terminate();
      worker = undefined;
      reject(new TypeError('the worker that reads files failed'));
    };
    current.addEventListener('error', (event) => (event.preventDefault(), fail()), listening);
    /** @param {MessageEvent<Response | Extract<FromWorker, { kind: 'failed' | 'broken' }>>} event */
    const listen = ({ data }) => {
      if (data.kind === 'broken') fail();
      else if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data);
    };
    current.addEventListener('message', listen, listening);
    current.postMessage(message);
  });
  return response.finally(() => listening.abort());
}
