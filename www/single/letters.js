/** Decodes bytes that are written as letters: thirteen bits in two letters. */

const BASE = 91;
/** Letters that replace those with a meaning in HTML. */
const REPLACED = new Map(
  [['|', '"'], ['}', '<'], ['~', '\\']].map(([code, letter]) => [code.charCodeAt(0), letter.charCodeAt(0)]),
);

/**
 * @param {string} text as `xtask/src/single/letters.rs` writes it; white space is ignored
 * @param {number} length how many bytes there are
 */
export function decode(text, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  let bits = 0;
  let count = 0;
  let first = -1;
  for (let i = 0; i < text.length && at < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 32) continue;
    const digit = (REPLACED.get(code) ?? code) - 33;
    if (first < 0) {
      first = digit;
      continue;
    }
    bits = (bits << 13) | (first * BASE + digit);
    first = -1;
    for (count += 13; count >= 8 && at < length; at += 1) {
      count -= 8;
      bytes[at] = bits >> count;
    }
    bits &= (1 << count) - 1;
  }
  return bytes;
}
