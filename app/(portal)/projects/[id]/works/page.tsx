import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { InspectionsCard } from '@/components/inspections/inspections-card';
import { StopWorksCard } from '@/components/inspections/stop-works-card';
import { FindingsCard } from '@/components/projects/findings-card';
import { WorksBoard } from '@/components/projects/works-board';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { can } from '@/lib/domain/accounts/permissions';
import { againstActing } from '@/lib/domain/projects/acting';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listInspections } from '@/lib/server/inspections/queries';
import { stopWorksOf } from '@/lib/server/inspections/stop-work';
import { worksOf } from '@/lib/server/projects/completions';
import { findingsOf } from '@/lib/server/projects/findings';
import { membersOf } from '@/lib/server/projects/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.works') };
}

const INSPECTIONS_SHOWN = 10;

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const [works, findings, members, today, inspections, stops] = await Promise.all([
      worksOf(reader, actor, id),
      findingsOf(reader, actor, id),
      membersOf(reader, actor, id),
      todayOf(reader),
      listInspections(reader, actor, { project: id, page: 1, limit: INSPECTIONS_SHOWN }),
      stopWorksOf(reader, actor, id),
    ]);
    return { works, findings, members, today, inspections, stops };
  });

export default async function WorksPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const [{ works, findings, members, today, inspections, stops }, t, locale] = await Promise.all([
    read(actor, project.id),
    getTranslations('projects.works'),
    getLocale(),
  ]);
  if (!works) notFound();
  const isActive = project.status === 'active';
  const names = Object.fromEntries(
    rulebook.menu.map(({ code, name, nameEn }) => [code, locale === 'en' ? nameEn : name]),
  );
  const mayReport = isActive && can(actor.role, 'progress.write') && againstActing(actor, project).length === 0;
  const mayInspect = isActive && can(actor.role, 'inspection.write');
  return (
    <ClientMessages namespaces={['projects', 'inspections']}>
      <div className="space-y-4">
        <Card title={t('title')}>
          {works.planned === 0 ? (
            <EmptyState title={t('none')} description={t('noneText')} />
          ) : (
            <Progress
              label={t('title')}
              done={works.completed}
              total={works.planned}
              tone={works.completed === works.planned ? 'green' : 'accent'}
              text={t('doneOf', { done: works.completed, total: works.planned })}
            />
          )}
        </Card>
        {mayReport && works.planned > 0 && !works.startOn && <Banner tone="amber" title={t('noContract')} />}
        <StopWorksCard
          projectId={project.id}
          notes={stops}
          compounds={members}
          openFindings={findings.filter(({ status }) => status !== 'closed')}
          today={today}
          mayInspect={mayInspect}
        />
        <FindingsCard
          projectId={project.id}
          findings={findings}
          compounds={members}
          kinds={rulebook.inspections.kinds.map(({ code, name, nameEn }) => ({ code, name, nameEn }))}
          today={today}
          rights={{ inspect: mayInspect, rectify: mayReport }}
        />
        <InspectionsCard projectId={project.id} list={inspections} mayInspect={mayInspect && works.startOn !== null} />
        <WorksBoard
          projectId={project.id}
          works={works}
          names={names}
          today={today}
          mayReport={mayReport && works.startOn !== null}
        />
      </div>
    </ClientMessages>
  );
}
