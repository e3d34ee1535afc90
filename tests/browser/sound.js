/** What the page plays, rendered without a loudspeaker, and looked at by its frequencies. */
import { writeFileSync } from 'node:fs';

const RATE = 44_100;
const SECONDS = 6;
const CLICK = 4_000;

/**
 * Has the page play into memory. What it plays at once begins at the beginning.
 * @param {import('@playwright/test').Page} page
 */
export async function playIntoMemory(page) {
  await page.addInitScript(
    ([rate, seconds]) => {
      class Memory extends OfflineAudioContext {
        constructor() {
          super({ numberOfChannels: 2, length: rate * seconds, sampleRate: rate });
          Object.assign(globalThis, { heard: this });
        }
        async resume() {}
      }
      Object.assign(globalThis, { AudioContext: Memory });
    },
    [RATE, SECONDS],
  );
}

/**
 * What was played: left and right.
 * @param {import('@playwright/test').Page} page
 */
export async function rendered(page) {
  const encoded = await page.evaluate(async () => {
    const { heard } = /** @type {{ heard: OfflineAudioContext }} */ (/** @type {unknown} */ (globalThis));
    const buffer = await heard.startRendering();
    const samples = new Int16Array(2 * buffer.length);
    for (const channel of [0, 1]) {
      buffer.getChannelData(channel).forEach((sample, index) => {
        samples[2 * index + channel] = Math.round(32_767 * Math.max(-1, Math.min(1, sample)));
      });
    }
    const file = new FileReader();
    return new Promise((resolve) => {
      file.onload = () => resolve(String(file.result).split(',')[1]);
      file.readAsDataURL(new Blob([samples]));
    });
  });
  const bytes = Buffer.from(/** @type {string} */ (encoded), 'base64');
  return new Recording(bytes);
}

export class Recording {
  /** @param {Buffer} bytes samples of 16 bits, left and right in turn */
  constructor(bytes) {
    this.bytes = bytes;
  }

  /** @param {string} path of a WAV file */
  save(path) {
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + this.bytes.length, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20);
    head.writeUInt16LE(2, 22);
    head.writeUInt32LE(RATE, 24);
    head.writeUInt32LE(4 * RATE, 28);
    head.writeUInt16LE(4, 32);
    head.writeUInt16LE(16, 34);
    head.write('data', 36);
    head.writeUInt32LE(this.bytes.length, 40);
    writeFileSync(path, Uint8Array.from(Buffer.concat([Uint8Array.from(head), Uint8Array.from(this.bytes)])));
  }

  /**
   * Amplitude of a frequency between two times, in a window that tells it from others: Goertzel's algorithm.
   * @param {number} frequency
   * @param {[number, number]} span in seconds
   * @param {'left' | 'right' | 'both'} [side]
   */
  amplitude(frequency, [from, to], side = 'both') {
    const first = Math.round(from * RATE);
    const count = Math.round(to * RATE) - first;
    const turn = 2 * Math.cos((2 * Math.PI * frequency) / RATE);
    let [last, beforeLast] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / count);
      const sample = hann * this.#sample(first + index, side) + turn * last - beforeLast;
      [beforeLast, last] = [last, sample];
    }
    const power = last * last + beforeLast * beforeLast - turn * last * beforeLast;
    return (4 * Math.sqrt(Math.max(0, power))) / count;
  }

  /**
   * Frequencies that stand out between two times, from the lowest on.
   * @param {[number, number]} span
   * @param {'left' | 'right' | 'both'} [side]
   */
  peaks(span, side = 'both') {
    const frequencies = Array.from({ length: 48 * 4 }, (_, step) => 140 * 2 ** (step / 48));
    const amplitudes = frequencies.map((frequency) => this.amplitude(frequency, span, side));
    const least = 0.35 * Math.max(...amplitudes);
    return frequencies.filter(
      (_, at) =>
        amplitudes[at] > Math.max(least, 1e-3) &&
        amplitudes[at] >= (amplitudes[at - 1] ?? 0) &&
        amplitudes[at] > (amplitudes[at + 1] ?? 0),
    );
  }

  /** The times at which clicks begin. */
  clicks() {
    const slot = 0.01;
    const loud = Array.from({ length: SECONDS / slot - 1 }, (_, at) =>
      this.amplitude(CLICK, [at * slot, (at + 2) * slot]) > 0.01);
    return loud.flatMap((is, at) => (is && !loud[at - 1] ? [at * slot] : []));
  }

  /**
   * How far to the right it is heard, from -1 to 1, at a frequency.
   * @param {number} frequency
   * @param {[number, number]} span
   */
  pan(frequency, span) {
    const [left, right] = /** @type {const} */ (['left', 'right']).map((side) => this.amplitude(frequency, span, side));
    return (right - left) / (right + left);
  }

  /** The greatest sample, as a share of what can be played. */
  peak() {
    let most = 0;
    for (let at = 0; at < this.bytes.length; at += 2) most = Math.max(most, Math.abs(this.bytes.readInt16LE(at)));
    return most / 32_767;
  }

  /** Which of four descents it is, by ear alone. */
  kind() {
    const [start, end] = [this.peaks([0.06, 0.16]), this.peaks([3.6, 4])];
    if (end.length > 1) return 'race';
    if (end[0] > start[0]) return 'diverging';
    return this.clicks().length > 9 ? 'zigzag' : 'steady';
  }

  /** @param {number} index @param {'left' | 'right' | 'both'} side */
  #sample(index, side) {
    const at = 4 * index;
    if (at + 4 > this.bytes.length) return 0;
    const left = side === 'right' ? 0 : this.bytes.readInt16LE(at);
    const right = side === 'left' ? 0 : this.bytes.readInt16LE(at + 2);
    return (left + right) / 32_767;
  }
}
