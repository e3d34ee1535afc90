/**
 * Opens the single file: decompresses what is in it, puts the page in its place, and starts it.
 *
 * @typedef {object} Parts what the file holds
 * @property {Map<string, string>} texts files of the page, by name
 * @property {WebAssembly.Module} module the full package
 *
 * @typedef {object} Decompressor the crate `press`
 * @property {WebAssembly.Memory} memory
 * @property {(compressed: number, compressedLength: number, output: number, length: number) => void} begin
 * @property {(count: number, code: boolean) => void} decompress writes the next bytes
 */
import { decode } from './letters.js';

/** Bytes that are decompressed in one call: browsers optimise code between calls. */
const STEP = 1 << 12;
/** Bytes of a page of WebAssembly memory. */
const PAGE = 1 << 16;

/** The bytes in an element of the file. @param {string} id */
function bytesOf(id) {
  const element = document.getElementById(id);
  const bytes = decode(element?.textContent ?? '', Number(element?.dataset.length));
  return { bytes, sizes: (element?.dataset.sizes ?? '').split(' ').map(Number), remove: () => element?.remove() };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}

/** Decompresses the texts and the WebAssembly package. */
async function decompress() {
  const [code, compressed] = [bytesOf('decompressor'), bytesOf('pressed')];
  const { instance } = await WebAssembly.instantiate(await inflate(code.bytes));
  const { memory, begin, decompress: decompressNext } = /** @type {Decompressor} */ (/** @type {unknown} */ (instance.exports));
  const [textSize, codeSize] = compressed.sizes;
  const length = textSize + codeSize;
  const input = memory.grow(Math.ceil((compressed.bytes.length + length) / PAGE)) * PAGE;
  const output = input + compressed.bytes.length;
  new Uint8Array(memory.buffer, input).set(compressed.bytes);
  begin(input, compressed.bytes.length, output, length);
  for (const [size, isCode] of /** @type {const} */ ([[textSize, false], [codeSize, true]])) {
    for (let done = 0; done < size; done += STEP) decompressNext(Math.min(STEP, size - done), isCode);
  }
  for (const { remove } of [code, compressed]) remove();
  return {
    text: new TextDecoder().decode(new Uint8Array(memory.buffer, output, textSize)),
    code: new Uint8Array(memory.buffer.slice(output + textSize, output + length)),
  };
}

async function open() {
  const opening = document.getElementById('opening');
  if (opening) Object.assign(opening, { textContent: opening.dataset.opening, className: 'opening' });
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
