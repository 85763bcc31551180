import { type Reason, reason } from '../kernel/result';

/** What a cell says: a value (null when the cell is blank), perhaps with warnings, or why it cannot be read. */
export type Reading<T> = { value: T | null; warnings?: Reason[] } | { error: Reason };

export function value<T>(read: T | null, warnings: Reason[] = []): Reading<T> {
  return warnings.length > 0 ? { value: read, warnings } : { value: read };
}

export function failure<T>(code: string, found: unknown, params: Record<string, string | number> = {}): Reading<T> {
  return { error: reason(code, { found: shown(found), ...params }) };
}

/** A cell for an error message: at most 60 characters, on one line. */
export function shown(cell: unknown): string {
  const text = [...raw(cell).replace(/\s+/g, ' ').trim()];
  return text.length > 60 ? `${text.slice(0, 59).join('')}…` : text.join('');
}

function raw(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'bigint' ? String(cell) : typeof cell;
}

// Letters, digits and Chinese characters that have one form only: nearly every cell.
const PLAIN = /^[\x21-\x7e\u4e00-\u9fa5]*$/;

/** The cell as text in half width, without blanks; '' when it is blank. Numbers as the sheet shows them (15 significant digits). */
export function compact(cell: unknown): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : '?';
  const text = raw(cell);
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/g, '');
}

const APPROXIMATE = /^(约为|大约|约|近|将近|超过|超|~|≈)|\((约|左右|估算|估)\)|(左右|上下|以上|余|多)(?=[^0-9.,]*$)/g;

/** Takes 约, 左右 … away and says so. */
export function withoutApproximately(text: string): { text: string; warnings: Reason[] } {
  const bare = text.replace(APPROXIMATE, '');
  return bare === text
    ? { text, warnings: [] }
    : { text: bare, warnings: [reason('cell.approximate', { found: shown(text) })] };
}

/** '13,000.5' → units of 10^-places, exact; undefined for wrong grouping, signs, exponents or too many digits. Half up at the last place; `rounded` says that something was cut away. */
export function parseDecimal(text: string, places: number): { units: bigint; rounded: boolean } | undefined {
  const match = /^(\d{1,3}(?:[,'](?:\d{3}))+|\d{1,18})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/[,']/g, '');
  const decimals = match[2] ?? '';
  const kept = decimals.slice(0, places).padEnd(places, '0');
  const rest = decimals.slice(places);
  const roundUp = rest !== '' && rest.charAt(0) >= '5' ? 1n : 0n;
  return { units: BigInt(whole + kept) + roundUp, rounded: /[1-9]/.test(rest) };
}
