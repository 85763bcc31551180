import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Stat } from '@/components/ui/stat';
import { StatusLight } from '@/components/ui/status-light';
import type { FundingView } from '@/lib/domain/projects/answers';
import type { FundingAnswer } from '@/lib/domain/projects/works-answers';
import { yuanText } from '@/lib/format/money-text';
import { NONE } from '@/lib/format/number';
import { FundingDialog, type Source } from './forms/funding-dialog';

type Props = { projectId: string; funding: FundingAnswer; sources: readonly Source[]; mayWrite: boolean };

/** The funding plan beside what the plans cost, to the fen: what is still to be found, or too much. */
export function FundingCard({ projectId, funding, sources, mayWrite }: Props) {
  const t = useTranslations('projects.funding');
  const locale = useLocale();
  const nameOf = (one?: { name: string; nameEn: string }) => (locale === 'en' ? one?.nameEn : one?.name) ?? NONE;
  const sourceOf = (line: FundingView) => sources.find(({ code }) => code === line.source);
  const { state, difference } = funding;
  const distance = yuanText(difference.replace('-', ''), locale);
  const columns: Column<FundingView>[] = [
    {
      key: 'source',
      header: t('source'),
      primary: true,
      cell: (line) => {
        const kind = sourceOf(line)?.kinds.find(({ code }) => code === line.kind);
        return [nameOf(sourceOf(line)), kind && nameOf(kind)].filter(Boolean).join(' · ');
      },
    },
    { key: 'payer', header: t('payer'), cell: ({ payer }) => payer ?? NONE },
    { key: 'amount', header: t('amount'), align: 'right', cell: ({ amount }) => yuanText(amount, locale) },
    { key: 'note', header: t('note'), cell: ({ note }) => note ?? NONE },
    ...(mayWrite
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (line: FundingView) => (
              <span className="flex flex-wrap gap-1.5 sm:flex-nowrap">
                <FundingDialog
                  key={line.version}
                  projectId={projectId}
                  sources={sources}
                  line={line}
                  trigger={<Button size="sm">{t('edit')}</Button>}
                />
                <ReasonDialog
                  title={t('retireTitle')}
                  action={t('retire')}
                  path={`/api/v1/projects/${projectId}/funding/${line.id}/retire`}
                  version={line.version}
                  done={t('retired')}
                  trigger={<Button size="sm">{t('retire')}</Button>}
                />
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Stat label={t('cost')} value={yuanText(funding.cost, locale)} />
        <Stat label={t('sum')} value={yuanText(funding.sum, locale)} />
        <Stat
          label={t('balance')}
          value={state === 'equal' ? t('equal') : t(state, { sum: distance })}
          note={
            <StatusLight light={state === 'equal' ? 'green' : state === 'short' ? 'red' : 'amber'}>
              {t(`${state}Note`)}
            </StatusLight>
          }
        />
      </div>
      <Card
        title={t('title')}
        description={t('description')}
        action={
          mayWrite && (
            <FundingDialog
              projectId={projectId}
              sources={sources}
              trigger={
                <Button size="sm" variant="primary">
                  {t('add')}
                </Button>
              }
            />
          )
        }
      >
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={funding.items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')} description={t('noneText')} />}
          footer={{ source: t('sum'), amount: yuanText(funding.sum, locale) }}
        />
      </Card>
    </div>
  );
}
