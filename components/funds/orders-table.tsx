import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FileLink } from '@/components/ui/file-link';
import { TextLink } from '@/components/ui/text-link';
import type { OrderView } from '@/lib/domain/funds/answers';
import { itemLabel, ORDER_LABELS } from '@/lib/domain/funds/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { OrderActs } from './forms/order-acts';
import { type FundWords, potName } from './words';

type Props = {
  orders: readonly OrderView[];
  words: FundWords;
  /** of whoever looks: who asked does not decide */
  accountId: string;
  mayApprove: boolean;
  mayAsk: boolean;
  /** where requests of several projects stand together */
  withProject?: boolean;
};

export function OrdersTable({ orders, words, accountId, mayApprove, mayAsk, withProject = false }: Props) {
  const t = useTranslations('ledger.orders');
  const locale = useLocale();
  const columns: Column<OrderView>[] = [
    ...(withProject
      ? [
          {
            key: 'project',
            header: t('project'),
            primary: true,
            className: 'sm:min-w-40',
            cell: ({ project, county }: OrderView) => (
              <>
                <TextLink href={`/projects/${project.id}/money`}>{project.name}</TextLink>
                <span className="block text-sm text-ink-3">{unitName(county, locale)}</span>
              </>
            ),
          },
        ]
      : []),
    {
      key: 'payee',
      header: t('payee'),
      primary: !withProject,
      className: 'sm:min-w-60',
      cell: ({ payee, purpose, contract, reversesId }) => (
        <>
          {reversesId && <Badge tone="amber">{t('reversal')}</Badge>} {payee}
          <span className="block text-sm text-ink-3">
            {contract.name}（{contract.no}） · {purpose}
          </span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      cell: ({ amount, reversesId }) => (
        <span className="font-medium whitespace-nowrap">{yuanText(reversesId ? `-${amount}` : amount, locale)}</span>
      ),
    },
    {
      key: 'items',
      header: t('items'),
      className: 'sm:min-w-40',
      cell: ({ items }) => (
        <ul className="space-y-0.5">
          {items.map(({ item, amount }) => (
            <li key={item}>
              {labelIn(itemLabel(words.menu, item), locale)}{' '}
              {items.length > 1 && <span className="whitespace-nowrap text-ink-3">{yuanText(amount, locale)}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'pot',
      header: t('pot'),
      className: 'sm:min-w-32',
      cell: (order) => potName(words, order, locale),
    },
    {
      key: 'voucher',
      header: t('voucher'),
      cell: ({ voucherNo, payOn, file }) => (
        <>
          <span className="whitespace-nowrap">{voucherNo}</span>
          <span className="block text-sm whitespace-nowrap text-ink-3">{payOn}</span>
          {file && <FileLink file={file} />}
        </>
      ),
    },
    { key: 'by', header: t('by'), className: 'sm:min-w-28', cell: ({ createdBy }) => createdBy.name },
    {
      key: 'status',
      header: t('status'),
      className: 'sm:min-w-28',
      cell: (order) => (
        <>
          <Badge tone={order.status === 'submitted' ? 'amber' : order.status === 'approved' ? 'green' : 'neutral'}>
            {labelIn(ORDER_LABELS[order.status], locale)}
          </Badge>
          {order.decidedBy && (
            <span className="block text-sm text-ink-3">
              {order.decisionNote ? t('decided', { who: order.decidedBy, note: order.decisionNote }) : order.decidedBy}
            </span>
          )}
          {order.entryId && (
            <TextLink className="block text-sm" href={`/funds/entries/${order.entryId}`}>
              {t('entry')}
            </TextLink>
          )}
        </>
      ),
    },
    ...(mayApprove || mayAsk
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (order: OrderView) =>
              order.status === 'submitted' ? (
                <OrderActs
                  key={order.version}
                  order={order}
                  own={order.createdBy.id === accountId}
                  mayApprove={mayApprove}
                />
              ) : (
                NONE
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      wide
      phoneFirst={withProject ? 10 : 5}
      caption={t('title')}
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
    />
  );
}
