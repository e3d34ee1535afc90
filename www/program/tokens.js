/**
 * The words of a Python program, as far as finding loops, functions and calls takes: no syntax is checked.
 *
 * @typedef {'name' | 'operator' | 'string' | 'number' | 'other'} TokenKind
 * @typedef {{ kind: TokenKind, text: string, start: number, end: number, line: number, depth: number }} Token `depth`
 *   counts the brackets that are open around it; a bracket counts itself
 * @typedef {{ tokens: Token[], indent: number }} LogicalLine a line, with those that its brackets or backslashes add to it
 */

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:\d[\w.]*(?:(?<=[eE])[+-]\d+)?|\.\d[\w.]*(?:(?<=[eE])[+-]\d+)?)/y;
const STRING = /[rRbBuUfF]{0,2}(?:"""|'''|"|')/y;
const OPERATOR = /\*\*=|\/\/=|>>=|<<=|\.\.\.|:=|->|[-+*/%@&|^=<>!]=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>=()[\]{},:.;!]/y;
const TAB = 8;

/**
 * The logical lines of a program that have words.
 * @param {string} source
 * @returns {LogicalLine[]}
 */
export function logicalLines(source) {
  /** @type {LogicalLine[]} */
  const lines = [];
  /** @type {LogicalLine | undefined} */
  let open;
  let [at, line, depth, indent, isStart] = [0, 1, 0, 0, true];

  /** @param {TokenKind} kind @param {number} end */
  const take = (kind, end) => {
    const text = source.slice(at, end);
    if (kind === 'operator' && '([{'.includes(text)) depth += 1;
    open ??= { tokens: [], indent };
    open.tokens.push({ kind, text, start: at, end, line, depth });
    if (kind === 'operator' && ')]}'.includes(text)) depth = Math.max(0, depth - 1);
    line += text.split('\n').length - 1;
    isStart = false;
    at = end;
  };

  while (at < source.length) {
    const letter = source[at];
    if (letter === '\n') {
      at += 1;
      line += 1;
      if (depth > 0) continue;
      if (open) lines.push(open);
      open = undefined;
      [indent, isStart] = [0, true];
    } else if (letter === ' ' || letter === '\t' || letter === '\r' || letter === '\f') {
      if (isStart && depth === 0) indent = letter === '\t' ? indent - (indent % TAB) + TAB : indent + 1;
      at += 1;
    } else if (letter === '#') {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end;
    } else if (letter === '\\' && /\r?\n/y.test(source.slice(at + 1, at + 3))) {
      at = source.indexOf('\n', at) + 1;
      line += 1;
      isStart = false;
    } else {
      const quote = match(STRING, source, at);
      const name = match(NAME, source, at);
      const number = match(NUMBER, source, at);
      const operator = match(OPERATOR, source, at);
      if (quote) take('string', stringEnd(source, at, quote));
      else if (name) take('name', at + name.length);
      else if (number) take('number', at + number.length);
      else if (operator) take('operator', at + operator.length);
      else take('other', at + 1);
    }
  }
  if (open) lines.push(open);
  return lines;
}

/** @param {RegExp} pattern @param {string} source @param {number} at */
function match(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** @param {string} source @param {number} at @param {string} opening */
function stringEnd(source, at, opening) {
  const quote = /** @type {string} */ (opening.match(/["']+$/)?.[0]);
  for (let i = at + opening.length; i < source.length; i++) {
    if (source[i] === '\\') i += 1;
    else if (source.startsWith(quote, i)) return i + quote.length;
    else if (source[i] === '\n' && quote.length === 1) return i;
  }
  return source.length;
}
