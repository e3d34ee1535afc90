import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A set of data that comes with the page, read from where it is written down.
 *
 * @typedef {object} Builtin
 * @property {string} name
 * @property {number} rate the learning rate that it opens with
 * @property {number} epochs
 * @property {Float64Array} xs empty where there is only a table of counts
 * @property {Float64Array} ys
 */

const FOLDER = fileURLToPath(new URL('../../src/data/builtin/', import.meta.url));

/** All of them, by what links call them. @type {Map<string, Builtin>} */
const BUILTINS = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.rs') && file !== 'mod.rs')
    .flatMap((file) => readAll(readFileSync(FOLDER + file, 'utf8'))),
);

/** @param {string} id */
export function builtin(id) {
  const found = BUILTINS.get(id);
  if (!found) throw new Error(`no data are called ${id} in ${FOLDER}`);
  return found;
}

/**
 * The sets of one file of Rust.
 *
 * @param {string} text
 * @returns {[string, Builtin][]}
 */
function readAll(text) {
  return text
    .split(/^pub\(super\) const \w+: Builtin = Builtin \{$/m)
    .slice(1)
    .map((part) => {
      /** @param {string} name */
      const field = (name) => new RegExp(`^ *${name}: (.+),$`, 'm').exec(part)?.[1] ?? '';
      const table = /^BuiltinData::Table\(&(\w+)\)$/.exec(field('data'))?.[1];
      const points = table ? readTable(text, table) : [];
      return [
        field('id').slice(1, -1),
        {
          name: field('name').slice(1, -1),
          rate: Number(field('learning_rate').replaceAll('_', '')),
          epochs: Number(field('epochs').replaceAll('_', '')),
          xs: Float64Array.from(points, ([x]) => x),
          ys: Float64Array.from(points, ([, y]) => y),
        },
      ];
    });
}

/**
 * Points as Rust has them: `[(1.0, 2.0), …]`.
 *
 * @param {string} text
 * @param {string} name
 */
function readTable(text, name) {
  const [, count, rows] = new RegExp(`const ${name}: \\[\\(f64, f64\\); (\\d+)\\] = \\[([^\\]]*)\\]`).exec(text) ?? [];
  const points = [...(rows ?? '').matchAll(/\(([^,()]+), ([^,()]+)\)/g)].map(([, x, y]) =>
    [x, y].map((number) => Number(number.replaceAll('_', ''))),
  );
  if (points.length !== Number(count) || points.flat().some(Number.isNaN)) {
    throw new Error(`${name} could not be read`);
  }
  return points;
}
