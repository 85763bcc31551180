import { TileGrid } from '@/components/charts/tile-grid';
import { placeOf } from '@/components/dashboards/tile-places';
import { Card } from '@/components/ui/card';
import { LinkTabs } from '@/components/ui/link-tabs';
import { hrefWith, type Params } from '@/components/ui/url';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { Overview } from '@/lib/domain/overview/answers';
import type { Defined } from '@/lib/domain/overview/definitions';
import {
  type Measured,
  measuredBy,
  shadesOf,
  TILE_MEASURES,
  type TileMeasure,
  worstOf,
} from '@/lib/domain/overview/measures';
import { wanNumberText } from '@/lib/format/money-text';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { FigureNote } from './figure-note';
import { isKeptIn, percentOf, useOverviewWords } from './words';

type Props = { data: Overview; measure: TileMeasure; params: Params };

const EMPTY = { completed: 'empty', started: 'empty', paid: 'noMoney', score: 'noScore', red: 'noProject' } as const;

/** What each measure is, in the words of its note. */
const NOTES = {
  completed: 'completed',
  started: 'started',
  paid: 'money',
  score: 'score',
  red: 'lights',
} as const satisfies Record<TileMeasure, Defined>;

/** The measure in words: in a tile, and in the title for those that are worst off. */
function useMeasureWords(measure: TileMeasure, data: Overview) {
  const { t, locale } = useOverviewWords();
  const isKept = isKeptIn(data);
  const name = ({ unit }: Measured) => unitName(unit, locale);

  function value({ unit, share }: Measured): string {
    if (!isKept(unit)) return t('tiles.notKept');
    if (measure === 'red' && unit.compounds > 0)
      return unit.red === null ? t('tiles.notKept') : t('tiles.red', { count: formatCount(unit.red) });
    if (!share) return t(`tiles.${EMPTY[measure]}`);
    if (measure === 'score') return t('tiles.points', { points: formatHundredths(share.part) });
    return percentOf(share.part, share.whole);
  }

  function note({ unit, share }: Measured): string | undefined {
    if (!share) return undefined;
    if (measure === 'completed' || measure === 'started')
      return t('tiles.counts', { part: formatCount(share.part), whole: formatCount(share.whole) });
    if (measure === 'paid')
      return t('tiles.counts', {
        part: wanNumberText(unit.money.paid, locale),
        whole: wanNumberText(unit.money.planned, locale),
      });
    return undefined;
  }

  function title(measured: readonly Measured[]): string {
    const worst = worstOf(measured, measure);
    const [first] = worst;
    const named = { measure: t(`tiles.names.${measure}`) };
    if (!first) return t('tiles.nothing', named);
    if (measure === 'red' && first.unit.red === 0) return t('tiles.noRed');
    if (worst.length > 1 && worst.length === measured.length) return t('tiles.same', { ...named, value: value(first) });
    const who = worst.length > 1 ? t('tiles.several', { name: name(first), count: String(worst.length) }) : name(first);
    return t(`tiles.worst.${measure}`, { name: who, value: value(first) });
  }

  return { t, name, value, note, title };
}

/** The counties as they lie on the map, coloured by what is asked; a click opens that county's own page. */
export function CountyTiles({ data, measure, params }: Props) {
  const { t, name, value, note, title } = useMeasureWords(measure, data);
  const measured = measuredBy(data.units, measure).map((one) =>
    isKeptIn(data)(one.unit) ? one : { ...one, share: null },
  );
  const shades = shadesOf(measured);
  const tabs = TILE_MEASURES.map((key) => ({
    key,
    label: t(`tiles.names.${key}`),
    href: hrefWith('/overview', params, { measure: key === 'completed' ? undefined : key }),
  }));
  return (
    <Card>
      <LinkTabs label={t('tiles.measure')} active={measure} tabs={tabs} />
      <TileGrid
        title={title(measured)}
        description={t(`tiles.hint.${measure}`)}
        aside={<FigureNote of={NOTES[measure]} />}
        tiles={measured.map((one, at) => ({
          key: one.unit.id,
          label: name(one),
          percent: shades[at] ?? null,
          display: value(one),
          note: note(one),
          href: hrefWith('/overview', params, { county: one.unit.id }),
          ...placeOf(one.unit.code),
        }))}
      />
    </Card>
  );
}
