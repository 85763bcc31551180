import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OverviewHeader } from '@/components/overview/overview-header';
import { OverviewView } from '@/components/overview/overview-view';
import { RefusedView } from '@/components/overview/refused-view';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { fundWords } from '@/lib/domain/funds/words';
import { overviewQuery } from '@/lib/domain/overview/answers';
import { tileMeasure } from '@/lib/domain/overview/measures';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { yearOf } from '@/lib/server/annual/year';
import { unitNames } from '@/lib/server/dashboards/unit-names';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { overview } from '@/lib/server/overview/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

/** What the year's rule book calls things, and which counties there are to choose. */
const around = (actor: Actor, year: number) =>
  withReader(actor, async (reader) => {
    const [of, counties] = await Promise.all([
      yearOf(reader, actor, year),
      actor.level === 'prefecture' ? unitNames(reader, 'county') : [],
    ]);
    return { book: of?.rulebook, counties };
  });

/** 总览: how far, who holds back and why, where the money is, what will be missed, what changed. Sums of counties are for the bodies of prefecture and county: nobody else reads scores. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('dashboard.read', 'scorecard.read');
  const { measure, ...params } = await searchParams;
  const query = overviewQuery.safeParse(params);
  if (!query.success) notFound();
  const answer = await overview(actor, query.data);
  if (!answer.ok) {
    if (answer.reasons) return <RefusedView reasons={answer.reasons} />;
    notFound();
  }
  const data = answer.value;
  const { book, counties } = await around(actor, data.year);
  if (!book) notFound();
  const may = {
    projects: can(actor.role, 'project.read'),
    votes: can(actor.role, 'vote.read'),
    plans: can(actor.role, 'annualPlan.read'),
    funds: can(actor.role, 'fund.read'),
    scores: can(actor.role, 'scorecard.read'),
  };
  return (
    <ClientMessages namespaces={['charts', 'overviewNotes']}>
      <OverviewHeader {...{ data, counties }} />
      <OverviewView
        {...{ data, book, may, words: fundWords(book) }}
        measure={tileMeasure.parse(measure)}
        params={{ ...params, ...(measure === undefined ? {} : { measure }) }}
      />
    </ClientMessages>
  );
}
