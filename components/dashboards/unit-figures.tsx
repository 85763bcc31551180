import { useTranslations } from 'next-intl';
import { StackedBars } from '@/components/charts/stacked-bars';
import { TileGrid } from '@/components/charts/tile-grid';
import { Card } from '@/components/ui/card';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { compareRatios } from '@/lib/domain/kernel/ratio';
import { formatCount } from '@/lib/format/number';
import { formatPercent } from '@/lib/format/percent';
import type { RowsOf } from './scope-filters';
import { placeOf } from './tile-places';
import type { UnitFigures, useLabels } from './use-labels';

type Props = { data: SurveyDashboard; labels: ReturnType<typeof useLabels>; rows: RowsOf };

const hasCompounds = ({ all }: UnitFigures) => all.compounds > 0;

const decidedOf = ({ all, incomplete }: UnitFigures) => all.compounds - incomplete.compounds;

/** The unit with the smallest share of decided compounds; undefined when all are decided. */
function leastDecided(units: readonly UnitFigures[]): UnitFigures | undefined {
  const open = units.filter((unit) => hasCompounds(unit) && unit.incomplete.compounds > 0);
  return [...open].sort((a, b) =>
    compareRatios(BigInt(decidedOf(a)), BigInt(a.all.compounds), BigInt(decidedOf(b)), BigInt(b.all.compounds)),
  )[0];
}

/** Only for the shade of a tile; the figure is written exactly beside it. */
const shadeOf = (unit: UnitFigures) =>
  hasCompounds(unit) ? Math.floor((decidedOf(unit) * 100) / unit.all.compounds) : null;

function unitHref(unit: UnitFigures, by: SurveyDashboard['by'], rows: RowsOf): string | undefined {
  return by && unit.unitId ? rows({ [by]: unit.unitId }) : undefined;
}

/** Counties as tiles as they lie on the map; a click opens that county's own dashboard. */
export function DecidedTiles({ data, labels }: Omit<Props, 'rows'>) {
  const t = useTranslations('dashboards');
  const least = leastDecided(data.units);
  const percent = (unit: UnitFigures) => formatPercent(decidedOf(unit), unit.all.compounds, { digits: 0 });
  const title = least
    ? t('titles.decided', { name: labels.unit(least, data.by), percent: percent(least) })
    : t('titles.decidedAll', { by: t('by.county') });
  return (
    <Card>
      <TileGrid
        title={title}
        description={t('hints.decided')}
        tiles={data.units.map((unit) => ({
          key: unit.unitId ?? 'none',
          label: labels.unit(unit, data.by),
          percent: shadeOf(unit),
          display: hasCompounds(unit) ? percent(unit) : t('tileEmpty'),
          note: hasCompounds(unit)
            ? t('tileNote', { decided: formatCount(decidedOf(unit)), all: formatCount(unit.all.compounds) })
            : undefined,
          href: unit.unitId && !data.frozen ? `/dashboard?county=${unit.unitId}` : undefined,
          ...placeOf(unit.code),
        }))}
      />
    </Card>
  );
}

export function UnitBars({ data, labels, rows }: Props) {
  const t = useTranslations('dashboards');
  const by = t(`by.${data.by ?? 'county'}`);
  const units = [...data.units].filter(hasCompounds).sort((a, b) => b.all.compounds - a.all.compounds);
  const most = [...units].sort((a, b) => b.incomplete.compounds - a.incomplete.compounds)[0];
  const title = !most
    ? t('plain.units', { by })
    : most.incomplete.compounds > 0
      ? t('titles.incompleteMost', {
          name: labels.unit(most, data.by),
          count: formatCount(most.incomplete.compounds),
        })
      : t('titles.allDecided', { by });
  return (
    <Card>
      <StackedBars
        title={title}
        description={by}
        unit={t('compounds')}
        series={[
          { key: 'eligible', label: t('eligible') },
          { key: 'ineligible', label: t('ineligible') },
          { key: 'incomplete', label: t('incomplete') },
        ]}
        data={units.map((unit) => ({
          label: labels.unit(unit, data.by),
          values: {
            eligible: unit.eligible.compounds,
            ineligible: unit.ineligible.compounds,
            incomplete: unit.incomplete.compounds,
          },
          href: unitHref(unit, data.by, rows),
        }))}
      />
    </Card>
  );
}
