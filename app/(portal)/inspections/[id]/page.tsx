import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { readProject } from '@/app/(portal)/projects/read';
import { ChecksCard } from '@/components/inspections/checks-card';
import { RecordCard } from '@/components/inspections/record-card';
import { StopPapers } from '@/components/inspections/stop-papers';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { formatDate } from '@/lib/format/date';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { inspectionDetail } from '@/lib/server/inspections/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('inspections'))('title') };
}

/** One inspection, as it was made. */
export default async function InspectionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const inspection = await withReader(actor, (reader) => inspectionDetail(reader, actor, id));
  const found = inspection && (await readProject(actor, inspection.project.id));
  if (!inspection || !found) notFound();
  const [t, locale] = await Promise.all([getTranslations('inspections'), getLocale()]);
  const { project, rulebook } = found;
  const day = formatDate(calendarDateOf(inspection.inspectedOn), locale);
  return (
    <>
      <PageHeader
        title={t('record.title', { day })}
        crumbs={[
          { label: t('record.backToList'), href: '/inspections' },
          { label: project.name, href: `/projects/${project.id}/works` },
        ]}
        marks={
          <>
            {inspection.stopWork && <Badge tone="red">{t('stopped', { no: inspection.stopWork })}</Badge>}
            <Badge tone={inspection.findingsOpen > 0 ? 'amber' : 'green'}>
              {t('card.open', { count: inspection.findingsOpen })}
            </Badge>
          </>
        }
        description={
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {t('resultOf', { passed: inspection.passed, failed: inspection.failed })}
            {inspection.stopNote && <StopPapers projectId={project.id} note={inspection.stopNote} />}
          </span>
        }
      />
      <div className="space-y-4">
        <RecordCard inspection={inspection} kinds={rulebook.inspections.kinds} />
        <ChecksCard
          projectId={project.id}
          checks={inspection.checks}
          points={siteRulesOf(rulebook).checklists.points}
        />
      </div>
    </>
  );
}
