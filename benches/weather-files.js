/** The weather file, and larger ones made of its rows. */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { weatherFile } from '../tests/browser/weather.js';

/** How large they are, in bytes. */
const SIZES = [20e6, 200e6];
const LINE_FEED = 10;

/**
 * @typedef {{ path: string, megabytes: number, rows: number }} WeatherFile
 * @returns {{ files: WeatherFile[], columns: [number, number], real: boolean }} three files, the smallest
 *   first, and which of their columns are MinTemp and MaxTemp
 */
export function weatherFiles() {
  const { path, real } = weatherFile();
  const bytes = readFileSync(path);
  const body = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
  const head = bytes.subarray(0, bytes.length - body.length);
  const names = head.toString().trim().split(',');
  const files = [{ path, megabytes: Math.round(bytes.length / 1e6), rows: rowsOf(body) }];
  const folder = fileURLToPath(new URL('../target/bench/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    const megabytes = size / 1e6;
    const larger = `${folder}weather-${megabytes}.csv`;
    files.push({ path: larger, megabytes, rows: repeat(larger, head, body, size) });
  }
  return { files, columns: [names.indexOf('MinTemp'), names.indexOf('MaxTemp')], real };
}

/**
 * Writes a file of so many bytes, or the last row less.
 * @param {string} path
 * @param {Buffer} head
 * @param {Buffer} body
 * @param {number} size
 * @returns {number} its rows
 */
function repeat(path, head, body, size) {
  const times = Math.floor((size - head.length) / body.length);
  const left = size - head.length - times * body.length;
  const last = body.subarray(0, body.lastIndexOf(LINE_FEED, left - 1) + 1);
  const file = openSync(path, 'w');
  for (const part of [head, ...Array(times).fill(body), last]) writeSync(file, part);
  closeSync(file);
  return times * rowsOf(body) + rowsOf(last);
}

/** @param {Buffer} lines each of which is ended */
function rowsOf(lines) {
  return lines.reduce((rows, byte) => rows + Number(byte === LINE_FEED), 0);
}
