import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CompleteAct, RestAct, ReturnAct, SubmitAct, TakeInAct } from '@/components/scorecards/season/card-acts';
import { CardHead } from '@/components/scorecards/season/card-head';
import { CardDownloads, CardTabs } from '@/components/scorecards/season/card-tabs';
import { CriteriaCard } from '@/components/scorecards/season/criteria-card';
import {
  BonusCard,
  ChecksCard,
  DisputesCard,
  EventsCard,
  ReportCard,
  VetoesCard,
} from '@/components/scorecards/season/side-cards';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import { liveParams, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { opensFor } from '@/lib/domain/scorecards/opens';
import type { ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { todayOf, yearOf, yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { scorecardOfCounty } from '@/lib/server/scorecards/season/county';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

const read = (actor: Actor, id: string, asked: number | undefined) =>
  withReader(actor, async (reader) => {
    const year = asked ?? (await yearsToChoose(reader, actor)).current;
    const county = (await counties(reader, actor)).find((one) => one.id === id);
    const set = year === null ? null : await yearOf(reader, actor, year);
    if (year === null || !county || !set) return null;
    const card = await scorecardOfCounty(reader, actor, id, year);
    return { year, county, card, days: scoringOf(set.rulebook).disputeDays, today: await todayOf(reader) };
  });

/** The next step of the card, where it is this person's; one at a time. */
function stepOf({ card, county, days }: { card: ScorecardAnswer; county: string; days: number }) {
  if (card.may.self) return <SubmitAct card={card} county={county} />;
  if (card.may.takeIn) return <TakeInAct card={card} county={county} />;
  return card.may.decide && <CompleteAct card={card} county={county} days={days} />;
}

/** 年度评价 of a county: self-scoring, review, dispute, deliberation, each column side by side. */
export default async function SeasonPage({ params, searchParams }: PageProps<'/scorecards/[id]/season'>) {
  const actor = await pageActor('scorecard.read');
  const where = liveParams.safeParse(await params);
  const asked = liveQuery.safeParse({ year: (await searchParams).year });
  if (!where.success) notFound();
  const [found, t, s, locale] = await Promise.all([
    read(actor, where.data.id, asked.success ? asked.data.year : undefined),
    getTranslations('scoreSeason'),
    getTranslations('scorecards'),
    getLocale(),
  ]);
  if (!found) notFound();
  const { card, county, year, today } = found;
  const name = unitName(county, locale);
  return (
    <ClientMessages namespaces={['scoreSeason', 'scorecards']} reasons={['score']}>
      <PageHeader
        crumbs={[{ label: s('title'), href: `/scorecards?year=${year}` }]}
        title={t('title', { county: name, year: String(year) })}
        action={card && stepOf({ card, county: name, days: found.days })}
        more={
          card?.may.decide && (
            <>
              <ReturnAct card={card} />
              <RestAct card={card} />
            </>
          )
        }
      />
      <div className="space-y-4">
        <CardTabs county={county.id} year={year} active="season" />
        {card ? (
          <>
            <CardDownloads card={card} />
            <CardHead card={card} />
            <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
              <CriteriaCard card={card} />
              <div className="space-y-4">
                <DisputesCard card={card} />
                <VetoesCard card={card} opens={opensFor(actor.role)} />
                <BonusCard card={card} />
                <ReportCard card={card} />
                <ChecksCard card={card} today={today} />
                <EventsCard card={card} />
              </div>
            </div>
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
