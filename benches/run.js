/**
 * Measures in a headless Chromium and prints ratios. `cargo xtask bench` builds and serves the page, and
 * sets DOWNHILL_URL, CHROMIUM and PYTHON, one that has NumPy.
 */
import { chromium } from '../tests/browser/node_modules/@playwright/test/index.mjs';
import { measureDrawing } from './measure-drawing.js';
import { measureEngine } from './measure-engine.js';
import { conclude } from './table.js';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
await measureEngine(browser);
await measureDrawing(browser);
await browser.close();
conclude();
