/**
 * Opens the single file: decompresses what is in it, puts the page in its place, and starts it.
 *
 * @typedef {object} Parts what was pressed
 * @property {Map<string, string>} texts files of the page, by name
 * @property {WebAssembly.Module} module the wasm package that has everything in it
 *
 * @typedef {object} Decompressor the exports of the crate `press`
 * @property {WebAssembly.Memory} memory
 * @property {(pressed: number, pressedLength: number, room: number, length: number) => void} begin
 * @property {(count: number, code: boolean) => void} decompress
 */
import { bytesOf } from './letters.js';

/** The bytes that are decompressed in one call: browsers speed code up between the calls of it. */
const STEP = 1 << 12;
/** Memory grows by so many bytes. */
const PAGE = 1 << 16;

/** Bytes that the file has in an element. @param {string} id */
function packed(id) {
  const element = document.getElementById(id);
  const bytes = bytesOf(element?.textContent ?? '', Number(element?.dataset.length));
  return { bytes, sizes: (element?.dataset.sizes ?? '').split(' ').map(Number), remove: () => element?.remove() };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}

/** Decompresses the texts and the wasm package. */
async function decompress() {
  const [decompressorPacked, pressed] = [packed('decompressor'), packed('pressed')];
  const { instance } = await WebAssembly.instantiate(await inflated(decompressorPacked.bytes));
  const decompressor = /** @type {Decompressor} */ (/** @type {unknown} */ (instance.exports));
  const [textSize, codeSize] = pressed.sizes;
  const length = textSize + codeSize;
  const from = decompressor.memory.grow(Math.ceil((pressed.bytes.length + length) / PAGE)) * PAGE;
  const room = from + pressed.bytes.length;
  new Uint8Array(decompressor.memory.buffer, from).set(pressed.bytes);
  decompressor.begin(from, pressed.bytes.length, room, length);
  for (const [size, code] of /** @type {const} */ ([[textSize, false], [codeSize, true]])) {
    for (let done = 0; done < size; done += STEP) decompressor.decompress(Math.min(STEP, size - done), code);
  }
  for (const { remove } of [decompressorPacked, pressed]) remove();
  const text = new TextDecoder().decode(new Uint8Array(decompressor.memory.buffer, room, textSize));
  const code = new Uint8Array(decompressor.memory.buffer.slice(room + textSize, room + length));
  return { text, code };
}

async function open() {
  const opening = document.getElementById('opening');
  if (opening) opening.hidden = false;
  const { text, code } = await decompress();
  const compiling = WebAssembly.compile(code);
  const names = text.split('\0');
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (let i = 0; i + 1 < names.length; i += 2) texts.set(names[i], names[i + 1]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(texts.get('index.css') ?? '');
  const script = document.createElement('script');
  script.textContent = texts.get('index.js') ?? '';
  const module = await compiling;
  document.adoptedStyleSheets.push(sheet);
  document.querySelector('style')?.remove();
  document.body.innerHTML = texts.get('index.html') ?? '';
  document.head.append(Object.assign(script, { parts: { texts, module } }));
}

open().catch((error) => {
  const opening = document.getElementById('opening');
  if (opening) opening.textContent = opening.dataset.fault ?? '';
  reportError(error);
});
