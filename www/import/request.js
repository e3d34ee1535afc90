/**
 * What the reader of files is asked beside files: a question, an answer.
 *
 * @import { Engines, FromWorker, Query, Sum, Text } from './protocol.js'
 */
import { newReader } from '../platform/reader-worker.js';

/** @type {Worker | undefined} */
let worker;
/** One question after the other. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Asks the reader of files. The promise is broken with an Error whose message is a sentence where there is no
 * answer, and with a TypeError where the reader of files failed.
 * @param {Engines | Query | Sum | Text} question
 * @returns {Promise<FromWorker>}
 */
export function ask(question) {
  const answer = last.then(() => put(question));
  last = answer.catch(() => {});
  return answer;
}

/** @param {Engines | Query | Sum | Text} question @returns {Promise<FromWorker>} */
function put(question) {
  const asked = (worker ??= newReader());
  const listening = new AbortController();
  const answer = new Promise((/** @type {(answer: FromWorker) => void} */ resolve, reject) => {
    const fail = () => {
      asked.terminate();
      worker = undefined;
      reject(new TypeError('the reader of files failed'));
    };
    asked.addEventListener('error', (event) => (event.preventDefault(), fail()), listening);
    /** @param {MessageEvent<FromWorker>} event */
    const listen = ({ data }) => {
      if (data.kind === 'broken') fail();
      else if (data.kind === 'failed') reject(new Error(data.sentence));
      else resolve(data);
    };
    asked.addEventListener('message', listen, listening);
    asked.postMessage(question);
  });
  return answer.finally(() => listening.abort());
}
