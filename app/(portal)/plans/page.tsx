import * as plus from 'lucide-react/icons/plus';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { planColumns } from '@/components/plans/list-columns';
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
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { planListQuery } from '@/lib/domain/plans/schema';
import { PLAN_STATUSES } from '@/lib/domain/plans/types';
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

/** An address that somebody shortened or changed shows the usual list. */
async function read(actor: Actor, params: Params) {
  const parsed = planListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : planListQuery.parse({});
  return withReader(actor, async (reader) => ({
    query,
    list: await listPlans(reader, actor, query),
    places: await placeOptions(reader, actor, actor.countyId ?? query.county ?? null),
  }));
}

/** Which compounds have a plan, how far it is, and what it comes to. */
export default async function PlansPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('plan.read');
  const params = await searchParams;
  const [{ query, list, places }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('plans'),
    getLocale(),
  ]);
  const at = (page: number) => hrefWith('/plans', params, { page: page > 1 ? String(page) : undefined });
  const of = (kind: 'county' | 'subdistrict' | 'community') =>
    places.filter((place) => place.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
  const active = [query.county, query.subdistrict, query.community, query.state, query.ready].filter(Boolean).length;
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
      <Toolbar>
        <FilterFold
          active={active}
          search={<SearchBox path="/plans" params={params} label={t('search')} placeholder={t('search')} />}
        >
          {actor.level === 'prefecture' && (
            <FilterSelect name="county" label={t('columns.county')} options={of('county')} />
          )}
          {of('subdistrict').length > 1 && (
            <FilterSelect name="subdistrict" label={t('columns.subdistrict')} options={of('subdistrict')} />
          )}
          {of('community').length > 1 && (
            <FilterSelect name="community" label={t('columns.community')} options={of('community')} />
          )}
          <FilterSelect
            name="state"
            label={t('allStates')}
            options={[
              { value: 'none', label: t('noPlan') },
              ...PLAN_STATUSES.map((value) => ({ value, label: labelIn(PLAN_STATUS_LABELS[value], locale) })),
            ]}
          />
          <FilterSelect
            name="ready"
            label={t('columns.vote')}
            options={[
              { value: 'yes', label: t('votePassed') },
              { value: 'no', label: t('voteNotPassed') },
            ]}
          />
        </FilterFold>
      </Toolbar>
      <MarkupTable
        caption={t('listCaption')}
        columns={planColumns({ t, locale, counties: actor.level === 'prefecture', mayWrite })}
        rows={list.items}
        empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
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
