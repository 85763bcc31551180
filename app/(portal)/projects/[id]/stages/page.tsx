import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { HistoryCard } from '@/components/projects/history-card';
import { ChangesCard, ContradictionsCard, PermitsCard } from '@/components/stages/aside-cards';
import { NowCard } from '@/components/stages/now-card';
import { StageCard } from '@/components/stages/stage-card';
import { StageRail } from '@/components/stages/stage-rail';
import { Banner } from '@/components/ui/banner';
import { onlyReads } from '@/lib/domain/accounts/permissions';
import { clause } from '@/lib/domain/rulebook/rulebook';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { stagesWithRules } from '@/lib/server/stages/queries';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stages'))('title') };
}

const read = (actor: Actor, id: string) => withReader(actor, (reader) => stagesWithRules(reader, actor, id));

/** The ten stages of a project: what is missing at each moment, and the step that is next. */
export default async function StagesPage({ params }: Props) {
  const actor = await pageActor('project.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success ? await read(actor, id) : null;
  if (!found) notFound();
  const { view: project, rulebook, today } = found;
  const t = await getTranslations('stages');
  const { stages } = project;
  const clauses = Object.fromEntries(
    rulebook.clauses.map((one) => {
      const known = clause(rulebook, one.id);
      return [one.id, { clause: known?.clause ?? one.id, sentence: known?.text ?? '' }];
    }),
  );
  const mayMend = !onlyReads(actor.role);
  const current = stages.find(({ status }) => status === 'current');
  return (
    <ClientMessages namespaces={['stages', 'reasons']}>
      <div className="space-y-4">
        <StageRail stages={stages} />
        {project.status !== 'active' && <Banner tone="amber" title={t(project.status)} />}
        {!current && <Banner tone="green" title={t('allComplete')} />}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <aside className="min-w-0 space-y-4 xl:order-last">
            {current && <NowCard projectId={id} stage={current} {...{ today, clauses, mayMend }} />}
            <ContradictionsCard contradictions={project.contradictions} />
            <ChangesCard changes={project.changes} tolerance={project.tolerancePercent} />
            <PermitsCard projectId={id} permits={project.permits} mayMend={mayMend} />
          </aside>
          <div className="min-w-0 space-y-4">
            {stages.map((stage) => (
              <StageCard key={stage.stage} projectId={id} {...{ stage, clauses, mayMend }} />
            ))}
            <HistoryCard events={project.events} rulebook={rulebook} />
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
