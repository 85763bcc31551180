import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith } from '@/components/ui/url';
import { treeOf, UnitTree } from '@/components/units/unit-tree';
import { can } from '@/lib/domain/accounts/permissions';
import { unitListQuery } from '@/lib/domain/units/views';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { listUnits } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnitsPage({ searchParams }: Props) {
  const actor = await pageActor('unit.read');
  const params = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const query = unitListQuery.safeParse(params).data ?? unitListQuery.parse({});
  const [list, t] = await Promise.all([
    withActor(actor, (tx) => listUnits(tx, actor, query)),
    getTranslations('units'),
  ]);
  const add = can(actor.role, 'unit.write') && (
    <LinkButton href="/units/new" variant="primary" icon={<Plus aria-hidden="true" />}>
      {t('add')}
    </LinkButton>
  );
  const retired = query.retired === 'yes';
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} action={add} />
      <Toolbar
        end={
          <LinkButton href={hrefWith('/units', params, { retired: retired ? undefined : 'yes' })} variant="quiet">
            {t(retired ? 'hideRetired' : 'showRetired')}
          </LinkButton>
        }
      >
        <SearchBox path="/units" params={params} label={t('search')} />
        <form action="/units" className="flex flex-wrap items-center gap-2">
          <label htmlFor="units-on" className="text-sm text-ink-2">
            {t('on')}
          </label>
          <Input id="units-on" type="date" name="on" defaultValue={query.on} className="w-auto!" />
          <Button type="submit">{t('showOn')}</Button>
        </form>
        {query.on && (
          <LinkButton href="/units" variant="quiet">
            {t('today')}
          </LinkButton>
        )}
      </Toolbar>
      {query.on && (
        <div className="mb-3">
          <Banner tone="accent" title={t('asOf', { date: query.on })} />
        </div>
      )}
      <Card>
        {list.items.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <UnitTree nodes={treeOf(list.items)} open={Boolean(query.q)} />
        )}
      </Card>
    </>
  );
}
