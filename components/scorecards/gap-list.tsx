import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { GapAnswer, LiveAnswer, LiveCriterion } from '@/lib/domain/scorecards/live-answers';
import { type Opens, RecordLine } from './record-line';
import { pointsText, useScoreWords } from './score-words';

type Of = { gap: GapAnswer; criterion: LiveCriterion };

/** What brings the points, in one sentence. */
function useWay() {
  const { t } = useScoreWords();
  return ({ gap, criterion }: Of): string => {
    const open = pointsText(gap.open);
    const { needed } = gap;
    if (criterion.formula.kind === 'noTarget') return t('gaps.noTarget');
    if (gap.way === 'people') return t(criterion.proof === 'review' ? 'gaps.reviewOnly' : 'gaps.people');
    if (gap.open === 0) return t('gaps.closed', { points: pointsText(gap.lost) });
    if (gap.way === 'each') return t('gaps.each', { needed, gain: pointsText(gap.rows[0]?.gain ?? 0) });
    if (gap.way === 'together') return t('gaps.together', { needed, open });
    return t(criterion.formula.kind === 'graded' ? 'gaps.households' : 'gaps.enough', { needed, open });
  };
}

function GapItem({ gap, criterion, county, year, opens }: Of & { county: string; year: number; opens: Opens }) {
  const { t, textOf } = useScoreWords();
  const way = useWay();
  const rest = gap.total - gap.rows.length;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 font-medium">
          <span className="mr-1.5 text-ink-3 tabular-nums">{criterion.id}</span>
          {textOf(criterion)}
        </p>
        <Badge tone={gap.open > 0 ? 'accent' : 'neutral'} className="shrink-0 tabular-nums">
          {gap.open > 0 ? t('gaps.open', { points: pointsText(gap.open) }) : t('gaps.lost')}
        </Badge>
      </div>
      <p className="text-sm text-ink-2">{way({ gap, criterion })}</p>
      {gap.rows.length > 0 && (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-accent-ink">{t('sheet.missing', { count: gap.total })}</summary>
          <ul className="mt-1">
            {gap.rows.map(({ row, measure, gain }) => (
              <RecordLine key={`${measure}${row.id}`} row={row} measure={measure} year={year} opens={opens}>
                <span className="shrink-0 text-ink-3 tabular-nums">
                  {row.earnable && gain > 0
                    ? t('gaps.gain', { gain: pointsText(gain) })
                    : !row.earnable && t('gaps.lost')}
                </span>
              </RecordLine>
            ))}
          </ul>
          {rest > 0 && (
            <TextLink href={`/scorecards/${county}/criteria/${criterion.id}?year=${year}`}>
              {t('gaps.more', { count: rest })}
            </TextLink>
          )}
        </details>
      )}
    </li>
  );
}

const sumOf = (gaps: readonly Of[]): number => gaps.reduce((sum, { gap }) => sum + gap.lost, 0);

function Gaps({ gaps, live, opens }: { gaps: readonly Of[]; live: LiveAnswer; opens: Opens }) {
  return (
    <ul className="divide-y divide-line">
      {gaps.map((one) => (
        <GapItem key={one.gap.criterion} {...one} county={live.county.id} year={live.year} opens={opens} />
      ))}
    </ul>
  );
}

/** 失分清单: what can still be won first. */
export function GapList({ live, opens }: { live: LiveAnswer; opens: Opens }) {
  const { t } = useScoreWords();
  const criteria = new Map(
    live.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria.map((own) => [own.id, own]))),
  );
  const gaps = live.gaps.flatMap((gap) => {
    const criterion = criteria.get(gap.criterion);
    return criterion ? [{ gap, criterion }] : [];
  });
  const lost = gaps.filter(({ gap }) => gap.open === 0);
  return (
    <Card id="gaps" title={t('gaps.title')} description={t('gaps.text')}>
      {gaps.length === 0 ? (
        <EmptyState title={t('gaps.none')} description={t('gaps.noneText')} />
      ) : (
        <>
          <Gaps gaps={gaps.filter(({ gap }) => gap.open > 0)} live={live} opens={opens} />
          {lost.length > 0 && (
            <details className="mt-3 border-t border-line pt-3">
              <summary className="cursor-pointer text-sm text-ink-2">
                {t('gaps.lostOnes', { count: lost.length, points: pointsText(sumOf(lost)) })}
              </summary>
              <div className="mt-3">
                <Gaps gaps={lost} live={live} opens={opens} />
              </div>
            </details>
          )}
        </>
      )}
    </Card>
  );
}
