import { Stat, StatGrid } from '@/components/ui/stat';
import { StatusLight } from '@/components/ui/status-light';
import type { LiveAnswer } from '@/lib/domain/scorecards/live-answers';
import type { Opens } from './record-line';
import { pointsText, useScoreWords } from './score-words';
import { STANDING_LIGHTS } from './standing';

/** Where the county stands, in four figures. */
export function ScoreHero({ live, opens }: { live: LiveAnswer; opens: Opens }) {
  const { t, day, locale, nameOf } = useScoreWords();
  const { value, attested, review, forecast, target, completed, inTime, veto } = live;
  const isOver = live.today > live.completeBy;
  const [low, high] = [pointsText(forecast.low), pointsText(forecast.high)];
  return (
    <div className="space-y-2">
      <StatGrid>
        <Stat
          label={t('hero.score')}
          value={pointsText(value)}
          unit="/ 100"
          note={t('hero.grade', { grade: nameOf(live.grade) })}
          href="#sheet"
        />
        <Stat
          label={t('hero.forecast', { day: day(live.completeBy) })}
          value={isOver ? '—' : pointsText(forecast.middle)}
          note={isOver ? t('hero.over') : t('board.range', { low, high })}
          href="#what-if"
        />
        <Stat
          label={t('hero.target')}
          value={String(completed)}
          unit={target ? t('hero.targetUnit', { target }) : undefined}
          note={target ? t('hero.targetNote', { inTime }) : t('board.noTarget')}
          href={opens.includes('project') ? `/projects?year=${live.year}&county=${live.county.id}` : undefined}
        />
        <Stat
          label={t('hero.veto')}
          value=""
          note={
            <StatusLight light={STANDING_LIGHTS[veto]} className="text-lg font-semibold">
              {t(`standing.${veto}`)}
            </StatusLight>
          }
          href="#veto"
        />
      </StatGrid>
      <p className="text-sm text-ink-3">
        {[
          t('hero.rest', { attested: pointsText(attested), review: pointsText(review) }),
          isOver ? '' : t('hero.forecastText', { low, high }),
          isOver || forecast.late === 0 ? '' : t('hero.forecastLate', { count: forecast.late }),
        ].join(locale === 'en' ? ' ' : '')}
      </p>
    </div>
  );
}
