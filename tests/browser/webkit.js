import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** A key, as WebDriver writes it. */
export const ENTER = '\uE007';

/** How long anything may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * WebKit, driven by plain WebDriver: JSON over HTTP. It needs a screen, and gets one that nobody sees.
 */
export class WebKit {
  /** @type {import('node:child_process').ChildProcess[]} */
  #processes = [];
  #session = '';

  /** @param {{ driver: string, browser: string, screen: string }} programs */
  static async open({ driver, browser, screen }) {
    const webkit = new WebKit();
    try {
      const display = await webkit.#openScreen(screen);
      const port = await freePort();
      // Drawing by the processor: there may be no other.
      const environment = { DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
      webkit.#start(driver, [`--port=${port}`], environment);
      const home = `http://127.0.0.1:${port}`;
      await until('the driver', () => fetch(`${home}/status`).then(({ ok }) => ok, () => false));
      const options = { binary: browser, args: ['--automation'] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const { sessionId } = await send('POST', `${home}/session`, { capabilities });
      webkit.#session = `${home}/session/${sessionId}`;
      await webkit.#ask('POST', '/window/rect', { width: 1280, height: 900 });
      return webkit;
    } catch (error) {
      await webkit.close();
      throw error;
    }
  }

  async close() {
    if (this.#session) await this.#ask('DELETE', '').catch(() => {});
    for (const started of this.#processes.reverse()) {
      if (started.exitCode === null && started.kill()) await once(started, 'exit');
    }
  }

  /** @param {string} address */
  async go(address) {
    await this.#ask('POST', '/url', { url: address });
    await this.until('the page', "return document.documentElement.dataset.ready === 'true'");
  }

  /**
   * What a script in the page returns.
   * @param {string} script
   * @param {...unknown} args
   */
  run(script, ...args) {
    return this.#ask('POST', '/execute/sync', { script, args });
  }

  /**
   * Waits until a script returns something true.
   * @param {string} what is waited for
   * @param {string} script
   * @param {...unknown} args
   */
  until(what, script, ...args) {
    return until(what, () => this.run(script, ...args));
  }

  /** Presses a button, or follows a link. @param {string} name */
  async press(name) {
    const path = `//*[self::button or self::a][normalize-space()='${name}' or @aria-label='${name}']`;
    await this.#ask('POST', `/element/${await this.#find(path)}/click`, {});
  }

  /**
   * Types into the field with this label, or chooses a file.
   * @param {string} label
   * @param {string} text
   */
  async type(label, text) {
    const element = await this.#find(`//*[@id=(//label[normalize-space()='${label}']/@for)]`);
    const file = await this.run('return arguments[0].type === "file"', { [ELEMENT]: element });
    if (!file) await this.#ask('POST', `/element/${element}/clear`, {});
    await this.#ask('POST', `/element/${element}/value`, { text });
  }

  /**
   * Chooses what a select or a slider shows.
   * @param {string} label
   * @param {string} value the text of an option; `max` for the end of a slider
   */
  async choose(label, value) {
    const element = await this.#find(`//*[@id=(//label[normalize-space()='${label}']/@for)]`);
    await this.run(
      `const [control, value] = arguments;
       if (control.options) control.selectedIndex = [...control.options].findIndex(({ text }) => text === value);
       else control.value = value === 'max' ? control.max : value;
       for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));`,
      { [ELEMENT]: element },
      value,
    );
  }

  /** The exact number that an element of the page stands for. @param {string} id */
  async value(id) {
    return Number(await this.run('return document.getElementById(arguments[0]).dataset.value', id));
  }

  /** @param {string} path */
  async #find(path) {
    const found = await this.#ask('POST', '/element', { using: 'xpath', value: path });
    return found[ELEMENT];
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  #ask(method, path, body) {
    return send(method, this.#session + path, body);
  }

  /** @param {string} program */
  async #openScreen(program) {
    // It says on a pipe which number it took.
    const words = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
    const screen = this.#start(program, words, {}, 'pipe');
    const pipe = screen.stdio[3];
    if (!pipe) throw new Error(`${program} has no pipe`);
    const failed = once(screen, 'exit').then(() => Promise.reject(new Error(`${program} did not start`)));
    const [number] = await Promise.race([once(pipe, 'data'), failed]);
    failed.catch(() => {});
    return String(number).trim();
  }

  /**
   * @param {string} program
   * @param {string[]} words
   * @param {Record<string, string>} environment
   * @param {'pipe' | 'ignore'} [third]
   */
  #start(program, words, environment, third = 'ignore') {
    const started = spawn(program, words, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', third],
    });
    this.#processes.push(started);
    return started;
  }
}

/**
 * @param {string} method
 * @param {string} address
 * @param {object} [body]
 */
async function send(method, address, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = /** @type {{ value: any }} */ (await answer.json());
  if (!answer.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

/**
 * @param {string} what
 * @param {() => Promise<unknown>} holds
 */
async function until(what, holds) {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`WebKit: ${what} is not there after ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port that nobody listens on. @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
