import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith, type Params } from '@/components/ui/url';
import type { Overview, UnitOverview } from '@/lib/domain/overview/answers';
import { behindFirst, shortOf } from '@/lib/domain/overview/behind';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { Noted } from './figure';
import type { Links } from './links';
import { type Grade, LightsCell, MoneyCell, ScoreCell, ShareCell, WhyCell, YearCell } from './unit-cells';
import { isKeptIn, useOverviewWords } from './words';

type Props = { data: Overview; links: Links; grades: readonly Grade[]; params: Params };

function useColumns({ data, links, grades }: Omit<Props, 'params'>) {
  const { t } = useOverviewWords();
  const short = (unit: UnitOverview) => shortOf(unit, data.targetShare);
  const columns: Column<UnitOverview>[] = [
    { key: 'share', header: t('units.share'), align: 'right', cell: (unit) => <ShareCell unit={unit} /> },
    {
      key: 'short',
      header: t('units.short'),
      align: 'right',
      cell: (unit) => <b className="font-semibold">{formatCount(short(unit))}</b>,
    },
    {
      key: 'ofYear',
      header: t('units.ofYear'),
      align: 'right',
      cell: (unit) => <YearCell unit={unit} links={links} />,
    },
    { key: 'why', header: t('units.why'), className: 'sm:min-w-44', cell: (unit) => <WhyCell unit={unit} /> },
    { key: 'lights', header: t('units.lights'), cell: (unit) => <LightsCell unit={unit} links={links} /> },
    {
      key: 'money',
      hideOnPhone: true,
      header: t('units.money'),
      align: 'right',
      cell: (unit) => <MoneyCell unit={unit} links={links} />,
    },
    {
      key: 'score',
      hideOnPhone: true,
      header: t('units.score'),
      className: 'sm:min-w-32',
      cell: (unit) => <ScoreCell unit={unit} links={links} grades={grades} />,
    },
  ];
  return { columns, short };
}

/** Which county holds the prefecture back, and why: whoever lacks most comes first. */
export function UnitsTable({ data, links, grades, params }: Props) {
  const { t, locale } = useOverviewWords();
  const { columns, short } = useColumns({ data, links, grades });
  const rows = behindFirst(data.units.filter(isKeptIn(data)), data.targetShare);
  const [first] = rows;
  const most = first ? short(first) : null;
  const alike = rows.filter((unit) => short(unit) === most);
  const name = first ? unitName(first, locale) : '';
  const finding =
    most === null
      ? t('units.title')
      : most === 0
        ? t('units.noneBehind')
        : alike.length > 1
          ? t('units.severalBehind', { name, count: String(alike.length), short: formatCount(most) })
          : t('units.behind', { name, short: formatCount(most) });
  return (
    <Card title={<Noted of="behind">{finding}</Noted>} description={t('units.description')}>
      <DataTable
        wide
        phoneFirst={5}
        caption={t('units.title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            ...{ key: 'unit', header: t('units.unit'), primary: true, className: 'whitespace-nowrap' },
            cell: (unit) => (
              <TextLink href={hrefWith('/overview', params, { county: unit.id })}>{unitName(unit, locale)}</TextLink>
            ),
          },
          ...columns,
        ]}
      />
    </Card>
  );
}

/** The same of one county, for its own page. */
export function UnitStanding({ data, links, grades }: Omit<Props, 'params'>) {
  const { t } = useOverviewWords();
  const { columns } = useColumns({ data, links, grades });
  const [unit] = data.units;
  if (!unit) return null;
  return (
    <Card title={<Noted of="behind">{t('units.standing')}</Noted>}>
      <DefinitionList columns={4} items={columns.map(({ header, cell }) => ({ term: header, value: cell(unit) }))} />
    </Card>
  );
}
