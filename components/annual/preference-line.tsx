import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { PreferenceAnswer } from '@/lib/domain/annual/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';

/** 优秀倾斜 with where it comes from: the result of which year, by whose consent. */
export function PreferenceLine({ preference }: { preference: PreferenceAnswer }) {
  const t = useTranslations('annual.plans.preference');
  const locale = useLocale();
  const { points, year, grade, consentNo: no, consentOn } = preference;
  const day = formatDate(calendarDateOf(consentOn), locale);
  return (
    <>
      {t('line', { points, year: String(year), grade: locale === 'en' ? grade.nameEn : grade.name })}
      <TextLink href={`/scorecards/result?year=${year}`}>{t('consent', { no, day })}</TextLink>
    </>
  );
}
