import { Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { fileSize } from '@/components/ui/file-check';
import { TextLink } from '@/components/ui/text-link';
import type { PaperView } from '@/lib/domain/archive/answers';
import { PAPER_STATUS_LABELS } from '@/lib/domain/archive/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { WithReason } from './with-reason';

type Props = { projectId: string; paper: PaperView; mayWithdraw: boolean };

/** One version of a paper: what it is, where it is from, its file. */
export function PaperVersion({ projectId, paper, mayWithdraw }: Props) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const origin = [
    paper.documentNo,
    paper.issuer,
    paper.issuedOn && formatDate(calendarDateOf(paper.issuedOn), locale),
  ].filter(Boolean);
  const isCurrent = paper.status === 'current';
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={isCurrent ? 'font-medium' : 'text-ink-2'}>{paper.title}</span>
        <Badge>{t('version', { no: paper.no })}</Badge>
        {paper.compound && <Badge tone="accent">{paper.compound.name}</Badge>}
        {!isCurrent && <Badge tone="neutral">{labelIn(PAPER_STATUS_LABELS[paper.status], locale)}</Badge>}
        {mayWithdraw && isCurrent && (
          <span className="ml-auto">
            <WithReason
              path={`/api/v1/projects/${projectId}/papers/${paper.id}/withdraw`}
              title={t('withdrawTitle', { name: paper.title })}
              description={t('withdrawText')}
              action={t('withdraw')}
              done={t('withdrawn')}
            />
          </span>
        )}
      </div>
      {origin.length > 0 && <p className="text-ink-2">{origin.join(' · ')}</p>}
      <p className="text-ink-3">
        <Paperclip aria-hidden="true" className="mr-1 inline size-3.5" />
        <TextLink href={`/api/v1/files/${paper.file.id}`} target="_blank">
          {paper.file.name}
        </TextLink>{' '}
        {fileSize(paper.file.size)} ·{' '}
        <span className="font-mono text-xs" title={`SHA-256 ${paper.sha256}`}>
          {paper.sha256.slice(0, 12)}…
        </span>
      </p>
      <p className="text-ink-3">
        {t('filed', { who: paper.filedBy || t('somebody'), when: formatDateTime(new Date(paper.filedAt), locale) })}
      </p>
      {paper.note && <p className="text-ink-2">{t('noteOf', { note: paper.note })}</p>}
      {paper.endedReason && <p className="text-ink-2">{t('endedReason', { reason: paper.endedReason })}</p>}
    </div>
  );
}
