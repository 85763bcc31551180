'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { usePolled } from '@/lib/client/use-polled';
import type { Operations } from '@/lib/domain/operations/answers';
import { formatDateTime } from '@/lib/format/date';
import { BackupsCard } from './backups-card';
import { DetailsCard } from './details-card';
import { FailedCard } from './failed-card';
import { Figures } from './figures';
import { QueuesCard } from './queues-card';

const EVERY_MS = 10_000;

/** 运行状况: what is wrong comes first, each with what to do; then the figures. Looks again by itself. */
export function OperationsView({ first }: { first: Operations }) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const { value, problem, refresh } = usePolled<Operations>('/api/v1/operations', {
    settled: () => false,
    every: EVERY_MS,
  });
  const now = value ?? first;
  const { faults, warnings } = now;
  const well = faults.length + warnings.length === 0;
  return (
    <div className="space-y-4">
      {problem && <Banner tone="amber" title={t('unread')} list={[problem.detail]} live />}
      {faults.length > 0 && (
        <Banner
          tone="red"
          title={t('faultsTitle', { count: faults.length })}
          list={faults.map((code) => t(`faults.${code}`))}
        />
      )}
      {warnings.length > 0 && (
        <Banner
          tone="amber"
          title={t('warningsTitle', { count: warnings.length })}
          list={warnings.map((code) => t(`warnings.${code}`))}
        />
      )}
      {well && (
        <Banner tone="green" title={t('well')}>
          {t('wellText')}
        </Banner>
      )}
      <Figures now={now} />
      <QueuesCard queues={now.queues} />
      <FailedCard failed={now.failed} onRetried={refresh} />
      <BackupsCard runs={now.backup.runs} />
      <DetailsCard now={now} />
      <p className="text-sm text-ink-3">{t('asOf', { moment: formatDateTime(new Date(now.asOf), locale) })}</p>
    </div>
  );
}
