import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { CountyResult, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { pointsText } from '../score-words';
import { useResultWords } from './words';

type Props = { counties: readonly CountyResult[]; year: number; preference: SeasonResult['preference'] };

function Veto({ of: { vetoed, grounds } }: { of: CountyResult }) {
  const { t, nameOf, list } = useResultWords();
  if (!vetoed) return t('table.noVeto');
  return <StatusLight light="red">{grounds.length > 0 ? list(grounds.map(nameOf)) : t('table.vetoed')}</StatusLight>;
}

/** Every county in its place. Base, bonus and grounds of another county are not this person's to read. */
export function ResultTable({ counties, year, preference }: Props) {
  const { t, nameOf, county } = useResultWords();
  const isWhole = counties.every(({ own }) => own);
  const given = pointsText(preference.points);
  const points = (key: 'base' | 'bonus'): Column<CountyResult> => ({
    ...{ key, header: t(`table.${key}`), align: 'right' },
    cell: ({ [key]: value }) => (value === null ? '' : pointsText(value)),
  });
  return (
    <Card
      id="places"
      title={t('table.title')}
      description={isWhole ? t('table.text') : `${t('table.text')}${t('table.ownOnly')}`}
      flush
    >
      <DataTable
        caption={t('table.title')}
        rows={counties}
        phone="scroll"
        rowKey={(row) => row.county.id}
        empty={null}
        columns={[
          { key: 'rank', header: t('table.rank'), align: 'right', cell: ({ rank }) => String(rank) },
          {
            key: 'county',
            header: t('table.county'),
            primary: true,
            className: 'whitespace-nowrap',
            cell: (row) =>
              row.own ? (
                <TextLink href={`/scorecards/${row.county.id}/season?year=${year}`}>{county(row.county)}</TextLink>
              ) : (
                county(row.county)
              ),
          },
          {
            key: 'total',
            header: t('table.total'),
            align: 'right',
            className: 'font-semibold',
            cell: ({ total }) => pointsText(total),
          },
          {
            key: 'grade',
            header: t('table.grade'),
            className: 'whitespace-nowrap',
            cell: ({ grade, preferred }) => <Badge tone={preferred ? 'accent' : 'neutral'}>{nameOf(grade)}</Badge>,
          },
          ...(isWhole ? [points('base'), points('bonus')] : []),
          { key: 'veto', header: t('table.veto'), cell: (row) => <Veto of={row} /> },
          {
            key: 'preference',
            header: t('table.preference', { year: String(preference.year) }),
            align: 'right',
            cell: ({ preferred }) => (preferred ? t('table.preferred', { points: given }) : t('table.notPreferred')),
          },
        ]}
      />
    </Card>
  );
}
