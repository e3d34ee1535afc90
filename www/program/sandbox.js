/**
 * Takes everything from a worker's global scope but what pure computing needs: no network, no storage, no messages, no clock, no
 * other worker. A program has no way there to begin with; this holds if it finds one.
 */

/** Globals that stay: the language itself. */
const LANGUAGE = new Set(
  (
    'Infinity NaN undefined globalThis isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent ' +
    'AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError FinalizationRegistry ' +
    'Float32Array Float64Array Int16Array Int32Array Int8Array Iterator Map Math Number Object Promise Proxy RangeError ReferenceError ' +
    'Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap ' +
    'WeakRef WeakSet JSON Intl TextDecoder'
  ).split(' '),
);

/** Globals that the glue of MicroPython needs. */
const GLUE =
  /^(proxy_js_(ref|ref_next|ref_map|map|existing)|pyProxyFinalizationRegistry|Module)$/;

/** What the glue looks up when it runs: random numbers, and an error to throw. */
function substitutes() {
  const { crypto, WebAssembly } = globalThis;
  const bytes = crypto.getRandomValues.bind(crypto);
  const plain = (/** @type {object} */ members) => Object.freeze(Object.assign(Object.create(null), members));
  return {
    crypto: plain({ getRandomValues: (/** @type {Uint32Array<ArrayBuffer>} */ numbers) => bytes(numbers) }),
    WebAssembly: plain({ RuntimeError: WebAssembly.RuntimeError }),
  };
}

/**
 * Closes the global scope for good.
 * @returns {string[]} what could not be taken away
 */
export function closeGlobals() {
  const stand = substitutes();
  /** @type {string[]} */
  const open = [];
  for (let holder = globalThis; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) {
      if (typeof key === 'string' && holder === globalThis && (LANGUAGE.has(key) || GLUE.test(key))) continue;
      if (!Reflect.deleteProperty(holder, key) && !isHarmless(holder, key)) open.push(String(key));
    }
  }
  Object.assign(globalThis, stand);
  return open;
}

/** Empties a property that cannot be deleted; a number or text is left. @param {object} holder @param {string | symbol} key */
function isHarmless(holder, key) {
  Reflect.set(holder, key, undefined);
  const value = Reflect.get(holder, key);
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

/** Silences the console, which the glue writes to whenever memory is refused. Comes before the glue is loaded. */
export function silenceConsole() {
  const silent = () => {};
  const names = ['log', 'error', 'warn', 'info', 'debug', 'trace'];
  globalThis.console = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, silent])));
}
