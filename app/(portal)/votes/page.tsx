import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, type Params } from '@/components/ui/url';
import { roundColumns } from '@/components/votes/list-columns';
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { ROUND_LABELS, ROUND_STATUS_LABELS } from '@/lib/domain/votes/labels';
import { roundListQuery } from '@/lib/domain/votes/list-query';
import { ROUND_STATUSES } from '@/lib/domain/votes/types';
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

/** An address that somebody shortened or changed shows the usual list. */
async function read(actor: Actor, params: Params) {
  const parsed = roundListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : roundListQuery.parse({});
  return withReader(actor, async (reader) => ({
    query,
    list: await listRounds(reader, actor, query),
    places: await placeOptions(reader, actor, actor.countyId ?? query.county ?? null),
  }));
}

/** Rounds under way with their distance to the thresholds, then those that are over. */
export default async function VotesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('vote.read');
  const params = await searchParams;
  const [{ query, list, places }, now, t, locale] = await Promise.all([
    read(actor, params),
    databaseNow(),
    getTranslations('votes'),
    getLocale(),
  ]);
  const at = (page: number) => hrefWith('/votes', params, { page: page > 1 ? String(page) : undefined });
  const of = (kind: 'county' | 'community') =>
    places.filter((place) => place.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
  const statuses = ROUND_STATUSES.map((value) => ({ value, label: labelIn(ROUND_STATUS_LABELS[value], locale) }));
  const active = [query.county, query.community, query.round, query.status].filter(Boolean).length;
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
      <Toolbar>
        <FilterFold
          active={active}
          search={<SearchBox path="/votes" params={params} label={t('search')} placeholder={t('search')} />}
        >
          {actor.level === 'prefecture' && (
            <FilterSelect name="county" label={t('columns.place')} options={of('county')} />
          )}
          {actor.level !== 'community' && of('community').length > 0 && (
            <FilterSelect name="community" label={t('columns.place')} options={of('community')} />
          )}
          <FilterSelect
            name="round"
            label={t('bothRounds')}
            options={([1, 2] as const).map((value) => ({
              value: String(value),
              label: labelIn(ROUND_LABELS[value], locale),
            }))}
          />
          <FilterSelect
            name="status"
            label={t('allStatuses')}
            options={[{ value: 'live', label: t('live') }, ...statuses]}
          />
        </FilterFold>
      </Toolbar>
      <MarkupTable
        caption={t('listCaption')}
        columns={roundColumns({
          t,
          locale,
          now,
          places: actor.level !== 'community',
          counties: actor.level === 'prefecture',
        })}
        rows={list.items}
        empty={<EmptyState title={t('empty')} description={mayWrite ? t('emptyText') : undefined} />}
      />
      <NumberedPagination
        page={query.page}
        limit={query.limit}
        total={list.total}
        shown={list.items.length}
        hrefOf={at}
      />
    </ClientMessages>
  );
}
