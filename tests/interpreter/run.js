/** Programs, run in MicroPython without a browser, and in real Python with real NumPy. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { boundMemory } from '../../www/program/micropython.js';
import { MODULES, startRuntime } from '../../www/program/runtime.js';
import { Trace } from '../../www/program/trace.js';

/**
 * @typedef {Partial<import('../../www/program/messages.js').Run> & { source: string }} Program
 * @typedef {{ lines: Float64Array, output: string, error: string | undefined, ms: number }} Outcome
 */

const GLUE = '../../xtask/npm/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs';
const PYTHON = new URL('../../www/program/python/', import.meta.url);

const modules = Object.fromEntries(MODULES.map((path) => [path, readFileSync(new URL(path, PYTHON), 'utf8')]));
// The glue writes to it whenever memory is refused.
console.error = () => {};
// The glue keeps one interpreter in a global; what an earlier one leaves must not be freed in the next.
globalThis.FinalizationRegistry = /** @type {any} */ (class {
  register() {}
});
const bound = boundMemory();
const glue = await import(GLUE);

/** The program with what it leaves out. @param {Program} program @returns {import('../../www/program/messages.js').Run} */
const whole = (program) => ({
  x: Float64Array.of(1, 2, 3, 4),
  y: Float64Array.of(2, 4, 6, 8.5),
  learningRate: 0.05,
  epochs: 100,
  tolerance: 0,
  seed: 1,
  ...program,
});

/** A fresh interpreter. It must be the last that was made: the glue has globals. */
export async function startInterpreter() {
  const trace = new Trace();
  const told = { trace, output: '', batches: 0, pauses: 0 };
  const runtime = await startRuntime({
    glue,
    modules,
    bound,
    now: () => performance.now(),
    nextTask: (task) => {
      told.pauses += 1;
      setImmediate(task);
    },
    report: ({ lines, every, shown, last, output }) => {
      trace.add(lines, every);
      trace.shown = shown;
      trace.last = last;
      told.output += output;
      told.batches += 1;
    },
  });
  return {
    ...runtime,
    told,
    /** @param {Program} program */
    run: (program) => runtime.run(whole(program)),
    memory: () => /** @type {WebAssembly.Memory} */ (bound.memory).buffer.byteLength,
  };
}

/** Runs a program in a fresh interpreter; `ms` is the processor time that it took. @param {Program} program */
export async function run(program) {
  const interpreter = await startInterpreter();
  const before = process.cpuUsage();
  const end = await interpreter.run(program);
  const { user, system } = process.cpuUsage(before);
  return { ...end, ...interpreter.told, interpreter, ms: (user + system) / 1e3 };
}

/** A real Python, which runs programs one after the other. */
export function startPython() {
  const script = fileURLToPath(new URL('reference.py', import.meta.url));
  const python = spawn(process.env.PYTHON ?? 'python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface(python.stdout)[Symbol.asyncIterator]();
  const bytes = (/** @type {Float64Array} */ values) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
  return {
    /** @param {Program} program @returns {Promise<Outcome>} */
    run: async (program) => {
      const { source, x, y, learningRate: L, epochs, tolerance } = whole(program);
      python.stdin.write(`${JSON.stringify({ source, x: bytes(x), y: bytes(y), L, epochs, tolerance })}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('reference.py has ended: PYTHON must name a Python with NumPy.');
      const { lines, output, error, ms } = JSON.parse(value);
      return { lines: new Float64Array(new Uint8Array(Buffer.from(lines, 'base64')).buffer), output, error: error ?? undefined, ms };
    },
    end: () => python.stdin.end(),
  };
}
