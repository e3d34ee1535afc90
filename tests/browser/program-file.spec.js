/** The reader's program as a file: real Python with real NumPy comes to the page's numbers. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloaded } from './downloads.js';
import { expectCloseLine } from './numbers.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { PYTHON } from './python.js';

/** Runs a file, and gives the a, b and J that it prints. @param {string} text */
function runFile(text) {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-program-'));
  try {
    writeFileSync(join(folder, 'program.py'), text);
    const printed = execFileSync(PYTHON, ['-W', 'error', 'program.py'], { cwd: folder, encoding: 'utf8' });
    const numbers = /^a = (\S+), b = (\S+), J = (\S+)$/m.exec(printed);
    if (!numbers) throw new Error(`the program printed ${printed}`);
    const [slope, intercept, cost] = numbers.slice(1).map(Number);
    return { slope, intercept, cost };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [data, rate] of /** @type {const} */ ([['cars', 0.001], ['faithful', 0.0001], ['anscombe-1', 0.01]])) {
  test(`on ${data} the right program, saved, gives the page’s a, b and J under real Python`, EVERY_ENGINE, async ({ app }) => {
    await app.page.evaluate(() => localStorage.clear());
    await app.open(
      `v=1&data=${data}&swapped=0&rate=0~${rate}&epochs=50&tolerance=0&start=zero&epoch=0&speed=4&view=map&camera=0.6000_0.5000&log=0&answer=0`,
    );
    await app.button('Write it yourself').click();
    const html = app.page.locator('html');
    await expect(html).toHaveAttribute('data-program', 'ready');
    const program = app.field('Program');
    const gaps = await program.inputValue();
    const source = gaps.replace(/da = .*/, 'da = -2 * np.mean(x * errors)').replace(/db = .*/, 'db = -2 * np.mean(errors)');
    await program.fill(source);
    await app.button('Run program').click();
    await expect(html).toHaveAttribute('data-program', 'done');
    await app.frame();
    const shown = await app.descent();
    expect(shown.epoch).toBe(50);
    const { file, text } = await downloaded(app, 'Save as .py');
    expect(file).toMatch(/^downhill-.*-program\.py$/);
    expect(text.slice(-source.length), 'the program is at its end, unchanged').toBe(source);
    await expect(app.page.locator('#program-taken')).toContainText(/rows are inside\./);
    expectCloseLine(runFile(text), shown, 1e-9);
    await program.press('End');
    await program.press('Space');
    await expect(app.page.locator('#program-taken')).toBeEmpty();
  });
}
