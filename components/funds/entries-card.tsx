import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { EntryView } from '@/lib/domain/funds/answers';
import { MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { ReverseDialog } from './forms/reverse-dialog';
import { type FundWords, potName } from './words';

type Props = {
  entries: readonly EntryView[];
  count: number;
  words: FundWords;
  today: string;
  allHref: string;
  /** who may take back allocations and receipts, and ask to take back payments */
  mayReverse: boolean;
  mayAsk: boolean;
};

/** The latest movements; what was wrong is reversed, not changed. */
export function EntriesCard({ entries, count, words, today, allHref, mayReverse, mayAsk }: Props) {
  const t = useTranslations('ledger.entries');
  const f = useTranslations('ledger.forms');
  const locale = useLocale();
  const kindOf = ({ kind, reversesKind }: EntryView) =>
    kind === 'reversed' && reversesKind
      ? t('reversalOf', { kind: labelIn(MOVEMENT_LABELS[reversesKind], locale) })
      : labelIn(MOVEMENT_LABELS[kind], locale);
  const isOpen = ({ kind, reversed, ofBatch }: EntryView) => kind !== 'reversed' && !reversed && !ofBatch;
  const columns: Column<EntryView>[] = [
    {
      key: 'voucher',
      header: t('voucher'),
      primary: true,
      className: 'whitespace-nowrap',
      cell: ({ id, voucherNo }) => <TextLink href={`/funds/entries/${id}`}>{voucherNo}</TextLink>,
    },
    { key: 'date', header: t('date'), cell: ({ entryOn }) => <span className="whitespace-nowrap">{entryOn}</span> },
    {
      key: 'kind',
      header: t('kind'),
      cell: (entry) => (
        <span className="flex flex-wrap gap-1.5">
          {kindOf(entry)} {entry.reversed && <Badge>{t('reversed')}</Badge>}
        </span>
      ),
    },
    {
      key: 'source',
      header: t('source'),
      className: 'sm:min-w-36',
      cell: ({ source, fundKind, earmark }) => potName(words, { source, kind: fundKind, earmark }, locale),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      cell: ({ kind, amount }) => yuanText(kind === 'reversed' ? `-${amount}` : amount, locale),
    },
    {
      key: 'counterparty',
      header: t('counterparty'),
      className: 'sm:min-w-32',
      cell: ({ counterparty }) => counterparty ?? NONE,
    },
    ...(mayReverse || mayAsk
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (entry: EntryView) =>
              isOpen(entry) &&
              (entry.kind === 'paid' ? mayAsk : mayReverse) && (
                <ReverseDialog
                  entry={entry}
                  today={today}
                  trigger={<Button size="sm">{f(entry.kind === 'paid' ? 'askReversal' : 'reverse')}</Button>}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title={t('title')}
      description={count > 0 ? t('latest', { shown: entries.length, count }) : undefined}
      action={count > 0 && <TextLink href={allHref}>{t('all')}</TextLink>}
    >
      <DataTable
        wide
        phoneFirst={5}
        caption={t('title')}
        columns={columns}
        rows={entries}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} description={t('noneText')} />}
      />
    </Card>
  );
}
