import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { EVERY_ENGINE } from './engines.js';

const address = process.env.DOWNHILL_URL;
if (!address) {
  throw new Error(
    'DOWNHILL_URL must say where the page is served. `cargo xtask test --only browser` serves it ' +
      'and sets it; by hand, start `cargo xtask serve` and give its address.',
  );
}

/**
 * Where a browser is; undefined leaves it to Playwright.
 *
 * @param {string | undefined} told
 * @param {string[]} names
 */
function browser(told, names) {
  return told ?? names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
}

const chromium = browser(process.env.CHROMIUM, [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]);
const firefox = browser(process.env.FIREFOX, ['firefox-esr', 'firefox']);

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** Playwright cannot drive the WebKit that people have; these tests do so themselves. */
const ofWebKit = /webkit\.spec\.js/;
/** @type {import('@playwright/test').Project} */
const webkit = { name: 'webkit', testMatch: ofWebKit };

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: availableParallelism(),
  // A test that needs a second try has a fault, or the page has: neither is to be hidden.
  retries: 0,
  // As long as a page that hangs deserves: no machine is so slow that one that works needs it.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    // Addresses in the tests are relative to it.
    baseURL: address.endsWith('/') ? address : `${address}/`,
    viewport: { width: 1280, height: 800 },
    // What glides is where it is at once, unless a test is about motion.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: process.env.WEBKIT_DRIVER ? [webkit] : [
    {
      name: 'chromium',
      testIgnore: ofWebKit,
      use: {
        browserName: 'chromium',
        // As for a person who presses a button; without a window nobody is asked.
        permissions: ['clipboard-write'],
        launchOptions: {
          executablePath: chromium,
          // There is no screen to draw for, and no graphics card to be emulated.
          args: ['--disable-dev-shm-usage', '--disable-gpu', ...quiet, ...root],
        },
      },
    },
    {
      name: 'firefox',
      testIgnore: ofWebKit,
      grep: new RegExp(EVERY_ENGINE.tag),
      use: {
        browserName: 'firefox',
        // The Firefox that people have, driven by WebDriver BiDi, not Playwright's own build.
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: firefox,
          firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 },
        },
        // A screenshot styles the page, which its policy forbids, and here that is reported.
        screenshot: 'off',
      },
    },
  ],
});
