import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CampaignCard } from '@/components/programme/campaign-card';
import { CampaignDialog } from '@/components/programme/campaign-dialog';
import { YearCard } from '@/components/programme/year-card';
import { YearDialog } from '@/components/programme/year-dialog';
import { YearProgress } from '@/components/programme/year-progress';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/domain/accounts/permissions';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { programmeProgress, type YearProgress as YearProgressRows } from '@/lib/server/annual/progress';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { type ProgrammeOverview, programmeOverview } from '@/lib/server/programme/overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programme'))('title') };
}

/** The surveyed totals of each year, beside what its plans set: for the offices, who see whole counties. */
async function progressOf(tx: Tx, actor: Actor, { years, campaigns }: ProgrammeOverview) {
  if (actor.level !== 'prefecture' && actor.level !== 'county') return new Map<number, YearProgressRows>();
  const locale = await getLocale();
  const based = years.flatMap(({ year, targetShare, campaign }) => {
    const counties = campaigns.find(({ id }) => id === campaign?.id)?.counties ?? [];
    // a survey that is not frozen yet sets no target
    const bases = counties.flatMap(({ countyId, name, nameEn, inForce }) =>
      inForce ? [{ countyId, name: unitName({ name, nameEn }, locale), surveyed: inForce.compounds }] : [],
    );
    return bases.length > 0 ? [{ year, targetShare, bases }] : [];
  });
  return programmeProgress(tx, actor, based);
}

/** Years with their deadlines, and the surveys that their totals come from. */
export default async function ProgrammePage({ searchParams }: PageProps<'/programme'>) {
  const actor = await pageActor('programme.read');
  const [{ form }, { overview, progress }, t, annual] = await Promise.all([
    searchParams,
    withActor(actor, async (tx) => {
      const found = await programmeOverview(tx, actor);
      return { overview: found, progress: await progressOf(tx, actor, found) };
    }),
    getTranslations('programme'),
    getTranslations('annual'),
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
    <ClientMessages namespaces={['programme', 'annual']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={addYear}
        more={
          <>
            {can(actor.role, 'feasibility.read') && (
              <LinkButton href="/programme/leading-group">{annual('leading.title')}</LinkButton>
            )}
            {openCampaign}
          </>
        }
      />
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
      <div className="mt-4 space-y-4">
        {overview.years.map(({ id, year }) => {
          const found = progress.get(year);
          return found && <YearProgress key={id} year={year} {...found} />;
        })}
      </div>
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
