import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ListExport } from '@/components/imports/list-export';
import { newsConditions } from '@/components/news/conditions';
import { NewsFilters } from '@/components/news/filters';
import { NewsDialog } from '@/components/news/news-dialog';
import { NewsTable } from '@/components/news/news-table';
import { ScoreCard } from '@/components/news/score-card';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { chipsOf } from '@/components/ui/filter-chips';
import { LinkButton } from '@/components/ui/link-button';
import { ListFrame } from '@/components/ui/list-frame';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { newsRulesOf } from '@/lib/domain/news/rules';
import { NEWS_PAGE_SIZES, newsListQuery } from '@/lib/domain/news/schema';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listNews, newsCounts } from '@/lib/server/news/queries';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('news'))('title') };
}

/** An address that somebody shortened or changed shows the usual list, and says so. */
const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const told = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
    const parsed = newsListQuery.safeParse(told);
    const query = parsed.success ? parsed.data : newsListQuery.parse({});
    const { counties, years, current } = await projectFilters(reader, actor);
    const found = await listNews(reader, actor, query);
    const year = query.year ?? current ?? years[0] ?? null;
    return {
      ...{ query, counties, years, year, readable: parsed.success && found !== null },
      list: found ?? (await listNews(reader, actor, { ...query, cursor: undefined })),
      counts: year === null ? [] : await newsCounts(reader, actor, { county: query.county, year }),
      rules: newsRulesOf((await rulebookInForce(reader)).rulebook),
      today: await todayOf(reader),
    };
  });

/** 新闻信息: what counties file, and what it comes to in the scorecard. */
export default async function NewsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('news.read');
  const params = await searchParams;
  const [found, t, ui, locale] = await Promise.all([
    read(actor, params),
    getTranslations('news'),
    getTranslations('ui.filters'),
    getLocale(),
  ]);
  const { query, list, rules, year, years, counties } = found;
  const mayWrite = can(actor.role, 'news.write');
  const { limit, cursor: _, ...shown } = query;
  const words = { kinds: rules.kinds, levels: rules.levels, media: rules.media };
  const conditions = newsConditions(query, { t, locale, counties, words });
  const chips = chipsOf('/news', params, { q: query.q, conditions }, ui);
  const score = year !== null && <ScoreCard year={year} counts={found.counts} criteria={rules.criteria} />;
  // how one county stands is said first; of many, the news itself is
  const isOne = found.counts.length === 1;
  return (
    <ClientMessages namespaces={['news']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        more={can(actor.role, 'export.run') && <ListExport kind="news-list" query={shown} />}
        action={
          mayWrite &&
          year !== null && (
            <NewsDialog
              words={words}
              years={years}
              year={year}
              today={found.today}
              trigger={<Button variant="primary">{t('create')}</Button>}
            />
          )
        }
      />
      <div className="space-y-5">
        {isOne && score}
        <section>
          <ListFrame
            path="/news"
            params={params}
            unreadable={!found.readable && t('unreadable')}
            filters={
              <NewsFilters params={params} active={conditions.length} counties={counties} years={years} words={words} />
            }
            chips={chips}
            list={list}
            limit={limit}
            sizes={NEWS_PAGE_SIZES}
          >
            <NewsTable
              news={list?.items ?? []}
              words={words}
              manyCounties={actor.level === 'prefecture'}
              mayWithdraw={mayWrite}
              empty={
                <EmptyState
                  title={t('empty')}
                  description={chips.length > 0 ? t('emptyFiltered') : t('emptyText')}
                  action={chips.length > 0 && <LinkButton href="/news">{t('clear')}</LinkButton>}
                />
              }
            />
          </ListFrame>
        </section>
        {!isOne && score}
      </div>
    </ClientMessages>
  );
}
