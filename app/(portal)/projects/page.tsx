import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListExport } from '@/components/imports/list-export';
import { projectColumns, visibleColumns } from '@/components/projects/list-columns';
import { listConditions } from '@/components/projects/list-conditions';
import { ListFilters } from '@/components/projects/list-filters';
import { ColumnPicker } from '@/components/ui/column-picker';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { PROJECT_COLUMNS, PROJECT_PAGE_SIZES, projectListQuery } from '@/lib/domain/projects/list-query';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { databaseNow } from '@/lib/server/db/clock';
import type { Reader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';
import { listProjects } from '@/lib/server/projects/list';
import { withLights } from '@/lib/server/warnings/fresh';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const { columns: _, ...asked } = params;
  const parsed = projectListQuery.safeParse(asked);
  const query = parsed.success ? parsed.data : projectListQuery.parse({});
  const all = async (reader: Reader) => {
    const [{ rulebook }, filters, found] = await Promise.all([
      rulebookInForce(reader),
      projectFilters(reader, actor),
      listProjects(reader, actor, query),
    ]);
    const list = found ?? (await listProjects(reader, actor, { ...query, cursor: undefined }));
    return { query, readable: parsed.success && found !== null, rulebook, filters, list };
  };
  return withLights(actor, { counties: actor.counties }, all, { atOnce: false });
}

export default async function ProjectsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const params = await searchParams;
  const [{ query, readable, rulebook, filters, list }, now, t, words, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('projects'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const chosen = [params.columns].flat()[0];
  const keys = visibleColumns(chosen, actor.level === 'prefecture');
  const conditions = listConditions(query, { t, locale, counties: filters.counties, rulebook });
  const chips = chipsOf('/projects', params, { q: query.q, conditions }, words);
  const mayWrite = can(actor.role, 'project.write');
  const { limit, cursor: _, ...shown } = query;
  return (
    <ClientMessages namespaces={['projects']}>
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('listDescription')} <TextLink href="/projects/contradictions">{t('contradictions')}</TextLink>
          </>
        }
        more={
          <>
            <ColumnPicker
              columns={PROJECT_COLUMNS.map((key) => ({ key, label: t(`columns.${key}`), locked: key === 'name' }))}
              visible={keys}
            />
            {can(actor.role, 'export.run') && (
              <ListExport kind="projects-list" query={shown} columns={chosen ? keys : undefined} />
            )}
          </>
        }
        action={
          mayWrite && (
            <LinkButton href="/projects/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <ListFrame
        path="/projects"
        params={params}
        unreadable={!readable && t('unreadableAddress')}
        filters={
          <ListFilters
            params={params}
            active={conditions.length}
            counties={filters.counties}
            years={filters.years}
            rulebook={rulebook}
          />
        }
        chips={chips}
        list={list}
        limit={limit}
        sizes={PROJECT_PAGE_SIZES}
      >
        <MarkupTable
          phoneFirst={20}
          caption={t('listCaption')}
          columns={projectColumns(keys, { t, locale, query, params, rulebook, now })}
          rows={list?.items ?? []}
          wide={keys.length > 11}
          empty={
            <EmptyState
              title={t('empty')}
              description={chips.length > 0 ? t('emptyFiltered') : mayWrite ? t('emptyText') : undefined}
              action={chips.length > 0 && <LinkButton href="/projects">{t('clear')}</LinkButton>}
            />
          }
        />
      </ListFrame>
    </ClientMessages>
  );
}
