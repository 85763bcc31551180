import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { ProjectSurveys } from '@/components/satisfaction/project-surveys';
import { can } from '@/lib/domain/accounts/permissions';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { surveysOfProject } from '@/lib/server/satisfaction/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('satisfaction'))('title') };
}

/** 社会满意度 of the compounds of one project. */
export default async function ProjectSatisfactionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read', 'satisfaction.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const { items } = await withReader(actor, (reader) => surveysOfProject(reader, actor, project.id));
  const { fromStage } = siteRulesOf(rulebook).satisfaction;
  return (
    <ClientMessages namespaces={['satisfaction']}>
      <ProjectSurveys
        projectId={project.id}
        items={items}
        fromStage={fromStage}
        mayOpen={can(actor.role, 'satisfaction.open') && project.status === 'active' && project.stage >= fromStage}
        mayRecord={can(actor.role, 'satisfaction.record')}
      />
    </ClientMessages>
  );
}
