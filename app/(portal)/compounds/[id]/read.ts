import { HOMES_AT_ONCE, MOST_HOMES } from '@/components/compounds/register-address';
import { can } from '@/lib/domain/accounts/permissions';
import type { Actor } from '@/lib/server/actor';
import { compoundDetail } from '@/lib/server/compounds/detail';
import { buildingsOf, householdsOf } from '@/lib/server/compounds/register';
import { withActor } from '@/lib/server/db/with-actor';
import { filesOf } from '@/lib/server/files/compound-files';
import { versionsOf } from '@/lib/server/plans/queries';
import { votesOfCompound } from '@/lib/server/votes/of-compound';

/** Everything the page shows, in one transaction: the parts fit together. */
export function readCompound(actor: Actor, id: string, wanted: string | undefined, shown: number) {
  return withActor(actor, async (tx) => {
    const compound = await compoundDetail(tx, actor, id);
    if (!compound) return null;
    const buildings = await buildingsOf(tx, actor, id);
    const limit = Math.min(Math.max(shown, HOMES_AT_ONCE), MOST_HOMES);
    const mayRegister = can(actor.role, 'register.read');
    const building = mayRegister ? (buildings.find((one) => one.id === wanted) ?? buildings[0]) : undefined;
    const homes = building ? await householdsOf(tx, actor, id, { building: building.id, limit }) : null;
    const files = await filesOf(tx, actor, id);
    return {
      compound,
      votes: can(actor.role, 'vote.read') ? await votesOfCompound(tx, actor, id) : null,
      plans: can(actor.role, 'plan.read') ? await versionsOf(tx, actor, id) : null,
      buildings,
      mayRegister,
      building,
      homes: homes?.items ?? [],
      moreHomes: Boolean(homes?.nextCursor),
      photos: files.filter((file) => file.kind === 'photo'),
      documents: files.filter((file) => file.kind === 'document'),
    };
  });
}
