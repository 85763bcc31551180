import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { ScoreBoard } from '@/components/scorecards/score-board';
import { SeasonCard } from '@/components/scorecards/season/season-card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { liveQuery } from '@/lib/domain/scorecards/live-answers';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { scoreBoard } from '@/lib/server/scorecards/live';
import { seasonOfYear } from '@/lib/server/scorecards/season/of-year';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const asked = liveQuery.safeParse({ year: params.year });
    const { years, current } = await yearsToChoose(reader, actor);
    const year = (asked.success ? asked.data.year : undefined) ?? current ?? undefined;
    return {
      ...{ years, year, board: await scoreBoard(reader, actor, year) },
      season: year === undefined ? null : await seasonOfYear(reader, actor, year),
    };
  });

/** 绩效评价: what every county scores today. */
export default async function ScorecardsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('scorecard.read');
  const [{ years, year, board, season }, t] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('scorecards'),
  ]);
  return (
    <ClientMessages namespaces={['scorecards', 'scoreSeason', 'annual']}>
      <PageHeader title={t('title')} description={t('description')} />
      {years.length === 0 ? (
        <EmptyState title={t('noYear')} description={t('noYearText')} />
      ) : (
        <>
          <Toolbar>
            <YearFilter years={years} />
          </Toolbar>
          <div className="space-y-4">
            {year !== undefined && (
              <SeasonCard
                year={year}
                season={season}
                mayDecide={can(actor.role, 'scorecard.decide')}
                mayReview={can(actor.role, 'scorecard.review')}
                own={actor.level === 'county' ? actor.countyId : null}
              />
            )}
            <ScoreBoard board={board} />
          </div>
        </>
      )}
    </ClientMessages>
  );
}
