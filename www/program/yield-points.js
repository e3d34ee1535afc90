/**
 * Points at which a program can pause, put into its source.
 *
 * MicroPython for WebAssembly collects garbage only while no Python code is on the stack, so a program that runs for
 * long would fill its memory. It is therefore run as asynchronous code, and each loop asks at the start of its body whether a
 * pause is due: if so, the program awaits one, and garbage is collected meanwhile. Lines stay where they are.
 *
 * | in the source | becomes |
 * |---|---|
 * | a simple first statement of a loop's body | `PAUSE; statement` |
 * | `if c:`, `while c:` there | `if (PAUSE, (c))[1]:` |
 * | `for t in e:` there | `for t in (PAUSE, (e))[1]:` |
 * | `def f(…):` | `async def f(…):`, if every mention of f is a call that can wait |
 * | `f(…)` | `(await f(…))`, likewise for methods, `(await object.f(…))` |
 * | `import js` | an ImportError |
 *
 * Loops in generators, lambdas and comprehensions, in functions that are handed on, and in `cost` and `predict`, which figures
 * call, stay as they are.
 *
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {import('./tokens.js').LogicalLine} LogicalLine
 * @typedef {{
 *   line: LogicalLine, kind: 'def' | 'class', name: string, scope: Scope | undefined, isPlain: boolean,
 *   hasLoop: boolean, calls: Set<string>
 * }} Scope a function or class; `isPlain` unless something forbids that it waits
 * @typedef {{ line: LogicalLine, scope: Scope | undefined, body: LogicalLine | undefined }} Statement a logical line, where it
 *   stands, and the first line of its block if that is on a line of its own
 */
import { logicalLines } from './tokens.js';

const PAUSE = '_pause_due() and (_collect(), await _waiting)';
/** Modules that lead to JavaScript. */
const REFUSED = ['js', 'jsffi'];
/** Functions that figures call. */
const CALLED_BY_FIGURES = ['cost', 'predict'];
/** Names of methods that other objects have, too. */
const COMMON = new Set(
  ('append extend insert pop remove sort reverse copy clear count index keys values items get update add join split strip ' +
    'format replace startswith endswith lower upper mean sum std var min max argmin argmax dot all any cumsum round clip fill ' +
    'tolist astype reshape item nonzero random normal uniform integers permutation shuffle choice send close read write').split(
    ' ',
  ),
);

/**
 * The program with points to pause at.
 * @param {string} source
 */
export function withYieldPoints(source) {
  const statements = statementsOf(logicalLines(source));
  const waiting = functionsThatWait(statements);
  /** @type {{ at: number, text: string }[]} */
  const insertions = [];
  const insert = (/** @type {number} */ at, /** @type {string} */ text) => insertions.push({ at, text });

  for (const { line, scope, body } of statements) {
    const canWait = scope === undefined || waiting.has(scope);
    const first = line.tokens[0];
    refuseImports(line, insert);
    if (canWait && isLoop(line)) pauseAt(bodyOf(line, body), statements, insert);
    if (first.text === 'def' && [...waiting].some((f) => f.line === line)) insert(first.start, 'async ');
  }
  const names = new Map([...waiting].map((f) => [f.name, f]));
  for (const { line } of statements) {
    line.tokens.forEach((token, i) => {
      if (!names.has(token.text) || token.kind !== 'name' || isDefinition(line, i)) return;
      insert(startOfCall(line.tokens, i), '(await ');
      insert(line.tokens[closing(line.tokens, i + 1)].end, ')');
    });
  }
  return inserted(source, insertions);
}

/** @param {string} source @param {{ at: number, text: string }[]} insertions */
function inserted(source, insertions) {
  const ordered = insertions.map((insertion, order) => ({ ...insertion, order }));
  // A call's end comes before what begins at the same place.
  const isEnd = (/** @type {string} */ text) => (text === ')' ? 0 : 1);
  ordered.sort((p, q) => p.at - q.at || isEnd(p.text) - isEnd(q.text) || p.order - q.order);
  let [result, from] = ['', 0];
  for (const { at, text } of ordered) {
    result += source.slice(from, at) + text;
    from = at;
  }
  return result + source.slice(from);
}

/** @param {LogicalLine[]} lines @returns {Statement[]} */
function statementsOf(lines) {
  /** @type {{ indent: number, scope: Scope }[]} */
  const open = [];
  return lines.map((line, i) => {
    while (open.length > 0 && line.indent <= open[open.length - 1].indent) open.pop();
    const scope = open[open.length - 1]?.scope;
    const next = lines[i + 1];
    const colon = headerEnd(line);
    const body = colon === line.tokens.length - 1 && next && next.indent > line.indent ? next : undefined;
    const words = line.tokens.map(({ text }) => text);
    const isAsync = words[0] === 'async';
    const keyword = words[isAsync ? 1 : 0];
    if (keyword === 'def' || keyword === 'class') {
      const isDecorated = lines[i - 1]?.tokens[0].text === '@' && lines[i - 1].indent === line.indent;
      open.push({
        indent: line.indent,
        scope: {
          line,
          kind: keyword,
          name: words[isAsync ? 2 : 1] ?? '',
          scope,
          isPlain: keyword === 'def' && !isAsync && !isDecorated && body !== undefined,
          hasLoop: false,
          calls: new Set(),
        },
      });
    }
    if (scope) {
      if (isLoop(line)) scope.hasLoop = true;
      if (line.tokens.some(({ kind, text }) => kind === 'name' && text === 'yield')) scope.isPlain = false;
      line.tokens.forEach((token) => token.kind === 'name' && scope.calls.add(token.text));
    }
    return { line, scope, body };
  });
}

/**
 * The functions that are made asynchronous: they have loops, or call such functions, and every mention of them is a call at a
 * place that can wait.
 * @param {Statement[]} statements
 */
function functionsThatWait(statements) {
  const scopes = new Set(statements.map(({ scope }) => scope).filter((scope) => scope !== undefined));
  const functions = [...scopes].filter(
    (f) =>
      f.isPlain &&
      (f.scope === undefined || (f.scope.kind === 'class' && f.scope.scope === undefined)) &&
      !CALLED_BY_FIGURES.includes(f.name) &&
      !f.name.startsWith('__') &&
      !(f.scope && COMMON.has(f.name)),
  );
  const waiting = new Set(functions.filter((f) => f.hasLoop));
  for (let grown = true; grown; ) {
    grown = false;
    for (const f of functions) {
      if (waiting.has(f) || ![...waiting].some(({ name }) => f.calls.has(name))) continue;
      waiting.add(f);
      grown = true;
    }
  }
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const f of waiting) {
      if (isOnlyCalled(f, statements, waiting)) continue;
      waiting.delete(f);
      shrunk = true;
    }
  }
  return waiting;
}

/** @param {Scope} f @param {Statement[]} statements @param {Set<Scope>} waiting */
function isOnlyCalled(f, statements, waiting) {
  let definitions = 0;
  const isMethod = f.scope !== undefined;
  const word = new RegExp(`\\b${f.name}\\b`);
  return statements.every(({ line, scope }) => {
    const { tokens } = line;
    const canWait = scope === undefined || waiting.has(scope);
    const isHeader = ['def', 'class', 'async', '@'].includes(tokens[0].text);
    return tokens.every((token, i) => {
      if (token.kind === 'string') return !/^[rR]?[fF]/.test(token.text) || !word.test(token.text);
      if (token.kind !== 'name' || token.text !== f.name) return true;
      if (isDefinition(line, i)) return ++definitions === 1;
      const isAttribute = tokens[i - 1]?.text === '.';
      // The attribute of some other object, of the same name as a function, is another thing.
      if (isAttribute && !isMethod) return false;
      if (!isAttribute && isMethod) return false;
      return canWait && !isHeader && tokens[i + 1]?.text === '(' && !isInFunction(tokens, i);
    });
  });
}

/** @param {LogicalLine} line @param {number} i */
const isDefinition = (line, i) => line.tokens[i - 1]?.text === 'def';

/** Whether a token is in a lambda or a comprehension, which cannot wait. @param {Token[]} tokens @param {number} at */
function isInFunction(tokens, at) {
  if (tokens.slice(0, at).some(({ kind, text }) => kind === 'name' && text === 'lambda')) return true;
  for (let i = at, depth = tokens[at].depth; i >= 0 && depth > 0; i--) {
    const { depth: here, text } = tokens[i];
    if (here !== depth || !'([{'.includes(text) || tokens[i].kind !== 'operator') continue;
    const end = closing(tokens, i);
    const inside = tokens.slice(i + 1, end);
    if (inside.some(({ kind, text: word, depth: deep }) => kind === 'name' && word === 'for' && deep === depth)) return true;
    depth -= 1;
  }
  return false;
}

/** The index of the bracket that closes the one at an index. @param {Token[]} tokens @param {number} at */
function closing(tokens, at) {
  const { depth } = tokens[at];
  const end = tokens.findIndex(({ kind, text, depth: here }, i) => i > at && kind === 'operator' && here === depth && ')]}'.includes(text));
  return end < 0 ? tokens.length - 1 : end;
}

/** Where the expression begins that is called: `f`, `object.f`, `make(1)[2].f`. @param {Token[]} tokens @param {number} at */
function startOfCall(tokens, at) {
  let i = at;
  while (tokens[i - 1]?.text === '.') {
    i -= 2;
    while (i > 0 && tokens[i].kind === 'operator' && ')]}'.includes(tokens[i].text)) {
      const { depth } = tokens[i];
      do i -= 1;
      while (i > 0 && !(tokens[i].kind === 'operator' && tokens[i].depth === depth && '([{'.includes(tokens[i].text)));
      const before = tokens[i - 1];
      const isCalled = before && (before.kind === 'name' ? !KEYWORDS.has(before.text) : ')]}'.includes(before.text));
      if (!isCalled) break;
      i -= 1;
    }
  }
  return tokens[i].start;
}

const KEYWORDS = new Set('and as assert await del elif else except for from if import in is lambda not or return while with yield'.split(' '));

/** @param {LogicalLine} line */
const isLoop = ({ tokens: [first] }) => first.text === 'while' || first.text === 'for';

/** The index of the colon that ends a header, −1 if the line has none. @param {LogicalLine} line */
function headerEnd({ tokens }) {
  const blocks = ['if', 'elif', 'else', 'while', 'for', 'def', 'class', 'try', 'except', 'finally', 'with', 'async'];
  if (!blocks.includes(tokens[0].text)) return -1;
  let lambdas = 0;
  return tokens.findIndex(({ kind, text, depth }) => {
    if (depth > 0) return false;
    if (kind === 'name' && text === 'lambda') lambdas += 1;
    return kind === 'operator' && text === ':' && lambdas-- === 0;
  });
}

/**
 * The first statement of a block: on a line of its own, or after the colon.
 * @param {LogicalLine} line
 * @param {LogicalLine | undefined} body
 * @returns {LogicalLine | undefined}
 */
function bodyOf(line, body) {
  if (body) return body;
  const rest = line.tokens.slice(headerEnd(line) + 1);
  return headerEnd(line) >= 0 && rest.length > 0 ? { tokens: rest, indent: line.indent } : undefined;
}

/**
 * Puts a pause at the start of a statement.
 * @param {LogicalLine | undefined} statement
 * @param {Statement[]} statements
 * @param {(at: number, text: string) => void} insert
 */
function pauseAt(statement, statements, insert) {
  if (!statement) return;
  const { tokens } = statement;
  const [first] = tokens;
  const end = headerEnd(statement);
  if (['def', 'class', 'async', '@'].includes(first.text)) return;
  if (['try', 'with'].includes(first.text)) {
    const whole = statements.find(({ line }) => line.tokens[0] === first);
    pauseAt(bodyOf(statement, whole?.body), statements, insert);
    return;
  }
  if (!['if', 'while', 'for'].includes(first.text)) {
    insert(first.start, `${PAUSE}; `);
    return;
  }
  const before = first.text === 'for' ? tokens.findIndex(({ text, depth }) => text === 'in' && depth === 0) : 0;
  if (end < 0 || before < 0 || before + 1 >= end) return;
  insert(tokens[before + 1].start, `(${PAUSE}, (`);
  insert(tokens[end - 1].end, '))[1]');
}

/** @param {LogicalLine} line @param {(at: number, text: string) => void} insert */
function refuseImports(line, insert) {
  const { tokens } = line;
  const end = headerEnd(line);
  tokens.forEach((token, i) => {
    const isStart = i === 0 || tokens[i - 1].text === ';' || i - 1 === end;
    if (!isStart || token.kind !== 'name' || (token.text !== 'import' && token.text !== 'from')) return;
    const rest = tokens.slice(i + 1);
    const stop = rest.findIndex(({ text }) => text === ';' || text === (token.text === 'from' ? 'import' : ';'));
    const names = (stop < 0 ? rest : rest.slice(0, stop)).filter((_, j, all) => j === 0 || all[j - 1].text === ',');
    const refused = names.find(({ text }) => REFUSED.includes(text));
    if (refused) insert(token.start, `_refuse_import('${refused.text}'); `);
  });
}
