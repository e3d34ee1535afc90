/** Functions of JavaScript as Python may hold them: nothing else of JavaScript can be reached through them. */

/**
 * The function without prototype and properties, but for the `call` that the glue of MicroPython needs for methods. Where it
 * returns nothing, Python gets None: `undefined` is an object of its own there.
 * @template {(...args: any[]) => unknown} F
 * @param {F} f
 * @returns {F}
 */
export function sealed(f) {
  const plain = /** @type {F} */ ((/** @type {any[]} */ ...args) => f(...args) ?? null);
  const call = (/** @type {unknown} */ _self, /** @type {any[]} */ ...args) => f(...args) ?? null;
  Object.setPrototypeOf(call, null);
  Object.setPrototypeOf(plain, null);
  Object.defineProperty(plain, 'call', { value: Object.freeze(call) });
  return Object.freeze(plain);
}

/**
 * A module of functions for Python.
 * @param {Record<string, ((...args: any[]) => unknown) | object>} members
 */
export function sealedModule(members) {
  const module = Object.create(null);
  for (const [name, member] of Object.entries(members)) {
    module[name] = typeof member === 'function' ? sealed(/** @type {(...args: any[]) => unknown} */ (member)) : member;
  }
  return Object.freeze(module);
}
