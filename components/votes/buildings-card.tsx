import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type MarkupColumn, MarkupTable } from '@/components/ui/markup-table';
import type { BuildingTally } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { type Html, html } from '@/lib/format/html';
import { formatCount } from '@/lib/format/number';

const COUNTS = ['households', 'returned', 'agree', 'disagree', 'abstain'] as const;
const countOf = (one: BuildingTally, key: (typeof COUNTS)[number]): number =>
  key === 'returned' ? one.agree + one.disagree + one.abstain : one[key];

/** Drawn only: the figures stand beside it. */
function strip({ households, agree, disagree, abstain }: BuildingTally): Html {
  const part = (count: number, colour: string) =>
    count > 0 &&
    html`<span class="${colour}" style="width:${((100 * count) / Math.max(1, households)).toFixed(1)}%"></span>`;
  return html`<span aria-hidden="true" class="flex h-2 min-w-16 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">${part(agree, 'bg-accent')}${part(disagree, 'bg-ink-3')}${part(abstain, 'bg-line-strong')}</span>`;
}

type Props = { roundId: string; buildings: readonly BuildingTally[]; mayOpen: boolean };

/** What each building said, each with the way to its doors. A large compound has many: the table is written as text (0021). */
export function BuildingsCard({ roundId, buildings, mayOpen }: Props) {
  const t = useTranslations('votes.buildings');
  const columns: MarkupColumn<BuildingTally>[] = [
    {
      key: 'name',
      header: t('building'),
      primary: true,
      cell: ({ id, name }) =>
        mayOpen
          ? html`<a href="/votes/${roundId}/grid?building=${id}" data-soft="" class="text-link">${name}</a>`
          : name,
    },
    ...COUNTS.map((key) => ({
      key,
      header: t(key),
      align: 'right' as const,
      cell: (one: BuildingTally) => formatCount(countOf(one, key)),
    })),
    { key: 'area', header: t('area'), align: 'right', cell: ({ agreeArea }) => formatAreaNumber(agreeArea) },
    { key: 'strip', header: t('picture'), hideOnPhone: true, cell: strip },
  ];
  return (
    <Card title={t('title')} flush>
      <div className="px-3 pb-3">
        <MarkupTable caption={t('title')} columns={columns} rows={buildings} empty={null} />
      </div>
    </Card>
  );
}
