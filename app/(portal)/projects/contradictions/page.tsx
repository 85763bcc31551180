import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ContradictoryList } from '@/components/stages/contradictory-list';
import { Banner } from '@/components/ui/banner';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { contradictionsQuery } from '@/lib/domain/stages/answers';
import { unitOptions } from '@/lib/format/unit-name';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';
import { contradictoryProjects } from '@/lib/server/stages/contradictions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stages.contradictions'))('title') };
}

/** An address that somebody shortened or changed shows all of them, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = contradictionsQuery.safeParse(params);
  const query = parsed.success ? parsed.data : {};
  return withReader(actor, async (reader) => {
    const [filters, projects] = await Promise.all([
      projectFilters(reader, actor),
      contradictoryProjects(reader, actor, query),
    ]);
    return { readable: parsed.success, isFiltered: Object.keys(query).length > 0, filters, projects };
  });
}

/** What people must look at: records of all projects in sight that cannot all be right. */
export default async function ContradictionsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const [{ readable, isFiltered, filters, projects }, t, tProjects, locale] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('stages.contradictions'),
    getTranslations('projects'),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('pageText')}
        crumbs={[{ label: tProjects('title'), href: '/projects' }, { label: t('title') }]}
      />
      {!readable && (
        <div className="mb-3">
          <Banner tone="amber" title={tProjects('unreadableAddress')} />
        </div>
      )}
      <Toolbar>
        {filters.counties.length > 1 && (
          <FilterSelect
            name="county"
            label={tProjects('columns.county')}
            options={unitOptions(filters.counties, locale)}
          />
        )}
        <FilterSelect
          name="year"
          label={tProjects('columns.year')}
          options={filters.years.map((one) => ({
            value: String(one),
            label: tProjects('yearOf', { year: String(one) }),
          }))}
        />
      </Toolbar>
      <ContradictoryList projects={projects} isFiltered={isFiltered} />
    </>
  );
}
