import { expect, test } from '@playwright/test';
import { plainDescent, readColumns } from './descent.js';
import { SINGLE_FILE } from './single.js';
import { expectCloseLine } from './numbers.js';
import { weatherFile } from './weather.js';
import { ENTER, WebKit } from './webkit.js';

/** @type {WebKit} */
let webkit;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const [driver, browser, screen] = ['WEBKIT_DRIVER', 'MINIBROWSER', 'XVFB'].map((name) => process.env[name] ?? '');
  webkit = await WebKit.open({ driver, browser, screen });
});

test.afterAll(() => webkit?.close());

for (const [what, address] of [
  ['the page', process.env.DOWNHILL_URL ?? ''],
  ['the single file, from a disk,', SINGLE_FILE],
]) {
  test(`${what} steps, imports, runs and teaches in WebKit`, async () => {
    await webkit.go(address);
    await webkit.run(
      `document.faults = [];
       for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation'])
         addEventListener(kind, (event) => document.faults.push(String(event.message ?? event.reason ?? event.violatedDirective)));`,
    );
    await webkit.press('Step');
    await webkit.until('the first epoch', "return document.getElementById('epoch').dataset.value === '1'");

    const weather = weatherFile();
    const { xs, ys } = readColumns(weather.path, 'MinTemp', 'MaxTemp');
    await webkit.type('Upload CSV', weather.path);
    await shown('Dataset', /weather/);
    for (const [name, column] of [['X column', 'MinTemp'], ['Y column', 'MaxTemp']]) {
      await webkit.choose(name, column);
      await webkit.until(column, "return !document.querySelector('[aria-busy]')");
      await shown(name, column);
    }
    expect(await webkit.value('rows')).toBe(xs.length);

    await webkit.type('Learning rate', `0.0001${ENTER}`);
    await webkit.type('Epochs', `1000${ENTER}`);
    await webkit.choose('Speed', 'max');
    await webkit.press('Run');
    await webkit.until('the end', "return document.documentElement.dataset.status === 'epoch-limit'");
    const [slope, intercept, cost] = await Promise.all(['slope', 'intercept', 'cost'].map((id) => webkit.value(id)));
    expectCloseLine({ slope, intercept, cost }, plainDescent(xs, ys, 0.0001, 1000), 1e-9);

    await webkit.press('More');
    await webkit.until('the panel', "return document.getElementById('more-panel').childElementCount > 0");
    await webkit.press('Start the lesson');
    await webkit.until('the lesson', "return document.querySelectorAll('#chapters article').length === 12");
    expect(await webkit.run("return document.getElementById('alert-box').hidden")).toBe(true);
    // WebKit tells as an error that sizes which change once more are measured in the next frame.
    expect(await webkit.run("return document.faults.filter((fault) => !fault.startsWith('ResizeObserver loop'))")).toEqual([]);
  });
}

test("the reader's program runs in WebKit, and one without end is stopped", async () => {
  await webkit.go(process.env.DOWNHILL_URL ?? '');
  for (const [source, kind, shown] of [
    ['for epoch in range(epochs): show((x * y).mean(), epoch)', 'done', 3],
    ['while True: pass', 'silent', 0],
    ['import js', 'failed', 0],
  ]) {
    await webkit.run(
      `const [source] = arguments;
       delete document.told;
       import(new URL('../program/interpreter.js', [...document.scripts].find(({ type }) => type === 'module').src).href).then(async ({ createInterpreter }) => {
         const interpreter = createInterpreter({
           onUnavailable: (message) => (document.told = { kind: message }),
           onEnd: async ({ kind, shown }, trace) => {
             const open = await interpreter.openGlobals();
             interpreter.dispose();
             document.told = { kind, shown, first: trace.lines[0] ?? null, open };
           },
         }, { patience: 1000 });
         const [x, y] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
         interpreter.run({ source, x, y, learningRate: 0.1, epochs: 3, tolerance: 0, seed: 1 });
       }).catch((error) => (document.told = { kind: String(error) }));`,
      source,
    );
    await webkit.until('the end of the program', 'return Boolean(document.told)');
    const first = shown ? 5.5 : null;
    expect(await webkit.run('return document.told')).toEqual({ kind, shown, first, open: [] });
  }
});

/**
 * Waits until a select shows an option.
 * @param {string} label
 * @param {string | RegExp} text
 */
async function shown(label, text) {
  const script = `const label = [...document.querySelectorAll('label')].find((label) => label.textContent === arguments[0]);
    return label.control.selectedOptions[0]?.text`;
  await expect.poll(() => webkit.run(script, label)).toEqual(
    text instanceof RegExp ? expect.stringMatching(text) : text,
  );
}
