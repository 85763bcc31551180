import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { hrefWith } from '@/components/ui/url';
import { addMonths, type ReportMonth } from '@/lib/domain/progress/report-month';
import { monthWords } from './words';

type Props = { month: ReportMonth; county?: string; path?: string };

/** The month that is shown, with the one before and the one after. */
export function MonthNav({ month, county, path = '/progress' }: Props) {
  const t = useTranslations('progress');
  const locale = useLocale();
  const href = (by: number) => hrefWith(path, { county }, { month: addMonths(month, by) });
  return (
    <nav aria-label={t('month')} className="no-print flex flex-wrap items-center gap-2">
      <LinkButton size="sm" href={href(-1)}>
        {t('previous')}
      </LinkButton>
      <strong className="px-2 font-semibold">{t('monthName', monthWords(month, locale))}</strong>
      <LinkButton size="sm" href={href(1)}>
        {t('next')}
      </LinkButton>
    </nav>
  );
}
