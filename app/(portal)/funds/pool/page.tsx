import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { FundTabs } from '@/components/funds/fund-tabs';
import { PoolCard } from '@/components/funds/pool-card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { Toolbar } from '@/components/ui/toolbar';
import { poolQuery } from '@/lib/domain/funds/batch-schema';
import { fundWords } from '@/lib/domain/funds/words';
import { yuanText } from '@/lib/format/money-text';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { todayOf, yearsToChoose } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { poolOf } from '@/lib/server/funds/pool';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('allocation.pool'))('title') };
}

/** 县级分配: pot by pot, what the county has and its projects lack. */
export default async function PoolPage({ searchParams }: PageProps<'/funds/pool'>) {
  const actor = await pageActor('fund.write');
  const asked = poolQuery.safeParse(await searchParams);
  const [{ pool, years, rulebook, today }, t, common] = await Promise.all([
    withReader(actor, async (reader) => ({
      pool: await poolOf(reader, actor, asked.success ? asked.data : {}),
      years: (await yearsToChoose(reader, actor)).years,
      rulebook: (await rulebookInForce(reader)).rulebook,
      today: await todayOf(reader),
    })),
    getTranslations('allocation.pool'),
    getTranslations('allocation'),
  ]);
  const locale = await getLocale();
  const words = fundWords(rulebook);
  return (
    <ClientMessages namespaces={['annual', 'allocation']}>
      <FundTabs active="pool" role={actor.role} />
      <PageHeader
        title={t('title')}
        description={[pool && common('yearName', { year: String(pool.year) }), t('description')]
          .filter(Boolean)
          .join(' · ')}
      />
      <Toolbar>
        <YearFilter years={years} />
      </Toolbar>
      {pool && pool.others.length > 0 && (
        <p className="mb-5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {pool.others.map(({ year, amount }) => (
            <TextLink key={year} href={`/funds/pool?year=${year}`}>
              {t('other', { year: String(year), sum: yuanText(amount, locale) })}
            </TextLink>
          ))}
        </p>
      )}
      {!pool && <EmptyState title={common('noYear')} description={common('noYearText')} />}
      {pool?.pots.length === 0 && <EmptyState title={t('empty')} description={t('emptyText')} />}
      <div className="space-y-5">
        {pool?.pots.map((pot) => (
          <PoolCard
            key={`${pool.year}/${pot.source}/${pot.kind}/${pot.earmark}`}
            pot={pot}
            year={pool.year}
            words={words}
            today={today}
          />
        ))}
      </div>
    </ClientMessages>
  );
}
