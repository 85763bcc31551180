import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CampaignCard } from '@/components/programme/campaign-card';
import { CampaignDialog } from '@/components/programme/campaign-dialog';
import { YearCard } from '@/components/programme/year-card';
import { YearDialog } from '@/components/programme/year-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { programmeOverview } from '@/lib/server/programme/overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programme'))('title') };
}

/** Years with their deadlines, and the surveys that their totals come from. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const actor = await pageActor('programme.read');
  const [{ form }, overview, t] = await Promise.all([
    searchParams,
    withActor(actor, (tx) => programmeOverview(tx, actor)),
    getTranslations('programme'),
  ]);
  const mayWrite = can(actor.role, 'programme.write');
  const choices = {
    rulebooks: overview.rulebooks,
    campaigns: overview.campaigns.map(({ id, name }) => ({ id, name })),
    nextYear: overview.nextYear,
  };
  const addYear = mayWrite && (
    <YearDialog
      choices={choices}
      startOpen={form === 'year'}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {t('addYear')}
        </Button>
      }
    />
  );
  const openCampaign = mayWrite && (
    <CampaignDialog
      startOpen={form === 'campaign'}
      trigger={<Button icon={<Plus aria-hidden="true" />}>{t('openCampaign')}</Button>}
    />
  );
  return (
    <ClientMessages namespaces={['programme']}>
      <PageHeader title={t('title')} description={t('description')} action={addYear} more={openCampaign} />
      <section className="space-y-4" aria-label={t('years')}>
        {overview.years.map((year) => (
          <YearCard
            key={year.id}
            year={year}
            surveyed={year.surveyed}
            clauses={year.clauses}
            deciding={year.deciding}
            action={
              mayWrite && (
                <YearDialog
                  choices={choices}
                  year={year}
                  trigger={
                    <Button size="sm" aria-label={t('editYear', { year: String(year.year) })}>
                      {t('edit')}
                    </Button>
                  }
                />
              )
            }
          />
        ))}
        {overview.years.length === 0 && (
          <Card>
            <EmptyState title={t('noYears')} description={t('noYearsText')} />
          </Card>
        )}
      </section>
      <h2 className="mt-8 mb-3 text-lg font-semibold">{t('campaigns')}</h2>
      <section className="space-y-4" aria-label={t('campaigns')}>
        {overview.campaigns.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} />
        ))}
        {overview.campaigns.length === 0 && (
          <Card>
            <EmptyState title={t('noCampaigns')} description={t('noCampaignsText')} />
          </Card>
        )}
      </section>
    </ClientMessages>
  );
}
