/** How much memory a page takes, as the system counts it: all of its process, workers and WebAssembly included. */
import { existsSync, readFileSync } from 'node:fs';

/** Whether this system tells the most memory that a process ever had. */
export const memoryIsTold = existsSync('/proc/self/status');

/**
 * Megabytes at the peak of what a page does, beyond what it had before, and what came of it.
 * @template T
 * @param {import('./open.js').Browser} browser one that has no other page
 * @param {() => Promise<T>} act
 * @returns {Promise<{ peak: number, result: T }>}
 */
export async function peakMemory(browser, act) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const before = renderers.map(({ id }) => resident(id, 'VmRSS'));
  const result = await act();
  // Chromium holds some renderers in reserve: the page's own is the one that has grown.
  const grown = renderers.map(({ id }, index) => resident(id, 'VmHWM') - before[index]);
  return { peak: Math.max(...grown), result };
}

/**
 * @param {number} id of a process
 * @param {'VmRSS' | 'VmHWM'} which what it has now, or has had at most
 */
function resident(id, which) {
  const found = new RegExp(`^${which}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'));
  return (Number(found?.[1]) * 1024) / 1e6;
}
