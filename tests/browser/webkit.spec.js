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
    await webkit.press('Lesson');
    await webkit.until('the lesson', "return document.querySelectorAll('#chapters article').length === 9");
    expect(await webkit.run("return document.getElementById('alert-box').hidden")).toBe(true);
    expect(await webkit.run('return document.faults')).toEqual([]);
  });
}

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
