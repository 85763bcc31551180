import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { BatchesTable } from '@/components/funds/batches-table';
import { BatchDialog } from '@/components/funds/forms/batch-dialog';
import { FundTabs } from '@/components/funds/fund-tabs';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { can } from '@/lib/domain/accounts/permissions';
import { poolQuery } from '@/lib/domain/funds/batch-schema';
import { batchMoney } from '@/lib/domain/funds/batches';
import { fundWords } from '@/lib/domain/funds/words';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { todayOf, yearsToChoose } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { fundBatches } from '@/lib/server/funds/batch-rows';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('allocation.batches'))('title') };
}

/** 资金下达批次: what was issued, and what is being prepared. */
export default async function BatchesPage({ searchParams }: PageProps<'/funds/batches'>) {
  const actor = await pageActor('fund.read');
  const asked = poolQuery.safeParse(await searchParams);
  const year = asked.success ? asked.data.year : undefined;
  const [found, t, locale] = await Promise.all([
    withReader(actor, async (reader) => ({
      batches: await fundBatches(reader, actor, year),
      rulebook: (await rulebookInForce(reader)).rulebook,
      today: await todayOf(reader),
      ...(await yearsToChoose(reader, actor)),
    })),
    getTranslations('allocation.batches'),
    getLocale(),
  ]);
  const { batches, rulebook, today, years, current } = found;
  const words = fundWords(rulebook);
  const writeFor = year ?? current;
  return (
    <ClientMessages namespaces={['annual', 'allocation']}>
      <FundTabs active="batches" role={actor.role} />
      <PageHeader
        title={t('title')}
        description={t(actor.level === 'prefecture' ? 'description' : 'descriptionCounty')}
        action={
          can(actor.role, 'fund.allocate') &&
          writeFor && (
            <BatchDialog
              year={writeFor}
              words={words}
              money={batchMoney(rulebook)}
              today={today}
              trigger={<Button variant="primary">{t('create')}</Button>}
            />
          )
        }
      />
      <Toolbar>
        <YearFilter years={years} />
      </Toolbar>
      <BatchesTable batches={batches} words={words} locale={locale} />
    </ClientMessages>
  );
}
