/** Import of two columns beside CSV parsers and beside the bytes merely read: time, memory, and the page's thread. */
import { longestBlock } from './blocking.js';
import { memoryIsTold, peakMemory } from './memory.js';
import { file, launch, open } from './open.js';
import { faster, median, ms, row, verdict, within } from './table.js';
import { weatherFiles } from './weather-files.js';

/**
 * @typedef {import('./open.js').Browser} Browser
 * @typedef {import('./importing.js').Read} Read
 * @typedef {import('./importing.js').Way} Way
 * @typedef {import('./weather-files.js').WeatherFile} WeatherFile
 * @typedef {{ pages: number, rounds: number, ofRival: number, ofOthers: number, faster: number, slower: number }} Plan
 */

const BODY = '<input type="file">';
const FILES = {
  'uDSV.mjs': file('node_modules/udsv/dist/uDSV.mjs'),
  'd3-dsv.mjs': file('node_modules/d3-dsv/dist/d3-dsv.mjs'),
  'papaparse.mjs': papaParse,
};

/** @type {Way} */
const OURS = 'Downhill';
/** @type {Way} */
const BYTES = 'Blob.arrayBuffer()';
/** @type {Way[]} */
const RIVAL = ['uDSV, of the whole text', 'uDSV, of a stream'];
/** Those whose time is told for comparison only. @type {Way[]} */
const OTHERS = ['d3-dsv', 'PapaParse'];
/** The leanest way of each. @type {Way[]} */
const LEAN = ['uDSV, of slices', 'd3-dsv', 'PapaParse, of small chunks'];

/**
 * For each file, the smallest first: in how many pages it is read one after the other, how often in each, and how
 * many times faster than uDSV, and at most slower than the bytes alone, DESIGN wants it. A page may have memory
 * at hand in which `arrayBuffer()` is twice as fast as elsewhere: so the largest file is read in several.
 * @type {Plan[]}
 */
const PLANS = [
  { pages: 1, rounds: 11, ofRival: 11, ofOthers: 5, faster: 3, slower: 2 },
  { pages: 1, rounds: 11, ofRival: 7, ofOthers: 3, faster: 3, slower: 2 },
  { pages: 8, rounds: 5, ofRival: 3, ofOthers: 1, faster: 3, slower: 1.5 },
];
const MEMORY = { rounds: 2, wanted: 1 };
const BLOCK = { rounds: 3, wanted: 50 };

/** @param {Browser} browser */
export async function measureImport(browser) {
  const { files, columns, real } = weatherFiles();
  const data = real ? 'the weather file' : 'a stand-in for the weather file';
  console.log(`\nMinTemp and MaxTemp of ${data}, and of its rows repeated, from files on disk; medians`);
  await measureTimes(browser, files, columns);
  const largest = files[files.length - 1];
  row([`beyond time, ${largest.megabytes} MB`, 'Downhill', 'peer', 'ratio', 'reached?']);
  if (memoryIsTold) await measureMemory(largest, columns);
  else console.log('Peak memory is left out: this system has no /proc that tells it.');
  await measureBlock(browser, largest);
}

/**
 * Each way has pages of its own, so that none pays for what another one left behind.
 * @param {Browser} browser
 * @param {WeatherFile[]} files
 * @param {[number, number]} columns
 */
async function measureTimes(browser, files, columns) {
  /** @type {Map<Way, number> | undefined} */
  let first;
  for (const [index, weather] of files.entries()) {
    const plan = PLANS[index];
    /** @type {Map<Way, number[]>} */
    const times = new Map();
    for (let page = 0; page < plan.pages; page += 1) {
      const ways = page === 0 ? [OURS, BYTES, ...RIVAL, ...OTHERS] : [OURS, BYTES];
      const warmUp = await measureInPages(browser, ways, weather, columns, plan, times);
      first ??= warmUp;
    }
    showTimes(weather, new Map([...times].map(([way, all]) => [way, median(all)])), plan);
  }
  if (!first) return;
  // Ours starts its worker then, and loads what that needs.
  const rival = fastest(first);
  const [ours, theirs] = [of(first, OURS), of(first, rival)];
  row(['for comparison: the first file of a page', ms(ours), ms(theirs), `${(theirs / ours).toFixed(1)}x`, '', `  ${rival}`]);
}

/**
 * Reads in turns, in new pages, and adds to the times of each way; what the first turn took, which is not among
 * them, comes back.
 * @param {Browser} browser
 * @param {Way[]} ways
 * @param {WeatherFile} weather
 * @param {[number, number]} columns
 * @param {Plan} plan
 * @param {Map<Way, number[]>} times
 */
async function measureInPages(browser, ways, weather, columns, plan, times) {
  const readers = [];
  for (const way of ways) readers.push(await prepare(browser, way, columns));
  for (const { choose } of readers) await choose(weather.path);
  const warmUp = await measureRound(readers, weather);
  for (let round = 0; round < plan.rounds; round += 1) {
    const turn = readers.filter(({ way }) => {
      if (RIVAL.includes(way)) return round < plan.ofRival;
      return round < plan.ofOthers || !OTHERS.includes(way);
    });
    for (const [way, time] of await measureRound(turn, weather)) times.set(way, [...(times.get(way) ?? []), time]);
  }
  for (const { close } of readers) await close();
  return warmUp;
}

/**
 * Milliseconds of each, one after the other.
 * @param {Awaited<ReturnType<typeof prepare>>[]} readers
 * @param {WeatherFile} weather
 * @returns {Promise<Map<Way, number>>}
 */
async function measureRound(readers, { rows }) {
  const all = [];
  for (const { way, read } of readers) all.push({ way, ...(await read()) });
  assertSame(all.filter(({ way }) => way !== BYTES), rows);
  return new Map(all.map(({ way, ms }) => [way, ms]));
}

/**
 * @param {WeatherFile} weather
 * @param {Map<Way, number>} times
 * @param {Plan} plan
 */
function showTimes({ megabytes, rows }, times, plan) {
  const rival = fastest(times);
  const [ours, theirs, bytes] = [OURS, rival, BYTES].map((way) => of(times, way));
  row([`import of ${megabytes} MB, ${rows.toLocaleString('en')} rows`, 'Downhill', 'peer', 'ratio', 'reached?']);
  row(['faster than uDSV', ms(ours), ms(theirs), ...faster(theirs / ours, plan.faster), `  ${rival}`]);
  row(['longer than the bytes alone', ms(ours), ms(bytes), ...within(ours / bytes, plan.slower), `  ${BYTES}`]);
  for (const way of OTHERS) {
    row([`for comparison: faster than ${way}`, '', ms(of(times, way)), `${(of(times, way) / ours).toFixed(1)}x`]);
  }
}

/** The fastest way of uDSV. @param {Map<Way, number>} times */
function fastest(times) {
  return RIVAL.reduce((a, b) => (of(times, b) < of(times, a) ? b : a));
}

/** @param {Map<Way, number>} times @param {Way} way */
function of(times, way) {
  return times.get(way) ?? NaN;
}

/**
 * Each in a browser of its own, the least of some rounds: when garbage is collected is not theirs to say.
 * @param {WeatherFile} weather
 * @param {[number, number]} columns
 */
async function measureMemory(weather, columns) {
  const peaks = [];
  const reads = [];
  for (const way of [OURS, ...LEAN]) {
    let peak = Infinity;
    for (let round = 0; round < MEMORY.rounds; round += 1) {
      const measured = await peakOf(way, weather, columns);
      peak = Math.min(peak, measured.peak);
      reads.push(measured.read);
    }
    peaks.push({ way, peak, shown: `${peak.toFixed(0)} MB` });
  }
  assertSame(reads, weather.rows);
  const [ours, ...theirs] = peaks;
  const [leanest, ...others] = theirs.sort((a, b) => a.peak - b.peak);
  const ratio = within(ours.peak / leanest.peak, MEMORY.wanted);
  row(['peak memory beside the leanest peer', ours.shown, leanest.shown, ...ratio, `  ${leanest.way}`]);
  for (const { way, peak, shown } of others) {
    row([`for comparison: ${way}`, '', shown, `${(ours.peak / peak).toFixed(2)}x`]);
  }
}

/**
 * @param {Way} way
 * @param {WeatherFile} weather
 * @param {[number, number]} columns
 */
async function peakOf(way, { path }, columns) {
  const browser = await launch();
  const { choose, read } = await prepare(browser, way, columns);
  await choose(path);
  const { peak, result } = await peakMemory(browser, read);
  await browser.close();
  return { peak, read: result };
}

/**
 * @param {Browser} browser
 * @param {WeatherFile} weather
 */
async function measureBlock(browser, weather) {
  const gaps = [];
  const long = [];
  for (let round = 0; round < BLOCK.rounds; round += 1) {
    const { gap, longTasks } = await longestBlock(browser, weather);
    gaps.push(gap);
    long.push(...longTasks.map((time) => time.toFixed(0)));
  }
  const gap = median(gaps);
  const reached = verdict(gap <= BLOCK.wanted, `${BLOCK.wanted} ms`);
  const noted = long.length ? `  long tasks in all imports: ${long.join(', ')} ms` : '';
  row(["longest block of the page's thread", ms(gap), '', '', reached, noted]);
}

/**
 * A page that reads in one way.
 * @param {Browser} browser
 * @param {Way} way
 * @param {[number, number]} columns
 */
async function prepare(browser, way, columns) {
  const page = await open(browser, 'importing.js', FILES, { body: BODY });
  await page.evaluate((way) => Reflect.get(window, 'bench').prepare(way), way);
  // What it loads from now on, the server alone answers.
  await page.unrouteAll();
  const session = await page.context().newCDPSession(page);
  return {
    way,
    /** @param {string} path */
    choose: (path) => page.setInputFiles('input', path),
    /** @returns {Promise<Read>} */
    read: async () => {
      // What the time before left behind is not this one's.
      await session.send('HeapProfiler.collectGarbage');
      return page.evaluate((columns) => Reflect.get(window, 'bench').measure(columns), columns);
    },
    close: () => page.context().close(),
  };
}

/** PapaParse is a script for pages without modules: made one. */
async function papaParse() {
  const script = await file('node_modules/papaparse/papaparse.min.js')();
  return Buffer.from(`const own = {};(function () {${script}}).call(own);export const { Papa } = own;`);
}

/**
 * That all have read the same, and all of it.
 * @param {Read[]} all
 * @param {number} rows
 */
function assertSame(all, rows) {
  for (const read of all) {
    if (read.rows !== rows || read.sums.some((sum, i) => sum !== all[0].sums[i])) {
      throw new Error(`Of ${rows} rows this was read: ${JSON.stringify(all)}`);
    }
  }
}
