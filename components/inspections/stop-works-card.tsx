import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusLight } from '@/components/ui/status-light';
import type { StopWorkView } from '@/lib/domain/inspections/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { LiftDialog } from './forms/lift-dialog';
import { StopWorkDialog } from './forms/stop-work-dialog';
import { StopPapers } from './stop-papers';
import { levelName } from './words';

type Props = {
  projectId: string;
  notes: readonly StopWorkView[];
  compounds: readonly { id: string; name: string }[];
  openFindings: readonly { id: string; content: string }[];
  today: string;
  mayInspect: boolean;
};

const fileHref = (id: string) => `/api/v1/files/${id}?inline=1`;

/** 停工通知: those that stand first, each with what it waits for. */
export function StopWorksCard({ projectId, notes, compounds, openFindings, today, mayInspect }: Props) {
  const t = useTranslations('inspections.stop');
  if (notes.length === 0 && !(mayInspect && openFindings.length > 0)) return null;
  const standing = notes.filter(({ liftedOn }) => liftedOn === null).length;
  return (
    <Card
      id="stop-work"
      title={t('title')}
      description={t('standing', { count: standing })}
      action={
        mayInspect &&
        openFindings.length > 0 && (
          <StopWorkDialog projectId={projectId} compounds={compounds} findings={openFindings} today={today} />
        )
      }
    >
      {notes.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul className="divide-y divide-line text-sm">
          {notes.map((note) => (
            <Note key={note.id} {...{ projectId, note, today, mayInspect }} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type OneProps = Pick<Props, 'projectId' | 'today' | 'mayInspect'> & { note: StopWorkView };

function Note({ projectId, note, today, mayInspect }: OneProps) {
  const t = useTranslations('inspections');
  const locale = useLocale();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const { no, level, compound, reason, issuedOn, issuedBy, findings, fileId, liftedOn, liftReason, liftFileId } = note;
  const open = findings.filter(({ status }) => status !== 'closed').length;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusLight light={liftedOn ? 'green' : 'red'}>{t(liftedOn ? 'stop.lifted' : 'stop.stands')}</StatusLight>
          <span className="font-medium">{no}</span>
          <Badge>{levelName(level, locale)}</Badge>
          <span className="text-ink-3">{compound?.name ?? t('wholeProject')}</span>
        </p>
        <p>{reason}</p>
        <p className="text-ink-3">{t('stop.line', { day: day(issuedOn), who: issuedBy })}</p>
        <p className="text-ink-3">
          {t('stop.named')}：{findings.map(({ content }) => content).join('；')}
          {!liftedOn && ` · ${t('stop.openOf', { open, count: findings.length })}`}
        </p>
        {liftedOn && <p>{t('stop.liftedLine', { day: day(liftedOn), reason: liftReason ?? '' })}</p>}
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <StopPapers projectId={projectId} note={{ id: note.id, lifted: liftedOn !== null }} />
          {fileId && (
            <a className="text-link" href={fileHref(fileId)}>
              {t('stop.paper')}
            </a>
          )}
          {liftFileId && (
            <a className="text-link" href={fileHref(liftFileId)}>
              {t('stop.liftPaper')}
            </a>
          )}
        </p>
      </div>
      {!liftedOn && mayInspect && <LiftDialog projectId={projectId} note={note} today={today} />}
    </li>
  );
}
