/**
 * Measures in a headless Chromium and prints ratios. `cargo xtask bench` builds and serves the page, and
 * sets DOWNHILL_URL, CHROMIUM and PYTHON, one that has NumPy.
 */
import { measureDrawing } from './measure-drawing.js';
import { measureEngine } from './measure-engine.js';
import { measureImport } from './measure-import.js';
import { measurePrograms } from './measure-programs.js';
import { measureSurface } from './measure-surface.js';
import { launch } from './open.js';
import { conclude } from './table.js';

const browser = await launch();
await measureEngine(browser);
await measureDrawing(browser);
await measureSurface(browser);
await measureImport(browser);
await measurePrograms();
await browser.close();
conclude();
