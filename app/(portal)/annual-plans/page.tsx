import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CreatePlan } from '@/components/annual/create-plan';
import { YearFilter } from '@/components/annual/year-filter';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import { Toolbar } from '@/components/ui/toolbar';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { annualPlans } from '@/lib/server/annual/plan-rows';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

const querySchema = z.object({ year: z.coerce.number().int().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.plans'))('title') };
}

/** 年度实施计划, version by version. */
export default async function AnnualPlansPage({ searchParams }: PageProps<'/annual-plans'>) {
  const actor = await pageActor('annualPlan.read');
  const { year } = querySchema.parse(await searchParams);
  const [{ plans, years, current }, t, common, locale] = await Promise.all([
    withReader(actor, async (reader) => ({
      plans: await annualPlans(reader, actor, year),
      ...(await yearsToChoose(reader, actor)),
    })),
    getTranslations('annual.plans'),
    getTranslations('annual'),
    getLocale(),
  ]);
  const writeFor = year ?? current;
  const ofYear = plans.filter((plan) => plan.year === writeFor);
  const mayCreate = can(actor.role, 'annualPlan.write') && writeFor && !ofYear.some(({ status }) => status === 'draft');
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={mayCreate && <CreatePlan year={writeFor} adjusts={ofYear.length > 0} />}
      />
      <Toolbar>
        <YearFilter years={years} />
      </Toolbar>
      <DataTable
        caption={t('title')}
        rows={plans}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')} description={t('emptyText')} />}
        columns={[
          {
            key: 'title',
            header: t('planTitle'),
            primary: true,
            className: 'sm:min-w-56',
            cell: ({ id, title }) => <TextLink href={`/annual-plans/${id}`}>{title}</TextLink>,
          },
          { key: 'year', header: common('year'), cell: (plan) => String(plan.year) },
          {
            key: 'version',
            header: t('version'),
            className: 'whitespace-nowrap',
            cell: ({ no }) => common('version', { no }),
          },
          {
            key: 'status',
            header: t('state'),
            cell: ({ status }) => (
              <StatusLight light={status === 'draft' ? 'amber' : 'green'}>{t(`status.${status}`)}</StatusLight>
            ),
          },
          {
            key: 'document',
            header: common('documentNo'),
            className: 'sm:min-w-60',
            cell: ({ documentNo, documentOn }) =>
              documentNo && documentOn
                ? t('confirmedOn', { no: documentNo, day: formatDate(calendarDateOf(documentOn), locale) })
                : common('none'),
          },
        ]}
      />
    </ClientMessages>
  );
}
