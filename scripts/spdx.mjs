// SPDX licence expressions, as package.json writes them: `(MIT OR GPL-3.0-or-later)`, `Apache-2.0 AND LGPL-3.0-or-later`.

/** @typedef {{ licence: string } | { kind: 'AND' | 'OR', parts: Expression[] }} Expression */

const TOKEN = /\s*(\(|\)|[A-Za-z0-9.+-]+)/y;
const WORDS = ['AND', 'OR', 'WITH'];

function tokensOf(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new SyntaxError(`no SPDX expression: ${text} (at ${at})`);
    found.push(match[1]);
  }
  return found;
}

/** OR binds less than AND, AND less than WITH. @returns {Expression} */
export function parseSpdx(text) {
  const tokens = tokensOf(text);
  const wrong = () => new SyntaxError(`no SPDX expression: ${text}`);
  const name = () => {
    const token = tokens.shift();
    if (!token || WORDS.includes(token) || token === '(' || token === ')') throw wrong();
    return token;
  };
  const one = () => {
    if (tokens[0] === '(') {
      tokens.shift();
      const inside = joined('OR');
      if (tokens.shift() !== ')') throw wrong();
      return inside;
    }
    const licence = name();
    if (tokens[0] !== 'WITH') return { licence };
    tokens.shift();
    return { licence: `${licence} WITH ${name()}` };
  };
  const joined = (kind) => {
    const part = () => (kind === 'OR' ? joined('AND') : one());
    const parts = [part()];
    while (tokens[0] === kind) {
      tokens.shift();
      parts.push(part());
    }
    return parts.length === 1 ? parts[0] : { kind, parts };
  };
  const whole = joined('OR');
  if (tokens.length > 0) throw wrong();
  return whole;
}

/** Of licences joined by AND all bind; of those joined by OR we choose one that we may use. */
export function isPermitted(expression, may) {
  if ('licence' in expression) return may(expression.licence);
  const each = (part) => isPermitted(part, may);
  return expression.kind === 'AND' ? expression.parts.every(each) : expression.parts.some(each);
}
