import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the benchmarks keep a Python with NumPy. */
const OURS = fileURLToPath(new URL('../../target/python/bin/python', import.meta.url));

/** A Python with NumPy. */
export const PYTHON = process.env.PYTHON ?? (existsSync(OURS) ? OURS : 'python3');

/** What runs the lesson's program on columns that are handed over as they are, bit by bit. */
const CALLS = `
import json, sys
for job in json.load(sys.stdin):
    x, y = np.fromfile(job["x"]), np.fromfile(job["y"])
    ends = [descend(x, y, job["L"], epochs) for epochs in job["epochs"]]
    print(json.dumps([[float(number) for number in end] for end in ends]))
`;

/**
 * Runs the lesson's program in a real Python with NumPy: for each set of data, its a, b and J after
 * each number of epochs.
 *
 * @param {string} code
 * @param {{ xs: Float64Array, ys: Float64Array, rate: number, epochs: number[] }[]} jobs
 */
export function runProgram(code, jobs) {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-python-'));
  /** @param {string} name @param {Float64Array} numbers */
  const column = (name, numbers) => {
    writeFileSync(join(folder, name), numbers);
    return join(folder, name);
  };
  try {
    const input = jobs.map(({ xs, ys, rate, epochs }, index) => ({
      x: column(`${index}.x`, xs),
      y: column(`${index}.y`, ys),
      L: rate,
      epochs,
    }));
    writeFileSync(join(folder, 'descend.py'), code + CALLS);
    const options = { input: JSON.stringify(input), encoding: /** @type {const} */ ('utf8') };
    const lines = execFileSync(PYTHON, [join(folder, 'descend.py')], options).trim().split('\n');
    /** @type {[number, number, number][][]} */
    const ends = lines.map((line) => JSON.parse(line));
    return ends.map((all) => all.map(([slope, intercept, cost]) => ({ slope, intercept, cost })));
  } catch (reason) {
    throw new Error(`${PYTHON} with NumPy could not run the program; PYTHON can say which one to take. ${reason}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a program that was saved as a file in a real Python with NumPy, and gives what it prints. @param {string} text */
export function printedBy(text) {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-program-'));
  try {
    writeFileSync(join(folder, 'program.py'), text);
    return execFileSync(PYTHON, ['-W', 'error', 'program.py'], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The a, b and J that such a file printed. @param {string} printed */
export function lastLine(printed) {
  const numbers = /^a = (\S+), b = (\S+), J = (\S+)$/m.exec(printed);
  if (!numbers) throw new Error(`the program printed ${printed}`);
  const [slope, intercept, cost] = numbers.slice(1).map(Number);
  return { slope, intercept, cost };
}

/** Runs such a file, and gives the a, b and J that it prints. @param {string} text */
export const runFile = (text) => lastLine(printedBy(text));
