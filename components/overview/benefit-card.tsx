import { Card } from '@/components/ui/card';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { Overview } from '@/lib/domain/overview/answers';
import { formatAreaShort } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';
import { Figure } from './figure';
import type { Links } from './links';
import { useOverviewWords } from './words';

/** Who lives in what is complete. */
export function BenefitCard({ data, links }: { data: Overview; links: Links }) {
  const { t, locale } = useOverviewWords();
  const { benefit } = data;
  const area = (text: string) => formatAreaShort(parseHundredths(text) ?? 0n, locale);
  const href = benefit.compounds > 0 ? links.rows({ figure: 'completed' }) : undefined;
  const title =
    benefit.compounds > 0
      ? t('benefit.finding', { households: formatCount(benefit.households), area: area(benefit.floorArea) })
      : t('benefit.nothing');
  return (
    <Card title={title}>
      <dl className="grid grid-cols-2 gap-4">
        <Figure
          {...{ label: t('benefit.households'), of: 'benefit', unit: t('benefit.unit'), href }}
          value={formatCount(benefit.households)}
          notes={[t('benefit.ofPlanned', { value: formatCount(benefit.planned.households) })]}
        />
        <Figure
          {...{ label: t('benefit.area'), of: 'benefit', href }}
          value={area(benefit.floorArea)}
          notes={[t('benefit.ofPlanned', { value: area(benefit.planned.floorArea) })]}
        />
      </dl>
    </Card>
  );
}
