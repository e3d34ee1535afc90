/** The interpreter of "Write it yourself" in real browsers: programs that are right, and programs that mean harm. */
import { DESCENT } from '../interpreter/descent.js';
import { EVERY_ENGINE, expect, test } from './page.js';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('../../www/program/interpreter.js').Outcome} Outcome
 * @typedef {import('../../www/program/interpreter.js').Listeners} Listeners
 * @typedef {ReturnType<typeof import('../../www/program/interpreter.js').createInterpreter>} Interpreter
 * @typedef {{ outcome: Outcome, lines: number[], last: number[] | undefined, output: string, costs: number[] | string | undefined,
 *   open: string[], frames: number, batches: number }} Told
 * @typedef {{ patience?: number, stopAt?: number, epochs?: number, costOf?: number[], rows?: number }} Options `stopAt`: stop it
 *   when so many lines were shown; `costOf`: the lines whose costs are asked for at the end
 */

/**
 * Runs a program in the page: by the interpreter that ran those before, or by one with another patience.
 * @param {Page} page
 * @param {string} source
 * @param {Options} [options]
 * @returns {Promise<Told>}
 */
async function run(page, source, options = {}) {
  return page.evaluate(runHere, { source, options });
}

/** @param {{ source: string, options: Options }} what @returns {Promise<Told>} */
async function runHere({ source, options }) {
  const { patience = 60_000, stopAt = Infinity, epochs = 40, costOf, rows = 4 } = options;
  const address = new URL('../program/interpreter.js', [...document.scripts].find(({ type }) => type === 'module')?.src).href;
  /** @type {typeof import('../../www/program/interpreter.js')} */
  const { createInterpreter } = await import(address);
  /** @type {{ interpreter: Interpreter, patience: number, listeners: Listeners } | undefined} */
  let kept = Reflect.get(window, 'kept');
  if (kept?.patience !== patience) {
    kept?.interpreter.dispose();
    /** @type {Listeners} */
    const listeners = {};
    kept = { interpreter: createInterpreter(listeners, { patience }), patience, listeners };
    Object.assign(window, { kept });
  }
  const { interpreter, listeners } = kept;
  let [frames, output, batches, isOver] = [0, '', 0, false];
  const count = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  return new Promise((resolve, reject) => {
    /** @type {Listeners} */
    const now = {
      onUnavailable: (message) => reject(new Error(message)),
      onOutput: (text) => (output += text),
      onLines: (trace) => {
        batches += 1;
        if (trace.shown >= stopAt) interpreter.stop();
      },
      onEnd: async (outcome, trace) => {
        const costs = costOf && (await interpreter.costAt(Float64Array.from(costOf)).then(({ values }) => [...values], String));
        const open = await interpreter.openGlobals();
        // The page has had time for a frame, if it is alive.
        await new Promise(requestAnimationFrame);
        isOver = true;
        const lines = [...trace.lines.subarray(0, 1000)];
        resolve({ outcome, lines, last: trace.last, output, costs, open, frames, batches });
      },
    };
    Object.assign(listeners, now);
    const x = Float64Array.from({ length: rows }, (_, i) => (i % 4) + 1);
    const y = x.map((value) => [2, 4, 6, 8.5][value - 1]);
    interpreter.run({ source, x, y, learningRate: 0.05, epochs, tolerance: 0, seed: 1 });
  });
}

/** Ends in a print, and has a cost of its own. */
const WITH_COST = `${DESCENT}print(a, b)

def cost(a, b):
    return ((y - (a * x + b)) ** 2).mean()
`;

/** Milliseconds after which a program that shows nothing is stopped, where that is what is looked at. */
const SHORT = 400;

test('programs show lines, print, lend their cost and fail, and the page goes on', EVERY_ENGINE, async ({ page, app }) => {
  await test.step('a program shows its lines, prints, and lends its cost', async () => {
    const told = await run(page, WITH_COST, { costOf: [2, 0, 0, 0] });
    expect(told.outcome).toEqual({ kind: 'done', error: undefined, answer: NaN, shown: 40, thinned: false, hasCost: true, hasPredict: false });
    expect(told.lines).toHaveLength(80);
    // The first epoch from 0: L times twice the mean of x·y, and of y.
    expect(told.lines[0]).toBeCloseTo(0.1 * 15.5, 12);
    expect(told.lines[1]).toBeCloseTo(0.1 * 5.125, 12);
    expect(told.last).toEqual(told.lines.slice(-2));
    expect(told.output).toBe(`${told.last?.join(' ')}\n`);
    expect(told.costs).toEqual([0.0625, 32.0625]);
  });
  await test.step('a program that shows without end is thinned, and ends when it is stopped', async () => {
    const told = await run(page, 'a = 0.0\nwhile True:\n    show(a, -a)\n    a += 1', { stopAt: 110_000 });
    expect(told.outcome.kind).toBe('stopped');
    expect(told.outcome.thinned).toBe(true);
    expect(told.lines.slice(0, 6)).toEqual([0, -0, 2, -2, 4, -4]);
    expect(told.batches).toBeLessThan(told.outcome.shown / 100);
  });
  await test.step('recursion without end is an error of the program', async () => {
    const { outcome } = await run(page, 'def f(n): return f(n + 1)\nf(0)');
    expect([outcome.kind, outcome.error?.type, outcome.error?.line]).toEqual(['failed', 'RecursionError', 1]);
  });
  await test.step('prints without measure are cut', async () => {
    const { outcome, output } = await run(page, 'for i in range(20000): print(i)');
    expect(outcome.kind).toBe('done');
    expect(output).toHaveLength(65_537);
  });
  await test.step('memory that grows without end is refused', async () => {
    const text = await run(page, 's = "x"\nwhile True: s = s + s');
    expect([text.outcome.kind, text.outcome.error?.type]).toEqual(['memory', 'MemoryError']);
    const arrays = await run(page, 'import numpy as np\nkept = []\nwhile True: kept.append(np.zeros(1000000))');
    expect([arrays.outcome.kind, arrays.outcome.error?.type]).toEqual(['memory', 'MemoryError']);
  });
  await test.step('an endless loop that shows nothing is stopped', async () => {
    const told = await run(page, 'while True: pass', { patience: SHORT });
    expect(told.outcome.kind).toBe('silent');
    expect(told.frames).toBeGreaterThan(0);
  });
  await app.press('Step');
  expect(await app.value('epoch'), 'the page goes on').toBe(1);
});

const HARMFUL = {
  fetching: 'import js\njs.fetch("https://example.org/")',
  'fetching by another way to JavaScript': '__import__("js").fetch("https://example.org/")',
  'posting a message': '__import__("js").postMessage("done")',
  'reaching for constructors': 'x._h.constructor.constructor("return fetch")()',
  'opening a socket': 'import socket\nsocket.socket()',
  'writing a file': 'open("a.txt", "w")',
};

test('nothing is left of the global scope of the worker but the language, and nothing leaves it', EVERY_ENGINE, async ({ app: { page } }) => {
  expect((await run(page, '')).open).toEqual([]);
  /** @type {string[]} */
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const [what, source] of Object.entries(HARMFUL)) {
    await test.step(`${what} fails`, async () => {
      const told = await run(page, source);
      expect(told.outcome.kind).toBe('failed');
      expect(['ModuleNotFoundError', 'AttributeError', 'OSError']).toContain(told.outcome.error?.type);
      // The page itself loads what describes its figures.
      expect(requests.filter((url) => !/\/(program|platform|full|pkg)\/|^blob:/.test(url))).toEqual([]);
    });
  }
});

test('programs that fall silent are stopped, the next one takes the place of the last, and many rows are borne', async ({ app: { page } }) => {
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/program\/(?!load\.js)/.test(name)).length);
  expect(await loaded(), 'the interpreter is loaded when it is asked for, and not before').toBe(0);
  await test.step('a program that falls silent is stopped, and its lines are kept', async () => {
    const told = await run(page, 'show(1, 2)\ndef f():\n    while True: pass\ng = f\ng()', { patience: SHORT });
    expect(told.outcome.kind).toBe('silent');
    expect(told.lines).toEqual([1, 2]);
  });
  expect(await loaded()).toBeGreaterThan(0);
  await test.step('a cost that never ends is given up', async () => {
    const told = await run(page, 'def cost(a, b):\n    while True: pass', { patience: SHORT, costOf: [1, 2] });
    expect(told.costs).toBe('Error: stopped');
  });
  await test.step('epochs on 119,040 rows run on, in bounded memory', async () => {
    const told = await run(page, WITH_COST, { epochs: 60, rows: 119_040 });
    expect([told.outcome.kind, told.outcome.shown]).toEqual(['done', 60]);
  });

  await test.step('a program that is run while another one runs takes its place', async () => {
    const ends = await page.evaluate(async () => {
      /** @type {typeof import('../../www/program/interpreter.js')} */
      const { createInterpreter } = await import(new URL('../program/interpreter.js', [...document.scripts].find(({ type }) => type === 'module')?.src).href);
      /** @type {string[]} */
      const ends = [];
      const settings = { x: Float64Array.of(1), y: Float64Array.of(2), learningRate: 1, epochs: 1, tolerance: 0, seed: 1 };
      return new Promise((resolve) => {
        let isSecond = false;
        const interpreter = createInterpreter({
          onLines: () => {
            if (isSecond) return;
            isSecond = true;
            interpreter.run({ source: 'show(3, 4)', ...settings });
          },
          onEnd: ({ kind }, trace) => {
            ends.push(`${kind} ${trace.last}`);
            if (ends.length < 2) return;
            interpreter.dispose();
            resolve(ends);
          },
        });
        interpreter.run({ source: 'while True: show(1, 2)', ...settings });
      });
    });
    expect(ends).toEqual(['stopped 1,2', 'done 3,4']);
  });
  // Firefox says in its console that it has refused, which no test may see.
  await test.step('a worker from a Blob is bound by the policy of the page', async () => {
    const answer = await page.evaluate(() => {
      const script = 'try { new Function("return 1")(); postMessage("allowed"); } catch (error) { postMessage(error.name); }';
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
      return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
    });
    expect(answer).toBe('EvalError');
  });
});
