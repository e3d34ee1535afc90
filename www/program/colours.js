/** A Python program in colours: keywords, numbers, strings, comments, and gaps that are still open. */
import { setAttribute } from '../core/dom.js';
import { logicalLines } from './tokens.js';

const KEYWORDS = new Set(
  `and as assert break class continue def del elif else except False finally for from global if import in is lambda
  None nonlocal not or pass raise return True try while with yield`.split(/\s+/),
);

/**
 * The program as nodes of text, the coloured ones in elements.
 * @param {string} source
 * @returns {(Node | string)[]}
 */
export function colouredLines(source) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = 0;
  for (const { kind, text, start, end } of logicalLines(source).flatMap(({ tokens }) => tokens)) {
    nodes.push(...betweenTokens(source.slice(at, start)));
    const colour = colourOf(kind, text);
    nodes.push(colour ? coloured(colour, text) : text);
    at = end;
  }
  // A last line without text has a height, too.
  nodes.push(...betweenTokens(source.slice(at)), '\n');
  return nodes;
}

/** @param {import('./tokens.js').TokenKind} kind @param {string} text */
function colourOf(kind, text) {
  if (kind === 'name') return KEYWORDS.has(text) ? 'keyword' : undefined;
  if (text === '...') return 'gap';
  return kind === 'number' || kind === 'string' ? kind : undefined;
}

/** White space and comments. @param {string} text */
function betweenTokens(text) {
  if (!text.includes('#')) return [text];
  return text.split(/(#[^\n]*)/).map((part) => (part.startsWith('#') ? coloured('comment', part) : part));
}

/** @param {string} colour @param {string} textContent */
function coloured(colour, textContent) {
  const element = Object.assign(document.createElement('span'), { textContent });
  setAttribute(element, 'data-colour', colour);
  return element;
}
