import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CountyYear } from '@/components/projects/county-year';
import { type SatisfactionRow, yearColumns } from '@/components/satisfaction/year-table';
import { EmptyState } from '@/components/ui/empty-state';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import type { CountySatisfaction } from '@/lib/domain/satisfaction/answers';
import { yearQuery } from '@/lib/domain/satisfaction/schema';
import { sumOf } from '@/lib/domain/satisfaction/share';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';
import { yearSatisfaction } from '@/lib/server/satisfaction/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('satisfaction'))('title') };
}

/** All of them, household by household: never the mean of the counties' shares. */
function withTotal(items: readonly CountySatisfaction[]): SatisfactionRow[] {
  if (items.length < 2) return [...items];
  const sum = (of: (item: CountySatisfaction) => number) => items.reduce((all, item) => all + of(item), 0);
  const total = {
    ...sumOf(items),
    compounds: sum((item) => item.compounds),
    surveyed: sum((item) => item.surveyed),
    answered: sum((item) => item.answered),
  };
  return [...items, { ...total, county: null }];
}

/** 社会满意度: year and county. */
export default async function SatisfactionPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('satisfaction.read');
  const parsed = yearQuery.safeParse(await searchParams);
  const [{ found, filters }, t, projects, locale] = await Promise.all([
    withReader(actor, async (reader) => ({
      found: await yearSatisfaction(reader, actor, parsed.success ? parsed.data : {}),
      filters: await projectFilters(reader, actor),
    })),
    getTranslations('satisfaction'),
    getTranslations('projects'),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Toolbar>
        <CountyYear
          counties={filters.counties}
          years={filters.years}
          labels={{
            ...{ county: projects('columns.county'), year: projects('columns.year') },
            yearOf: (year) => t('year', { year: String(year) }),
          }}
        />
      </Toolbar>
      <MarkupTable
        caption={t('caption')}
        columns={yearColumns(t, locale, found.year)}
        rows={withTotal(found.items)}
        empty={<EmptyState title={t('empty')} />}
      />
    </>
  );
}
