import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listColumns } from '@/components/complaints/list-columns';
import { listConditions } from '@/components/complaints/list-conditions';
import { ListFilters } from '@/components/complaints/list-filters';
import { ListExport } from '@/components/imports/list-export';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf, FilterChips } from '@/components/ui/filter-chips';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Stat, StatGrid } from '@/components/ui/stat';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { COMPLAINT_PAGE_SIZES, complaintListQuery } from '@/lib/domain/complaints/list-query';
import { today } from '@/lib/domain/kernel/calendar-date';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { formatCount } from '@/lib/format/number';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { complaintList } from '@/lib/server/complaints/queries';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = complaintListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : complaintListQuery.parse({});
  return withReader(actor, async (reader) => {
    const { rulebook } = await rulebookInForce(reader);
    const { counties } = await projectFilters(reader, actor);
    const found = await complaintList(reader, actor, query);
    const list = found ?? (await complaintList(reader, actor, { ...query, cursor: undefined }));
    return {
      query,
      readable: parsed.success && found !== null,
      rules: siteRulesOf(rulebook).complaints,
      counties,
      list,
    };
  });
}

/** Complaints and opinions, each matter once; what is late stands above the list. */
export default async function ComplaintsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('complaint.read');
  const params = await searchParams;
  const [{ query, readable, rules, counties, list }, now, t, words, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('complaints'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const { subjects, soonDays } = rules;
  const conditions = listConditions(query, { t, locale, counties, subjects });
  const chips = chipsOf('/complaints', params, { q: query.q, conditions }, words);
  const { limit, cursor: _, ...shown } = query;
  const at = (changes: Params) => hrefWith('/complaints', params, changes);
  const counted = (['open', 'late', 'soon', 'all'] as const).map((key) => ({
    key,
    href: hrefWith('/complaints', { county: query.county, standing: key === 'all' ? undefined : key }),
  }));
  return (
    <ClientMessages namespaces={['complaints']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        more={can(actor.role, 'export.run') && <ListExport kind="complaints-list" query={shown} />}
        action={
          can(actor.role, 'complaint.enter') && (
            <LinkButton href="/complaints/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('enter')}
            </LinkButton>
          )
        }
      />
      <div className="mb-4">
        <StatGrid>
          {counted.map(({ key, href }) => (
            <Stat
              key={key}
              label={t(`counts.${key}`)}
              value={formatCount(list?.counts[key] ?? 0)}
              unit={t('counts.unit')}
              href={href}
            />
          ))}
        </StatGrid>
      </div>
      {!readable && (
        <div className="mb-3">
          <Banner tone="amber" title={t('unreadable')} />
        </div>
      )}
      <Toolbar>
        <ListFilters params={params} active={conditions.length} counties={counties} subjects={subjects} />
      </Toolbar>
      <FilterChips chips={chips} clearHref="/complaints" />
      <MarkupTable
        phoneFirst={20}
        caption={t('listCaption')}
        columns={listColumns({
          ...{ t, locale, today: today(now), subjects, soonDays },
          manyCounties: actor.level === 'prefecture',
        })}
        rows={list?.items ?? []}
        empty={
          <EmptyState
            title={t('empty')}
            description={t(chips.length > 0 ? 'emptyFiltered' : 'emptyText')}
            action={chips.length > 0 && <LinkButton href="/complaints">{t('clear')}</LinkButton>}
          />
        }
      />
      <Pagination
        total={list?.total ?? 0}
        firstHref={query.cursor ? at({ cursor: undefined }) : undefined}
        nextHref={list?.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
        pageSize={limit}
        pageSizes={COMPLAINT_PAGE_SIZES.map((size) => ({ size, href: at({ limit: String(size), cursor: undefined }) }))}
      />
    </ClientMessages>
  );
}
