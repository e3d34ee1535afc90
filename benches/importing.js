/**
 * What runs in the browser: two columns of a file on disk, read by Downhill and by its peers.
 *
 * The peers run as they mostly do, on the page's own thread, which spares them handing over what they read.
 * They take their columns from rows of strings as these come, which is faster and leaner than their typed
 * outputs: those convert all 31 columns.
 *
 * @typedef {{ xs: Float64Array, ys: Float64Array }} Block
 * @typedef {Block[]} Columns block by block, as they come: nobody has to put them together
 * @typedef {(file: File, columns: [number, number]) => Promise<Columns | undefined>} Reader nothing comes of
 *   bytes that are merely read
 * @typedef {{ ms: number, rows: number, sums: [number, number] }} Read
 */

/** Bytes of a chunk where memory counts: with larger ones the peers take more, and less evenly. */
const LEAN = 64 << 10;
/** Points of a block. */
const BLOCK = 64 << 10;

/** Where the built page has a module: in the folder of its version, which its start names. @param {string} path */
async function built(path) {
  const page = new DOMParser().parseFromString(await (await fetch('./')).text(), 'text/html');
  const start = page.querySelector('script[type="module"]')?.getAttribute('src') ?? '';
  return new URL(`../${path}`, new URL(start, location.href)).href;
}

/** The ways to read, each of which loads only what it needs. @satisfies {Record<string, () => Promise<Reader>>} */
const READERS = {
  Downhill: async () => {
    /** @type {typeof import('./import/read-file.js')} */
    const { readFile } = await import(await built('import/read-file.js'));
    return async (file, columns) => {
      const { parts } = await readFile({ blob: file, choices: [], columns }, () => {}, () => {}).done;
      return parts;
    };
  },
  'Blob.arrayBuffer()': async () => async (file) => {
    await file.arrayBuffer();
    return undefined;
  },
  'uDSV, of the whole text': async () => {
    const { inferSchema, initParser } = await import('./uDSV.mjs');
    return async (file, columns) => {
      const points = collect(columns);
      const text = await file.text();
      initParser(inferSchema(text)).stringArrs(text, points.take);
      return points.finish();
    };
  },
  'uDSV, of a stream': async () => {
    const parse = inChunks(await import('./uDSV.mjs'));
    return (file, columns) => parse(file.stream().pipeThrough(new TextDecoderStream()), columns);
  },
  'uDSV, of slices': async () => {
    const parse = inChunks(await import('./uDSV.mjs'));
    return (file, columns) => parse(slices(file), columns);
  },
  'd3-dsv': async () => {
    const { csvParseRows } = await import('./d3-dsv.mjs');
    return async (file, columns) => {
      const points = collect(columns);
      const text = await file.text();
      csvParseRows(text, (cells) => {
        points.take(cells);
        return null;
      });
      return points.finish();
    };
  },
  // Its own chunks, of 10 MB, are slower.
  PapaParse: async () => parseWith(await import('./papaparse.mjs'), 1 << 20),
  'PapaParse, of small chunks': async () => parseWith(await import('./papaparse.mjs'), LEAN),
};

/** @typedef {keyof typeof READERS} Way */

/** uDSV as it reads chunk after chunk. @param {typeof import('./uDSV.mjs')} library */
function inChunks({ inferSchema, initParser }) {
  /**
   * @param {AsyncIterable<string>} chunks
   * @param {[number, number]} columns
   */
  return async (chunks, columns) => {
    const points = collect(columns);
    /** @type {import('udsv').Parser | undefined} */
    let parser;
    for await (const text of chunks) {
      parser ??= initParser(inferSchema(text));
      parser.chunk(text, parser.stringArrs, points.take);
    }
    parser?.end();
    return points.finish();
  };
}

/**
 * PapaParse as it reads a file.
 * @param {typeof import('./papaparse.mjs')} library
 * @param {number} chunkSize bytes
 * @returns {Reader}
 */
function parseWith({ Papa }, chunkSize) {
  return (file, columns) =>
    new Promise((resolve, reject) => {
      const points = collect(columns);
      Papa.parse(file, {
        chunkSize,
        chunk: ({ data }) => /** @type {string[][]} */ (data).forEach(points.take),
        complete: () => resolve(points.finish()),
        error: reject,
      });
    });
}

/** The text of a file, piece by piece. @param {File} file */
async function* slices(file) {
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += LEAN) {
    yield decoder.decode(await file.slice(at, at + LEAN).arrayBuffer(), { stream: true });
  }
}

/**
 * Makes two columns of rows of cells, without those rows that have not two numbers. It collects in blocks,
 * which takes less memory than arrays that are copied as they grow.
 * @param {[number, number]} columns
 */
function collect([x, y]) {
  /** @type {Columns} */
  const blocks = [];
  let block = { xs: new Float64Array(BLOCK), ys: new Float64Array(BLOCK) };
  let rows = 0;
  return {
    /** @param {string[]} cells */
    take(cells) {
      const [first, second] = [cells[x], cells[y]];
      if (!first || !second) return;
      const [a, b] = [Number(first), Number(second)];
      if (!Number.isFinite(a) || !Number.isFinite(b)) return;
      if (rows === BLOCK) {
        blocks.push(block);
        block = { xs: new Float64Array(BLOCK), ys: new Float64Array(BLOCK) };
        rows = 0;
      }
      block.xs[rows] = a;
      block.ys[rows] = b;
      rows += 1;
    },
    /** @returns {Columns} */
    finish() {
      return [...blocks, { xs: block.xs.subarray(0, rows), ys: block.ys.subarray(0, rows) }];
    },
  };
}

/** What this page reads with. @type {Reader | undefined} */
let reader;

/** Gets ready to read. @param {Way} way */
export async function prepare(way) {
  reader = await READERS[way]();
}

/**
 * Reads the file that was chosen.
 * @param {[number, number]} columns
 * @returns {Promise<Read>}
 */
export async function measure(columns) {
  const file = document.querySelector('input')?.files?.[0];
  if (!reader || !file) throw new Error('There is no reader or no file.');
  const start = performance.now();
  const read = await reader(file, columns);
  const ms = performance.now() - start;
  const blocks = read ?? [];
  const rows = blocks.reduce((count, { xs }) => count + xs.length, 0);
  return { ms, rows, sums: [sum(blocks.map(({ xs }) => xs)), sum(blocks.map(({ ys }) => ys))] };
}

/** @param {Float64Array[]} blocks */
function sum(blocks) {
  // Value by value, so that the blocks do not matter.
  return blocks.reduce((total, values) => values.reduce((sum, value) => sum + value, total), 0);
}
