/**
 * MicroPython, as its project publishes it for WebAssembly, with bounds: its memory, its files, its way to JavaScript.
 *
 * It works in a worker and in Node; what is of the one or the other is handed in.
 *
 * @typedef {{
 *   FS: {
 *     open: (...args: unknown[]) => unknown,
 *     mknod: (...args: unknown[]) => unknown,
 *     mkdir: (path: string) => unknown,
 *     writeFile: (path: string, text: string) => void,
 *     streams: { stream_ops: object }[],
 *     ErrnoError: new (number: number) => Error,
 *   },
 *   globals: { get: (name: string) => any, set: (name: string, value: unknown) => void, __dict__: any },
 *   registerJsModule: (name: string, module: object) => void,
 *   pyimport: (name: string) => any,
 *   runPython: (code: string) => unknown,
 *   runPythonAsync: (code: string) => Promise<unknown>,
 * }} MicroPython
 * @typedef {{ loadMicroPython: (options: object) => Promise<MicroPython> }} Glue the module micropython-glue.js, as the build calls it
 */

/** The most bytes that MicroPython may have. */
export const MEMORY_LIMIT = 64 * 2 ** 20;
/** Its heap when it starts. Collecting garbage takes as long as it is large. */
const HEAP = 2 ** 20;
const PAGE = 65536;
/** The number of the error that programs get for every file. */
const ACCESS_DENIED = 2;

/**
 * Bounds all memories of WebAssembly. A program that asks for more gets a MemoryError.
 * @returns {{ memory: WebAssembly.Memory | undefined, hasGrown: boolean }} the memory of the module that is loaded next, and
 *   whether it asked for more
 */
export function boundMemory() {
  /** @type {{ memory: WebAssembly.Memory | undefined, hasGrown: boolean }} */
  const bound = { memory: undefined, hasGrown: false };
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    bound.hasGrown = true;
    if (this.buffer.byteLength + pages * PAGE > MEMORY_LIMIT) throw new RangeError('The memory has reached its limit.');
    return grow.call(this, pages);
  };
  for (const name of /** @type {const} */ (['instantiate', 'instantiateStreaming'])) {
    const original = /** @type {(...args: any[]) => Promise<any>} */ (WebAssembly[name]);
    if (!original) continue;
    Object.assign(WebAssembly, {
      [name]: async (/** @type {unknown[]} */ ...args) => {
        const result = await original.apply(WebAssembly, args);
        bound.memory = result.instance.exports.memory;
        return result;
      },
    });
  }
  return bound;
}

/**
 * Starts MicroPython with modules of Python, which it can import.
 * @param {Glue} glue
 * @param {{ modules: Record<string, string>, print: (bytes: Uint8Array) => void }} options the modules by path below
 *   the folder of modules; what takes printed bytes, which it must not keep
 */
export async function startMicroPython(glue, { modules, print }) {
  const python = await glue.loadMicroPython({ heapsize: HEAP });
  const { FS } = python;
  FS.mkdir('/lib');
  for (const [path, text] of Object.entries(modules)) {
    const folders = path.split('/').slice(0, -1);
    folders.forEach((_, i) => {
      try {
        FS.mkdir(`/lib/${folders.slice(0, i + 1).join('/')}`);
      } catch {
        // Another module of the folder has made it.
      }
    });
    FS.writeFile(`/lib/${path}`, text);
  }
  const stream = {
    /** @param {unknown} _stream @param {Int8Array} bytes @param {number} start @param {number} length */
    write(_stream, bytes, start, length) {
      print(new Uint8Array(bytes.buffer, bytes.byteOffset + start, length));
      return length;
    },
  };
  FS.streams[1].stream_ops = stream;
  FS.streams[2].stream_ops = stream;
  return python;
}

/**
 * Takes from MicroPython what programs must not have: files, and the objects of JavaScript.
 * @param {MicroPython} python
 */
export function closeMicroPython(python) {
  const { FS } = python;
  const refuse = () => {
    throw new FS.ErrnoError(ACCESS_DENIED);
  };
  FS.open = refuse;
  FS.mknod = refuse;
  // `import js` is the first of the objects that Python holds.
  const objects = heldObjects();
  objects[0] = Object.freeze(Object.create(null));
}

/** The objects of JavaScript that Python holds; the glue has them as a global. @returns {unknown[]} */
export const heldObjects = () => /** @type {any} */ (globalThis).proxy_js_ref;
