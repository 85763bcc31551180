import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listConditions } from '@/components/compounds/list-chips';
import { COLUMN_KEYS, listColumns, visibleColumns } from '@/components/compounds/list-columns';
import { ListFilters } from '@/components/compounds/list-filters';
import { ListExport } from '@/components/imports/list-export';
import { ColumnPicker } from '@/components/ui/column-picker';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { compoundListQuery, PAGE_SIZES } from '@/lib/domain/compounds/list-query';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { listCompounds } from '@/lib/server/compounds/list';
import { placeOptions } from '@/lib/server/compounds/places';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compounds'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const { columns: _, ...asked } = params;
  const parsed = compoundListQuery.safeParse(asked);
  const query = parsed.success ? parsed.data : compoundListQuery.parse({});
  return withReader(actor, async (reader) => {
    const [{ rulebook }, places, found] = await Promise.all([
      rulebookInForce(reader),
      placeOptions(reader, actor, actor.countyId ?? query.county ?? null),
      listCompounds(reader, actor, query),
    ]);
    const list = found ?? (await listCompounds(reader, actor, { ...query, cursor: undefined }));
    return { query, readable: parsed.success && found !== null, places, list, facilities: publicFacilities(rulebook) };
  });
}

export default async function CompoundsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('compound.read');
  const params = await searchParams;
  const [{ query, readable, places, list, facilities }, now, t, words, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('compounds'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const rows = list?.items ?? [];
  const conditions = listConditions(query, { t, locale, places, facilities });
  const chips = chipsOf('/compounds', params, { q: query.q, conditions }, words);
  const keys = visibleColumns([params.columns].flat()[0], actor.level === 'prefecture');
  const levels = {
    county: actor.level === 'prefecture',
    subdistrict: actor.level === 'prefecture' || actor.level === 'county',
    community: actor.level !== 'community',
  };
  const { limit, cursor: _, ...shown } = query;
  const mayWrite = can(actor.role, 'compound.write');
  return (
    <ClientMessages namespaces={['compounds']}>
      <PageHeader
        title={t('title')}
        description={t('listDescription')}
        more={
          <>
            <ColumnPicker
              columns={COLUMN_KEYS.map((key) => ({ key, label: t(`columns.${key}`), locked: key === 'name' }))}
              visible={keys}
            />
            {can(actor.role, 'export.run') && <ListExport kind="compounds-list" query={shown} columns={keys} />}
          </>
        }
        action={
          mayWrite && (
            <LinkButton href="/compounds/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <ListFrame
        path="/compounds"
        params={params}
        unreadable={!readable && t('unreadableAddress')}
        filters={
          <ListFilters
            params={params}
            active={conditions.length}
            places={places}
            levels={levels}
            subdistrict={query.subdistrict}
            facilities={facilities}
          />
        }
        chips={chips}
        list={list}
        limit={limit}
        sizes={PAGE_SIZES}
      >
        <MarkupTable
          caption={t('listCaption')}
          columns={listColumns(keys, { t, locale, query, params, now })}
          rows={rows}
          wide={keys.length > 11}
          empty={
            <EmptyState
              title={t('empty.title')}
              description={t(chips.length > 0 ? 'empty.filtered' : 'empty.start')}
              action={
                chips.length > 0 ? (
                  <LinkButton href="/compounds">{t('empty.clear')}</LinkButton>
                ) : (
                  mayWrite && <LinkButton href="/imports">{t('empty.import')}</LinkButton>
                )
              }
            />
          }
        />
      </ListFrame>
    </ClientMessages>
  );
}
