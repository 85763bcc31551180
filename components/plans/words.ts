import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { Locale } from '@/lib/domain/kernel/label';
import { plainQuantity } from '@/lib/domain/plans/paper';
import { formatWanYuan, formatYuan } from '@/lib/format/money';

const fen = (yuan: string): bigint => parseHundredths(yuan) ?? 0n;

/** Exact, for one item: 1,234.50 元. */
export const yuan = (money: string, locale: Locale): string => formatYuan(fen(money), locale);
/** For sums: 418.00 万元. */
export const wan = (money: string, locale: Locale): string => formatWanYuan(fen(money), locale);

export const quantityWords = (quantity: string | null, unit: string | null): string | null =>
  quantity === null ? null : `${plainQuantity(quantity)} ${unit ?? ''}`.trim();

export const nameIn = ({ name, nameEn }: { name: string; nameEn: string }, locale: Locale): string =>
  locale === 'en' ? nameEn : name;
