import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
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
import { worksOf } from '@/lib/server/projects/completions';
import { findingsOf } from '@/lib/server/projects/findings';
import { membersOf } from '@/lib/server/projects/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.works') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const [works, findings, members, today] = await Promise.all([
      worksOf(reader, actor, id),
      findingsOf(reader, actor, id),
      membersOf(reader, actor, id),
      todayOf(reader),
    ]);
    return { works, findings, members, today };
  });

export default async function WorksPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const [{ works, findings, members, today }, t, locale] = await Promise.all([
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
  return (
    <ClientMessages namespaces={['projects']}>
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
        <FindingsCard
          projectId={project.id}
          findings={findings}
          compounds={members}
          kinds={rulebook.inspections.kinds.map(({ code, name, nameEn }) => ({ code, name, nameEn }))}
          today={today}
          rights={{ inspect: isActive && can(actor.role, 'inspection.write'), rectify: mayReport }}
        />
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
