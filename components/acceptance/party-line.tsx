import { Paperclip } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { WithReason } from '@/components/archive/with-reason';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { AcceptanceView, OpinionView, PartyKindView } from '@/lib/domain/acceptance/answers';
import { OPINION_LABELS } from '@/lib/domain/acceptance/labels';
import type { Opinion } from '@/lib/domain/acceptance/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { OpinionDialog } from './opinion-dialog';

const LIGHTS: Record<Opinion, Light> = { agree: 'green', conditions: 'amber', disagree: 'red' };

type Props = { projectId: string; attempt: AcceptanceView; party: PartyKindView; mayWrite: boolean };

/** One of the parties of P三(三)9: what it says, or that it has not spoken. */
export function PartyLine({ projectId, attempt, party, mayWrite }: Props) {
  const t = useTranslations('acceptance');
  const locale = useLocale();
  const name = locale === 'en' ? party.nameEn : party.name;
  const given = attempt.opinions.filter((one) => one.party === party.code);
  const standing = given.filter(({ retiredReason }) => retiredReason === null);
  const mayAdd = mayWrite && (party.many || standing.length === 0);
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-medium">{name}</h3>
          {standing.length === 0 && (
            <StatusLight light={attempt.status === 'draft' ? 'amber' : 'neutral'} className="text-sm">
              {t('notSpoken')}
            </StatusLight>
          )}
        </div>
        {mayAdd && (
          <span className="no-print">
            <OpinionDialog
              projectId={projectId}
              attempt={attempt}
              party={party}
              trigger={
                <Button size="sm" aria-label={`${t('record')} ${name}`}>
                  {t('record')}
                </Button>
              }
            />
          </span>
        )}
      </div>
      {given.length > 0 && (
        <ul className="mt-2 space-y-3">
          {given.map((opinion) => (
            <OneOpinion
              key={opinion.id}
              projectId={projectId}
              attempt={attempt}
              opinion={opinion}
              mayWrite={mayWrite}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

type OneProps = Omit<Props, 'party'> & { opinion: OpinionView };

function OneOpinion({ projectId, attempt, opinion, mayWrite }: OneProps) {
  const t = useTranslations('acceptance');
  const locale = useLocale();
  const isOut = opinion.retiredReason !== null;
  return (
    <li className="border-l-2 border-line pl-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={isOut ? 'text-ink-3 line-through' : 'font-medium'}>
          {[opinion.name, opinion.person].filter(Boolean).join(' · ')}
        </span>
        {isOut ? (
          <Badge>{t('takenOut')}</Badge>
        ) : (
          <StatusLight light={LIGHTS[opinion.opinion]}>{labelIn(OPINION_LABELS[opinion.opinion], locale)}</StatusLight>
        )}
        {mayWrite && !isOut && (
          <span className="ml-auto">
            <WithReason
              path={`/api/v1/projects/${projectId}/acceptances/${attempt.id}/opinions/${opinion.id}/retire`}
              version={attempt.version}
              title={t('takeOutTitle', { name: opinion.name })}
              description={t('takeOutText')}
              action={t('takeOut')}
              done={t('takenOut')}
            />
          </span>
        )}
      </div>
      {opinion.remarks && <p className="whitespace-pre-line text-ink-2">{opinion.remarks}</p>}
      <p className="text-ink-3">
        <Paperclip aria-hidden="true" className="mr-1 inline size-3.5" />
        <TextLink href={`/api/v1/files/${opinion.file.id}`} target="_blank">
          {opinion.file.name}
        </TextLink>{' '}
        · {t('recorded', { who: opinion.recordedBy, when: formatDateTime(new Date(opinion.recordedAt), locale) })}
      </p>
      {isOut && <p className="text-ink-2">{t('takenOutWhy', { reason: opinion.retiredReason ?? '' })}</p>}
    </li>
  );
}
