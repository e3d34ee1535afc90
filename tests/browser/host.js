import { createServer } from 'node:http';

/** @typedef {{ sandbox?: string, allow?: string, search?: string, headers?: Record<string, string> }} Frame */

/**
 * A site that shows the page in a frame, and another one that serves the page, each at an origin of its own.
 */
export class Host {
  #servers = /** @type {import('node:http').Server[]} */ ([]);
  /** What the frame is like. @type {Frame} */
  #frame = {};
  /** A file in the place of the page. @type {Buffer | undefined} */
  #file;

  /** @param {string} page the address of the page, which both sites are apart from */
  constructor(page) {
    this.page = page.endsWith('/') ? page : `${page}/`;
  }

  /** @param {import('node:http').RequestListener} listener @returns {Promise<string>} its address */
  async #serve(listener) {
    const server = createServer(listener);
    this.#servers.push(server);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('the site has no port');
    return `http://127.0.0.1:${address.port}/`;
  }

  /**
   * Opens the frame in a window.
   * @param {import('@playwright/test').Page} page
   * @param {Frame} frame
   * @param {Buffer} [file] in the place of the page
   */
  async open(page, frame, file) {
    this.#frame = frame;
    this.#file = file;
    const site = await this.#serve((request, response) => this.#lend(request.url ?? '/', response));
    const { sandbox, allow, search = '' } = frame;
    const attributes = [
      `src="${site}${search}"`,
      sandbox === undefined ? '' : `sandbox="${sandbox}"`,
      allow === undefined ? '' : `allow="${allow}"`,
    ];
    const html = `<!doctype html><title>A course</title><iframe width="1000" height="700" ${attributes.join(' ')}></iframe>`;
    const course = await this.#serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(html);
    });
    await page.goto(course);
    return page.frameLocator('iframe');
  }

  /** @param {string} path @param {import('node:http').ServerResponse} response */
  async #lend(path, response) {
    const { headers } = this.#frame;
    if (this.#file) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(this.#file);
      return;
    }
    const { status, headers: own, body } = await this.#fetch(path);
    response.writeHead(status, { 'Content-Type': own.get('Content-Type') ?? 'text/plain', ...headers });
    response.end(body);
  }

  /** @param {string} path */
  async #fetch(path) {
    const answer = await fetch(new URL(path.slice(1), this.page));
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  }

  async close() {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}
