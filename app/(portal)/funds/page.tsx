import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FundTabs } from '@/components/funds/fund-tabs';
import { CountiesTable } from '@/components/funds/overview/counties-table';
import { entriesHref } from '@/components/funds/overview/entries-href';
import { FlowPicture } from '@/components/funds/overview/flow-picture';
import { Headline } from '@/components/funds/overview/headline';
import { MonthsCurve } from '@/components/funds/overview/months-curve';
import { SourcesTable } from '@/components/funds/overview/sources-table';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { hrefWith, type Params } from '@/components/ui/url';
import { fundOverviewQuery } from '@/lib/domain/funds/overview-answers';
import { countyOrder, inCountyOrder } from '@/lib/domain/funds/overview-order';
import { fundWords } from '@/lib/domain/funds/words';
import { formatDateTime } from '@/lib/format/date';
import { unitName, unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { fundOverview } from '@/lib/server/funds/overview';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fundViews'))('title') };
}

const asked = fundOverviewQuery.extend({ year: fundOverviewQuery.shape.year.catch(undefined) });

const read = (actor: Actor, query: z.output<typeof asked>) =>
  withReader(actor, async (reader) => {
    const [answer, filters, { rulebook }] = await Promise.all([
      fundOverview(reader, actor, query),
      projectFilters(reader, actor),
      rulebookInForce(reader),
    ]);
    return { answer, filters, rulebook };
  });

/** Sums of counties are for the bodies; a town and people of projects have the entries of their projects. */
async function OwnProjects() {
  const t = await getTranslations('fundViews');
  const open = <LinkButton href="/funds/entries">{t('openEntries')}</LinkButton>;
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState title={t('ownTitle')} description={t('ownText')} action={open} />
      </Card>
    </>
  );
}

/** 资金总览: how much is planned, given, in hand and paid; where it is short; where it went. */
export default async function FundsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('fund.read');
  if (actor.level !== 'prefecture' && actor.level !== 'county') return <OwnProjects />;
  const params = await searchParams;
  const { year, county } = z.object({ year: z.unknown(), county: z.unknown() }).partial().parse(params);
  const query = asked.safeParse({ year, county });
  if (!query.success) notFound();
  const { answer, filters, rulebook } = await read(actor, query.data);
  if (!answer.ok) notFound();
  const [t, locale] = await Promise.all([getTranslations('fundViews'), getLocale()]);
  const order = countyOrder.parse(params);
  const data = { ...answer.value, counties: inCountyOrder(answer.value.counties, order) };
  const of = { data, county: query.data.county, words: fundWords(rulebook) };
  const name = unitName(data.unit, locale);
  const file = hrefWith('/api/v1/funds/table.xlsx', { year: String(data.year), county: query.data.county });
  return (
    <ClientMessages namespaces={['charts', 'fundViews']}>
      <FundTabs active="overview" role={actor.role} />
      <PageHeader
        title={t('titleOf', { name, year: String(data.year) })}
        description={t('asOf', { moment: formatDateTime(new Date(data.asOf), locale) })}
        more={
          <>
            {actor.level === 'prefecture' && (
              <FilterSelect
                name="county"
                label={t('wholePrefecture')}
                options={unitOptions(filters.counties, locale)}
              />
            )}
            <FilterSelect
              name="year"
              label={t('currentYear')}
              options={filters.years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
            />
            <LinkButton href={file} download>
              {t('table')}
            </LinkButton>
          </>
        }
        action={
          <LinkButton variant="primary" href={entriesHref({ year: data.year, county: query.data.county })}>
            {t('openEntries')}
          </LinkButton>
        }
      />
      <div className="space-y-4">
        <Headline {...of} />
        <SourcesTable {...of} />
        {data.unit.level === 'prefecture' && <CountiesTable data={data} order={order} params={params} />}
        <FlowPicture
          flows={data.flows}
          words={of.words}
          hrefOf={(source, item) => entriesHref({ year: data.year, county: of.county, source, item, movement: 'paid' })}
        />
        <MonthsCurve {...of} />
      </div>
    </ClientMessages>
  );
}
