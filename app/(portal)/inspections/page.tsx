import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListExport } from '@/components/imports/list-export';
import { inspectionColumns } from '@/components/inspections/list-columns';
import { InspectionFilters } from '@/components/inspections/list-filters';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { inspectionListQuery } from '@/lib/domain/inspections/schema';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listInspections } from '@/lib/server/inspections/queries';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = inspectionListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : inspectionListQuery.parse({});
  return withReader(actor, async (reader) => {
    const [list, { counties }, { rulebook }] = await Promise.all([
      listInspections(reader, actor, query),
      projectFilters(reader, actor),
      rulebookInForce(reader),
    ]);
    return { query, readable: parsed.success, list, counties, kinds: rulebook.inspections.kinds };
  });
}

export default async function InspectionsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const params = await searchParams;
  const [{ query, readable, list, counties, kinds }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('inspections'),
    getLocale(),
  ]);
  const { page: _, limit: __, ...shown } = query;
  return (
    <ClientMessages namespaces={['inspections']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        more={
          can(actor.role, 'export.run') && (
            <>
              <ListExport kind="inspections-list" query={shown} label={t('exports.inspections')} />
              <ListExport kind="findings-list" query={shown} label={t('exports.findings')} />
            </>
          )
        }
      />
      <div className="space-y-4">
        {!readable && <Banner tone="amber" title={t('unreadable')} />}
        <InspectionFilters params={params} counties={counties} kinds={kinds} from={query.from} to={query.to} />
        <MarkupTable
          phoneFirst={20}
          caption={t('caption')}
          columns={inspectionColumns({ t, locale, kinds, withCounty: counties.length > 1 })}
          rows={list.items}
          empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
        />
        <NumberedPagination
          page={list.page}
          limit={list.limit}
          total={list.total}
          shown={list.items.length}
          hrefOf={(to) => hrefWith('/inspections', params, { page: String(to) })}
        />
      </div>
    </ClientMessages>
  );
}
