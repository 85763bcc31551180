import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { ScoreBoard } from '@/components/scorecards/score-board';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { liveQuery } from '@/lib/domain/scorecards/live-answers';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { scoreBoard } from '@/lib/server/scorecards/live';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const asked = liveQuery.safeParse({ year: params.year });
    const { years, current } = await yearsToChoose(reader, actor);
    const year = (asked.success ? asked.data.year : undefined) ?? current ?? undefined;
    return { years, board: await scoreBoard(reader, actor, year) };
  });

/** 绩效评价: what every county scores today. */
export default async function ScorecardsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('scorecard.read');
  const [{ years, board }, t, result] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('scorecards'),
    getTranslations('scoreResult'),
  ]);
  return (
    <ClientMessages namespaces={['scorecards', 'annual']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        more={
          board.year !== null && (
            <LinkButton href={`/scorecards/result?year=${board.year}`}>{result('title')}</LinkButton>
          )
        }
      />
      {years.length === 0 ? (
        <EmptyState title={t('noYear')} description={t('noYearText')} />
      ) : (
        <>
          <Toolbar>
            <YearFilter years={years} />
          </Toolbar>
          <ScoreBoard board={board} />
        </>
      )}
    </ClientMessages>
  );
}
