import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { type Light, StatusLight } from '@/components/ui/status-light';
import type { AcceptanceView, PartyKindView } from '@/lib/domain/acceptance/answers';
import { ACCEPTANCE_STATUS_LABELS } from '@/lib/domain/acceptance/labels';
import type { AcceptanceStatus } from '@/lib/domain/acceptance/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { AttemptDialog } from './attempt-dialog';
import { ConcludeDialog } from './conclude-dialog';
import { PartyLine } from './party-line';

const LIGHTS: Record<AcceptanceStatus, Light> = { draft: 'amber', passed: 'green', failed: 'red' };

type Props = { projectId: string; attempt: AcceptanceView; parties: readonly PartyKindView[]; mayWrite: boolean };

/** One attempt: when and where, what each party says, and how it ended. */
export function AttemptCard({ projectId, attempt, parties, mayWrite }: Props) {
  const t = useTranslations('acceptance');
  const locale = useLocale();
  const isOpen = attempt.status === 'draft';
  return (
    <Card
      id={`attempt-${attempt.no}`}
      title={t('attempt', { no: attempt.no })}
      description={
        <span className="flex flex-wrap gap-x-3">
          <StatusLight light={LIGHTS[attempt.status]}>
            {labelIn(ACCEPTANCE_STATUS_LABELS[attempt.status], locale)}
          </StatusLight>
          <span>
            {formatDate(calendarDateOf(attempt.heldOn), locale)} · {attempt.place}
          </span>
        </span>
      }
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton
            download
            size="sm"
            href={`/api/v1/projects/${projectId}/acceptances/${attempt.id}/opinion-book`}
            icon={<FileText aria-hidden="true" />}
          >
            {t(isOpen ? 'bookToSign' : 'book')}
          </LinkButton>
          {mayWrite && isOpen && (
            <>
              <AttemptDialog projectId={projectId} attempt={attempt} trigger={<Button size="sm">{t('edit')}</Button>} />
              <ConcludeDialog
                projectId={projectId}
                attempt={attempt}
                trigger={
                  <Button size="sm" variant="primary">
                    {t('conclude')}
                  </Button>
                }
              />
            </>
          )}
        </div>
      }
    >
      {attempt.conclusion && (
        <div className="mb-4 rounded-md bg-sunken px-4 py-3 text-sm">
          <p className="font-medium">{t('conclusion')}</p>
          <p className="whitespace-pre-line">{attempt.conclusion}</p>
        </div>
      )}
      {attempt.concludedAt && (
        <p className="mb-4 text-sm text-ink-3">
          {t('concludedBy', {
            who: attempt.concludedBy ?? '',
            when: formatDateTime(new Date(attempt.concludedAt), locale),
          })}
        </p>
      )}
      <ul className="divide-y divide-line">
        {parties.map((party) => (
          <PartyLine
            key={party.code}
            projectId={projectId}
            attempt={attempt}
            party={party}
            mayWrite={mayWrite && isOpen}
          />
        ))}
      </ul>
    </Card>
  );
}
