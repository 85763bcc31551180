import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { LiveGrid } from '@/components/votes/grid/live-grid';
import { can } from '@/lib/domain/accounts/permissions';
import { GRID_FILTERS } from '@/lib/domain/votes/grid';
import { takesChecks } from '@/lib/domain/votes/phases';
import type { Picture } from '@/lib/domain/votes/pulse';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { buildingOf, dwellingsElsewhere, gridFrame, gridHomes } from '@/lib/server/votes/grid';
import { roundView } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('votes'))('tabs.grid') };
}

export default async function GridPage({ params, searchParams }: Props) {
  const actor = await pageActor('vote.read', 'register.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const asked = await searchParams;
  const found = await withActor(actor, async (tx) => {
    const round = await roundView(tx, actor, id);
    if (!round) return null;
    const named = z.uuid().safeParse(asked.home);
    const wanted = named.success ? await buildingOf(tx, id, named.data) : asked.building;
    const building = round.buildings.find((one) => one.id === wanted) ?? round.buildings[0];
    const { menu, today, asOf } = await gridFrame(tx, id);
    const homes = building ? await gridHomes(tx, id, building.id) : [];
    const elsewhere = homes.some(({ voterDwellings }) => voterDwellings > 1)
      ? await dwellingsElsewhere(tx, id, building?.id ?? '')
      : [];
    return { round, building, menu, today, asOf, homes, elsewhere };
  });
  if (!found) notFound();
  const { round, building, menu, today, asOf, homes, elsewhere } = found;
  const t = await getTranslations('voteGrid');
  const open = round.status === 'open';
  const rights = {
    record: open && can(actor.role, 'vote.write'),
    check: takesChecks(round.status) && can(actor.role, 'vote.check'),
    evidence: can(actor.role, 'vote.check'),
    accountId: actor.accountId,
    name: actor.displayName,
  };
  const show = GRID_FILTERS.find((one) => one === asked.show) ?? 'all';
  const { tally, head, buildings } = round;
  const picture: Picture | null =
    building && tally && head
      ? {
          building: { id: building.id, name: building.name },
          seq: head.seq,
          asOf,
          tally,
          verdict: round.verdicts.find(({ decides }) => decides) ?? null,
          buildings,
          homes,
          elsewhere,
        }
      : null;
  return (
    <RoundFrame actor={actor} round={round} tab="grid">
      <ClientMessages namespaces={['voteGrid']}>
        {picture ? (
          <LiveGrid
            round={{ id, round: round.round, today, menu: round.round === 1 ? menu : [], rights }}
            open={open}
            page={JSON.stringify(picture)}
            show={show}
            home={homes.find((one) => one.id === asked.home)?.id}
          />
        ) : (
          <EmptyState title={t('notOpen')} description={t('notOpenText')} />
        )}
      </ClientMessages>
    </RoundFrame>
  );
}
