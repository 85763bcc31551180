import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { hasReached } from '@/lib/domain/scorecards/season/types';
import { MoveDueAct, OpenSeason } from './season-acts';
import { useSeasonWords } from './season-words';

type Props = {
  year: number;
  season: SeasonDetail | null;
  mayDecide: boolean;
  mayReview: boolean;
  /** the county of who belongs to one */
  own: string | null;
};

/** How far the year's review is, on the board of all counties. */
export function SeasonCard({ year, season, mayDecide, mayReview, own }: Props) {
  const { t, day } = useSeasonWords();
  const title = t('board.title', { year: String(year) });
  if (!season)
    return (
      <Card title={title} description={t('board.none')} action={mayDecide && <OpenSeason year={year} />}>
        <p className="text-sm text-ink-3">{t('board.noneText')}</p>
      </Card>
    );
  const { cards, final } = season;
  const submitted = cards.filter(({ status }) => hasReached(status, 'submitted')).length;
  const reviewed = cards.filter(({ status }) => hasReached(status, 'reviewed')).length;
  return (
    <Card
      title={title}
      description={
        final
          ? t('sheet.final', { day: day(final.documentOn), no: final.documentNo })
          : t('due', { day: day(season.selfDueOn) })
      }
      action={
        <span className="flex flex-wrap gap-2">
          {own && (
            <LinkButton href={`/scorecards/${own}/season?year=${year}`} variant="primary">
              {t('tabs.season')}
            </LinkButton>
          )}
          {mayDecide && season.deliberation === null && <MoveDueAct season={season} />}
          {mayReview && <LinkButton href={`/scorecards/deliberation?year=${year}`}>{t('board.sheet')}</LinkButton>}
          {final && <LinkButton href={`/scorecards/result?year=${year}`}>{t('board.result')}</LinkButton>}
        </span>
      }
    >
      <p className="text-sm text-ink-2">
        {own
          ? cards[0] && t(`status.${cards[0].status}`)
          : t('board.status', { submitted, reviewed, all: cards.length })}
      </p>
    </Card>
  );
}
