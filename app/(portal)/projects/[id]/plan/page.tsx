import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ProjectPlans } from '@/components/plans/project-plans';
import { can } from '@/lib/domain/accounts/permissions';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { plansOfProject } from '@/lib/server/plans/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.project'))('title') };
}

/** The plans of a project's compounds. */
export default async function ProjectPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('plan.read');
  const { id } = await params;
  const lines = z.uuid().safeParse(id).success
    ? await withReader(actor, (reader) => plansOfProject(reader, actor, id))
    : null;
  if (!lines) notFound();
  return <ProjectPlans lines={lines} mayWrite={can(actor.role, 'plan.write')} />;
}
