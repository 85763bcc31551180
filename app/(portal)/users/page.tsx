import { UserPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { UserTable } from '@/components/accounts/user-table';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith } from '@/components/ui/url';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { userListQuery } from '@/lib/domain/accounts/list-query';
import { can } from '@/lib/domain/accounts/permissions';
import { ROLES } from '@/lib/domain/accounts/roles';
import { labelIn } from '@/lib/domain/kernel/label';
import { listUsers } from '@/lib/server/accounts/queries';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { unitOptions } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.users'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const actor = await pageActor('user.read');
  const params = await searchParams;
  const query = userListQuery.safeParse(params).data ?? userListQuery.parse({});
  const [{ list, units }, t, locale] = await Promise.all([
    withActor(actor, async (tx) => ({ list: await listUsers(tx, actor, query), units: await unitOptions(tx, actor) })),
    getTranslations('accounts.users'),
    getLocale(),
  ]);
  const counties = units.filter(({ kind }) => kind === 'county').map(({ id, name }) => ({ value: id, label: name }));
  const roles = ROLES.filter((role) => actor.level === 'prefecture' || !role.startsWith('prefecture'));
  const states = (['active', 'unused', 'disabled'] as const).map((value) => ({ value, label: t(`states.${value}`) }));
  const add = can(actor.role, 'user.write') && (
    <LinkButton href="/users/new" variant="primary" icon={<UserPlus aria-hidden="true" />}>
      {t('add')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} action={add} />
      <Toolbar>
        <SearchBox path="/users" params={params} label={t('search')} />
        <FilterSelect
          name="role"
          label={t('filterRole')}
          options={roles.map((value) => ({ value, label: labelIn(ROLE_LABELS[value], locale) }))}
        />
        {counties.length > 1 && <FilterSelect name="county" label={t('filterCounty')} options={counties} />}
        <FilterSelect name="state" label={t('filterState')} options={states} />
      </Toolbar>
      <UserTable users={list.items} />
      <Pagination
        total={list.total}
        firstHref={query.cursor ? hrefWith('/users', params, { cursor: undefined }) : undefined}
        nextHref={list.nextCursor ? hrefWith('/users', params, { cursor: list.nextCursor }) : undefined}
      />
    </>
  );
}
