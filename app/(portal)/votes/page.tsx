import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { roundColumns } from '@/components/votes/list-columns';
import { roundConditions } from '@/components/votes/list-conditions';
import { RoundFilters } from '@/components/votes/list-filters';
import { can } from '@/lib/domain/accounts/permissions';
import { ROUND_PAGE_SIZES, roundListQuery } from '@/lib/domain/votes/list-query';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { placeOptions } from '@/lib/server/compounds/places';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listRounds } from '@/lib/server/votes/queries';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('votes'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = roundListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : roundListQuery.parse({});
  return withReader(actor, async (reader) => ({
    query,
    readable: parsed.success,
    list: await listRounds(reader, actor, query),
    places: await placeOptions(reader, actor, actor.countyId ?? query.county ?? null),
  }));
}

/** Rounds under way with their distance to the thresholds, then those that are over. */
export default async function VotesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('vote.read');
  const params = await searchParams;
  const [{ query, readable, list, places }, now, t, words, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('votes'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const levels = { county: actor.level === 'prefecture', community: actor.level !== 'community' };
  const conditions = roundConditions(query, { t, locale, places, items: list.items });
  const chips = chipsOf('/votes', params, { q: query.q, conditions }, words);
  const mayWrite = can(actor.role, 'vote.write');
  return (
    <ClientMessages namespaces={['votes']}>
      <PageHeader
        title={t('title')}
        description={t('listDescription')}
        action={
          mayWrite && (
            <LinkButton href="/votes/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <ListFrame
        path="/votes"
        params={params}
        unreadable={!readable && t('unreadableAddress')}
        filters={<RoundFilters params={params} active={conditions.length} places={places} levels={levels} />}
        chips={chips}
        list={{ ...list, page: query.page }}
        limit={query.limit}
        sizes={ROUND_PAGE_SIZES}
      >
        <MarkupTable
          caption={t('listCaption')}
          columns={roundColumns({ t, locale, now, places: levels.community, counties: levels.county })}
          rows={list.items}
          empty={
            <EmptyState
              title={t('empty')}
              description={chips.length > 0 ? t('emptyFiltered') : mayWrite ? t('emptyText') : undefined}
              action={chips.length > 0 && <LinkButton href="/votes">{t('clear')}</LinkButton>}
            />
          }
        />
      </ListFrame>
    </ClientMessages>
  );
}
