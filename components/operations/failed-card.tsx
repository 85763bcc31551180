'use client';

import { RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { toast } from '@/components/ui/toast-store';
import { useAct } from '@/lib/client/use-act';
import type { FailedJob } from '@/lib/domain/operations/answers';
import { formatDateTime } from '@/lib/format/date';
import { useJobName } from './use-job-name';

type Props = { failed: readonly FailedJob[]; onRetried: () => void };

export function FailedCard({ failed, onRetried }: Props) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const nameOf = useJobName();
  const columns: Column<FailedJob>[] = [
    { key: 'name', header: t('queue'), primary: true, cell: ({ name }) => nameOf(name) },
    {
      key: 'failedAt',
      header: t('failedAt'),
      className: 'whitespace-nowrap',
      cell: ({ failedAt }) => formatDateTime(new Date(failedAt), locale),
    },
    { key: 'tries', header: t('tries'), cell: ({ tries }) => t('triesCount', { count: tries }) },
    { key: 'code', header: t('code'), cell: ({ code }) => (code ? <code>{code}</code> : '—') },
    { key: 'id', header: t('id'), hideOnPhone: true, cell: ({ id }) => <code className="text-xs">{id}</code> },
    {
      key: 'again',
      header: '',
      align: 'right',
      cell: (job) =>
        job.mayTryAgain ? (
          <Again id={job.id} name={nameOf(job.name)} onRetried={onRetried} />
        ) : (
          <span className="text-sm text-ink-3">{t('notAgain')}</span>
        ),
    },
  ];
  return (
    <Card title={t('failed')} description={t('failedText')} flush={failed.length > 0}>
      {failed.length === 0 ? (
        <p className="text-sm text-ink-2">{t('failedNone')}</p>
      ) : (
        <DataTable caption={t('failed')} columns={columns} rows={failed} rowKey={({ id }) => id} empty={null} />
      )}
    </Card>
  );
}

function Again({ id, name, onRetried }: { id: string; name: string; onRetried: () => void }) {
  const t = useTranslations('operations');
  const { act, busy, problem } = useAct(onRetried);
  const again = async () => {
    if (!(await act('POST', `/api/v1/operations/jobs/${id}/retry`))) return;
    toast(t('againDone'));
    onRetried();
  };
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <Button
        size="sm"
        variant="secondary"
        icon={<RotateCcw aria-hidden="true" />}
        aria-label={t('againLabel', { name })}
        busy={busy}
        onClick={again}
      >
        {t('again')}
      </Button>
      {problem && (
        <span role="alert" className="text-xs text-red-ink">
          {problem.detail}
        </span>
      )}
    </span>
  );
}
