import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { planColumns } from '@/components/plans/list-columns';
import { planConditions } from '@/components/plans/list-conditions';
import { PlanFilters } from '@/components/plans/list-filters';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { drawing, Glyph } from '@/components/ui/glyph';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { PLAN_PAGE_SIZES, planListQuery } from '@/lib/domain/plans/schema';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { placeOptions } from '@/lib/server/compounds/places';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listPlans } from '@/lib/server/plans/queries';

const PLUS = drawing(plus);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
async function read(actor: Actor, params: Params) {
  const parsed = planListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : planListQuery.parse({});
  return withReader(actor, async (reader) => ({
    query,
    readable: parsed.success,
    list: await listPlans(reader, actor, query),
    places: await placeOptions(reader, actor, actor.countyId ?? query.county ?? null),
  }));
}

/** Which compounds have a plan, how far it is, and what it comes to. */
export default async function PlansPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('plan.read');
  const params = await searchParams;
  const [{ query, readable, list, places }, t, words, locale] = await Promise.all([
    read(actor, params),
    getTranslations('plans'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const conditions = planConditions(query, { t, locale, places, items: list.items });
  const chips = chipsOf('/plans', params, { q: query.q, conditions }, words);
  const mayWrite = can(actor.role, 'plan.write');
  return (
    <ClientMessages namespaces={['plans']}>
      <PageHeader
        title={t('title')}
        description={t('listDescription')}
        action={
          mayWrite && (
            <LinkButton href="/plans/new" variant="primary" icon={<Glyph of={PLUS} />}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      <ListFrame
        path="/plans"
        params={params}
        unreadable={!readable && t('unreadableAddress')}
        filters={
          <PlanFilters
            params={params}
            active={conditions.length}
            places={places}
            manyCounties={actor.level === 'prefecture'}
          />
        }
        chips={chips}
        list={{ ...list, page: query.page }}
        limit={query.limit}
        sizes={PLAN_PAGE_SIZES}
      >
        <MarkupTable
          caption={t('listCaption')}
          columns={planColumns({ t, locale, counties: actor.level === 'prefecture', mayWrite })}
          rows={list.items}
          empty={
            <EmptyState
              title={t('empty')}
              description={t(chips.length > 0 ? 'emptyFiltered' : 'emptyText')}
              action={chips.length > 0 && <LinkButton href="/plans">{t('clear')}</LinkButton>}
            />
          }
        />
      </ListFrame>
    </ClientMessages>
  );
}
