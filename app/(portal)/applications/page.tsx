import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { ApplicationList } from '@/components/applications/application-list';
import { ApplyDialog } from '@/components/applications/apply-dialog';
import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { can } from '@/lib/domain/accounts/permissions';
import { APPLICATION_STATUSES } from '@/lib/domain/applications/rules';
import { applicationQuery } from '@/lib/domain/applications/schema';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { yearOf, yearsToChoose } from '@/lib/server/annual/year';
import { applications, readyToApply } from '@/lib/server/applications/queries';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.applications'))('title') };
}

const read = (actor: Actor, params: unknown) =>
  withReader(actor, async (reader) => {
    const parsed = applicationQuery.safeParse(params);
    const query = parsed.success ? parsed.data : {};
    const { years, current } = await yearsToChoose(reader, actor);
    const year = query.year ?? current;
    const found = year && can(actor.role, 'application.write') ? await yearOf(reader, actor, year) : null;
    return {
      years,
      year,
      items: await applications(reader, actor, query),
      ready: found ? await readyToApply(reader, actor, found.id) : [],
    };
  });

/** 改造申请 between the second vote and the year's plan. */
export default async function ApplicationsPage({ searchParams }: PageProps<'/applications'>) {
  const actor = await pageActor('application.read');
  const [{ years, year, items, ready }, t] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('annual.applications'),
  ]);
  const mayWrite = can(actor.role, 'application.write');
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          mayWrite &&
          year && (
            <ApplyDialog
              year={year}
              projects={ready}
              trigger={
                <Button variant="primary" icon={<Plus aria-hidden="true" />}>
                  {t('create')}
                </Button>
              }
            />
          )
        }
      />
      <Toolbar>
        <YearFilter years={years} />
        <FilterSelect
          name="status"
          label={t('statusFilter')}
          options={APPLICATION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      </Toolbar>
      <ApplicationList applications={items} mayAnswer={actor.role === 'county_bureau'} mayWithdraw={mayWrite} />
    </ClientMessages>
  );
}
