import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { formatDateTime } from '@/lib/format/date';
import { AnswerCorrection, AskCorrection } from './forms/correction-dialogs';

const TONES = { asked: 'accent', granted: 'green', refused: 'neutral' } as const;

/** 更正申请: after the lock, with the reason, answered by somebody else. */
export function CorrectionsCard({ report }: { report: ReportAnswer }) {
  const t = useTranslations('progress.correction');
  const locale = useLocale();
  const { corrections, may, project, month, version } = report;
  if (corrections.length === 0 && !may.askCorrection) return null;
  const path = `/api/v1/projects/${project.id}/reports/${month}/corrections`;
  const when = (at: string) => formatDateTime(new Date(at), locale);
  return (
    <Card title={t('title')} action={may.askCorrection && <AskCorrection {...{ path, version }} />}>
      {corrections.length > 0 && (
        <ul className="divide-y divide-line text-sm">
          {corrections.map(({ id, status, reason, answer, askedActor, askedAt, answeredActor, answeredAt }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
              <div className="min-w-0 grow basis-72">
                <p>{t('line', { who: askedActor, reason })}</p>
                <p className="text-ink-3">{when(askedAt)}</p>
                {answeredAt && (
                  <p className="text-ink-3">{[when(answeredAt), answeredActor, answer].filter(Boolean).join(' · ')}</p>
                )}
              </div>
              <span className="flex items-center gap-2">
                <Badge tone={TONES[status]}>{t(status === 'asked' ? 'waiting' : status)}</Badge>
                {status === 'asked' && may.answerCorrection && (
                  <AnswerCorrection path={`${path}/${id}/answer`} version={version} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
