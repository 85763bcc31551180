import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { TakeAlong } from '@/components/field/take-along';
import { MilestonesCard } from '@/components/progress/milestones-card';
import { MonthsTable } from '@/components/progress/months-table';
import { can } from '@/lib/domain/accounts/permissions';
import { againstActing } from '@/lib/domain/projects/acting';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { limitsOf, milestonesOf } from '@/lib/server/progress/milestones';
import { monthsOf } from '@/lib/server/progress/months';
import { membersOf } from '@/lib/server/projects/queries';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.reports') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const [months, milestones, limits, compounds, today] = await Promise.all([
      monthsOf(reader, actor, id),
      milestonesOf(reader, actor, id),
      limitsOf(reader, id),
      membersOf(reader, actor, id),
      todayOf(reader),
    ]);
    return { months, milestones, limits, compounds, today };
  });

/** 月报: start and completion, and the reports month by month. */
export default async function ReportsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project } = found;
  const { months, milestones, limits, compounds, today } = await read(actor, project.id);
  if (!months || !limits) notFound();
  const works =
    project.status === 'active' && can(actor.role, 'progress.write') && againstActing(actor, project).length === 0;
  return (
    <ClientMessages namespaces={['progress']}>
      <div className="space-y-4">
        {works && (
          <p className="flex justify-end">
            <TakeAlong of={{ project: project.id }} size="sm" />
          </p>
        )}
        <MonthsTable projectId={project.id} months={months.items} />
        <MilestonesCard
          projectId={project.id}
          {...{ milestones, compounds, today, limits }}
          rights={{
            report: works,
            decide: can(actor.role, 'milestone.decide'),
          }}
        />
      </div>
    </ClientMessages>
  );
}
