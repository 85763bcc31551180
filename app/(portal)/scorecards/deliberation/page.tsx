import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { CommentsCard } from '@/components/scorecards/season/comments-card';
import { DecisionTable } from '@/components/scorecards/season/decision-table';
import { DraftAct, FinalAct } from '@/components/scorecards/season/season-acts';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { can } from '@/lib/domain/accounts/permissions';
import { liveQuery } from '@/lib/domain/scorecards/live-answers';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { seasonOfYear } from '@/lib/server/scorecards/season/of-year';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

const read = (actor: Actor, asked: number | undefined) =>
  withReader(actor, async (reader) => {
    const { years, current } = await yearsToChoose(reader, actor);
    const year = asked ?? current ?? years[0] ?? 0;
    return { years, year, season: await seasonOfYear(reader, actor, year) };
  });

/** 审议表: all counties on one page, then the opinion, then the consent. */
export default async function DeliberationPage({ searchParams }: PageProps<'/scorecards/deliberation'>) {
  const actor = await pageActor('scorecard.review');
  const asked = liveQuery.safeParse({ year: (await searchParams).year });
  const [{ years, year, season }, t, s, locale] = await Promise.all([
    read(actor, asked.success ? asked.data.year : undefined),
    getTranslations('scoreSeason'),
    getTranslations('scorecards'),
    getLocale(),
  ]);
  const mayDecide = can(actor.role, 'scorecard.decide');
  const isOpen = season !== null && season.deliberation === null;
  const missing = season?.missing.map(({ county }) => unitName(county, locale)).join('、') ?? '';
  return (
    <ClientMessages namespaces={['scoreSeason', 'annual']}>
      <PageHeader
        crumbs={[{ label: s('title'), href: `/scorecards?year=${year}` }]}
        title={t('sheet.title', { year: String(year) })}
        description={t('sheet.description')}
        more={
          season && (
            <>
              <LinkButton href={`/api/v1/scorecards/seasons/${season.id}/decision-sheet/docx`} download>
                {t('sheet.downloads.docx')}
              </LinkButton>
              <LinkButton href={`/api/v1/scorecards/seasons/${season.id}/decision-sheet`} download>
                {t('sheet.downloads.xlsx')}
              </LinkButton>
            </>
          )
        }
        action={
          mayDecide &&
          season &&
          !season.final &&
          (isOpen ? season.missing.length === 0 && <DraftAct season={season} /> : <FinalAct season={season} />)
        }
      />
      <div className="space-y-4">
        <Toolbar>
          <YearFilter years={years} />
        </Toolbar>
        {season ? (
          <>
            {isOpen && missing && <Banner tone="neutral" title={t('sheet.missing', { names: missing })} />}
            <DecisionTable season={season} />
            {season.deliberation && (
              <Card id="opinion" title={t('sheet.opinion')}>
                <p className="whitespace-pre-line text-sm text-ink-2">{season.deliberation.opinion}</p>
              </Card>
            )}
            <CommentsCard season={season} mayWrite={mayDecide && !season.final} />
          </>
        ) : (
          <Card>
            <EmptyState title={t('none')} description={t('noneText')} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
