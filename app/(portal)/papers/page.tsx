import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { paperColumns } from '@/components/official-papers/columns';
import { PaperFilters } from '@/components/official-papers/filters';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { MarkupTable } from '@/components/ui/markup-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { hrefWith, type Params } from '@/components/ui/url';
import { readableKinds } from '@/lib/domain/papers/official/readable';
import { officialPaperQuery } from '@/lib/domain/papers/official/schema';
import { totalOf } from '@/lib/domain/papers/official/totals';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { officialPapers } from '@/lib/server/official-papers/queries';
import { paperYears } from '@/lib/server/official-papers/years';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officialPapers'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const told = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
    const parsed = officialPaperQuery.safeParse(told);
    const query = parsed.success ? parsed.data : officialPaperQuery.parse({});
    const found = await officialPapers(reader, actor, query);
    const list = found ?? (await officialPapers(reader, actor, { ...query, cursor: undefined }));
    return {
      ...{ query, list, readable: parsed.success && found !== null },
      counties: await counties(reader, actor),
      years: await paperYears(reader),
    };
  });

/** 公文与表格: every paper that can be made of what this person may open, in one place. */
export default async function PapersPage({ searchParams }: PageProps<'/papers'>) {
  const actor = await pageActor();
  if (readableKinds(actor.role).length === 0) notFound();
  const params = await searchParams;
  const [{ query, list, ...found }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('officialPapers'),
    getLocale(),
  ]);
  const active = [query.kind, query.county, query.year].filter((one) => one !== undefined).length;
  const isFiltered = active > 0 || Boolean(query.q);
  const at = (changes: Params) => hrefWith('/papers', params, changes);
  const kinds = list?.kinds ?? [];
  return (
    <ClientMessages namespaces={['officialPapers']}>
      <PageHeader title={t('title')} description={t('description')} />
      {!found.readable && (
        <div className="mb-3">
          <Banner tone="amber" title={t('unreadable')} />
        </div>
      )}
      <PaperFilters {...{ params, active, kinds }} counties={found.counties} years={found.years} />
      <MarkupTable
        phoneFirst={20}
        caption={t('caption')}
        columns={paperColumns({ t, locale })}
        rows={list?.items ?? []}
        empty={
          <EmptyState
            title={t('empty')}
            description={t(isFiltered ? 'emptyFiltered' : 'emptyText')}
            action={isFiltered && <LinkButton href="/papers">{t('showAll')}</LinkButton>}
          />
        }
      />
      <Pagination
        {...totalOf(kinds, query.kind)}
        firstHref={query.cursor ? at({ cursor: undefined }) : undefined}
        nextHref={list?.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
      />
    </ClientMessages>
  );
}
