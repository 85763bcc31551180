import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CompoundsCard } from '@/components/projects/compounds-card';
import { ContractsCard } from '@/components/projects/contracts-card';
import { FactsCard } from '@/components/projects/facts-card';
import { FiguresCard } from '@/components/projects/figures-card';
import { FactsDialog } from '@/components/projects/forms/facts-dialog';
import { FiguresDialog } from '@/components/projects/forms/figures-dialog';
import { MembersDialog } from '@/components/projects/forms/members-dialog';
import { PermitsDialog } from '@/components/projects/forms/permits-dialog';
import { StatusDialog } from '@/components/projects/forms/status-dialog';
import { HistoryCard } from '@/components/projects/history-card';
import { PartiesCard } from '@/components/projects/parties-card';
import { PeopleCard } from '@/components/projects/people-card';
import { PermitsCard } from '@/components/projects/permits-card';
import { Card } from '@/components/ui/card';
import { LightCard } from '@/components/warnings/light-card';
import { can } from '@/lib/domain/accounts/permissions';
import { againstChangingMembers } from '@/lib/domain/projects/membership';
import { openActs } from '@/lib/domain/projects/status';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { pageActor } from '@/lib/server/gate';
import { readOverview } from './read';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('title') };
}

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readOverview(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook, people, events, accounts, companies, entities, compounds, light, clauses } = found;
  const t = await getTranslations('projects');
  const types = workflowOf(rulebook).renovationTypes.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  const mayWrite = project.status === 'active' && can(actor.role, 'project.write');
  const acts = can(actor.role, 'project.write') && project.stage <= 10 ? openActs(project.status) : [];
  return (
    <ClientMessages namespaces={['projects']}>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-4">
          <FactsCard
            project={project}
            types={types}
            action={
              mayWrite &&
              entities && <FactsDialog key={project.version} project={project} types={types} entities={entities} />
            }
          />
          <CompoundsCard
            members={project.members}
            mayOpen={can(actor.role, 'compound.read')}
            action={
              mayWrite &&
              againstChangingMembers(project.stage).length === 0 &&
              compounds && <MembersDialog key={project.version} project={project} compounds={compounds} />
            }
          />
          <FiguresCard
            project={project}
            action={mayWrite && <FiguresDialog key={project.version} project={project} />}
          />
          <ContractsCard
            projectId={project.id}
            contracts={project.contracts}
            sum={project.contractSum}
            companies={companies}
          />
        </div>
        <div className="min-w-0 space-y-4">
          {light && clauses && (
            <LightCard
              name={project.name}
              light={light}
              clauses={clauses.clauses}
              forecastClause={clauses.forecast}
              mayOpen={can(actor.role, 'dashboard.read')}
            />
          )}
          <PermitsCard
            project={project}
            rulebook={rulebook}
            action={mayWrite && <PermitsDialog key={project.version} project={project} />}
          />
          <PartiesCard projectId={project.id} parties={project.parties} companies={companies} />
          <PeopleCard projectId={project.id} people={people} accounts={mayWrite ? accounts : null} />
          {acts.length > 0 && (
            <Card title={t('status.title')} description={t('status.description')}>
              <div className="flex flex-wrap gap-2">
                {acts.map((act) => (
                  <StatusDialog key={`${act} ${project.version}`} project={project} act={act} />
                ))}
              </div>
            </Card>
          )}
          <HistoryCard events={events} rulebook={rulebook} />
        </div>
      </div>
    </ClientMessages>
  );
}
