import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { YearFilter } from '@/components/annual/year-filter';
import { ReportDialog } from '@/components/feasibility/report-dialog';
import { ReportList } from '@/components/feasibility/report-list';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { yearsToChoose } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { feasibilityReports } from '@/lib/server/feasibility/reports';
import { pageActor } from '@/lib/server/gate';

const querySchema = z.object({ year: z.coerce.number().int().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.feasibility'))('title') };
}

/** 年度可行性研究报告 of the counties that one sees. */
export default async function FeasibilityPage({ searchParams }: PageProps<'/feasibility'>) {
  const actor = await pageActor('feasibility.read');
  const { year } = querySchema.parse(await searchParams);
  const t = await getTranslations('annual.feasibility');
  const { reports, years, current } = await withReader(actor, async (reader) => ({
    reports: await feasibilityReports(reader, actor, { year }),
    ...(await yearsToChoose(reader, actor)),
  }));
  const writeFor = year ?? current;
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          can(actor.role, 'feasibility.write') &&
          writeFor && (
            <ReportDialog
              year={writeFor}
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
      </Toolbar>
      <ReportList reports={reports} />
    </ClientMessages>
  );
}
