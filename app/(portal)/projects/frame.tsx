import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ProjectHeader } from '@/components/projects/project-header';
import { ProjectTabs } from '@/components/projects/project-tabs';
import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { pageActor } from '@/lib/server/gate';
import { readProject } from './read';

/** In the order in which a project goes; a tab is there for whoever may open its page. */
const TABS = [
  { key: 'overview', for: 'project.read' },
  { key: 'stages', for: 'project.read' },
  { key: 'plan', for: 'plan.read' },
  { key: 'papers', for: 'project.read' },
  { key: 'sharing', for: 'project.read' },
  { key: 'funding', for: 'project.read' },
  { key: 'money', for: 'fund.read' },
  { key: 'contributions', for: 'contribution.read' },
  { key: 'works', for: 'project.read' },
  { key: 'reports', for: 'project.read' },
  { key: 'acceptance', for: 'project.read' },
  { key: 'aftercare', for: 'project.read' },
  { key: 'satisfaction', for: 'satisfaction.read' },
] as const satisfies readonly { key: string; for: Permission }[];

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/**
 * Header and tabs of a project. A page that fewer people may open has a layout of its own: who may not open it is told the same of every
 * project, theirs or not.
 */
export async function ProjectFrame({ params, children, ...more }: Props & { also?: Permission }) {
  const actor = await pageActor('project.read', ...(more.also ? [more.also] : []));
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const t = await getTranslations('projects');
  return (
    <>
      {/* a page that is an official paper prints as the paper alone */}
      <div className="print:[&:has(~_.paper-page)]:hidden">
        <ProjectHeader project={found.project} rulebook={found.rulebook} />
        <ProjectTabs
          id={found.project.id}
          label={t('tabs.label')}
          tabs={TABS.filter((tab) => can(actor.role, tab.for)).map(({ key }) => ({ key, label: t(`tabs.${key}`) }))}
        />
      </div>
      {children}
    </>
  );
}
