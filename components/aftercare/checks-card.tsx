import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { CheckView, ProjectAftercare } from '@/lib/domain/aftercare/answers';
import type { CheckState } from '@/lib/domain/aftercare/due';
import { CHECK_RESULT_LABELS, CHECK_STATE_LABELS } from '@/lib/domain/aftercare/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { CheckDialog } from './check-dialog';

const LIGHTS: Record<CheckState, Light> = { done: 'green', overdue: 'red', soon: 'amber', later: 'neutral' };

type Props = { found: ProjectAftercare; mayWrite: boolean };

/** 回访检查, in the order in which they are due. */
export function ChecksCard({ found, mayWrite }: Props) {
  const t = useTranslations('aftercare.checks');
  return (
    <Card id="checks" className="no-print" title={t('title')} description={t('text')}>
      {found.checks.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {found.checks.map((check) => (
            <Check key={check.id} projectId={found.project.id} check={check} mayWrite={mayWrite} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Check({ projectId, check, mayWrite }: { projectId: string; check: CheckView; mayWrite: boolean }) {
  const t = useTranslations('aftercare.checks');
  const locale = useLocale();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const isBad = check.result === 'problems';
  return (
    <li
      id={`check-${check.months}`}
      className="flex scroll-mt-20 flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0"
    >
      <div className="min-w-0 text-sm">
        <h3 className="font-medium">{t('after', { months: check.months })}</h3>
        <p className="flex flex-wrap gap-x-3">
          <StatusLight light={isBad ? 'amber' : LIGHTS[check.state]}>
            {check.result
              ? labelIn(CHECK_RESULT_LABELS[check.result], locale)
              : labelIn(CHECK_STATE_LABELS[check.state], locale)}
          </StatusLight>
          <span className="text-ink-3">{t('due', { day: day(check.dueOn) })}</span>
        </p>
        {check.checkedOn && (
          <p className="text-ink-3">{t('checked', { day: day(check.checkedOn), who: check.checkedBy ?? '' })}</p>
        )}
        {check.remarks && <p className="whitespace-pre-line text-ink-2">{check.remarks}</p>}
        {check.photo && (
          <TextLink href={`/api/v1/files/${check.photo.id}`} target="_blank">
            {check.photo.name}
          </TextLink>
        )}
      </div>
      {mayWrite && check.result === null && <CheckDialog projectId={projectId} check={check} />}
    </li>
  );
}
