/**
 * The worker that runs programs. Its first message brings a port; all others come and go through that, so that nothing of the
 * worker's own is needed for them.
 *
 * It loads MicroPython, and then takes from itself everything that could reach beyond it.
 *
 * @typedef {import('./messages.js').Message} Message
 * @typedef {import('./messages.js').Request} Request
 * @typedef {Awaited<ReturnType<typeof import('./runtime.js').startRuntime>>} Runtime
 */
import { readError } from './errors.js';
import { boundMemory } from './micropython.js';
import { MODULES, startRuntime } from './runtime.js';
import { closeGlobals, silenceConsole } from './sandbox.js';

/** Starts the interpreter. @param {MessagePort} port */
export async function start(port) {
  /** @type {(message: Message, transfer: Transferable[]) => void} */
  const send = port.postMessage.bind(port);
  const post = (/** @type {Message} */ message, /** @type {Transferable[]} */ transfer = []) => send(message, transfer);
  try {
    const clock = performance;
    const surroundings = {
      now: clock.now.bind(clock),
      nextTask: taskQueue(),
      report: (/** @type {import('./messages.js').Batch} */ batch) => post(batch, [batch.lines.buffer]),
    };
    silenceConsole();
    const bound = boundMemory();
    const [glue, ...texts] = await Promise.all([
      import(new URL('micropython-glue.js', import.meta.url).href),
      ...MODULES.map((path) => read(new URL(`python/${path}`, import.meta.url))),
    ]);
    const modules = Object.fromEntries(MODULES.map((path, i) => [path, texts[i]]));
    const runtime = await startRuntime({ glue, modules, bound, ...surroundings });
    const open = closeGlobals();
    port.onmessage = ({ data }) => answer(runtime, data, post);
    post({ kind: 'ready', open });
  } catch (error) {
    post({ kind: 'unavailable', message: error instanceof Error ? error.message : String(error) });
  }
}

/** @param {URL} address */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Returns a function that calls back in a task of its own, as a message does; timers wait longer and longer. */
function taskQueue() {
  const { port1, port2 } = new MessageChannel();
  /** @type {(() => void)[]} */
  const tasks = [];
  port1.onmessage = () => tasks.shift()?.();
  const post = port2.postMessage.bind(port2);
  return (/** @type {() => void} */ task) => {
    tasks.push(task);
    post(null);
  };
}

/**
 * @param {Runtime} runtime
 * @param {Request} request
 * @param {(message: Message, transfer?: Transferable[]) => void} post
 */
async function answer(runtime, request, post) {
  if (request.kind === 'run') {
    post(await runtime.run(request));
    return;
  }
  const { id } = request;
  try {
    const evaluation =
      request.kind === 'cost'
        ? runtime.costAt(request.lines, request.stride)
        : { values: runtime.predictAt(request.x, request.line), error: undefined };
    post({ kind: 'values', id, ...evaluation });
  } catch (error) {
    post({ kind: 'refused', id, error: readError(error) });
  }
}
