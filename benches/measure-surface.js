/** The first cost surface beside three.js, from asking for the library on. */
import { createServer } from 'node:http';
import { file } from './open.js';
import { faster, median, ms, row } from './table.js';

/** Pages that are opened to draw once. */
const PAGES = 9;
/** How many times sooner than three.js ours is wanted. */
const WANTED = 3;

const CANVASES = ['data-base', 'data-overlay', 'cost-base', 'cost-overlay', 'history-base', 'history-overlay', 'three'];
const HTML = `<!doctype html><meta charset="utf-8"><title>surface</title>
${CANVASES.map((id) => `<canvas id="${id}"></canvas>`).join('')}
<script type="module">window.bench = await import('./surface.js');</script>`;

/** @param {import('./open.js').Browser} browser */
export async function measureSurface(browser) {
  const { server, address } = await serve();
  /** @type {Record<'ours' | 'theirs', number[]>} */
  const times = { ours: [], theirs: [] };
  for (let turn = 0; turn < PAGES; turn += 1) {
    for (const whose of /** @type {const} */ (['ours', 'theirs'])) times[whose].push(await first(browser, address, whose));
  }
  server.close();
  const [ours, theirs] = [median(times.ours), median(times.theirs)];
  row(['\nfirst surface of a page', 'Downhill', 'three.js', 'ratio', 'reached?']);
  row(['60 x 60 cost surface, library loading included', ms(ours), ms(theirs), ...faster(theirs / ours, WANTED)]);
}

/**
 * @param {import('./open.js').Browser} browser
 * @param {string} address
 * @param {'ours' | 'theirs'} whose
 * @returns {Promise<number>}
 */
async function first(browser, address, whose) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => 'bench' in window);
  const time = await page.evaluate((whose) => Reflect.get(window, 'bench')[whose](), whose);
  await context.close();
  return time;
}

/** Serves both libraries from memory, in one way, so that neither waits for a disk. */
async function serve() {
  const built = new URL('pkg/', process.env.DOWNHILL_URL);
  const fetched = async (/** @type {string} */ name) => Buffer.from(await (await fetch(new URL(name, built))).arrayBuffer());
  /** @type {Record<string, [string, Buffer]>} */
  const files = {
    '/': ['text/html', Buffer.from(HTML)],
    '/surface.js': ['text/javascript', await file('surface.js')()],
    '/three.module.min.js': ['text/javascript', await file('node_modules/three/build/three.module.min.js')()],
    '/pkg/core.js': ['text/javascript', await fetched('core.js')],
    '/pkg/core_bg.wasm': ['application/wasm', await fetched('core_bg.wasm')],
  };
  const server = createServer((request, response) => {
    const found = files[request.url ?? ''];
    if (!found) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': found[0] }).end(found[1]);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server, address: `http://127.0.0.1:${port}/` };
}
