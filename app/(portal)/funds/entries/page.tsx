import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FundTabs } from '@/components/funds/fund-tabs';
import { entryColumns, visibleColumns } from '@/components/funds/list/columns';
import { entryConditions } from '@/components/funds/list/conditions';
import { EntryFilters } from '@/components/funds/list/filters';
import { EntrySumsLine } from '@/components/funds/list/sums';
import { ListExport } from '@/components/imports/list-export';
import { ColumnPicker } from '@/components/ui/column-picker';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { ENTRY_COLUMNS, ENTRY_PAGE_SIZES, entryListQuery } from '@/lib/domain/funds/entries-query';
import { fundWords } from '@/lib/domain/funds/words';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { listEntries } from '@/lib/server/funds/entries';
import { entryNames } from '@/lib/server/funds/entry-names';
import { pageActor } from '@/lib/server/gate';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fundViews.entries'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const { columns: _, ...asked } = params;
  // an empty field of the form asks for nothing
  const told = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const parsed = entryListQuery.safeParse(told);
  const query = parsed.success ? parsed.data : entryListQuery.parse({});
  return withReader(actor, async (reader) => {
    const [{ rulebook }, filters, found, names] = await Promise.all([
      rulebookInForce(reader),
      projectFilters(reader, actor),
      listEntries(reader, actor, query),
      entryNames(reader, actor, query),
    ]);
    const list = found ?? (await listEntries(reader, actor, { ...query, cursor: undefined }));
    return { query, readable: parsed.success && found !== null, words: fundWords(rulebook), filters, list, names };
  });
}

/** 资金台账: every movement that this person may see. */
export default async function EntriesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('fund.read');
  const params = await searchParams;
  const [{ query, readable, words, filters, list, names }, t, ui, locale] = await Promise.all([
    read(actor, params),
    getTranslations('fundViews'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const { counties, years } = filters;
  const chosen = [params.columns].flat()[0];
  const keys = visibleColumns(chosen, actor.level === 'prefecture');
  const conditions = entryConditions(query, { t, locale, counties, words, names });
  const chips = chipsOf('/funds/entries', params, { q: query.q, conditions }, ui);
  const { limit, cursor: _, ...shown } = query;
  const isBody = actor.level === 'prefecture' || actor.level === 'county';
  return (
    <ClientMessages namespaces={['fundViews']}>
      <FundTabs active="entries" role={actor.role} />
      <PageHeader
        title={t('entries.title')}
        description={
          <>
            {t('entries.description')} {isBody && <TextLink href="/funds">{t('entries.overview')}</TextLink>}
          </>
        }
        more={
          <>
            <ColumnPicker
              columns={ENTRY_COLUMNS.map((key) => ({
                key,
                label: t(`entries.columns.${key}`),
                locked: key === 'name',
              }))}
              visible={keys}
            />
            {can(actor.role, 'export.run') && (
              <ListExport kind="fund-entries" query={shown} columns={chosen ? keys : undefined} />
            )}
          </>
        }
      />
      <ListFrame
        path="/funds/entries"
        params={params}
        unreadable={!readable && t('entries.unreadable')}
        filters={
          <EntryFilters
            params={params}
            active={conditions.length}
            counties={counties}
            years={years}
            words={words}
            source={query.source}
            from={query.from}
            to={query.to}
          />
        }
        chips={chips}
        list={list}
        limit={limit}
        sizes={ENTRY_PAGE_SIZES}
      >
        {list && <EntrySumsLine sums={list.sums} />}
        <MarkupTable
          phoneFirst={20}
          caption={t('entries.caption')}
          columns={entryColumns(keys, { t, locale, query, params, words })}
          rows={list?.items ?? []}
          wide={keys.length > 8}
          empty={
            <EmptyState
              title={t('entries.empty')}
              description={chips.length > 0 ? t('entries.emptyFiltered') : t('entries.emptyText')}
              action={chips.length > 0 && <LinkButton href="/funds/entries">{t('entries.clear')}</LinkButton>}
            />
          }
        />
      </ListFrame>
    </ClientMessages>
  );
}
