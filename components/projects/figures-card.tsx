import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { StatusLight } from '@/components/ui/status-light';
import { type Money, parseMoney } from '@/lib/domain/kernel/money';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import { type FigureRow, figureRows } from '@/lib/domain/projects/figures';
import { formatYuan } from '@/lib/format/money';
import { NONE } from '@/lib/format/number';

const fenOf = (text: string | null): Money | null => {
  const read = text === null ? null : parseMoney(text);
  return read?.ok ? read.value : null;
};

/** 概算 → 预算 → 合同 → 决算 → 审定, each beside the one before it. */
export function FiguresCard({ project, action }: { project: ProjectHead; action?: ReactNode }) {
  const t = useTranslations('projects.figures');
  const locale = useLocale();
  const { estimate, budget, finalAccount, audited } = project;
  const contracts = fenOf(project.contractSum);
  const rows = figureRows({
    estimate: fenOf(estimate),
    budget: fenOf(budget),
    contracts: contracts === 0n ? null : contracts,
    finalAccount: fenOf(finalAccount),
    audited: fenOf(audited),
  });
  const signed = (fen: Money) => `${fen > 0n ? '+' : ''}${formatYuan(fen, locale)}`;
  const columns: Column<FigureRow>[] = [
    { key: 'figure', header: t('figure'), cell: ({ key }) => t(key), primary: true },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      cell: ({ amount }) => <span className="whitespace-nowrap">{formatYuan(amount, locale)}</span>,
    },
    {
      key: 'difference',
      header: t('difference'),
      align: 'right',
      cell: ({ difference, against }) =>
        difference === null || !against ? (
          NONE
        ) : (
          <>
            {signed(difference)}{' '}
            <span className="block text-xs text-ink-3">{t('against', { figure: t(against) })}</span>
          </>
        ),
    },
    {
      key: 'share',
      header: t('share'),
      align: 'right',
      cell: ({ percent, flagged }) =>
        percent === null ? (
          NONE
        ) : (
          <>
            {percent}% {flagged && <StatusLight light="amber">{t('flagged')}</StatusLight>}
          </>
        ),
    },
  ];
  return (
    <Card id="figures" title={t('title')} description={t('description')} action={action}>
      <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ key }) => key} empty={null} />
    </Card>
  );
}
