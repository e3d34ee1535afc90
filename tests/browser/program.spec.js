/** "Write it yourself": the bench, where the reader's own program moves the ball. */
import { builtin } from './builtins.js';
import { expectNotReached, expectReached, goal, showThis } from './chapters.js';
import { plainDescent } from './descent.js';
import { downloaded } from './downloads.js';
import { expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { runFile } from './python.js';

/** @typedef {import('./app.js').App} App */

/** Small data, and few epochs. */
const CARS = 'v=1&data=cars&swapped=0&rate=0~0.001&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0';
const { xs, ys } = builtin('cars');

/** @param {App} app */
const program = (app) => app.field('Program');
/** @param {App} app */
const verdict = (app) => app.page.locator('#program-verdict');

/** @param {App} app @param {string | RegExp} state */
const expectState = (app, state) => expect(app.page.locator('html')).toHaveAttribute('data-program', state);

/** @param {App} app @param {string} [fields] of a link */
async function openBench(app, fields = CARS) {
  await app.page.evaluate(() => localStorage.clear());
  await app.open(fields);
  await app.button('Write it yourself').click();
  await expectState(app, 'ready');
}

/** Fills the gaps of the first task. @param {App} app @param {string} da @param {string} db */
async function fillGaps(app, da, db) {
  const text = await program(app).inputValue();
  await program(app).fill(text.replace(/da = .*/, `da = ${da}`).replace(/db = .*/, `db = ${db}`));
}

test('the gradient is written, and one’s own ball comes where the page’s comes', EVERY_ENGINE, async ({ app }) => {
  await expect(app.page.locator('html')).not.toHaveAttribute('data-program');
  await openBench(app);
  await expect(program(app)).toBeFocused();
  await fillGaps(app, '-2 * np.mean(x * errors)', '-2 * np.mean(errors)');
  await program(app).press('ControlOrMeta+Enter');
  await expectState(app, 'done');
  await expect(verdict(app)).toContainText('Right: all 50 steps');
  await expect(verdict(app)).toContainText('Task done.');
  await app.frame();
  expect(await app.value('epoch')).toBe(50);
  expectCloseLine(await app.descent(), plainDescent(xs, ys, 0.001, 50), 1e-12);
  await expect(app.page.getByRole('list', { name: 'The two runs' })).toBeVisible();
  const hide = app.button('Hide the page’s');
  await hide.click();
  await expect(hide).toHaveAttribute('aria-pressed', 'true');
  await app.press('Step back');
  expectCloseLine(await app.descent(), plainDescent(xs, ys, 0.001, 49), 1e-12);
});

test('a mistake is named, then hinted at, and then its line is shown, without the answer', async ({ app }) => {
  await openBench(app);
  await fillGaps(app, '2 * np.mean(x * errors)', '2 * np.mean(errors)');
  await app.button('Run program').click();
  await expectState(app, 'done');
  await expect(verdict(app)).toContainText('Wrong sign');
  await expect(verdict(app)).not.toContainText('np.mean');
  await app.button('Hint').click();
  await expect(verdict(app).getByRole('paragraph')).toHaveCount(2);
  await app.button('Show the line').click();
  await expect(verdict(app)).toContainText('Lines 6 and 7 of your program:');
  await expect(verdict(app).locator('pre')).toHaveText('da = 2 * np.mean(x * errors)\ndb = 2 * np.mean(errors)');
  await expect(verdict(app)).toContainText('A sign has to change here.');
  await expect(verdict(app)).not.toContainText('-2');
  await expect(app.page.locator('#program-lines [data-error]')).toHaveText('6\n');
  await expect(app.button('Show the line')).toBeHidden();

  // The same mistake made elsewhere is shown there.
  await fillGaps(app, '-2 * np.mean(x * errors)', '-2 * np.mean(errors)');
  await program(app).fill((await program(app).inputValue()).replace('y - (a * x + b)', 'a * x + b - y'));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('Your errors are predictions − y, and nothing turns the sign back.');
  await app.button('Hint').click();
  await app.button('Show the line').click();
  await expect(verdict(app).locator('pre')).toHaveText('errors = a * x + b - y');
});

test('what was said does not outlive the data and settings it was said of, and one press runs the program again', async ({ app }) => {
  await openBench(app);
  await fillGaps(app, '-2 * np.mean(x * errors)', '-2 * np.mean(errors)');
  for (const [change, said] of /** @type {[() => Promise<unknown>, string][]} */ ([
    [() => app.setField('Learning rate', 0.002), 'L has changed'],
    [() => app.setField('Epochs', 40), 'epochs has changed'],
    [() => app.field('Dataset').selectOption('faithful'), 'the data, L and epochs have changed'],
  ])) {
    await app.button('Run program').click();
    await expect(verdict(app)).toContainText('Right: all');
    await change();
    await expect(verdict(app)).toHaveText(/^Since your program ran, /);
    if (!said.startsWith('the data')) await expect(verdict(app)).toContainText(said);
    await app.button('Run it again').click();
    await expectState(app, 'done');
    await expect(verdict(app)).toContainText('Right: all');
  }
  // Settings that change while it runs: nothing is said of its steps by the new ones.
  await program(app).fill('while True:\n    show(1, 2)\n');
  await app.button('Run program').click();
  await expect(app.page.locator('#status')).toHaveText('Your program is running. Its lines appear as they come.');
  await app.setField('Learning rate', 0.003);
  await expect(app.page.locator('#status')).toHaveText('Your program is running. Its lines appear as they come.');
  await app.button('Stop program').click();
  await expect(verdict(app)).toContainText('L has changed');
  await expect(app.page.locator('#status')).not.toContainText('is running');
});

test('one’s own line that leaves the picture is spoken of, and the transport says whose lines it plays', async ({ app }) => {
  await openBench(app);
  const transport = app.page.getByRole('region', { name: 'Descent' });
  await expect(transport).toContainText('The page’s own descent');
  await program(app).fill('show(0, 1e6)\n');
  await app.button('Run program').click();
  await expectState(app, 'done');
  await expect(app.page.locator('#program-outside')).toHaveText('Your line is outside the picture: at x = 3.22 it is at y = 1,000,000.');
  await expect(transport).toContainText('Replay of your program’s lines');
  await program(app).fill('show(-5, 37)\n');
  await app.button('Run program').click();
  await expectState(app, 'done');
  await expect(app.page.locator('#program-outside')).toBeEmpty();
});

test('an error names its line, which is marked until the program is changed', EVERY_ENGINE, async ({ app }) => {
  await openBench(app);
  await app.button('Run program').click();
  await expectState(app, 'failed');
  await expect(verdict(app)).toHaveText('There is still a gap, ..., in line 6: write something there.');
  await expect(program(app)).toHaveAttribute('aria-invalid', 'true');
  await program(app).press('End');
  await program(app).press('Space');
  await expect(program(app)).not.toHaveAttribute('aria-invalid');
});

test('a loop without end is stopped, and what it printed is bounded', EVERY_ENGINE, async ({ app }) => {
  await openBench(app);
  await program(app).fill('while True:\n    print("on and on")\n');
  await app.button('Run program').click();
  await expectState(app, 'running');
  await expect(app.page.locator('#program-output')).toContainText('The output is cut off here');
  await app.button('Stop program').click();
  await expectState(app, 'stopped');
  await expect(verdict(app)).toHaveText('You stopped the program.');
  await expect(app.button('Run program')).toBeFocused();
  expect((await app.page.locator('#program-output').textContent())?.length).toBeLessThan(70_000);
});

test('programs that mean harm leave the page running, and nothing leaves it', EVERY_ENGINE, async ({ app }) => {
  await openBench(app);
  /** @type {string[]} */
  const requests = [];
  app.page.on('request', (request) => requests.push(request.url()));
  /** @type {[string, string, string, string | RegExp][]} what, program, state, what is said or printed */
  const programs = [
    ['an endless loop', 'while True: pass', 'running', 'Your program is running.'],
    ['an endless loop in a function', 'def f():\n    while True: pass\nf()', 'running', 'Your program is running.'],
    ['memory', 's = "x"\nwhile True: s = s + s', 'failed', '64 MB'],
    ['arrays', 'import numpy as np\nkept = []\nwhile True: kept.append(np.zeros(1000000))', 'failed', '64 MB'],
    ['recursion', 'def f(n): return f(n + 1)\nf(0)', 'failed', 'keeps calling itself'],
    ['fetch', 'import js\njs.fetch("https://example.org/")', 'failed', 'cannot reach the page'],
    ['postMessage', '__import__("js").postMessage("done")', 'failed', 'AttributeError'],
    ['constructors', 'x._h.constructor.constructor("return fetch")()', 'failed', 'AttributeError'],
    ['a million prints', 'for i in range(1000000): print(i)', 'done', 'have nothing to show'],
    ['input', 'L = input("L? ")', 'failed', 'instead of input()'],
  ];
  for (const [index, [what, source, state, said]] of programs.entries()) {
    await program(app).fill(source);
    await app.button('Run program').click();
    await expect(app.page.locator('html'), what).toHaveAttribute('data-program', state);
    await expect(verdict(app), what).toContainText(said);
    await app.press('Step');
    expect(await app.value('epoch'), `after ${what}`).toBe(index + 1);
    if (state === 'running') {
      await app.button('Stop program').click();
      await expectState(app, 'stopped');
    }
  }
  await expect(app.page.locator('#program-output')).toBeHidden();
  expect(requests.filter((url) => !/\/(program|platform)\/|^blob:/.test(url))).toEqual([]);
});

test('a program outlives a reload, and starting over can be undone', async ({ app }) => {
  await openBench(app);
  const first = await program(app).inputValue();
  await program(app).fill('show(1, 2)');
  await app.page.reload();
  await app.ready();
  await app.button('Write it yourself').click();
  await expect(program(app)).toHaveValue('show(1, 2)');
  await app.button('Start over').click();
  await expect(program(app)).toHaveValue(first);
  await program(app).press('ControlOrMeta+z');
  await expect(program(app)).toHaveValue('show(1, 2)');
});

test('the editor indents, takes back, undoes, and lets the keyboard leave', EVERY_ENGINE, async ({ app }) => {
  await openBench(app);
  const type = (/** @type {string[]} */ ...keys) => keys.reduce((done, key) => done.then(() => program(app).press(key)), Promise.resolve());
  await program(app).fill('');
  await program(app).pressSequentially('for epoch in range(2):');
  await type('Enter');
  await program(app).pressSequentially('a = 1');
  await type('Enter');
  await expect(program(app)).toHaveValue('for epoch in range(2):\n    a = 1\n    ');
  await type('Backspace');
  await program(app).pressSequentially('b');
  await expect(program(app)).toHaveValue('for epoch in range(2):\n    a = 1\nb');
  await type('ControlOrMeta+a', 'Tab');
  await expect(program(app)).toHaveValue('    for epoch in range(2):\n        a = 1\n    b');
  await type('ControlOrMeta+z');
  await expect(program(app)).toHaveValue('for epoch in range(2):\n    a = 1\nb');
  await type('ControlOrMeta+a', 'Tab', 'Shift+Tab');
  await expect(program(app)).toHaveValue('for epoch in range(2):\n    a = 1\nb');
  await type('Escape', 'Tab');
  await expect(app.button('Run program')).toBeFocused();
});

/** @param {App} app @param {string} name */
async function chooseTask(app, name) {
  const text = app.page.locator('#task-text');
  const before = (await text.textContent()) ?? '';
  await app.field('Task').selectOption(name);
  // The first task is there from the start.
  if (name !== 'gradient') await expect(text).not.toHaveText(before);
}

/** What fills the gaps of each task, in their order. */
const SOLUTIONS = {
  gradient: ['-2 * np.mean(x * errors)', '-2 * np.mean(errors)'],
  loop: [
    `for epoch in range(epochs):
    errors = y - (a * x + b)
    a, b = a + 2 * L * np.mean(x * errors), b + 2 * L * np.mean(errors)
    show(a, b)`,
  ],
  tolerance: ['np.mean((y - (a * x + b)) ** 2)', 'J < tolerance'],
  divergence: ['np.mean(y ** 2)', 'np.mean((y - (a * x + b)) ** 2) > first'],
  standardise: ['(y - np.mean(y)) / np.std(y)', 'a * np.std(y) / np.std(x)', 'np.mean(y) + b * np.std(y) - slope * np.mean(x)'],
  batches: ['x[first:first + size]', 'y[first:first + size]'],
  momentum: ['0.9 * va + da', '0.9 * vb + db', 'a - L * va', 'b - L * vb'],
  absolute: ['-np.mean(x * np.sign(errors))', '-np.mean(np.sign(errors))'],
  rate: ['2 * np.mean(x ** 2)', '2 * np.mean(x)', '2 / ((haa + hbb) / 2 + np.sqrt(((haa - hbb) / 2) ** 2 + hab ** 2))'],
};

test('each task is done once its gaps are filled, gives the same under real Python, and stays done', async ({ app }) => {
  await openBench(app);
  const options = app.field('Task').locator('option');
  const names = await options.evaluateAll((all) => all.map((option) => option.getAttribute('value')));
  expect(names, 'every task but the free bench has a solution here').toEqual([...Object.keys(SOLUTIONS), 'free']);
  for (const [name, gaps] of Object.entries(SOLUTIONS)) {
    await test.step(name, async () => {
      await chooseTask(app, name);
      // Data of the task's own bring out what it is about; the first are done on any.
      if (!['gradient', 'loop'].includes(name)) await app.button('Use data for this task').click();
      const left = [...gaps];
      const text = await program(app).inputValue();
      await program(app).fill(text.replace(/\.\.\./g, () => left.shift() ?? '...'));
      await app.button('Run program').click();
      await expect(verdict(app)).toContainText('Task done.');
      await app.frame();
      const shown = await app.descent();
      expect(shown.epoch).toBeGreaterThan(0);
      expectCloseLine(runFile((await downloaded(app, 'Save as .py')).text), shown, 1e-9);
    });
  }
  await app.page.reload();
  await app.ready();
  await app.button('Write it yourself').click();
  const titles = await options.allTextContents();
  expect(titles.filter((title) => title.endsWith(' ✓'))).toEqual(titles.slice(0, -1));
});

/** Writes the formula of the task of the largest stable rate, and runs it. @param {App} app @param {string} limit */
async function runRate(app, limit) {
  const text = await program(app).inputValue();
  const [haa, hab] = SOLUTIONS.rate;
  await program(app).fill(text.replace(/haa = .*/, `haa = ${haa}`).replace(/hab = .*/, `hab = ${hab}`).replace(/limit = .*/, `limit = ${limit}`));
  await app.button('Run program').click();
  await expectState(app, 'done');
}

test('a rate that is not the largest stable one is told what is wrong with it, and a power iteration is right', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'rate');
  await runRate(app, '2 / (haa + hbb)');
  await expect(verdict(app)).toContainText('a little too careful: it adds both curvatures');
  await app.button('Hint').click();
  await expect(verdict(app)).toContainText('The greater eigenvalue itself');
  await runRate(app, '1 / np.mean(x ** 2)');
  await expect(verdict(app)).toContainText('if only the slope moved');
  await runRate(app, '0.0815');
  await expect(verdict(app)).toContainText('It needs more digits.');
  const iteration = '1.0\np, q = 1.0, 0.5\nfor i in range(500):\n    p, q = haa * p + hab * q, hab * p + hbb * q\n    size = np.sqrt(p * p + q * q)\n    p, q = p / size, q / size\nlimit = 2 / size';
  await runRate(app, iteration);
  await expect(verdict(app)).toContainText('Task done.');
  await program(app).fill('rate = 0.01');
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('When the program ends, there is no number called limit.');
});

test('a rate that is right on these data alone is no solution', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'rate');
  const text = await program(app).inputValue();
  await program(app).fill(text.replace(/haa = .*/, 'haa = 2 * np.mean(x ** 2)').replace(/hab = .*/, 'hab = 2 * np.mean(x)').replace(/limit = .*/, `limit = (${SOLUTIONS.rate[2]}) if len(x) == 32 else 1.0`));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('On other data the answer is different.');
  await expect(app.chosen('Task')).toHaveText('The largest stable rate');
});

test('a loop that is right on these data alone is no solution', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'loop');
  const text = await program(app).inputValue();
  await program(app).fill(text.replace('...', SOLUTIONS.loop[0].replace('range(epochs)', 'range(50)')));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('On other data, with epochs = 40, your program showed 50 lines');
  await expect(app.chosen('Task')).toHaveText('The whole loop');
});

test('a program that compares the cost of the line before is told that it stops too late, and why', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'tolerance');
  await app.button('Use data for this task').click();
  const text = await program(app).inputValue();
  await program(app).fill(text.replace('J = ...', 'J = np.mean(errors ** 2)').replace('if ...:', 'if J < tolerance:'));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText(/The steps are right, but with epochs = 1,000 and tolerance = 250 your program showed \d+ lines; it should stop after \d+ epochs\./);
  await app.button('Hint').click();
  await expect(verdict(app)).toContainText('one epoch too late');
  // Tolerance typed: right here, and wrong elsewhere.
  await program(app).fill(text.replace('J = ...', 'J = np.mean((y - (a * x + b)) ** 2)').replace('if ...:', 'if J < 250:'));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('On other data, with epochs = 1,000 and tolerance = 150');
  await app.button('Hint').click();
  await expect(verdict(app)).toContainText('Print the cost after each update');
  await expect(app.chosen('Task')).toHaveText('Stop at a tolerance');
});

test('a program that stops at the tolerance stops where the page does', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'tolerance');
  await app.button('Use data for this task').click();
  const text = await program(app).inputValue();
  await program(app).fill(text.replace('J = ...', 'J = np.mean((y - (a * x + b)) ** 2)').replace('if ...:', 'if J < tolerance:'));
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('Task done.');
  const { epoch } = await app.descent();
  expect(epoch).toBeGreaterThan(2);
  await app.button('Close').click();
  await app.runFast();
  await app.waitForStatus('below-tolerance');
  expect(await app.value('epoch')).toBe(epoch);
});

test('other data take the run away, and closing leaves the page as it was', async ({ app }) => {
  await openBench(app);
  await program(app).fill('show(1, 2)');
  await app.button('Run program').click();
  await expectState(app, 'done');
  expect(await app.descent()).toMatchObject({ epoch: 1, slope: 1, intercept: 2 });
  await app.button('Close').click();
  await expect(app.page.locator('html')).not.toHaveAttribute('data-program');
  await expect(app.button('Write it yourself')).toBeFocused();
  await expect(program(app)).toBeHidden();
  await app.frame();
  expect(await app.descent()).toMatchObject({ epoch: 0, slope: 0, intercept: 0 });
});

test('what the reader had comes back after the data of tasks', EVERY_ENGINE, async ({ app }) => {
  await openBench(app, CARS.replace('data=cars', 'data=faithful').replace('0~0.001', '0~0.0001'));
  await app.press('Step', 3);
  // The program in the link is that of the task.
  const shown = async () => [await app.descent(), (await app.link()).replace(/&program=.*/, '')];
  const before = await shown();
  await expect(app.button('Back to mine')).toBeHidden();
  await app.button('Use data for this task').click();
  await expect(app.chosen('Dataset')).not.toHaveText('Old Faithful');
  await app.press('Step');
  await chooseTask(app, 'tolerance');
  await app.button('Use data for this task').click();
  await app.button('Back to mine').click();
  await expect(app.chosen('Dataset')).toHaveText('Old Faithful');
  expect(await shown()).toEqual(before);
  await expect(app.button('Back to mine')).toBeHidden();
});

test('chapter 7 leads to its first task, and its goal is reached by a program that is right', async ({ app }) => {
  await openBench(app);
  await chooseTask(app, 'momentum');
  await app.open('chapter=7');
  await showThis(app, 7);
  const written = goal(app, 7, 'Fill both gaps');
  await expectNotReached(written, 'before anything is written');
  await app.button('Write this program yourself').click();
  await expect(app.chosen('Task')).toHaveText('The gradient');
  await expect(program(app)).toBeFocused();
  // The program of a task comes a moment after its name.
  await expect(program(app)).toHaveValue(/da = \.\.\./);
  await fillGaps(app, SOLUTIONS.gradient[0], SOLUTIONS.gradient[1]);
  await app.button('Run program').click();
  await expect(verdict(app)).toContainText('Task done.');
  await app.button('Close').click();
  await expect(app.button('Write this program yourself')).toBeFocused();
  await expectReached(written);
});

test('the names that the page promises are borne by one control each while it is open', async ({ app }) => {
  await openBench(app);
  for (const name of ['Step', 'Step back', 'Run', 'Reset', 'Copy link', 'Write it yourself', 'Run program', 'Stop program']) {
    await expect(app.button(name), name).toHaveCount(1);
  }
  const inputs = ['Learning rate', 'Learning rate, slider', 'Epochs', 'Tolerance', 'Speed', 'Epoch', 'Predict x'];
  for (const name of [...inputs, 'Dataset', 'X column', 'Y column', 'Upload CSV', 'Task']) {
    await expect(app.field(name), name).toHaveCount(1);
  }
  await expect(app.page.getByRole('textbox', { name: 'Program', exact: true })).toHaveCount(1);
});

for (const [width, height] of [[390, 844], [1024, 768], [1280, 800]]) {
  test(`figures, editor and buttons are in sight together at ${width} × ${height}`, async ({ app }) => {
    await app.page.setViewportSize({ width, height });
    await openBench(app);
    await fillGaps(app, '-2 * np.mean(x * errors)', '-2 * np.mean(errors)');
    await app.button('Run program').click();
    await expectState(app, 'done');
    for (const place of [app.page.locator('#data-figure'), app.page.locator('#cost-figure'), app.button('Run program'), app.button('Run')]) {
      await expect(place).toBeInViewport({ ratio: 1 });
    }
    await expect(program(app)).toBeInViewport();
    await expect(verdict(app)).toBeInViewport();
    const isApart = await app.page.evaluate(() => {
      const [status, run] = ['status', 'run'].map((id) => document.getElementById(id)?.getBoundingClientRect());
      return status && run && (status.bottom <= run.top || run.bottom <= status.top);
    });
    expect(isApart, 'the status covers no button').toBe(true);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test.describe('where motion is welcome', () => {
  test.use({ ownWindow: { reducedMotion: 'no-preference' } });

  test('the run plays from its start once the program has ended', async ({ app }) => {
    await openBench(app);
    await app.slide('Speed', 'max');
    await program(app).fill('for i in range(30):\n    show(i + 1, i)\n');
    await app.button('Run program').click();
    await expectState(app, 'done');
    await expect.poll(() => app.value('epoch')).toBe(30);
    await app.waitForStatus('epoch-limit');
    expect(await app.descent()).toMatchObject({ slope: 30, intercept: 29 });
  });
});
