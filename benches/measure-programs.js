/** The reader's programs, in MicroPython as the page runs them, beside the same ones in real Python with real NumPy. */
import { DESCENT } from '../tests/interpreter/descent.js';
import { median, ms, row, within } from './table.js';

const ROUNDS = 7;
/** Epochs of the short and the long run: their difference leaves the start out. */
const [SHORT, LONG] = [20, 220];
const ROWS = 119_040;
/** How many times as long as NumPy an epoch may take. */
const ALLOWED = 4;

export async function measurePrograms() {
  const { run, startPython } = await import('../tests/interpreter/run.js');
  const x = Float64Array.from({ length: ROWS }, (_, i) => ((i * 7919) % 4001) / 100);
  const y = x.map((value, i) => 3 * value + 1 + Math.sin(i));
  const python = startPython();
  /** Processor time: the other program waits meanwhile. @param {(program: import('../tests/interpreter/run.js').Program) => Promise<{ ms: number }>} run */
  const epoch = async (run) => {
    const times = [];
    for (const epochs of [SHORT, LONG]) times.push((await run({ source: DESCENT, x, y, learningRate: 1e-4, epochs })).ms);
    return (times[1] - times[0]) / (LONG - SHORT);
  };
  /** @type {[number[], number[]]} */
  const [here, there] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    here.push(await epoch(run));
    there.push(await epoch(python.run));
  }
  python.end();
  console.log(`\nThe reader's programs, medians of ${ROUNDS} of processor time, in Node`);
  row(['program', 'MicroPython', 'NumPy', 'ratio', 'reached?']);
  const [ours, theirs] = [median(here), median(there)];
  row(['an epoch of plain descent on 119,040 rows', ms(ours), ms(theirs), ...within(ours / theirs, ALLOWED)]);
}
