import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const BASE = '/course/downhill/';
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** @typedef {Map<string, Buffer>} Files by path, with `/` between names */

/** The built page. @returns {Files} */
function builtPage() {
  const paths = readdirSync(DIST, { recursive: true }).map(String).filter((path) => statSync(join(DIST, path)).isFile());
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(DIST, path))]));
}

/**
 * The page as a build after it would make it, of which only the title has changed.
 * @param {Files} files
 * @param {string} title
 * @returns {Files}
 */
function nextVersion(files, title) {
  const [, list, worker] = /^self\.release=(.*);\n([^]*)$/.exec(String(files.get('service-worker.js'))) ?? [];
  const release = JSON.parse(list);
  const [before, after] = [release.version, `version-${title.length}${release.version.slice(-5)}`];
  /** @type {Files} */
  const next = new Map();
  for (const [path, content] of files) {
    const isPage = path === 'index.html' || /^lesson\/.*\.html$/.test(path);
    const text = isPage && String(content).replaceAll(before, after).replace(/<title>Downhill.*<\/title>/, `<title>${title}</title>`);
    next.set(path.replace(before, after), text ? Buffer.from(text) : content);
  }
  const hash = (/** @type {string} */ path) => createHash('sha256').update(new Uint8Array(next.get(path) ?? [])).digest('base64');
  const kept = Object.keys(release.files).map((path) => path.replace(before, after));
  const changed = { version: after, files: Object.fromEntries(kept.map((path) => [path, `sha256-${hash(path)}`])) };
  return next.set('service-worker.js', Buffer.from(`self.release=${JSON.stringify(changed)};\n${worker}`));
}

/** A web server with the page, which can go away, and get a new version of it. */
export class Site {
  #files = builtPage();
  #server;
  /** The paths that were asked for since this was emptied. @type {string[]} */
  requests = [];

  constructor() {
    this.#server = createServer(({ url = '' }, response) => {
      const path = decodeURIComponent(url.split('?')[0].slice(BASE.length)) || 'index.html';
      this.requests.push(path);
      const content = this.#files.get(path);
      response.writeHead(content ? 200 : 404, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' });
      response.end(content);
    });
  }

  /** Serves the page. @returns {Promise<string>} its address */
  async open() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = this.#server.address();
    if (!address || typeof address === 'string') throw new Error('the site has no port');
    return `http://127.0.0.1:${address.port}${BASE}`;
  }

  /** Puts a new version in the place of the page. @param {string} title */
  publish(title) {
    this.#files = nextVersion(this.#files, title);
  }

  /** Serves a page that is worked on in the place of the built one: its worker as the source has it. @param {string} title */
  develop(title) {
    const worker = readFileSync(new URL('../../www/service-worker.js', import.meta.url));
    this.#files = new Map([['service-worker.js', worker], ['index.html', Buffer.from(`<title>${title}</title>`)]]);
  }

  /** Is gone from then on. */
  async close() {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
