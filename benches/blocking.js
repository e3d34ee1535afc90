/** For how long the page itself, as people use it, cannot answer while it imports a file. */

/**
 * The longest time between two beats of a timer on the page's thread, in milliseconds, from the choice of a
 * file until it has been drawn, and how many tasks the browser calls long. The timer beats every 4 ms where
 * nothing holds it up, and these are counted in.
 * @param {import('./open.js').Browser} browser
 * @param {import('./weather-files.js').WeatherFile} file
 * @returns {Promise<{ gap: number, longTasks: number[] }>}
 */
export async function longestBlock(browser, { path, rows }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(process.env.DOWNHILL_URL ?? '');
  await page.waitForSelector('html[data-ready="true"]');
  await page.waitForLoadState('networkidle');
  await page.evaluate(watch);
  await page.getByLabel('Upload CSV', { exact: true }).setInputFiles(path);
  await page.locator(`#rows[data-value="${rows}"]`).waitFor();
  const measured = await page.evaluate(() => Reflect.get(window, 'watched')());
  await context.close();
  return measured;
}

/** Runs in the page. */
function watch() {
  /** @type {number[]} */
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
  });
  let gap = 0;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    setTimeout(beat);
  };
  beat();
  const watched = async () => {
    // What follows from the new data is drawn and told within the next frames.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { gap, longTasks };
  };
  Object.assign(window, { watched });
}
