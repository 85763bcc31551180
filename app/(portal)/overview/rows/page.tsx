import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { RowsTable } from '@/components/overview/rows-table';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import { ROWS_PAGE, type RowsQuery, rowsQuery } from '@/lib/domain/overview/rows';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { overviewRows } from '@/lib/server/overview/rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overviewRows'))('plain') };
}

/** What an item, a promise or a 六有 is called; its code where the rule book names none. */
function nameOf({ figure, key = '' }: RowsQuery, { menu, promises, sixHaves }: Rulebook, locale: Locale): string {
  const known = figure === 'item' ? menu : figure === 'promise' ? promises : sixHaves;
  const found = known.find(({ code }) => code === key);
  return found ? labelIn({ zh: found.name, en: found.nameEn }, locale) : key;
}

/** The rows behind a figure of the overview. */
export default async function RowsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('dashboard.read', 'scorecard.read');
  const params = await searchParams;
  const query = rowsQuery.safeParse({ figure: 'compounds', ...params });
  if (!query.success) notFound();
  const { figure, key, state, span, page } = query.data;
  const [{ found, rulebook }, t, locale] = await Promise.all([
    withReader(actor, async (reader) => ({
      found: await overviewRows(reader, actor, query.data),
      rulebook: (await rulebookInForce(reader)).rulebook,
    })),
    getTranslations('overviewRows'),
    getLocale(),
  ]);
  if (!found.ok) notFound();
  const { year, total, items } = found.value;
  const of =
    figure === 'promise' ? 'building' : figure === 'item' ? (key?.startsWith('C-') ? 'compound' : 'place') : 'compound';
  const isCoded = figure === 'item' || figure === 'promise' || figure === 'have';
  const name = isCoded ? t(`states.${state}`, { name: nameOf(query.data, rulebook, locale) }) : t(`figures.${figure}`);
  const back = hrefWith('/overview', { year: params.year, county: params.county }, {});
  return (
    <>
      <PageHeader
        title={t(`titles.${of}`, { figure: name, count: total })}
        description={t(span === 'all' ? 'soFar' : 'ofYear', { year: String(year) })}
        crumbs={[{ label: t('back'), href: back }, { label: name }]}
      />
      <RowsTable
        rows={items}
        of={of}
        withCounty={actor.level === 'prefecture'}
        may={{ compound: can(actor.role, 'compound.read'), project: can(actor.role, 'project.read') }}
      />
      <NumberedPagination
        page={page}
        limit={ROWS_PAGE}
        total={total}
        shown={items.length}
        hrefOf={(to) => hrefWith('/overview/rows', params, { page: String(to) })}
      />
    </>
  );
}
