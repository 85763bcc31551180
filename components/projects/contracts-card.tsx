import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FileLink } from '@/components/ui/file-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ContractView } from '@/lib/domain/projects/answers';
import { CONTRACT_KIND_LABELS, TENDER_METHOD_LABELS } from '@/lib/domain/projects/labels';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { ContractDialog } from './forms/contract-dialog';

type Props = {
  projectId: string;
  contracts: readonly ContractView[];
  sum: string;
  /** the county's register; null: may not write */
  companies: readonly { id: string; name: string }[] | null;
};

export function ContractsCard({ projectId, contracts, sum, companies }: Props) {
  const t = useTranslations('projects.contracts');
  const locale = useLocale();
  const day = (text: string | null) => (text ? formatDate(calendarDateOf(text), locale) : NONE);
  const columns: Column<ContractView>[] = [
    {
      key: 'name',
      header: t('contract'),
      primary: true,
      className: 'sm:min-w-52',
      cell: ({ name, no, status, endedReason, file }) => (
        <>
          {name}
          <span className="block text-xs font-normal text-ink-3">
            {status === 'ended' ? t('endedFor', { no, reason: endedReason ?? NONE }) : no}
          </span>
          {file && (
            <span className="block text-xs font-normal">
              <FileLink file={file} />
            </span>
          )}
        </>
      ),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => labelIn(CONTRACT_KIND_LABELS[kind], locale) },
    { key: 'company', header: t('company'), className: 'sm:min-w-36', cell: ({ company }) => company.name },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      cell: ({ amount }) => <span className="whitespace-nowrap">{yuanText(amount, locale)}</span>,
    },
    {
      key: 'tender',
      header: t('tenderMethod'),
      className: 'sm:min-w-36',
      cell: ({ tenderMethod, awardedOn }) =>
        tenderMethod ? (
          <>
            {labelIn(TENDER_METHOD_LABELS[tenderMethod], locale)}
            {awardedOn && <span className="block text-xs text-ink-3">{t('awarded', { day: day(awardedOn) })}</span>}
          </>
        ) : (
          NONE
        ),
    },
    {
      key: 'days',
      header: t('days'),
      className: 'sm:whitespace-nowrap',
      cell: ({ signedOn, startOn, endOn }) => (
        <>
          {t('signed', { day: day(signedOn) })}
          {(startOn || endOn) && (
            <span className="block text-xs text-ink-3">{t('span', { from: day(startOn), to: day(endOn) })}</span>
          )}
        </>
      ),
    },
    ...(companies
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (contract: ContractView) =>
              contract.status === 'active' && (
                <span className="flex flex-wrap gap-1.5">
                  <ContractDialog
                    projectId={projectId}
                    companies={companies}
                    contract={contract}
                    trigger={<Button size="sm">{t('edit')}</Button>}
                  />
                  <ReasonDialog
                    title={t('endTitle', { no: contract.no })}
                    action={t('end')}
                    path={`/api/v1/projects/${projectId}/contracts/${contract.id}/end`}
                    version={contract.version}
                    done={t('ended')}
                    trigger={<Button size="sm">{t('end')}</Button>}
                  />
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <Card
      id="contracts"
      title={t('title')}
      description={t('sum', { sum: yuanText(sum, locale) })}
      action={
        companies && (
          <ContractDialog projectId={projectId} companies={companies} trigger={<Button size="sm">{t('add')}</Button>} />
        )
      }
    >
      <DataTable
        wide
        caption={t('title')}
        columns={columns}
        rows={contracts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} />}
      />
    </Card>
  );
}
