import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AccountDialog } from '@/components/maintenance/account-dialog';
import { EntriesTable } from '@/components/maintenance/entries-table';
import { EntryDialog } from '@/components/maintenance/entry-dialog';
import { Banner } from '@/components/ui/banner';
import { PageHeader } from '@/components/ui/page-header';
import { Stat, StatGrid } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf, today } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { maintenanceFund } from '@/lib/server/maintenance/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('maintenance'))('title') };
}

/** 住宅专项维修资金 of a compound: the account, its balance, each entry. */
export default async function MaintenanceFundPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('contribution.read');
  const { id } = await params;
  const fund = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => maintenanceFund(reader, actor, id))
    : null;
  if (!fund) notFound();
  const [t, locale, now] = await Promise.all([getTranslations('maintenance'), getLocale(), databaseNow()]);
  const { compound, account } = fund;
  const mayWrite = compound.status === 'active' && can(actor.role, 'contribution.write');
  const day = today(now);
  return (
    <ClientMessages namespaces={['maintenance', 'contributions', 'projects']}>
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: t('crumb'), href: '/compounds' },
          { label: compound.name, href: `/compounds/${id}` },
          { label: t('title') },
        ]}
        description={t('text')}
        more={
          mayWrite && account && <AccountDialog key={account.version} compoundId={id} account={account} today={day} />
        }
        action={
          mayWrite &&
          (account ? (
            <EntryDialog compoundId={id} balance={fund.balance} today={day} />
          ) : (
            <AccountDialog compoundId={id} account={null} today={day} />
          ))
        }
      />
      {account ? (
        <div className="space-y-4">
          <p className="text-sm text-ink-2">
            {t('bankOf', {
              bank: account.bank,
              number: account.number,
              day: formatDate(calendarDateOf(account.openedOn), locale),
            })}{' '}
            {account.file && <TextLink href={`/api/v1/files/${account.file.id}`}>{t('file')}</TextLink>}
          </p>
          <StatGrid>
            <Stat label={t('balance')} value={yuanText(fund.balance, locale)} />
            <Stat label={t('deposited')} value={yuanText(fund.deposited, locale)} />
            <Stat label={t('withdrawn')} value={yuanText(fund.withdrawn, locale)} />
          </StatGrid>
          <EntriesTable compoundId={id} entries={fund.entries} today={day} mayWrite={mayWrite} />
        </div>
      ) : (
        <Banner tone="amber" title={t('noAccount')}>
          {t(fund.surveyed ? 'surveyedYes' : 'noAccountText')}
        </Banner>
      )}
    </ClientMessages>
  );
}
