/** Loading on first use. What is loaded, its own subject knows. */
import { showAlert } from './alert.js';

/**
 * A function that calls `load` on its first call and returns the same promise ever after. After a failure the next
 * call loads again.
 * @template T
 * @template {unknown[]} A
 * @param {(...args: A) => Promise<T>} load
 * @returns {(...args: A) => Promise<T>}
 */
export function once(load) {
  /** @type {Promise<T> | undefined} */
  let promise;
  return (...args) => {
    if (!promise) {
      promise = load(...args);
      promise.catch(() => (promise = undefined));
    }
    return promise;
  };
}

/**
 * A function that loads a module on first use and passes it to an action. Calls that come meanwhile wait for the
 * same promise, so their actions begin in the order of the calls. Where loading or the action fails, the page
 * alerts the message.
 * @template T
 * @param {() => Promise<T>} load
 * @param {string} message
 * @returns {(action: (module: T) => unknown) => Promise<void>}
 */
export function lazy(load, message) {
  const module = once(load);
  return async (action) => {
    try {
      await action(await module());
    } catch (error) {
      showAlert(message);
      console.info(error);
    }
  };
}
