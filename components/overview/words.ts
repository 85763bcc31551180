import { useLocale, useTranslations } from 'next-intl';
import { monthWords } from '@/components/progress/words';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Overview } from '@/lib/domain/overview/answers';
import { changeIn } from '@/lib/domain/overview/changes';
import type { Share } from '@/lib/domain/overview/measures';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';

/** +3, −2 */
export const signed = (by: number | bigint, text = formatCount(by < 0 ? -by : by)): string =>
  `${by < 0 ? '−' : '+'}${text}`;

/** Only for the length of a bar or the shade of a tile; the figure is written exactly beside it. */
export const drawn = ({ part, whole }: Share): number => Number((part * 1000n) / whole) / 10;

export const percentOf = (part: number | bigint, whole: number | bigint, digits = 1): string =>
  formatPercent(part, whole, { digits });

/** Whether the moment speaks of the county: of one that was not kept that night nothing is known. */
export const isKeptIn =
  ({ missing }: Pick<Overview, 'missing'>) =>
  (unit: { id: string }): boolean =>
    !missing.some(({ id }) => id === unit.id);

/** Days, months and changes in the reader's language. */
export function useOverviewWords() {
  const t = useTranslations('overview');
  const locale = useLocale();
  const month = (of: string) => t('monthName', monthWords(of, locale));
  const moment = (of: Pick<Overview, 'asOf' | 'month'>) =>
    of.month === null ? formatDateTime(new Date(of.asOf), locale) : t('monthEnd', { month: month(of.month) });

  /** Since the last month's end, or of a month's end up to now; undefined while there is nothing to compare with. */
  function since(of: Parameters<typeof changeIn>[0], data: Overview): string | undefined {
    const { compared } = data;
    const kept = data.month ?? compared?.month;
    if (!compared || !kept) return undefined;
    const back = data.month !== null;
    const by = back ? changeIn(of, data, compared) : changeIn(of, compared, data);
    if (by === null) return undefined;
    if (by === 0) return t(back ? 'since.sameAfter' : 'since.same', { month: month(kept) });
    return t(back ? 'since.after' : 'since.before', { month: month(kept), by: signed(by) });
  }

  return { t, locale, month, moment, since, day: (date: string) => formatDate(calendarDateOf(date), locale) };
}
export type OverviewWords = ReturnType<typeof useOverviewWords>;
