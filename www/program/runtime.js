/**
 * Runs a program in MicroPython: its globals, `show`, its pauses, and what figures ask for afterwards. Works in a worker and in
 * Node.
 *
 * @typedef {import('./micropython.js').Glue} Glue
 * @typedef {import('./messages.js').Run} Run
 * @typedef {import('./messages.js').ProgramError} ProgramError
 * @typedef {import('./messages.js').Batch} Batch
 * @typedef {import('./messages.js').End} End
 * @typedef {{
 *   glue: Glue, modules: Record<string, string>, bound: ReturnType<typeof import('./micropython.js').boundMemory>,
 *   now: () => number, nextTask: (task: () => void) => void, report: (batch: Batch) => void,
 * }} Surroundings the glue of MicroPython and the modules of Python; a clock in milliseconds; what calls back in a task of its own;
 *   what takes lines and output
 */
import { readError } from './errors.js';
import { closeMicroPython, heldObjects, startMicroPython } from './micropython.js';
import { Reporter } from './reporter.js';
import { sealed, sealedModule } from './vectors/bridge.js';
import { kernels } from './vectors/kernels.js';
import { FLOAT, VectorStore } from './vectors/vector.js';
import { withYieldPoints } from './yield-points.js';

/** Milliseconds between two collections of garbage, at the least. */
const INTERVAL = 25;
/** A program runs so many times as long as its pauses take. */
const SHARE = 10;
/** Numbers in the cells that JavaScript and Python share. */
const CELLS = 4;

/** The modules of Python that the runtime needs, below www/program/python/. */
export const MODULES = [
  ...['__init__', '_kinds', '_vector', '_making', '_functions', '_summaries', 'linalg', 'random'].map((name) => `numpy/${name}.py`),
  'program.py',
];

/** Starts MicroPython. @param {Surroundings} surroundings */
export async function startRuntime(surroundings) {
  const { glue, modules, bound, now, nextTask, report } = surroundings;
  const store = new VectorStore();
  const reporter = new Reporter(now, report);
  const addresses = { numbers: 0, line: 0 };
  const memory = () => /** @type {ArrayBuffer} */ (/** @type {WebAssembly.Memory} */ (bound.memory).buffer);
  const cells = (/** @type {number} */ address) => new Float64Array(memory(), address, CELLS);
  let due = 0;
  /** Receiver of an error that the interpreter itself has thrown. @type {(error: unknown) => void} */
  let breakDown = () => {};

  /** Ends a collection of garbage. @param {number} began */
  const sweep = (began) => {
    store.sweep(heldObjects());
    bound.hasGrown = false;
    const ended = now();
    due = ended + Math.max(INTERVAL, SHARE * (ended - began));
  };
  /** Thenable that a program awaits to pause. When its `then` is called, Python has left the stack, or soon will. */
  const waiting = Object.create(null);
  waiting.then = sealed((/** @type {(value: null) => void} */ resume) => {
    const began = now();
    nextTask(() => {
      sweep(began);
      reporter.flushIfDue();
      try {
        resume(null);
      } catch (error) {
        // No error of Python's: those reach whoever runs the program.
        breakDown(error);
      }
    });
  });
  const isPauseDue = () => store.isFull || bound.hasGrown || now() >= due;

  const python = await startMicroPython(glue, { modules, print: (bytes) => reporter.print(bytes) });
  python.registerJsModule(
    '_kernels',
    sealedModule({
      ...kernels(store, () => cells(addresses.numbers), memory),
      use_cells: (/** @type {number} */ address) => void (addresses.numbers = address),
    }),
  );
  python.registerJsModule(
    '_program',
    sealedModule({
      use_line: (/** @type {number} */ address) => void (addresses.line = address),
      show: (/** @type {number} */ a, /** @type {number} */ b) => reporter.show(a, b),
      pause_due: isPauseDue,
      waiting: Object.freeze(waiting),
    }),
  );
  const helpers = python.pyimport('program');
  const call = {
    collect: helpers.collect,
    answer: helpers.answer,
    cost: helpers.cost,
    has: helpers.has,
    predict: helpers.predict,
    prepare: helpers.prepare,
    restore: helpers.restore,
    thin: helpers.thin,
  };
  closeMicroPython(python);
  const names = python.globals.__dict__;

  /** Collects garbage if it is time to. Python must not be on the stack. */
  const collectIfDue = () => {
    if (!isPauseDue()) return;
    const began = now();
    call.collect();
    sweep(began);
  };
  /** @param {Float64Array} values */
  const vector = (values) => store.wrap(values, FLOAT);

  return {
    /**
     * Runs a program to its end. A runtime runs one program.
     * @param {Run} run
     * @returns {Promise<End>}
     */
    async run({ source, x, y, learningRate, epochs, tolerance, seed, variable }) {
      /** @type {End} */
      const end = { kind: 'end', outcome: 'done', error: undefined, hasCost: false, hasPredict: false, answer: NaN };
      try {
        cells(addresses.line).set([learningRate, tolerance, seed]);
        call.prepare(names, vector(x), vector(y), epochs);
        due = now() + INTERVAL;
        const broken = new Promise((_, reject) => {
          breakDown = reject;
        });
        await Promise.race([python.runPythonAsync(withYieldPoints(source)), broken]);
      } catch (error) {
        const read = readError(error, source);
        if (read.type !== 'SystemExit') {
          end.error = read;
          end.outcome = read.type === 'MemoryError' ? 'memory' : 'failed';
        }
      }
      reporter.flush();
      try {
        end.hasCost = call.has(names, 'cost') === true;
        end.hasPredict = call.has(names, 'predict') === true;
        if (variable && call.answer(names, variable) === true) end.answer = cells(addresses.line)[2];
      } catch {
        // The interpreter is broken, and so are they.
      }
      return end;
    },

    /**
     * The program's own cost of lines; NaN where it fails, and the first error.
     * @param {Float64Array} lines slope, intercept, slope, …
     * @param {number} [stride] one of so many rows is what it is computed on
     */
    costAt(lines, stride = 1) {
      const values = new Float64Array(lines.length / 2);
      /** @type {ProgramError | undefined} */
      let error;
      const all = stride > 1 ? call.thin(names, stride) : undefined;
      try {
        for (let i = 0; i < values.length; i++) {
          cells(addresses.line).set([lines[2 * i], lines[2 * i + 1]]);
          try {
            call.cost(names);
            values[i] = cells(addresses.line)[2];
          } catch (thrown) {
            values[i] = NaN;
            error ??= readError(thrown);
            // What is wrong with one line need not be wrong with the next; what is out of memory is.
            if (error.type === 'MemoryError') throw thrown;
          }
          collectIfDue();
        }
      } finally {
        if (all) call.restore(names, all);
      }
      return { values, error };
    },

    /**
     * The program's own predictions.
     * @param {Float64Array} x
     * @param {[number, number]} line
     */
    predictAt(x, line) {
      cells(addresses.line).set(line);
      const { values } = store.unwrap(call.predict(names, vector(x)));
      const predictions = values.slice();
      collectIfDue();
      return predictions;
    },
  };
}
