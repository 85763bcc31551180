import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ReportDialog } from '@/components/feasibility/report-dialog';
import { REPORT_LIGHTS } from '@/components/feasibility/report-list';
import { ReportView } from '@/components/feasibility/report-view';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { can } from '@/lib/domain/accounts/permissions';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { feasibilityDetail } from '@/lib/server/feasibility/reports';
import { pageActor } from '@/lib/server/gate';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('annual.feasibility'))('title') };
}

export default async function FeasibilityReportPage({ params }: PageProps<'/feasibility/[id]'>) {
  const actor = await pageActor('feasibility.read');
  const where = paramsSchema.safeParse(await params);
  if (!where.success) notFound();
  const report = await withReader(actor, (reader) => feasibilityDetail(reader, actor, where.data.id));
  if (!report) notFound();
  const [t, common, locale] = await Promise.all([
    getTranslations('annual.feasibility'),
    getTranslations('annual'),
    getLocale(),
  ]);
  const mayWrite = can(actor.role, 'feasibility.write') && report.status !== 'approved';
  return (
    <ClientMessages namespaces={['annual']}>
      <PageHeader
        title={report.title}
        crumbs={[{ label: t('title'), href: '/feasibility' }, { label: common('version', { no: report.no }) }]}
        marks={<StatusLight light={REPORT_LIGHTS[report.status]}>{t(`status.${report.status}`)}</StatusLight>}
        description={[
          unitName(report.county, locale),
          common('yearName', { year: String(report.year) }),
          t('projectCount', { count: report.projects }),
        ].join(' · ')}
        action={mayWrite && <ReportDialog year={report.year} report={report} trigger={<Button>{t('edit')}</Button>} />}
      />
      <ReportView
        report={report}
        mayWrite={mayWrite}
        mayConsent={mayWrite && report.status === 'draft'}
        mayApprove={report.status === 'consented' && actor.role === report.approver.recordedBy}
      />
    </ClientMessages>
  );
}
