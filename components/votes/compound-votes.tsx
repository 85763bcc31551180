import { CircleCheck, CircleDashed } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import type { NoticeGates } from '@/lib/domain/notices/types';
import type { RoundRow } from '@/lib/domain/votes/answers';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import { mayRunAgain } from '@/lib/domain/votes/phases';
import { type StageCondition, stageConditions } from '@/lib/domain/votes/stage-conditions';
import type { RoundNumber } from '@/lib/domain/votes/types';
import { formatAreaNumber } from '@/lib/format/area';
import { formatDate } from '@/lib/format/date';
import { RoundLight } from './round-light';

type Props = {
  compoundId: string;
  rounds: readonly RoundRow[];
  scheme: { no: number; status: 'draft' | 'final' } | null;
  gates: NoticeGates;
  mayWrite: boolean;
  /** whether this reader is shown where what is missing is put right */
  mayMend: boolean;
};

/** Both votes of a compound as they stand, and what they hold open of the stages. */
export function CompoundVotes({ compoundId, rounds, scheme, gates, mayWrite, mayMend }: Props) {
  const t = useTranslations('voteDesk.compound');
  const words = useTranslations('voteDesk.schemes');
  const stages = stageConditions({ compoundId, rounds, gates });
  return (
    <Card title={t('title')} id="votes">
      <ul className="divide-y divide-line">
        {([1, 2] as const).map((round) => (
          <VoteLine
            key={round}
            compoundId={compoundId}
            number={round}
            latest={rounds.find((one) => one.round === round)}
            mayWrite={mayWrite}
          />
        ))}
        <li className="flex items-center justify-between gap-x-4 py-3 text-sm">
          <div>
            <p className="font-medium">{t('scheme')}</p>
            <p className="text-ink-3">
              {scheme ? t('schemeState', { no: scheme.no, status: words(scheme.status) }) : t('noScheme')}
            </p>
          </div>
          <TextLink href={`/votes/schemes?compound=${compoundId}`}>{t('view')}</TextLink>
        </li>
      </ul>
      <h3 className="mt-2 text-sm font-medium">{t('stages')}</h3>
      <p className="text-sm text-ink-3">{t('stagesText')}</p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <Stage title={t('stage2')} conditions={stages[2]} mayMend={mayMend} />
        <Stage title={t('stage5')} conditions={stages[5]} mayMend={mayMend} />
      </div>
    </Card>
  );
}

type LineProps = { compoundId: string; number: RoundNumber; latest: RoundRow | undefined; mayWrite: boolean };

function VoteLine({ compoundId, number, latest, mayWrite }: LineProps) {
  const t = useTranslations('voteDesk.compound');
  const locale = useLocale();
  const starts = mayRunAgain(latest);
  const { tally, status } = latest ?? {};
  return (
    <li className="flex items-center justify-between gap-x-4 py-3 text-sm first:pt-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 font-medium">
          {labelIn(ROUND_LABELS[number], locale)}
          {latest && <RoundLight status={latest.status} outcome={latest.outcome} />}
        </p>
        <p className="text-ink-3">
          {!latest && t('none')}
          {tally &&
            (status === 'open'
              ? t('returned', { returned: tally.returned, households: tally.households })
              : t('result', {
                  agree: tally.agreeHouseholds,
                  households: tally.households,
                  agreeArea: formatAreaNumber(tally.agreeArea),
                  area: formatAreaNumber(tally.area),
                }))}
          {latest?.plannedCloseOn &&
            (status === 'open' || status === 'draft') &&
            ` · ${t('day', { day: formatDate(calendarDateOf(latest.plannedCloseOn), locale) })}`}
        </p>
      </div>
      <div className="no-print flex shrink-0 items-center gap-3">
        {latest && <TextLink href={`/votes/${latest.id}`}>{t('view')}</TextLink>}
        {mayWrite && starts && (
          <LinkButton size="sm" href={`/votes/new?compound=${compoundId}&round=${number}`}>
            {t(latest ? 'again' : 'start')}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

type StageProps = { title: string; conditions: readonly StageCondition[]; mayMend: boolean };

function Stage({ title, conditions, mayMend }: StageProps) {
  const t = useTranslations('voteDesk.compound');
  return (
    <section className="min-w-0 text-sm">
      <h4 className="text-ink-3">{title}</h4>
      <ul className="mt-1 space-y-1">
        {conditions.map(({ code, met, href }) => (
          <li key={code} className="flex items-start gap-2">
            {met ? (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-green" />
            ) : (
              <CircleDashed aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
            )}
            <span>
              {t(`stage.${code}`)}
              <span className="sr-only">{t(met ? 'met' : 'unmet')}</span>{' '}
              {!met && mayMend && <TextLink href={href}>{t('mend')}</TextLink>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
