import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { type PlanDetail, preferredCounties } from '@/lib/domain/annual/answers';
import { colon } from '@/lib/format/colon';
import { unitName } from '@/lib/format/unit-name';
import { LockDialog } from './lock-dialog';
import { PreferenceLine } from './preference-line';
import { ScoreBar, ScoreKey } from './score-bar';
import { ScorePopover } from './score-popover';

type Props = { plan: PlanDetail; mayWrite: boolean };

/** The order of the applications, with what each factor brings; every score opens to its numbers. */
export function RankingList({ plan, mayWrite }: Props) {
  const t = useTranslations('annual.plans');
  const locale = useLocale();
  const { condition, willingness, mechanism } = plan.weights;
  const weights = { condition: `${condition}%`, willingness: `${willingness}%`, mechanism: `${mechanism}%` };
  const preferred = preferredCounties(plan.entries);
  // the bars of a list are of one scale
  const whole = 100 + Math.max(0, ...preferred.map(({ preference }) => Number(preference.points)));
  return (
    <Card title={t('ranking')} description={t('rankingText', weights)} id="ranking">
      {plan.entries.length === 0 ? (
        <EmptyState title={t('noCandidates')} description={t('noCandidatesText')} />
      ) : (
        <>
          {preferred.length > 0 && (
            <ul className="mb-2 text-sm text-ink-2">
              {preferred.map(({ county, preference }) => (
                <li key={county.id}>
                  {unitName(county, locale)}
                  {colon(locale)}
                  <PreferenceLine preference={preference} />
                </li>
              ))}
            </ul>
          )}
          <ScoreKey preferring={preferred.length > 0} />
          {!plan.whole && plan.status === 'draft' && <p className="mt-1 text-xs text-ink-3">{t('noRank')}</p>}
          <ol className="mt-2 divide-y divide-line" aria-label={t('ranking')}>
            {plan.entries.map((entry) => (
              <li key={entry.project.id} className="flex items-center gap-3 py-2">
                {entry.rank !== null && (
                  <span className="w-7 shrink-0 text-right font-semibold text-ink-3 tabular-nums">{entry.rank}</span>
                )}
                <div className="min-w-0 grow space-y-1">
                  <p className="flex flex-wrap items-center gap-x-2 text-sm">
                    <TextLink href={`/projects/${entry.project.id}`}>{entry.project.name}</TextLink>
                    <span className="text-xs text-ink-3">{unitName(entry.county, locale)}</span>
                    {entry.preference && (
                      <Badge tone="accent">{t('preference.badge', { points: entry.preference.points })}</Badge>
                    )}
                    {entry.lock && (
                      <Badge tone={entry.lock === 'in' ? 'accent' : 'neutral'}>{t(`locked.${entry.lock}`)}</Badge>
                    )}
                  </p>
                  <ScoreBar factors={entry.factors} preference={entry.preference} whole={whole} />
                </div>
                <ScorePopover {...entry} name={entry.project.name} />
                {mayWrite && <LockDialog plan={plan} entry={entry} />}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
