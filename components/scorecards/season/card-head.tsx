import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { type Step, Stepper } from '@/components/ui/stepper';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { CARD_STATES } from '@/lib/domain/scorecards/season/types';
import { pointsText } from '../score-words';
import { isReached, useSeasonWords } from './season-words';
import { signedPoints } from './signed';

const STAGES = ['computed', 'self', 'review', 'deliberation'] as const;

function steps({ status }: ScorecardAnswer, t: ReturnType<typeof useSeasonWords>['t']): Step[] {
  const at = CARD_STATES.indexOf(status);
  return CARD_STATES.map((state, no) => ({
    key: state,
    label: t(`steps.${state}`),
    state: no < at || status === 'final' ? 'done' : no === at ? 'current' : 'todo',
  }));
}

/** Where the scorecard stands, and its four totals side by side. */
export function CardHead({ card }: { card: ScorecardAnswer }) {
  const { t, day, at, nameOf } = useSeasonWords();
  const { season, submitted, snapshots, totals, today, result, returned, disputeUntil, status } = card;
  const [frozen] = snapshots;
  const takenIn = submitted?.takenIn ?? null;
  const rows = STAGES.filter((stage) => isReached(status, stage)).map((stage) => ({ stage, total: totals[stage] }));
  const difference = today.base - totals.computed.base;
  return (
    <Card>
      <div className="space-y-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <Stepper steps={steps(card, t)} />
          <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {card.vetoed && <Badge tone="red">{t('vetoed')}</Badge>}
            {result && (
              <Badge tone="accent">
                {nameOf(result.grade)} · {t('total.rank', { rank: result.rank })}
              </Badge>
            )}
            {submitted ? (
              <span>
                {t(takenIn === null ? 'submittedAt' : 'takenIn', { at: at(submitted.at) })}
                {submitted.late && takenIn === null && <span className="text-amber-ink">（{t('late')}）</span>}
              </span>
            ) : (
              <span>
                {t('due', { day: day(season.selfDueOn) })}
                {card.overdue && <span className="text-amber-ink">（{t('overdue')}）</span>}
              </span>
            )}
            {status === 'reviewed' && disputeUntil && <span>{t('disputeUntil', { day: day(disputeUntil) })}</span>}
          </div>
        </div>
        {returned && status === 'open' && (
          <Banner tone="amber" title={t('returned', { at: at(returned.at), reason: returned.reason })} />
        )}
        {takenIn !== null && (
          <Banner tone="amber" title={t('takenInWhy', { reason: takenIn })}>
            {t('takenInText')}
          </Banner>
        )}
        {frozen && !frozen.matches && <Banner tone="red" title={t('frozenBroken')} />}
        <DataTable
          caption={t('total.total')}
          rows={rows}
          rowKey={({ stage }) => stage}
          empty={null}
          columns={[
            { key: 'stage', header: '', primary: true, cell: ({ stage }) => t(`columns.${stage}`) },
            {
              key: 'base',
              header: t('total.base'),
              align: 'right',
              className: 'tabular-nums',
              cell: ({ stage, total }) =>
                total ? (
                  pointsText(total.base)
                ) : (
                  <span className="text-ink-3">{t(stage === 'self' ? 'unsubmitted' : 'hidden')}</span>
                ),
            },
            {
              key: 'bonus',
              header: t('total.bonus'),
              align: 'right',
              className: 'tabular-nums',
              cell: ({ total }) => (total ? pointsText(total.bonus) : ''),
            },
            {
              key: 'total',
              header: t('total.total'),
              align: 'right',
              className: 'font-semibold tabular-nums',
              cell: ({ total }) => (total ? pointsText(total.total) : ''),
            },
            {
              key: 'grade',
              header: t('total.grade'),
              cell: ({ total }) => (total ? nameOf(total.grade) : ''),
            },
          ]}
        />
        <p className="text-sm text-ink-3">
          {t('factsOn', { day: day(card.factsOn) })}
          {frozen && ` · ${t('frozen', { hash: frozen.hash.slice(0, 12) })}`}
          {submitted &&
            ` · ${t('total.today')} ${pointsText(today.base)}（${t('total.difference', { points: signedPoints(difference) })}）。${t('frozenText')}`}
        </p>
      </div>
    </Card>
  );
}
