/** Descents beside the same ones in NumPy, in turns. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { weatherFile } from '../tests/browser/weather.js';
import { open } from './open.js';
import { faster, median, ms, row } from './table.js';

const ROUNDS = 11;

/**
 * What is measured: `what` is its name in passes.js, and `peers` are those in passes.py with how many times
 * faster than each DESIGN wants it.
 * @type {{ what: string, title: string, peers: { what: string, than: string, wanted: number }[] }[]}
 */
const DESCENTS = [
  {
    what: 'squared',
    title: '1,000 epochs of squared error',
    peers: [
      { what: 'squared', than: 'over the rows', wanted: 100 },
      { what: 'sums', than: 'from the sums', wanted: 3 },
    ],
  },
  ...['absolute', 'huber'].map((cost) => ({
    what: cost,
    title: `an epoch of the ${cost} cost`,
    peers: [{ what: cost, than: '', wanted: 1.2 }],
  })),
  ...[32, 1].map((size) => ({
    what: `batches of ${size}`,
    title: `an epoch of batches of ${size}`,
    peers: [{ what: `batches of ${size}`, than: '', wanted: 1.2 }],
  })),
];

/** The two temperatures of each row, as bytes: all x, then all y. */
function points() {
  const { path, real } = weatherFile();
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/).map((line) => line.split(','));
  const columns = ['MinTemp', 'MaxTemp'].map((name) => lines.map((cells) => Number(cells[head.indexOf(name)])));
  return { bytes: new Uint8Array(Float64Array.from(columns.flat()).buffer), rows: lines.length, real };
}

/** A process that answers each line with a line, both JSON. @param {string} path of the points */
async function numpy(path) {
  const script = fileURLToPath(new URL('passes.py', import.meta.url));
  const python = spawn(process.env.PYTHON ?? 'python3', [script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(python.stdout)[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('passes.py ended before it answered.');
    return JSON.parse(value);
  };
  return {
    about: await answer(),
    /** @param {string} what @returns {Promise<Record<string, { ms: number, line: [number, number] | null }>>} */
    measure: async (what) => {
      python.stdin.write(`${JSON.stringify(what)}\n`);
      return answer();
    },
    end: () => python.stdin.end(),
  };
}

/**
 * That two descents which do the same have ended at the same line.
 * @param {number[]} a
 * @param {number[]} b
 * @param {string} what
 */
function assertSame(a, b, what) {
  if (a.some((value, i) => Math.abs(value - b[i]) > 1e-6 * Math.abs(b[i]))) {
    throw new Error(`${what}: Downhill ended at ${a}, NumPy at ${b}.`);
  }
}

/** @param {import('./open.js').Browser} browser */
export async function measureEngine(browser) {
  const { bytes, rows, real } = points();
  const folder = new URL('../target/bench/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('points.f64', folder), bytes);
  const page = await open(browser, 'passes.js', { 'points.f64': async () => Buffer.from(bytes) });
  const peer = await numpy(fileURLToPath(new URL('points.f64', folder)));

  /**
   * Medians of ours and of the fastest way of each of the others, measured in turns.
   * @param {string} what
   * @param {string[]} others
   */
  const compare = async (what, others) => {
    /** @type {number[]} */
    const ours = [];
    /** @type {Record<string, number[]>[]} */
    const theirs = others.map(() => ({}));
    for (let round = 0; round < ROUNDS; round += 1) {
      /** @type {import('./passes.js').Measured} */
      const mine = await page.evaluate((what) => Reflect.get(window, 'bench').measure(what), what);
      ours.push(mine.ms);
      for (const [index, other] of others.entries()) {
        for (const [way, its] of Object.entries(await peer.measure(other))) {
          if (mine.line && its.line) assertSame(mine.line, its.line, `${what}, ${way}`);
          (theirs[index][way] ??= []).push(its.ms);
        }
      }
    }
    const fastest = theirs.map((ways) =>
      Object.entries(ways)
        .map(([way, times]) => ({ way, ms: median(times) }))
        .reduce((a, b) => (b.ms < a.ms ? b : a)),
    );
    return { ours: median(ours), fastest };
  };

  const data = real ? 'the weather file' : 'a stand-in for the weather file';
  console.log(`\n${rows.toLocaleString('en')} rows of ${data}, medians of ${ROUNDS}; ${peer.about}`);
  row(['descent', 'Downhill', 'NumPy', 'ratio', 'reached?', "  NumPy's fastest way"]);
  for (const { what, title, peers } of DESCENTS) {
    const { ours, fastest } = await compare(what, peers.map((peer) => peer.what));
    for (const [index, { than, wanted }] of peers.entries()) {
      const { way, ms: its } = fastest[index];
      const name = than ? `${title}, NumPy's ${than}` : title;
      row([name, ms(ours), ms(its), ...faster(its / ours, wanted), `  ${way}`]);
    }
  }
  const { ours, fastest } = await compare('columns', ['reading']);
  row(['for comparison: columns handed over, once', ms(ours)]);
  row(['for comparison: 16 bytes a row, merely read', '', ms(fastest[0].ms), '', '', `  ${fastest[0].way}`]);
  peer.end();
  await page.context().close();
}
