import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { CorrectionsCard } from '@/components/progress/corrections-card';
import { ReceiptsCard } from '@/components/progress/receipts-card';
import { ReportForm } from '@/components/progress/report-form';
import { ReportHead } from '@/components/progress/report-head';
import { ReportRead } from '@/components/progress/report-read';
import { ReviewCard } from '@/components/progress/review-card';
import { isReportMonth } from '@/lib/domain/progress/report-month';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { reportView } from '@/lib/server/progress/view';

type Props = { params: Promise<{ id: string; month: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.reports') };
}

/** One month of a project: to be filled in, looked at, or read, as whoever opens it may. */
export default async function ReportPage({ params }: Props) {
  const actor = await pageActor('project.read');
  const { id, month } = await params;
  const found = isReportMonth(month) ? await readProject(actor, id) : null;
  if (!found || !isReportMonth(month)) notFound();
  const [report, locale] = await Promise.all([
    withReader(actor, (reader) => reportView(reader, actor, { id, month })),
    getLocale(),
  ]);
  if (!report) notFound();
  const names = Object.fromEntries(
    found.rulebook.menu.map(({ code, name, nameEn }) => [code, locale === 'en' ? nameEn : name]),
  );
  return (
    <ClientMessages namespaces={['progress']}>
      <div className="space-y-4">
        <ReportHead report={report} names={names} />
        {report.may.review && <ReviewCard report={report} names={names} />}
        {report.may.write ? (
          <ReportForm key={report.sendings.length} report={report} names={names} />
        ) : (
          <ReportRead report={report} names={names} />
        )}
        <CorrectionsCard report={report} />
        <ReceiptsCard report={report} names={names} />
      </div>
    </ClientMessages>
  );
}
