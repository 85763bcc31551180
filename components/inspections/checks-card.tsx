import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { PhotoLink } from '@/components/ui/photo-link';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { CheckView } from '@/lib/domain/inspections/answers';
import { CHECK_RESULT_LABELS, SIGHTING_LABELS } from '@/lib/domain/inspections/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { FINDING_STATUS_LABELS } from '@/lib/domain/projects/labels';
import type { FindingStatus } from '@/lib/domain/projects/types';
import type { CheckPoint } from '@/lib/domain/rulebook/schema-site';
import { colon } from '@/lib/format/colon';
import { formatDate } from '@/lib/format/date';

const LIGHTS = { pass: 'green', fail: 'red', none: 'neutral' } as const;

type Props = { projectId: string; checks: readonly CheckView[]; points: readonly CheckPoint[] };

/** Every point that was looked at, what was wrong first. */
export function ChecksCard({ projectId, checks, points }: Props) {
  const t = useTranslations('inspections.record');
  return (
    <Card title={t('checks')}>
      <ul className="divide-y divide-line text-sm">
        {checks.map((check) => (
          <Check
            key={check.code}
            check={check}
            point={points.find(({ code }) => code === check.code)}
            projectId={projectId}
          />
        ))}
      </ul>
    </Card>
  );
}

type OneProps = { projectId: string; check: CheckView; point: CheckPoint | undefined };

function Check({ projectId, check, point }: OneProps) {
  const t = useTranslations('inspections.record');
  const locale = useLocale();
  const { code, result, note, sighting, finding, photoFileId } = check;
  const name = (locale === 'en' ? point?.nameEn : point?.name) ?? code;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusLight light={LIGHTS[result]}>{labelIn(CHECK_RESULT_LABELS[result], locale)}</StatusLight>
        <span className="min-w-0 basis-60 grow">{name}</span>
        {sighting && sighting !== 'new' && <Badge tone="amber">{labelIn(SIGHTING_LABELS[sighting], locale)}</Badge>}
        {finding && finding.repeatNo > 1 && <Badge tone="red">{t('repeat', { no: String(finding.repeatNo) })}</Badge>}
      </div>
      {note && <p className="mt-1 text-ink-2">{note}</p>}
      {finding && (
        <p className="mt-1 text-ink-3">
          {labelIn(FINDING_STATUS_LABELS[finding.status as FindingStatus], locale)}
          {' · '}
          {t('limit', { day: formatDate(calendarDateOf(finding.limitOn), locale) })}
          {' · '}
          <TextLink href={`/projects/${projectId}/works#findings`}>{t('toFinding')}</TextLink>
        </p>
      )}
      {photoFileId && (
        <div className="pt-2">
          <PhotoLink
            id={photoFileId}
            caption={t('findingPhoto')}
            alt={`${t('findingPhoto')}${colon(locale)}${note ?? name}`}
          />
        </div>
      )}
    </li>
  );
}
