import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { NOTICE_KIND_LABELS } from '@/lib/domain/notices/labels';
import { daysLeft } from '@/lib/domain/notices/period';
import { formatArea } from '@/lib/format/area';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';

/** Days that are left, in words; null where no period runs. */
export function usePeriodWord({ status, startsOn, endsOn, today }: NoticeView): string | null {
  const t = useTranslations('notices');
  if (status !== 'published' || !startsOn || !endsOn) return null;
  const period = { startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate };
  const left = daysLeft(period, today as CalendarDate);
  return left === 0 ? t('over') : left === 1 ? t('lastDay') : t('left', { days: String(left) });
}

export function FactsCard({ notice }: { notice: NoticeView }) {
  const t = useTranslations('notices.facts');
  const locale = useLocale();
  const left = usePeriodWord(notice);
  const { scope } = notice.facts;
  const day = (text: string | null) => (text ? formatDate(text as CalendarDate, locale) : null);
  const items: (Definition | false)[] = [
    { term: t('kind'), value: labelIn(NOTICE_KIND_LABELS[notice.kind], locale) },
    notice.compound !== null && { term: t('compound'), value: notice.compound.name },
    { term: t('county'), value: unitName(notice.county, locale) },
    { term: t('issuer'), value: notice.issuer },
    notice.documentNo !== null && { term: t('documentNo'), value: notice.documentNo },
    { term: t('days'), value: t('daysValue', { days: String(notice.days) }) },
    notice.startsOn !== null && { term: t('starts'), value: day(notice.startsOn) },
    notice.endsOn !== null && { term: t('ends'), value: day(notice.endsOn) },
    left !== null && { term: t('left'), value: left },
    {
      term: t('scope'),
      value: t('scopeValue', {
        compounds: String(scope.compounds),
        buildings: String(scope.buildings),
        households: String(scope.households),
      }),
    },
    scope.owners > 0 && { term: t('owners'), value: t('ownersValue', { count: String(scope.owners) }) },
    { term: t('area'), value: formatArea(scope.area) },
    notice.completedAt !== null && {
      term: t('completed'),
      value: formatDateTime(new Date(notice.completedAt), locale),
    },
    notice.withdrawnReason !== null && { term: t('withdrawn'), value: notice.withdrawnReason, wide: true },
    notice.hash !== null && {
      term: t('hash'),
      value: <span className="font-mono text-xs break-all">{notice.hash}</span>,
      wide: true,
    },
  ];
  return (
    <Card title={t('title')} className="no-print">
      <DefinitionList columns="side" items={items.filter((item) => item !== false)} />
    </Card>
  );
}
