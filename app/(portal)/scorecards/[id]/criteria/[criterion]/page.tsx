import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CriterionFormula } from '@/components/scorecards/criterion-formula';
import { CriterionRowsView } from '@/components/scorecards/criterion-rows';
import { PageHeader } from '@/components/ui/page-header';
import { criterionParams, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { opensFor } from '@/lib/domain/scorecards/opens';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { clausesOf } from '@/lib/server/scorecards/clauses';
import { criterionRows } from '@/lib/server/scorecards/live';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scorecards'))('title') };
}

/** Every record behind one criterion of a county's score. */
export default async function CriterionPage({
  params,
  searchParams,
}: PageProps<'/scorecards/[id]/criteria/[criterion]'>) {
  const actor = await pageActor('scorecard.read');
  const which = criterionParams.safeParse(await params);
  const asked = liveQuery.safeParse({ year: (await searchParams).year });
  const [found, t, locale] = await Promise.all([
    which.success
      ? withReader(actor, (reader) =>
          criterionRows(reader, actor, which.data, asked.success ? asked.data.year : undefined),
        )
      : null,
    getTranslations('scorecards'),
    getLocale(),
  ]);
  if (!found) notFound();
  const { rows, book } = found;
  const { county, year, criterion, tests } = rows;
  const name = unitName(county, locale);
  return (
    <ClientMessages namespaces={['scorecards']}>
      <PageHeader
        crumbs={[
          { label: t('title'), href: `/scorecards?year=${year}` },
          { label: t('ofCounty', { county: name, year: String(year) }), href: `/scorecards/${county.id}?year=${year}` },
        ]}
        title={t('rows.title', { id: criterion.id })}
        description={locale === 'en' ? criterion.textEn : criterion.text}
      />
      <div className="space-y-4">
        <CriterionFormula criterion={criterion} clauses={clausesOf(book, [criterion.clause])} />
        <CriterionRowsView tests={tests} year={year} opens={opensFor(actor.role)} />
      </div>
    </ClientMessages>
  );
}
