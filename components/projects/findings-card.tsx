import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PhotoLink } from '@/components/ui/photo-link';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { FindingView } from '@/lib/domain/projects/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { FINDING_GRADE_LABELS, FINDING_STATUS_LABELS } from '@/lib/domain/projects/labels';
import { formatDate } from '@/lib/format/date';
import { FindingDialog } from './forms/finding-dialog';
import { RecheckDialog } from './forms/recheck-dialog';
import { RectifyDialog } from './forms/rectify-dialog';

const LIGHTS = { open: 'red', rectified: 'amber', closed: 'green' } as const;
const TONES = { minor: 'neutral', major: 'amber', grave: 'red' } as const;

type Props = {
  projectId: string;
  findings: readonly FindingView[];
  compounds: readonly { id: string; name: string }[];
  kinds: readonly Worded[];
  today: string;
  rights: { inspect: boolean; rectify: boolean };
};

/** 检查问题: found, put right, looked at again; what is open stands first. */
export function FindingsCard({ projectId, findings, compounds, kinds, today, rights }: Props) {
  const t = useTranslations('projects.findings');
  return (
    <Card
      id="findings"
      title={t('title')}
      description={t('open', { count: findings.filter(({ status }) => status !== 'closed').length })}
      action={
        rights.inspect && <FindingDialog projectId={projectId} compounds={compounds} kinds={kinds} today={today} />
      }
    >
      {findings.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul className="divide-y divide-line text-sm">
          {findings.map((finding) => (
            <Finding key={finding.id} {...{ projectId, finding, kinds, today, rights }} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type OneProps = Pick<Props, 'projectId' | 'kinds' | 'today' | 'rights'> & { finding: FindingView };

function Finding({ projectId, finding, kinds, today, rights }: OneProps) {
  const t = useTranslations('projects.findings');
  const locale = useLocale();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const kind = kinds.find(({ code }) => code === finding.kind);
  const { status, compound, place, content, responsible, inspectedOn, limitOn } = finding;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusLight light={LIGHTS[status]}>{labelIn(FINDING_STATUS_LABELS[status], locale)}</StatusLight>
          <Badge tone={TONES[finding.grade]}>{labelIn(FINDING_GRADE_LABELS[finding.grade], locale)}</Badge>
          <Marks finding={finding} />
          <span className="text-ink-3">
            {[locale === 'en' ? kind?.nameEn : kind?.name, compound?.name, finding.building?.name, place]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p className="font-medium">{content}</p>
        <p className="text-ink-3">
          {t('days', { inspected: day(inspectedOn), limit: day(limitOn) })}
          {responsible && ` · ${responsible}`}
        </p>
        {finding.rectification && finding.rectifiedOn && (
          <p>{t('rectifiedLine', { day: day(finding.rectifiedOn), text: finding.rectification })}</p>
        )}
        {finding.recheckedOn && (
          <p>
            {t(status === 'closed' ? 'closedLine' : 'reopenedLine', {
              day: day(finding.recheckedOn),
              note: finding.recheckNote ?? '',
            })}
          </p>
        )}
        <Photos finding={finding} />
      </div>
      <div className="flex gap-2">
        {status === 'open' && rights.rectify && (
          <RectifyDialog {...{ projectId, finding, today }} trigger={<Button size="sm">{t('rectify')}</Button>} />
        )}
        {status === 'rectified' && rights.inspect && (
          <RecheckDialog projectId={projectId} finding={finding} trigger={<Button size="sm">{t('recheck')}</Button>} />
        )}
      </div>
    </li>
  );
}

/** That it came back after it was closed, that more than one inspection saw it, and where it was found. */
function Marks({ finding: { repeatNo, timesSeen, inspectionId } }: { finding: FindingView }) {
  const t = useTranslations('inspections');
  return (
    <>
      {repeatNo > 1 && <Badge tone="red">{t('findings.repeat', { no: String(repeatNo) })}</Badge>}
      {timesSeen > 1 && <Badge tone="amber">{t('findings.seen', { count: timesSeen })}</Badge>}
      {inspectionId && <TextLink href={`/inspections/${inspectionId}`}>{t('card.title')}</TextLink>}
    </>
  );
}

function Photos({ finding: { content, photoFileId, rectifiedFileId } }: { finding: FindingView }) {
  const t = useTranslations('projects.findings');
  if (!photoFileId && !rectifiedFileId) return null;
  return (
    <div className="flex gap-2 pt-1">
      {photoFileId && (
        <PhotoLink id={photoFileId} caption={t('found')} alt={t('photoOf', { what: t('photo'), content })} />
      )}
      {rectifiedFileId && (
        <PhotoLink
          id={rectifiedFileId}
          caption={t('putRight')}
          alt={t('photoOf', { what: t('rectifiedPhoto'), content })}
        />
      )}
    </div>
  );
}
