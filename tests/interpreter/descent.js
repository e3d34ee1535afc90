/** The program of the first task, with its gaps filled: tests and benchmarks run it, whole or with a line changed. */
import { readFileSync } from 'node:fs';

export const DESCENT = readFileSync(new URL('descent.py', import.meta.url), 'utf8');

/**
 * The program with some of its lines changed.
 * @param {Record<string, string>} changes what stands in the place of a line: of the one in the loop that begins with a word, as
 *   `da`, and keeps its indentation; or of `start` or `for`
 */
export function changed(changes) {
  return Object.entries(changes).reduce((source, [word, line]) => {
    const begins = { start: '()a = b', for: '()for' }[word] ?? `( {4})${word}\\b`;
    const pattern = new RegExp(`^${begins}.*$`, 'm');
    if (!pattern.test(source)) throw new Error(`no line begins with ${word}`);
    return source.replace(pattern, (_, indent) => line.split('\n').map((one) => indent + one).join('\n'));
  }, DESCENT);
}
