import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SupervisionFilters } from '@/components/supervision/filters';
import { NoticeList } from '@/components/supervision/notice-list';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { supervisionQuery } from '@/lib/domain/supervision/schema';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { supervisions } from '@/lib/server/supervision/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const told = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
    const parsed = supervisionQuery.safeParse(told);
    const query = parsed.success ? parsed.data : {};
    return {
      readable: parsed.success,
      active: [query.status, query.county, query.project].filter(Boolean).length,
      isFiltered: Object.keys(query).length > 0,
      notices: await supervisions(reader, actor, query),
      counties: await counties(reader, actor),
    };
  });

/** 督办: for the prefecture all, for a county its own. */
export default async function SupervisionPage({ searchParams }: PageProps<'/supervision'>) {
  const actor = await pageActor('supervision.read');
  const params = await searchParams;
  const [found, t] = await Promise.all([read(actor, params), getTranslations('supervision')]);
  const isWhole = actor.level === 'prefecture';
  return (
    <ClientMessages namespaces={['supervision']}>
      <PageHeader
        title={t('title')}
        description={t(isWhole ? 'description' : 'descriptionCounty')}
        action={
          can(actor.role, 'supervision.write') && (
            <LinkButton href="/supervision/new" variant="primary">
              {t('create')}
            </LinkButton>
          )
        }
      />
      {!found.readable && (
        <div className="mb-3">
          <Banner tone="amber" title={t('unreadable')} />
        </div>
      )}
      <SupervisionFilters params={params} active={found.active} counties={found.counties} />
      <NoticeList notices={found.notices} manyCounties={isWhole} isFiltered={found.isFiltered} />
    </ClientMessages>
  );
}
