import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { COLUMN_KEYS, projectColumns, visibleColumns } from '@/components/projects/list-columns';
import { Banner } from '@/components/ui/banner';
import { ColumnPicker } from '@/components/ui/column-picker';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { ENTITY_KIND_LABELS, PROJECT_STATUS_LABELS } from '@/lib/domain/projects/labels';
import { PROJECT_PAGE_SIZES, projectListQuery } from '@/lib/domain/projects/list-query';
import { ENTITY_KINDS, PROJECT_STATUSES } from '@/lib/domain/projects/types';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';
import { listProjects } from '@/lib/server/projects/list';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const { columns: _, ...asked } = params;
  const parsed = projectListQuery.safeParse(asked);
  const query = parsed.success ? parsed.data : projectListQuery.parse({});
  return withReader(actor, async (reader) => {
    const [{ rulebook }, filters, found] = await Promise.all([
      rulebookInForce(reader),
      projectFilters(reader, actor),
      listProjects(reader, actor, query),
    ]);
    const list = found ?? (await listProjects(reader, actor, { ...query, cursor: undefined }));
    return { query, readable: parsed.success && found !== null, rulebook, filters, list };
  });
}

export default async function ProjectsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const params = await searchParams;
  const [{ query, readable, rulebook, filters, list }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('projects'),
    getLocale(),
  ]);
  const keys = visibleColumns([params.columns].flat()[0], actor.level === 'prefecture');
  const at = (changes: Params) => hrefWith('/projects', params, changes);
  const mayWrite = can(actor.role, 'project.write');
  const { county, year, stage, status, entity } = query;
  const active = [county, year, stage, status, entity].filter((one) => one !== undefined).length;
  const stages = rulebook.stages.map((one) => ({
    value: String(one.number),
    label: `${one.number} ${locale === 'en' ? one.nameEn : one.name}`,
  }));
  return (
    <ClientMessages namespaces={['projects']}>
      <PageHeader
        title={t('title')}
        description={t('listDescription')}
        more={
          <ColumnPicker
            columns={COLUMN_KEYS.map((key) => ({ key, label: t(`columns.${key}`), locked: key === 'name' }))}
            visible={keys}
          />
        }
        action={
          mayWrite && (
            <LinkButton href="/projects/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      {!readable && (
        <div className="mb-3">
          <Banner tone="amber" title={t('unreadableAddress')} />
        </div>
      )}
      <Toolbar>
        <FilterFold
          active={active}
          search={<SearchBox path="/projects" params={params} label={t('search')} placeholder={t('search')} />}
        >
          {actor.level === 'prefecture' && (
            <FilterSelect
              name="county"
              label={t('columns.county')}
              options={filters.counties.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FilterSelect
            name="year"
            label={t('columns.year')}
            options={filters.years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
          />
          <FilterSelect
            name="stage"
            label={t('columns.stage')}
            options={[...stages, { value: '11', label: t('complete') }]}
          />
          <FilterSelect
            name="status"
            label={t('allStatuses')}
            options={PROJECT_STATUSES.map((value) => ({
              value,
              label: labelIn(PROJECT_STATUS_LABELS[value], locale),
            }))}
          />
          <FilterSelect
            name="entity"
            label={t('columns.entity')}
            options={ENTITY_KINDS.map((value) => ({ value, label: labelIn(ENTITY_KIND_LABELS[value], locale) }))}
          />
        </FilterFold>
      </Toolbar>
      <MarkupTable
        caption={t('listCaption')}
        columns={projectColumns(keys, { t, locale, query, params, rulebook })}
        rows={list?.items ?? []}
        wide={keys.length > 11}
        empty={
          <EmptyState
            title={t('empty')}
            description={active > 0 || query.q ? t('emptyFiltered') : mayWrite ? t('emptyText') : undefined}
            action={(active > 0 || query.q) && <LinkButton href="/projects">{t('clear')}</LinkButton>}
          />
        }
      />
      <Pagination
        total={list?.total ?? 0}
        firstHref={list?.previousCursor ? at({ cursor: undefined }) : undefined}
        previousHref={list?.previousCursor ? at({ cursor: list.previousCursor }) : undefined}
        nextHref={list?.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
        pageSize={query.limit}
        pageSizes={PROJECT_PAGE_SIZES.map((size) => ({ size, href: at({ limit: String(size), cursor: undefined }) }))}
      />
    </ClientMessages>
  );
}
