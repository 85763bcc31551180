import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Tone } from '@/components/ui/tone';
import type { StatisticsAnswer } from '@/lib/domain/statistics/answers';
import { unitName } from '@/lib/format/unit-name';

type Line = StatisticsAnswer['unfilled'][number];

const TONES: Record<Line['kind'], Tone> = { never: 'neutral', nothing: 'red', partial: 'amber' };

/** 未能填报的单元格: so that nobody takes a blank for a zero. */
export function UnfilledList({ data }: { data: StatisticsAnswer }) {
  const t = useTranslations('statistics.unfilled');
  const locale = useLocale();
  const isEnglish = locale === 'en';
  const whereOf = ({ units }: Line): string => {
    const named = data.units.filter(({ id }) => units.includes(id)).map((unit) => unitName(unit, locale));
    return named.length > 0 ? named.join(isEnglish ? ', ' : '、') : t('everywhere');
  };
  return (
    <DataTable
      caption={t('title')}
      rows={data.unfilled}
      rowKey={({ code, kind }) => `${code} ${kind}`}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
      columns={[
        {
          key: 'name',
          header: t('title'),
          primary: true,
          cell: (one) => (
            <>
              <span className="text-ink-3 tabular-nums">{one.no}</span>{' '}
              {isEnglish ? `${one.groupEn} · ${one.nameEn}` : `${one.group}·${one.name}`}
            </>
          ),
        },
        {
          key: 'kind',
          header: t('kind'),
          cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`kinds.${kind}`)}</Badge>,
        },
        ...(data.unit.level === 'prefecture' ? [{ key: 'units', header: t('units'), cell: whereOf }] : []),
        { key: 'reason', header: t('reason'), cell: (one) => (isEnglish ? one.reasonEn : one.reason) },
      ]}
    />
  );
}
