import { parseIdNumber, parsePhone } from '../compounds/identity';
import { maskIdNumber, maskPhone } from '../compounds/masking';
import { type Reason, reason } from '../kernel/result';
import { isBlank } from './cells-numbers';
import { compact, failure, type Reading, shown, value } from './reading';

const YES = new Set([
  '是',
  '有',
  '√',
  '✓',
  '✔',
  '☑',
  '对',
  'y',
  'yes',
  't',
  'true',
  '1',
  '已',
  '已建立',
  '已成立',
  '具备',
]);
const NO = new Set([
  '否',
  '无',
  '没有',
  '×',
  '✗',
  '✕',
  '✘',
  'x',
  '☐',
  '错',
  'n',
  'no',
  'f',
  'false',
  '0',
  '未',
  '没',
  '不',
  '不是',
  '未建立',
  '未成立',
  '不具备',
]);

/** 是 / 否 / √ / × / 有 / 无 / Y / N / 1 / 0 / 对 … */
export function readBoolean(cell: unknown): Reading<boolean> {
  if (typeof cell === 'boolean') return value(cell);
  const text = compact(cell).toLowerCase();
  if (YES.has(text)) return value(true);
  if (NO.has(text)) return value(false);
  return isBlank(text) ? value<boolean>(null) : failure('cell.boolean', cell);
}

export interface Choice<T extends string> {
  code: T;
  /** The words it goes by; the first is the one shown. */
  words: readonly string[];
}

const wordLists = new WeakMap<object, Map<string, number>>();

/** The first choice that goes by a word has it. */
function wordsOf(choices: readonly Choice<string>[]): ReadonlyMap<string, number> {
  const known = wordLists.get(choices);
  if (known) return known;
  const words = new Map<string, number>();
  for (const [index, choice] of choices.entries())
    for (const word of choice.words.map((one) => compact(one).toLowerCase()))
      if (!words.has(word)) words.set(word, index);
  wordLists.set(choices, words);
  return words;
}

/** One of a list, by any of its words; blanks, width and case do not matter. Anything else is refused with the list. */
export function readChoice<T extends string>(cell: unknown, choices: readonly Choice<T>[]): Reading<T> {
  const text = compact(cell).toLowerCase();
  const found = choices[wordsOf(choices).get(text) ?? -1];
  if (found && text !== '') return value(found.code);
  if (isBlank(text)) return value<T>(null);
  return failure('cell.choice', cell, { expected: choices.map((choice) => choice.words[0] ?? choice.code).join('、') });
}

// Nothing to take away, to turn or to trim.
const PLAIN = /^[\x21-\x7e\u4e00-\u9fa5]*$/;
// Controls, lone surrogates, and the marks that turn text around or hide in it.
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/**
 * Text as written, trimmed: full-width digits and Latin letters become half width, everything else keeps its form (（）and ① are right in
 * Chinese text). Hidden characters go, with a warning. A leading = + - @ stays text. Longer than `max` characters is refused, not cut.
 */
export function readText(cell: unknown, options: { max: number }): Reading<string> {
  if (cell === null || cell === undefined) return value<string>(null);
  if (typeof cell === 'object' && !(cell instanceof Date)) return failure('cell.text', cell);
  const written = typeof cell === 'string' ? cell : typeof cell === 'number' ? compact(cell) : shown(cell);
  if (written.length > 0 && written.length <= options.max && PLAIN.test(written)) return value(written);
  const visible = written.replace(/\r\n?/g, '\n').replace(HIDDEN, '');
  const text = visible
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim();
  if (text === '') return value<string>(null);
  if ([...text].length > options.max)
    return failure('cell.textTooLong', cell, { length: [...text].length, expected: options.max });
  const removed: Reason[] =
    visible.length < written.replace(/\r\n?/g, '\n').length
      ? [reason('cell.hiddenRemoved', { found: shown(text) })]
      : [];
  return value(text, removed);
}

/** A phone number; what is wrong is shown masked, since findings are kept. */
export function readPhone(cell: unknown): Reading<string> {
  const text = compact(cell);
  if (isBlank(text) || text === '无') return value<string>(null);
  const decision = parsePhone(text);
  return decision.ok ? value(decision.value) : { error: reason('cell.phone', { found: maskPhone(shown(text)) }) };
}

/** An ID number; a number cell is refused, because Excel keeps only 15 of its 18 digits. */
export function readIdNumber(cell: unknown): Reading<string> {
  const text = compact(cell);
  if (isBlank(text) || text === '无') return value<string>(null);
  if (typeof cell === 'number' && cell >= 1e15) return { error: reason('cell.idAsNumber') };
  const decision = parseIdNumber(text);
  if (decision.ok) return value(decision.value);
  const [first] = decision.reasons;
  return { error: reason(first?.code ?? 'identity.idShape', { ...first?.params, found: maskIdNumber(shown(text)) }) };
}
