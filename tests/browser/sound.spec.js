import { App } from './app.js';
import { EVERY_ENGINE, expect, test } from './page.js';
import { playIntoMemory, rendered } from './sound.js';

/**
 * A descent on the cars, at its end.
 * @param {number[]} rates one for each run
 */
function descent(...rates) {
  const fields = rates.map((rate, run) => `rate${run ? run + 1 : ''}=0~${rate}${run ? `&start${run + 1}=zero` : ''}`);
  return `v=1&data=cars&swapped=0&${fields.join('&')}&epochs=40&tolerance=0&start=zero&epoch=40&speed=4&view=map&camera=5.8500_0.6200&log=1&answer=0&end=1`;
}

/** The largest stable rate, to three digits, which the page says. @param {App} app */
async function largestStableRate(app) {
  await app.open(descent(0.0001));
  return Number((await app.page.locator('#stable-label').textContent())?.match(/[\d.]+$/)?.[0]);
}

test('a script tells four descents apart by what is heard: steady, zigzag, diverging, and a race', async ({ page }, info) => {
  await playIntoMemory(page);
  const app = new App(page);
  const limit = await largestStableRate(app);
  const descents = {
    steady: [0.3],
    zigzag: [0.95],
    diverging: [1.04],
    race: [0.01, 0.1],
  };
  for (const [kind, shares] of Object.entries(descents)) {
    await test.step(kind, async () => {
      await app.open(descent(...shares.map((share) => share * limit)));
      await app.press('Sound');
      await app.button('Play the descent').click();
      await expect(app.button('Play the descent')).toHaveAttribute('aria-pressed', 'true');
      const recording = await rendered(page);
      recording.save(info.outputPath(`${kind}.wav`));
      expect(recording.kind()).toBe(kind);
      // As loud as speech, and never beyond what can be played.
      expect(recording.peak()).toBeGreaterThan(0.03);
      expect(recording.peak()).toBeLessThan(0.7);
      if (kind === 'zigzag') {
        const clicks = recording.clicks();
        expect(clicks).toHaveLength(40);
        // A tenth of a second each: from side to side.
        const pans = [1, 2, 3, 4].map((epoch) => {
          /** @type {[number, number]} */
          const span = [epoch / 10 + 0.06, epoch / 10 + 0.13];
          return recording.pan(recording.peaks(span)[0], span);
        });
        expect(pans.map(Math.sign)).toEqual([1, -1, 1, -1]);
      }
      // By then it is over.
      expect(recording.amplitude(880, [5, 6])).toBeLessThan(1e-3);
      await expect(app.button('Play the descent')).toHaveAttribute('aria-pressed', 'false');
    });
  }
});

test('a step is heard at the pitch of its cost, and dies away by itself', async ({ page }) => {
  await playIntoMemory(page);
  const app = new App(page);
  await app.open(descent(0.0005).replace('epoch=40', 'epoch=0').replace('epochs=40', 'epochs=100'));
  const start = await app.value('cost');
  const least = await app.value('best-cost');
  await app.press('Sound');
  await app.press('Step');
  const recording = await rendered(page);
  const height = Math.log((await app.value('cost')) / least) / Math.log(start / least);
  const pitch = 220 * 4 ** height;
  const [heard] = recording.peaks([0.06, 0.26]);
  expect(Math.abs(Math.log2(heard / pitch))).toBeLessThan(1 / 24);
  expect(recording.amplitude(pitch, [1, 1.3])).toBeLessThan(1e-3);
});

test('points are heard from left to right on the right, the line on the left', async ({ page }) => {
  await playIntoMemory(page);
  const app = new App(page);
  await app.open(descent(0.0005));
  await app.press('Sound');
  await app.button('Play the data').click();
  const recording = await rendered(page);
  const line = (/** @type {[number, number]} */ span) => recording.peaks(span, 'left').find((pitch) => recording.pan(pitch, span) < 0);
  const [first, last] = [line([0.1, 0.3]), line([4.7, 4.9])];
  // It goes the way of the line.
  expect(Math.sign(Number(last) - Number(first))).toBe(Math.sign(await app.value('slope')));
});

test('the sweep rises and breaks into noise beyond the limit', async ({ page }) => {
  await playIntoMemory(page);
  const app = new App(page);
  await app.open(descent(0.0005));
  await app.press('Sound');
  await app.button('Play the sweep').click();
  const recording = await rendered(page);
  const [low, high] = [recording.peaks([1, 1.2])[0], recording.peaks([3.6, 3.8])[0]];
  expect(high).toBeGreaterThan(1.5 * low);
  // Noise has no pitch: everything is there, above all tones, too.
  const hiss = (/** @type {[number, number]} */ span) => recording.amplitude(7_000, span) + recording.amplitude(9_000, span);
  expect(hiss([4.3, 4.9])).toBeGreaterThan(20 * hiss([3, 3.6]));
});

test('the sound is off at first, in the link when it is on, and waits for a press where a link has it on', EVERY_ENGINE, async ({ page }) => {
  const app = new App(page);
  await app.open();
  const sound = app.button('Sound');
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  expect(await app.link()).not.toContain('sound');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await expect(app.field('Volume')).toBeVisible();
  const link = await app.link();
  expect(link).toContain('&sound=1');
  await test.step('it plays beside a run, and Play stops by a second press', async () => {
    await app.button('Run').click();
    await app.waitForStatus('running');
    await app.button('Play the data').click();
    // At epoch 0, if the first one has not come yet.
    await app.waitForStatus(/paused|ready/);
    await expect(app.button('Play the data')).toHaveAttribute('aria-pressed', 'true');
    await app.button('Play the data').click();
    await expect(app.button('Play the data')).toHaveAttribute('aria-pressed', 'false');
  });
  await test.step('off, nothing of it is left', async () => {
    await sound.click();
    await expect(sound).toHaveAttribute('aria-pressed', 'false');
    await expect(app.field('Volume')).toBeHidden();
  });
  await test.step('a link with sound', async () => {
    await app.open(link);
    await expect(sound).toHaveAttribute('aria-pressed', 'true');
    await expect(app.field('Volume')).toBeHidden();
    await app.press('Step');
    await expect(app.field('Volume')).toBeVisible();
    await expect(sound).toHaveAttribute('aria-pressed', 'true');
  });
});
