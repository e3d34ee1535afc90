import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const COLUMNS =
  'STA,Date,Precip,WindGustSpd,MaxTemp,MinTemp,MeanTemp,Snowfall,PoorWeather,YR,MO,DA,PRCP,DR,' +
  'SPD,MAX,MIN,MEA,SNF,SND,FT,FB,FTI,ITH,PGT,TSHDSBRSGF,SD3,RHX,RHN,RVG,WTE';

/**
 * A large file of daily weather: the real one, or where it is not at hand a stand-in of the same
 * shape, about which only a plain loop over its rows can tell the right answer.
 *
 * @returns {{ path: string, real: boolean }}
 */
export function weatherFile() {
  const told = process.env.DOWNHILL_WEATHER;
  if (told) {
    if (!existsSync(told)) throw new Error(`DOWNHILL_WEATHER says ${told}, and there is no such file.`);
    return { path: told, real: true };
  }
  const beside = join(ROOT, '..', 'shared', 'data', 'weather.csv');
  if (existsSync(beside)) return { path: beside, real: true };
  const path = join(tmpdir(), 'downhill-tests', 'weather-stand-in.csv');
  console.log(
    'The real weather file is not here (DOWNHILL_WEATHER can say where it is): ' +
      `a stand-in of the same size takes its place, ${path}.`,
  );
  writeStandIn(path);
  return { path, real: false };
}

/**
 * Writes as many rows as the real file has, with the same headings. Each pair of temperatures is
 * moved at random inside its cell of the built-in table; every run writes the same bytes.
 *
 * @param {string} path
 */
function writeStandIn(path) {
  const table = readFileSync(join(ROOT, 'src', 'data', 'builtin', 'weather_counts.csv'), 'utf8');
  const random = generator(1);
  const lines = [COLUMNS];
  for (const line of table.trim().split(/\r?\n/).slice(1)) {
    const [min, max, count] = line.split(',').map(Number);
    for (let i = 0; i < count; i += 1) {
      lines.push(row(lines.length, min + random() - 0.5, max + random() - 0.5));
    }
  }
  mkdirSync(join(path, '..'), { recursive: true });
  // Another worker may be reading or writing the same file: it must never see half of it.
  const part = `${path}.${process.pid}`;
  writeFileSync(part, lines.join('\r\n') + '\r\n');
  renameSync(part, path);
}

/**
 * One row, with the same columns filled as in most rows of the real file.
 *
 * @param {number} number
 * @param {number} min
 * @param {number} max
 */
function row(number, min, max) {
  const day = new Date(Date.UTC(1942, 6, number % 1200));
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const cells = Array(COLUMNS.split(',').length).fill('');
  cells[0] = 10001 + Math.floor(number / 1200);
  cells[1] = `${year}-${month}-${date}`;
  cells[2] = '0';
  cells[4] = max.toFixed(8);
  cells[5] = min.toFixed(8);
  cells[6] = ((min + max) / 2).toFixed(8);
  cells[7] = '0';
  [cells[9], cells[10], cells[11]] = [year - 1900, month, date];
  cells[12] = '0';
  [cells[15], cells[16], cells[17]] = [max, min, (min + max) / 2].map((c) => Math.round(c * 1.8 + 32));
  cells[18] = '0';
  return cells.join(',');
}

/**
 * Random numbers in [0, 1), the same ones for the same seed (mulberry32).
 *
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
