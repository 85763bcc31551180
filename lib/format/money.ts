import type { Locale } from '@/lib/domain/kernel/label';
import { formatMoney, type Money } from '@/lib/domain/kernel/money';
import { groupThousands, NONE, roundedText } from './number';

/** For ledgers, exact: '1,234.50 元' or '¥1,234.50'; null → '—'. */
export function formatYuan(fen: Money | null, locale: Locale): string {
  if (fen === null) return NONE;
  const plain = groupThousands(formatMoney(fen < 0n ? -fen : fen));
  const sign = fen < 0n ? '-' : '';
  return locale === 'zh-CN' ? `${sign}${plain} 元` : `${sign}¥${plain}`;
}

/** The number of it, where the unit stands above: 万元, rounded half up; in English millions of yuan. */
export function formatWanNumber(fen: Money, locale: Locale, digits = 2): string {
  return groupThousands(roundedText(fen, locale === 'en' ? 8 : 6, digits));
}

/** For dashboards: '418.00 万元', rounded half up; in English in millions of yuan: '¥4.18 million'. */
export function formatWanYuan(fen: Money | null, locale: Locale, digits = 2): string {
  if (fen === null) return NONE;
  const text = formatWanNumber(fen, locale, digits);
  if (locale === 'zh-CN') return `${text} 万元`;
  return text.startsWith('-') ? `-¥${text.slice(1)} million` : `¥${text} million`;
}

/** For sums that decide: exact, with no more places than they have: '42 万元', '42.000001 万元'; in English in yuan: '¥420,000.00'. */
export function formatWanExact(fen: Money, locale: Locale): string {
  if (locale === 'en') return formatYuan(fen, locale);
  const text = roundedText(fen, 6, 6).replace(/\.?0+$/, '');
  return `${groupThousands(text)} 万元`;
}
