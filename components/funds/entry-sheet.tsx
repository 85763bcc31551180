import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';
import { type Column, DataTable } from '@/components/ui/data-table';
import { DefinitionList } from '@/components/ui/definition-list';
import { FileLink } from '@/components/ui/file-link';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { EntryDetail, LineView } from '@/lib/domain/funds/answers';
import { CLASS_LABELS, itemLabel, MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { earmarkName, type FundWords, sourceName } from './words';

/** Where it was asked for or received, as far as the reader may go there. */
function originOf({ project, orderId, receiptId }: EntryDetail, mayReadReceipts: boolean) {
  if (orderId) return [{ href: `/funds/payments?order=${orderId}`, what: 'order' as const }];
  if (!project || !receiptId || !mayReadReceipts) return [];
  return [{ href: `/projects/${project.id}/contributions/receipts/${receiptId}`, what: 'receipt' as const }];
}

type Props = { entry: EntryDetail; words: FundWords; mayReadReceipts: boolean };

/** One voucher as finance reads it: the facts, its debits and credits, and what it reverses or is reversed by. */
export function EntrySheet({ entry, words, mayReadReceipts }: Props) {
  const t = useTranslations('ledger');
  const e = useTranslations('ledger.entry');
  const locale = useLocale();
  const { project } = entry;
  const kind = labelIn(MOVEMENT_LABELS[entry.kind], locale);
  const lines: Column<LineView>[] = [
    {
      key: 'account',
      header: e('account'),
      primary: true,
      cell: ({ class: name, ofProject }) => {
        const label = labelIn(CLASS_LABELS[name as keyof typeof CLASS_LABELS], locale);
        return ofProject ? label : `${label}${e('ofCounty')}`;
      },
    },
    {
      key: 'item',
      header: e('item'),
      cell: ({ item }) => (item === null ? NONE : labelIn(itemLabel(words.menu, item), locale)),
    },
    ...(['debit', 'credit'] as const).map((side) => ({
      key: side,
      header: e(side),
      align: 'right' as const,
      cell: (line: LineView) => (line.side === side ? yuanText(line.amount, locale) : ''),
    })),
  ];
  return (
    <>
      <PageHeader
        title={e('title', { voucher: entry.voucherNo })}
        crumbs={[
          { label: t('title'), href: project ? `/projects/${project.id}/money` : '/funds/entries' },
          { label: entry.voucherNo },
        ]}
        marks={
          <>
            <Badge tone="accent">{kind}</Badge>
            {entry.reversed && <Badge tone="amber">{t('entries.reversed')}</Badge>}
          </>
        }
      />
      <div className="space-y-4">
        {entry.reversalId && (
          <Banner
            tone="amber"
            title={e('reversedBy')}
            action={<TextLink href={`/funds/entries/${entry.reversalId}`}>{e('see')}</TextLink>}
          />
        )}
        {entry.reversesId && (
          <Banner
            tone="neutral"
            title={e('reverses')}
            action={<TextLink href={`/funds/entries/${entry.reversesId}`}>{e('see')}</TextLink>}
          />
        )}
        <Card title={e('facts')}>
          <DefinitionList
            items={[
              {
                term: e('project'),
                value: project ? (
                  <TextLink href={`/projects/${project.id}/money`}>
                    {project.name}（{project.code}）
                  </TextLink>
                ) : (
                  e('pool')
                ),
              },
              { term: e('county'), value: unitName(entry.county, locale) },
              { term: t('entries.date'), value: entry.entryOn },
              { term: t('entries.amount'), value: yuanText(entry.amount, locale) },
              { term: t('entries.source'), value: sourceName(words, entry.source, entry.fundKind, locale) },
              { term: t('pots.earmark'), value: earmarkName(words, entry.earmark, locale) },
              { term: t('entries.counterparty'), value: entry.counterparty ?? NONE },
              { term: e('contract'), value: entry.contractNo ?? NONE },
              { term: e('note'), value: entry.note ?? NONE },
              { term: e('by'), value: entry.createdBy },
              { term: e('approver'), value: entry.approvedBy ?? NONE },
              { term: e('at'), value: formatDateTime(new Date(entry.createdAt), locale) },
              ...originOf(entry, mayReadReceipts).map(({ href, what }) => ({
                term: e('origin'),
                value: <TextLink href={href}>{e(what)}</TextLink>,
              })),
              { term: e('file'), value: entry.file ? <FileLink file={entry.file} /> : e('noFile') },
              ...(entry.sha256 ? [{ term: e('sha256'), value: <Copyable text={entry.sha256} />, wide: true }] : []),
              ...(entry.ofBatch ? [{ term: t('entries.kind'), value: e('ofBatch') }] : []),
            ]}
          />
        </Card>
        <Card title={e('lines')} description={e('linesText')}>
          <DataTable
            caption={e('lines')}
            columns={lines}
            rows={entry.lines}
            rowKey={({ no }) => String(no)}
            empty={null}
          />
        </Card>
      </div>
    </>
  );
}
