import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import type { ProjectAcceptances } from '@/lib/domain/acceptance/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { AccountCard } from './account-card';
import { AttemptCard } from './attempt-card';
import { AttemptDialog } from './attempt-dialog';

type Props = { found: ProjectAcceptances; mayWrite: boolean };

/** Joint acceptance attempt by attempt, the latest first, then the final account. */
export function AcceptanceView({ found, mayWrite }: Props) {
  const t = useTranslations('acceptance');
  const locale = useLocale();
  const { project, attempts, parties, construction, account } = found;
  const writes = mayWrite && project.status === 'active';
  const mayStart = writes && attempts.every(({ status }) => status === 'failed');
  const start = mayStart && (
    <AttemptDialog projectId={project.id} trigger={<Button variant="primary">{t('start')}</Button>} />
  );
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <StatusLight light={construction.completed ? 'green' : 'amber'} className="whitespace-normal!">
          {construction.completed
            ? t('built', { day: formatDate(construction.on ? calendarDateOf(construction.on) : null, locale) })
            : t('notBuilt')}
        </StatusLight>
        {attempts.length > 0 && start}
      </div>
      {attempts.length === 0 && (
        <Card>
          <EmptyState title={t('none')} description={t('noneText')} action={start} />
        </Card>
      )}
      {attempts.map((attempt) => (
        <AttemptCard key={attempt.id} projectId={project.id} attempt={attempt} parties={parties} mayWrite={writes} />
      ))}
      <AccountCard project={project} account={account} mayWrite={mayWrite && project.status !== 'withdrawn'} />
    </div>
  );
}
