import type { Locale } from '@/lib/domain/kernel/label';
import { parseMoney } from '@/lib/domain/kernel/money';
import { formatWanNumber, formatWanYuan, formatYuan } from './money';
import { NONE } from './number';

/** Yuan as the API writes them, for ledgers: exact. */
export function yuanText(text: string | null, locale: Locale): string {
  const fen = text === null ? null : parseMoney(text);
  return fen?.ok ? formatYuan(fen.value, locale) : NONE;
}

/** The same for overviews, in 万元. */
export function wanText(text: string | null, locale: Locale): string {
  const fen = text === null ? null : parseMoney(text);
  return fen?.ok ? formatWanYuan(fen.value, locale) : NONE;
}

/** And in a column whose header says the unit. */
export function wanNumberText(text: string | null, locale: Locale): string {
  const fen = text === null ? null : parseMoney(text);
  return fen?.ok ? formatWanNumber(fen.value, locale) : NONE;
}
