import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { itemNames } from '@/lib/domain/progress/filled';
import { addMonths, type ReportMonth } from '@/lib/domain/progress/report-month';
import { colon } from '@/lib/format/colon';
import { formatDateTime } from '@/lib/format/date';
import { remarkName } from './remark-names';
import { monthWords, STATUS_TONES, TIME_LIGHTS } from './words';

type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

/** Which month, where it stands, by when; after a return what is to be corrected. */
export function ReportHead({ report, names }: Props) {
  const t = useTranslations('progress');
  const word = useTranslations('progress.fields');
  const locale = useLocale();
  const { month, status, dueAt, timeliness, firstReceivedAt, project, sendings } = report;
  const last = sendings[0]?.decision;
  const when = (at: string) => formatDateTime(new Date(at), locale);
  const named = itemNames(report.planned, names);
  const path = (by: number) => `/projects/${project.id}/reports/${addMonths(month as ReportMonth, by)}`;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
          {t('form.title', { month: t('monthName', monthWords(month, locale)) })}
          <Badge tone={STATUS_TONES[status ?? 'none']}>{t(`status.${status ?? 'none'}`)}</Badge>
          <StatusLight light={TIME_LIGHTS[timeliness]} className="text-sm font-normal">
            {t(`timeliness.${timeliness}`)}
          </StatusLight>
        </h2>
        <span className="no-print flex gap-2">
          <LinkButton size="sm" href={path(-1)}>
            {t('previous')}
          </LinkButton>
          <LinkButton size="sm" href={path(1)}>
            {t('next')}
          </LinkButton>
        </span>
      </div>
      <p className="text-sm text-ink-3">
        {t('form.dueLine', { due: when(dueAt) })}
        {firstReceivedAt && ` · ${t('form.firstLine', { at: when(firstReceivedAt) })}`}
      </p>
      {status === 'returned' && last && (
        <Banner
          tone="amber"
          title={t('form.remarks')}
          list={last.remarks.map(({ field, text }) => `${remarkName(field, named, word)}${colon(locale)}${text}`)}
        />
      )}
    </>
  );
}
