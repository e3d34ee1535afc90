/** Tables of what was measured, and of which goals were missed. */

const WIDTHS = [62, 12, 12, 10, 14];
let missed = 0;

/** @param {string[]} cells */
export function row(cells) {
  const padded = cells.map((cell, i) => (i ? cell.padStart(WIDTHS[i] ?? 0) : cell.padEnd(WIDTHS[i])));
  console.log(padded.join('').trimEnd());
}

/** @param {number} time milliseconds */
export function ms(time) {
  return `${time.toFixed(time < 1 ? 3 : time < 10 ? 2 : 1)} ms`;
}

/**
 * Whether a goal is reached, counting those that are not.
 * @param {boolean} reached
 * @param {string} wanted
 */
export function verdict(reached, wanted) {
  if (!reached) missed += 1;
  return `${reached ? 'yes' : 'NO'}, ${wanted}`;
}

/** How many times faster one is than the other, and whether that is enough. @param {number} ratio @param {number} wanted */
export function faster(ratio, wanted) {
  return [`${ratio.toFixed(ratio < 100 ? 1 : 0)}x`, verdict(ratio >= wanted, `${wanted}x`)];
}

/** How many times as much one is as the other, and whether that is little enough. @param {number} ratio @param {number} wanted */
export function within(ratio, wanted) {
  return [`${ratio.toFixed(2)}x`, verdict(ratio <= wanted, `<= ${wanted}x`)];
}

/** Says how many goals were missed. */
export function conclude() {
  console.log(missed ? `\n${missed} goals are missed.` : '\nAll goals are reached.');
}

/** @param {number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
