import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { CostCard } from '@/components/scorecards/cost-card';
import { GapList } from '@/components/scorecards/gap-list';
import { ScoreHero } from '@/components/scorecards/score-hero';
import { ScoreSheetView } from '@/components/scorecards/score-sheet';
import { CardTabs } from '@/components/scorecards/season/card-tabs';
import { VetoCard } from '@/components/scorecards/veto-card';
import { WhatIf } from '@/components/scorecards/what-if';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { liveParams, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { opensFor } from '@/lib/domain/scorecards/opens';
import { formatDate } from '@/lib/format/date';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { clausesOf } from '@/lib/server/scorecards/clauses';
import { liveScore } from '@/lib/server/scorecards/live';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

/** 今日得分 of a county: what earned each point, what is missing, what it would be. */
export default async function ScorePage({ params, searchParams }: PageProps<'/scorecards/[id]'>) {
  const actor = await pageActor('scorecard.read');
  const where = liveParams.safeParse(await params);
  if (!where.success) notFound();
  const asked = liveQuery.safeParse({ year: (await searchParams).year });
  const [{ found, years }, t, paper, locale] = await Promise.all([
    withReader(actor, async (reader) => ({
      found: await liveScore(reader, actor, where.data.id, asked.success ? asked.data.year : undefined),
      ...(await yearsToChoose(reader, actor)),
    })),
    getTranslations('scorecards'),
    getTranslations('scorecardsPaper'),
    getLocale(),
  ]);
  if (!found) notFound();
  const { live, book } = found;
  const criteria = live.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.criteria));
  const clauses = clausesOf(
    book,
    [...criteria, ...live.risks].map(({ clause }) => clause),
  );
  const county = unitName(live.county, locale);
  const opens = opensFor(actor.role);
  return (
    <ClientMessages namespaces={['scorecards', 'scoreSeason', 'annual']} reasons={['score']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/scorecards?year=${live.year}` }]}
        title={t('ofCounty', { county, year: String(live.year) })}
        description={t('asOf', { day: formatDate(calendarDateOf(live.today), locale) })}
        more={<LinkButton href={`/scorecards/${live.county.id}/print?year=${live.year}`}>{paper('annex')}</LinkButton>}
      />
      <div className="space-y-4">
        <CardTabs county={live.county.id} year={live.year} active="live" />
        <Toolbar>
          <YearFilter years={years} />
        </Toolbar>
        {!live.target && <Banner tone="amber" title={t('noTarget')} />}
        <ScoreHero live={live} opens={opens} />
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <GapList live={live} opens={opens} />
          <div className="space-y-4">
            <WhatIf {...live} />
            <CostCard live={live} opens={opens} />
            <VetoCard live={live} clauses={clauses} opens={opens} />
          </div>
        </div>
        <ScoreSheetView live={live} clauses={clauses} />
      </div>
    </ClientMessages>
  );
}
