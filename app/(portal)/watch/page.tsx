import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { Stat } from '@/components/ui/stat';
import { hrefWith, type Params } from '@/components/ui/url';
import { LightFilters } from '@/components/warnings/light-filters';
import { WatchTable } from '@/components/warnings/watch-table';
import { can } from '@/lib/domain/accounts/permissions';
import { WATCH_PAGE, WATCHED, watchQuery } from '@/lib/domain/warnings/answers';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { clausesOfLights } from '@/lib/server/warnings/clauses';
import { watchList } from '@/lib/server/warnings/watch';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('warnings'))('title') };
}

/** Parameters that somebody wrote wrongly show the usual list. */
async function read(actor: Actor, params: Params) {
  const asked = watchQuery.safeParse(params);
  const query = asked.success ? asked.data : watchQuery.parse({});
  const list = await watchList(actor, query);
  return withReader(actor, async (reader) => {
    const [{ clauses }, found, { years }] = await Promise.all([
      clausesOfLights(reader, list.items),
      counties(reader, actor),
      yearsToChoose(reader, actor),
    ]);
    return { query, list, clauses, counties: found, years };
  });
}

/** 预警: which projects miss their dates, or will. */
export default async function WatchPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('dashboard.read');
  const params = await searchParams;
  const [{ query, list, clauses, counties: found, years }, t] = await Promise.all([
    read(actor, params),
    getTranslations('warnings'),
  ]);
  const { page } = query;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-4">
        <div className="grid grid-cols-3 gap-3 lg:max-w-3xl">
          {WATCHED.map((light) => (
            <Stat
              key={light}
              label={t(`counts.${light}`)}
              value={String(list.totals[light])}
              unit={t('countUnit')}
              href={hrefWith('/watch', params, { light, page: undefined })}
            />
          ))}
        </div>
        <LightFilters years={years} counties={found} />
        <WatchTable
          list={list}
          clauses={clauses}
          withCounty={found.length > 1}
          mayOpen={can(actor.role, 'project.read')}
          maySupervise={can(actor.role, 'supervision.write')}
        />
        <NumberedPagination
          page={page}
          limit={WATCH_PAGE}
          total={list.total}
          shown={list.items.length}
          hrefOf={(to) => hrefWith('/watch', params, { page: String(to) })}
        />
      </div>
    </>
  );
}
