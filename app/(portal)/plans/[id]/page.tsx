import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { HavesCard } from '@/components/plans/haves-card';
import { PlanDesk } from '@/components/plans/matrix/plan-desk';
import { PlanHeader } from '@/components/plans/plan-header';
import { Banner } from '@/components/ui/banner';
import { can } from '@/lib/domain/accounts/permissions';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { payersFor } from '@/lib/server/plans/payers';
import { versionsOf } from '@/lib/server/plans/queries';
import { planView } from '@/lib/server/plans/view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const plan = await planView(reader, actor, id);
    if (!plan) return null;
    return {
      plan,
      versions: await versionsOf(reader, actor, plan.compound.id),
      payers: await payersFor(reader, plan.id),
    };
  });

/** 一区一策、一楼一策: the matrix of a compound. */
export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('plan.read');
  const { id } = await params;
  const found = z.uuid().safeParse(id).success ? await read(actor, id) : null;
  if (!found) notFound();
  const { plan, versions, payers } = found;
  const t = await getTranslations('plans');
  const mayWrite = can(actor.role, 'plan.write') && plan.compound.active;
  return (
    <ClientMessages namespaces={['plans', 'voteGrid']}>
      <PlanHeader plan={plan} versions={versions} mayWrite={mayWrite} />
      {!plan.compound.active && (
        <div className="mb-4">
          <Banner tone="amber" title={t('compoundRetired')} />
        </div>
      )}
      <PlanDesk key={plan.id} first={plan} payers={payers} mayWrite={mayWrite} />
      <HavesCard compoundId={plan.compound.id} haves={plan.haves} mayWrite={mayWrite} />
    </ClientMessages>
  );
}
