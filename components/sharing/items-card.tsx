import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { WhyPopover } from '@/components/ui/why-popover';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { type ItemRow, itemRows } from '@/lib/domain/sharing/grouped';
import { ChangeDialog } from './forms/change-dialog';
import { type SharingWords, useSharingWords } from './words';

type Props = { projectId: string; sheet: SharingSheet; words: SharingWords; apart: boolean; mayWrite: boolean };

function Changes({ projectId, row, words, mayWrite }: Omit<Props, 'sheet' | 'apart'> & { row: ItemRow }) {
  const t = useTranslations('sharing.items');
  const [place] = row.places;
  if (!mayWrite || !place || row.places.length > 1) return null;
  const { change } = place;
  return (
    <span className="no-print flex flex-wrap gap-1.5">
      <ChangeDialog
        key={change?.id ?? ''}
        projectId={projectId}
        one={place}
        words={words}
        trigger={<Button size="sm">{t('change')}</Button>}
      />
      {change && (
        <ReasonDialog
          title={t('retireTitle')}
          action={t('retire')}
          path={`/api/v1/projects/${projectId}/sharing/changes/${change.id}/retire`}
          done={t('retired')}
          trigger={<Button size="sm">{t('retire')}</Button>}
        />
      )}
    </span>
  );
}

/** Each item with who pays how much of it, and why. */
export function ItemsCard({ projectId, sheet, words, apart, mayWrite }: Props) {
  const t = useTranslations('sharing.items');
  const say = useTranslations('sharing');
  const { item, listed, money, rule, yuan } = useSharingWords(words);
  const why = ({ parts, places }: ItemRow) => {
    const changes = places.flatMap(({ change }) => (change ? [change.reason] : []));
    const clauses = [...new Set(parts.map(({ clause }) => clause))].flatMap((id) => words.clauses[id] ?? []);
    const rules = [...new Set(parts.map((part) => rule(part.rule)))].filter(Boolean);
    return <WhyPopover finding={listed([...rules, ...new Set(changes)])} clauses={clauses} />;
  };
  const columns: Column<ItemRow>[] = [
    {
      key: 'item',
      header: t('item'),
      primary: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {item(row.item)}
          {row.method && <Badge>{t(row.method)}</Badge>}
          {row.places.some(({ change }) => change && !change.stale) && <Badge tone="accent">{t('changed')}</Badge>}
          {row.places.some(({ change }) => change?.stale) && <Badge tone="amber">{t('stale')}</Badge>}
        </span>
      ),
    },
    {
      key: 'place',
      header: t('place'),
      className: 'sm:min-w-44',
      cell: ({ compound, places }) => {
        const [place] = places;
        const where = place?.building
          ? places.length > 1 || !apart
            ? t('buildings', { count: places.length })
            : place.building.name
          : t('compound');
        return `${compound.name} · ${where}`;
      },
    },
    { key: 'cost', header: t('cost'), align: 'right', className: 'whitespace-nowrap', cell: ({ cost }) => yuan(cost) },
    {
      key: 'parts',
      header: t('parts'),
      className: 'sm:min-w-72',
      cell: (row) => (
        <ul className="space-y-0.5">
          {row.parts.map(({ source, kind, payer, amount, rule: by }) => (
            <li key={`${source}/${kind}/${payer}/${by}`} className="flex items-baseline justify-between gap-x-4">
              <span className="min-w-0 text-left">{[money(source, kind), payer].filter(Boolean).join(' · ')}</span>
              <span className="whitespace-nowrap tabular-nums">{yuan(amount)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'act',
      header: t('change'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {why(row)}
          <Changes projectId={projectId} row={row} words={words} mayWrite={mayWrite} />
        </span>
      ),
    },
  ];
  const here = `/projects/${projectId}/sharing`;
  return (
    <Card
      id="items"
      title={t('title')}
      description={t('text')}
      action={
        <TextLink href={apart ? `${here}#items` : `${here}?detail=1#items`}>{t(apart ? 'summary' : 'detail')}</TextLink>
      }
    >
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={itemRows(sheet.items, apart)}
        rowKey={({ key }) => key}
        phoneFirst={10}
        empty={<EmptyState title={say('nothing')} description={say('nothingText')} />}
        footer={{ item: say('cost'), cost: yuan(sheet.cost) }}
      />
    </Card>
  );
}
