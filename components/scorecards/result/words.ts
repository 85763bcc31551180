import { useLocale, useTranslations } from 'next-intl';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { groupThousands } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

/** '3438.00' → '3,438', '629.93' stays: exact, with no more places than it has. */
export const claimText = (claim: string): string => groupThousands(claim.replace(/\.00$/, ''));

/** Counties, grades, days of a result in words. */
export function useResultWords() {
  const t = useTranslations('scoreResult');
  const locale = useLocale();
  return {
    t,
    nameOf: ({ name, nameEn }: { name: string; nameEn: string }) => (locale === 'en' ? nameEn : name),
    county: (unit: { name: string; nameEn: string | null }) => unitName(unit, locale),
    list: (names: readonly string[]) => names.join(locale === 'en' ? ', ' : '、'),
    day: (on: string) => formatDate(calendarDateOf(on), locale),
    moment: (at: string) => formatDateTime(new Date(at), locale),
  };
}
