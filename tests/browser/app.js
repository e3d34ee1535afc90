import { expect } from '@playwright/test';

/** The page, driven by what it promises: roles, names, ids and `data-` attributes. */
export class App {
  /** @param {import('@playwright/test').Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens the page, or a link to a descent, and waits until it can be used.
   *
   * @param {string} [fragment] what stands behind the `#`
   */
  async open(fragment = '') {
    // A change of the fragment alone would not load anything: the page that is open gets another address first.
    if (fragment && this.page.url() !== 'about:blank') {
      await this.page.evaluate(() => history.replaceState(null, '', './left'));
    }
    await this.page.goto(fragment ? `./#${fragment.replace(/^#/, '')}` : './');
    await this.ready();
  }

  async ready() {
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', 'true');
  }

  /**
   * The exact number that an element stands for.
   *
   * @param {string} id
   */
  async value(id) {
    const text = await this.page.locator(`#${id}`).getAttribute('data-value');
    if (!text) throw new Error(`#${id} has no data-value`);
    return Number(text);
  }

  /**
   * Waits for what follows the last action: the page shows it on the next frame.
   */
  async frame() {
    await this.page.evaluate(
      () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
    );
  }

  /** Where the descent stands, all in one moment: epoch, a, b and J. */
  async descent() {
    return this.page.evaluate(() => {
      const [epoch, slope, intercept, cost] = ['epoch', 'slope', 'intercept', 'cost'].map((id) =>
        Number(document.getElementById(id)?.dataset.value || undefined),
      );
      return { epoch, slope, intercept, cost };
    });
  }

  /** The sentence in the live region. */
  get sentence() {
    return this.page.locator('#status');
  }

  /** Message of what went wrong, if anything. */
  get alert() {
    return this.page.getByRole('alert');
  }

  /** Where the page says that it stands: `ready`, `running` and so on. */
  async status() {
    return this.page.locator('html').getAttribute('data-status');
  }

  /** @param {string | RegExp} status */
  async waitForStatus(status) {
    await expect(this.page.locator('html')).toHaveAttribute('data-status', status);
  }

  /** @param {string} name */
  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** @param {string} name */
  field(name) {
    return this.page.getByLabel(name, { exact: true });
  }

  /**
   * Types into a field and takes the value with Enter.
   *
   * @param {string} name
   * @param {string | number} text
   */
  async setField(name, text) {
    await this.field(name).fill(String(text));
    await this.field(name).press('Enter');
    await this.frame();
  }

  /**
   * Drags a slider to a place on it.
   *
   * @param {string} name
   * @param {number | 'max'} place
   */
  async slide(name, place) {
    const slider = this.field(name);
    await slider.fill(place === 'max' ? ((await slider.getAttribute('max')) ?? '') : String(place));
  }

  /**
   * Presses a button so many times, as fast as one can, and waits until the page shows what came of it.
   *
   * @param {string} name
   * @param {number} [times]
   */
  async press(name, times = 1) {
    await this.button(name).click({ clickCount: times });
    await this.frame();
  }

  /** Presses `Copy link` and takes what stands behind the `#`. */
  async link() {
    // The link before may still stand there.
    await this.page.locator('#link').evaluateAll((fields) => fields.forEach((field) => Object.assign(field, { value: '' })));
    await this.button('Copy link').click();
    await expect(this.field('Link')).not.toHaveValue('');
    return new URL(await this.field('Link').inputValue()).hash.slice(1);
  }

  /** Runs as fast as the page can. */
  async runFast() {
    await this.slide('Speed', 'max');
    await this.button('Run').click();
  }

  /**
   * @param {string} name 'Dataset', 'X column' or 'Y column'
   * @param {string} option
   */
  async choose(name, option) {
    await this.field(name).selectOption({ label: option });
    await this.frame();
    // Other columns of an own file are read from it.
    await expect(this.page.locator('#work')).not.toHaveAttribute('aria-busy');
    await this.frame();
  }

  /**
   * The option that a select shows.
   *
   * @param {string} name
   */
  chosen(name) {
    return this.field(name).locator('option:checked');
  }

  /**
   * Uploads a text, or bytes, as a CSV file.
   *
   * @param {string} name
   * @param {string | Uint8Array} content
   */
  async uploadCsv(name, content) {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await this.field('Upload CSV').setInputFiles(file);
  }

  /**
   * Drops files on the page.
   *
   * @param {{ name: string, text: string }[]} files
   */
  async drop(...files) {
    const dataTransfer = await this.page.evaluateHandle((files) => {
      const carried = new DataTransfer();
      for (const { name, text } of files) carried.items.add(new File([text], name, { type: 'text/csv' }));
      return carried;
    }, files);
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('main', event, { dataTransfer });
    }
  }

  /**
   * Pastes a text where the focus is, by the keys that people use. It comes to the clipboard
   * by keys too: not every browser lets a test write there.
   *
   * @param {string} text
   */
  async paste(text) {
    const focus = await this.page.evaluateHandle((text) => {
      const focus = document.activeElement;
      const area = document.body.appendChild(document.createElement('textarea'));
      area.id = 'to-copy';
      area.value = text;
      area.select();
      return focus;
    }, text);
    await this.page.keyboard.press('ControlOrMeta+C');
    await focus.evaluate((focus) => {
      document.getElementById('to-copy')?.remove();
      if (focus instanceof HTMLElement) focus.focus();
    });
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Text on the clipboard, as it is pasted into a field. */
  async clipboard() {
    await this.page.evaluate(() => {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.id = 'to-paste';
      area.focus();
    });
    await this.page.keyboard.press('ControlOrMeta+V');
    return this.page.evaluate(() => {
      const area = document.getElementById('to-paste');
      area?.remove();
      return area instanceof HTMLTextAreaElement ? area.value : undefined;
    });
  }

  /**
   * Uploads a file from the disk.
   *
   * @param {string} path
   */
  async uploadFile(path) {
    await this.field('Upload CSV').setInputFiles(path);
  }
}
