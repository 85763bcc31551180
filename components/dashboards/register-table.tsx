import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { RegisterGap } from '@/lib/domain/dashboards/schema';
import { formatHundredths, parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';

interface Line {
  key: 'buildings' | 'households' | 'floorArea';
  stated: string;
  registered: string;
  difference: string;
}

const signed = (text: string, positive: boolean) => (positive ? `+${text}` : text);

function countLine(key: 'buildings' | 'households', { stated, registered }: RegisterGap): Line {
  const difference = registered[key] - stated[key];
  return {
    key,
    stated: formatCount(stated[key]),
    registered: formatCount(registered[key]),
    difference: signed(formatCount(difference), difference > 0),
  };
}

function areaLine({ stated, registered }: RegisterGap): Line {
  const difference = (parseHundredths(registered.floorArea) ?? 0n) - (parseHundredths(stated.floorArea) ?? 0n);
  return {
    key: 'floorArea',
    stated: formatAreaNumber(stated.floorArea),
    registered: formatAreaNumber(registered.floorArea),
    difference: signed(formatAreaNumber(formatHundredths(difference)), difference > 0n),
  };
}

/** What the county states beside what its register of buildings and households holds. */
export function RegisterTable({ gap }: { gap: RegisterGap }) {
  const t = useTranslations('dashboards.register');
  const lines = [countLine('buildings', gap), countLine('households', gap), areaLine(gap)].filter(
    ({ key }) => gap.both[key] > 0,
  );
  const title = gap.differing > 0 ? t('finding', { count: formatCount(gap.differing) }) : t('same');
  return (
    <Card
      title={title}
      description={t('note', { registered: formatCount(gap.registeredCompounds), all: formatCount(gap.compounds) })}
    >
      <DataTable
        caption={t('title')}
        rows={lines}
        rowKey={({ key }) => key}
        empty={<p className="px-4 py-6 text-sm text-ink-3">{t('nothing')}</p>}
        columns={[
          { key: 'item', header: t('item'), primary: true, cell: ({ key }) => t(key) },
          { key: 'both', header: t('both'), align: 'right', cell: ({ key }) => formatCount(gap.both[key]) },
          { key: 'stated', header: t('stated'), align: 'right', cell: ({ stated }) => stated },
          { key: 'registered', header: t('registered'), align: 'right', cell: ({ registered }) => registered },
          { key: 'difference', header: t('difference'), align: 'right', cell: ({ difference }) => difference },
        ]}
      />
    </Card>
  );
}
