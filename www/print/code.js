/** An address on paper: its QR code, which lean-qr draws, and what to read. */
import { texts } from '../text/en/print.js';
import { makeElement } from './elements.js';
import { generate } from './lean-qr.js';

const SVG = 'http://www.w3.org/2000/svg';
/** White squares around a code, so that it is found. */
const MARGIN = 4;
/** The longest address that a telephone reads off a sheet. */
const LONGEST = 1200;

/**
 * An address with its code. A page on a disk has no address that leads there from elsewhere, and gets none.
 * @param {string} address
 * @param {string[]} sentences what is there
 * @param {string} [short] what the code leads to instead, of an address that is too long for one
 */
export function makeAddress(address, sentences, short = address) {
  if (location.protocol === 'file:') return undefined;
  const link = Object.assign(makeElement('a', '', [address.split('#')[0]]), { href: address });
  const text = makeElement('div', '', [...sentences, texts.address].map((sentence) => makeElement('p', '', [sentence])));
  text.append(makeElement('p', '', [link]));
  return makeElement('div', 'paper-address', [draw(short), text]);
}

/** Whether a code can be made of an address. @param {string} address */
export function hasRoom(address) {
  return address.length <= LONGEST;
}

/** @param {string} address */
function draw(address) {
  const code = generate(address);
  const size = code.size + 2 * MARGIN;
  let squares = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) squares += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`;
  }
  const image = document.createElementNS(SVG, 'svg');
  image.setAttribute('viewBox', `0 0 ${size} ${size}`);
  image.setAttribute('role', 'img');
  image.setAttribute('aria-label', texts.code);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', squares);
  image.append(path);
  return image;
}
