import { type Area, formatArea as plainArea } from '@/lib/domain/kernel/area';
import type { Locale } from '@/lib/domain/kernel/label';
import { groupThousands, NONE, roundedText } from './number';

/** 1300050n → '13,000.50 ㎡'; null → '—'. Accepts 0.01 m² or the API's decimal text. */
export function formatArea(area: Area | string | null): string {
  return area === null ? NONE : `${formatAreaNumber(area)} ㎡`;
}

/** The figure alone, for columns whose head names the unit. */
export function formatAreaNumber(area: Area | string): string {
  return groupThousands(typeof area === 'string' ? area : plainArea(area));
}

/** For dashboards: 万㎡ with two places in Chinese, m² with thousands in English. */
export function formatAreaShort(area: Area | null, locale: Locale): string {
  if (area === null) return NONE;
  return locale === 'zh-CN'
    ? `${groupThousands(roundedText(area, 6, 2))} 万㎡`
    : `${groupThousands(roundedText(area, 2, 0))} m²`;
}
