import { useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { RankedBars } from '@/components/charts/ranked-bars';
import { Card } from '@/components/ui/card';
import type { RankedReason, SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { formatCount } from '@/lib/format/number';
import type { RowsOf } from './scope-filters';
import type { useLabels } from './use-labels';

type Props = { data: SurveyDashboard; labels: ReturnType<typeof useLabels>; rows: RowsOf };

const SHOWN = 12;

export function Decades({ data, labels, rows }: Props) {
  const t = useTranslations('dashboards');
  const most = [...data.decades].sort((a, b) => b.all.compounds - a.all.compounds)[0];
  const title = most
    ? t('titles.decade', { name: labels.decade(most.key), count: formatCount(most.all.compounds) })
    : t('plain.decades');
  return (
    <Card>
      <BarChart
        title={title}
        unit={t('compounds')}
        data={data.decades.map(({ key, all }) => ({
          label: labels.decade(key),
          value: all.compounds,
          href: rows({ decade: key }),
          tone: key === most?.key ? 'accent' : undefined,
        }))}
      />
    </Card>
  );
}

export function MissingFacilities({ data, labels, rows }: Props) {
  const t = useTranslations('dashboards');
  const missing = data.facilities.filter((facility) => facility.missing > 0).slice(0, SHOWN);
  const first = missing[0];
  return (
    <Card>
      <RankedBars
        title={
          first
            ? t('titles.facility', { name: labels.facility(first.key), count: formatCount(first.missing) })
            : t('plain.facilities')
        }
        description={t('hints.facilities')}
        unit={t('compounds')}
        keepOrder
        data={missing.map(({ key, missing: value }, index) => ({
          label: labels.facility(key),
          value,
          href: rows({ eligibility: 'eligible', facility: key, condition: 'missing' }),
          tone: index === 0 ? 'accent' : undefined,
        }))}
      />
    </Card>
  );
}

type ReasonsProps = Props & { of: 'ineligible' | 'incomplete' | 'missing' };

const listOf = (data: SurveyDashboard, of: ReasonsProps['of']): RankedReason[] =>
  of === 'missing' ? data.missing : data.reasons[of];

/** Why compounds are ineligible, why they cannot be decided, and which facts are still missing: the most frequent first. */
export function Reasons({ data, labels, rows, of }: ReasonsProps) {
  const t = useTranslations('dashboards');
  const list = listOf(data, of).slice(0, SHOWN);
  const first = list[0];
  const hrefOf = (code: string) =>
    of === 'missing' ? rows({ missing: code }) : rows({ eligibility: of, reason: code });
  return (
    <Card>
      <RankedBars
        title={
          first
            ? t(`titles.${of}`, { name: labels.fact(first.code), count: formatCount(first.compounds) })
            : t(`plain.${of}`)
        }
        description={t('hints.reasons')}
        unit={t('compounds')}
        keepOrder
        data={list.map(({ code, compounds }, index) => ({
          label: labels.fact(code),
          value: compounds,
          href: hrefOf(code),
          tone: index === 0 ? 'accent' : undefined,
        }))}
      />
    </Card>
  );
}
