/**
 * An instrument that plays what Rust has written: tones that go on, strokes that die away, and noise.
 *
 * @import { Score, Sound } from '../pkg/more.js'
 */

/** Seconds within which a value has come most of the way to its new one: fast, but without a click. */
const GLIDE = 0.012;
/** Seconds that a tone is held for, unless it is told to go on. */
const HELD = 0.3;
/** Seconds within which a tone dies away. */
const FADE = 0.04;
/** Seconds in which a stroke begins. */
const ATTACK = 0.003;
/** The gain of a tone, a stroke or noise of loudness 1; several together stay below what the limiter lets through. */
const LEVEL = 0.2;

/** A tone that goes on. */
class Voice {
  #context;
  #oscillator;
  #gain;
  #panner;

  /**
   * @param {BaseAudioContext} context
   * @param {AudioNode} to
   * @param {number[]} harmonics amplitudes, the fundamental first
   */
  constructor(context, to, harmonics) {
    this.#context = context;
    const imag = new Float32Array([0, ...harmonics]);
    const periodicWave = new PeriodicWave(context, { imag, real: new Float32Array(imag.length) });
    this.#oscillator = new OscillatorNode(context, { periodicWave });
    this.#gain = new GainNode(context, { gain: 0 });
    this.#panner = new StereoPannerNode(context);
    this.#oscillator.connect(this.#gain).connect(this.#panner).connect(to);
    this.#oscillator.start();
  }

  /**
   * Glides to a sound.
   * @param {Sound} sound
   * @param {number} at the context's time
   */
  glide({ frequency, pan, loudness }, at) {
    this.#oscillator.frequency.setTargetAtTime(frequency, at, GLIDE);
    this.#panner.pan.setTargetAtTime(pan, at, GLIDE);
    this.#gain.gain.setTargetAtTime(LEVEL * loudness, at, GLIDE);
  }

  /** Sounds now, until it is told so again, or a moment has passed. @param {Sound} sound */
  hold(sound) {
    const now = this.#context.currentTime;
    this.#gain.gain.cancelScheduledValues(now);
    this.glide(sound, now);
    this.#gain.gain.setTargetAtTime(0, now + HELD, FADE);
  }

  /** Falls silent. */
  release() {
    const now = this.#context.currentTime;
    this.#gain.gain.cancelScheduledValues(now);
    this.#gain.gain.setTargetAtTime(0, now, FADE);
  }

  /** @param {number} at */
  stop(at) {
    this.#oscillator.stop(at);
  }
}

export class Instrument {
  #context;
  /** @type {GainNode} */
  #volume;
  /** @type {(samples: number) => Float32Array} */
  #whiteNoise;
  /** The voices of the present descent, by the run. @type {Voice[]} */
  #voices = [];
  /** Ends the score that is played. */
  #end = () => {};

  /**
   * @param {BaseAudioContext} context
   * @param {(samples: number) => Float32Array} whiteNoise a second of it
   */
  constructor(context, whiteNoise) {
    this.#context = context;
    this.#whiteNoise = whiteNoise;
    const limiter = new DynamicsCompressorNode(context, { threshold: -18, knee: 6, ratio: 20, attack: 0.002 });
    this.#volume = new GainNode(context, { gain: 0.5 });
    this.#volume.connect(limiter).connect(context.destination);
  }

  /** @param {number} volume from 0 to 1 */
  setVolume(volume) {
    this.#volume.gain.setTargetAtTime(volume, this.#context.currentTime, GLIDE);
  }

  /** Sounds as a moment of the descent does, for a moment. @param {Score} moment */
  tell({ tones, strokes }) {
    this.#end();
    tones.forEach(({ harmonics, sounds: [sound] }, index) => {
      this.#voices[index] ??= new Voice(this.#context, this.#volume, harmonics);
      this.#voices[index].hold(sound);
    });
    for (const voice of this.#voices.slice(tones.length)) voice.release();
    for (const stroke of strokes) this.#strike(stroke, this.#context.currentTime, this.#volume);
  }

  /** Lets the descent fall silent. */
  release() {
    for (const voice of this.#voices) voice.release();
  }

  /**
   * Plays a score from now on, in the place of one that is played.
   * @param {Score} score
   * @param {() => void} ended called once, when it is over or gives way
   */
  play({ seconds, tones, strokes, noise }, ended) {
    this.stop();
    const context = this.#context;
    const start = context.currentTime + FADE;
    const bus = new GainNode(context);
    bus.connect(this.#volume);
    const voices = tones.map(({ harmonics, sounds }) => {
      const voice = new Voice(context, bus, harmonics);
      for (const sound of sounds) voice.glide(sound, start + sound.at);
      voice.stop(start + seconds + HELD);
      return voice;
    });
    for (const stroke of strokes) this.#strike(stroke, start, bus);
    if (noise.length) this.#hiss(noise, start, start + seconds, bus);
    // Of all that can tell the end, a node does so by the context's own clock.
    const clock = new ConstantSourceNode(context, { offset: 0 });
    clock.connect(bus);
    clock.start();
    clock.stop(start + seconds);
    const end = () => {
      if (this.#end !== end) return;
      this.#end = () => {};
      const now = context.currentTime;
      bus.gain.setTargetAtTime(0, now, GLIDE);
      for (const voice of voices) voice.stop(now + HELD);
      ended();
    };
    this.#end = end;
    clock.addEventListener('ended', end);
  }

  /** Falls silent. */
  stop() {
    this.release();
    this.#end();
  }

  /**
   * @param {Score['strokes'][number]} stroke
   * @param {number} start the context's time of the beginning
   * @param {AudioNode} to
   */
  #strike({ at, frequency, pan, loudness, seconds }, start, to) {
    const begin = start + at;
    const oscillator = new OscillatorNode(this.#context, { frequency });
    const gain = new GainNode(this.#context, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LEVEL * loudness, begin + ATTACK);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + seconds);
    oscillator.connect(gain).connect(new StereoPannerNode(this.#context, { pan })).connect(to);
    oscillator.start(begin);
    oscillator.stop(begin + seconds);
  }

  /**
   * @param {Score['noise']} levels
   * @param {number} start
   * @param {number} end
   * @param {AudioNode} to
   */
  #hiss(levels, start, end, to) {
    // Channels take no samples from memory that threads share.
    const samples = Float32Array.from(this.#whiteNoise(this.#context.sampleRate));
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: this.#context.sampleRate });
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(this.#context, { buffer, loop: true });
    const gain = new GainNode(this.#context, { gain: 0 });
    for (const { at, loudness } of levels) gain.gain.setTargetAtTime(LEVEL * loudness, start + at, GLIDE);
    source.connect(gain).connect(to);
    source.start(start);
    source.stop(end + HELD);
  }
}
