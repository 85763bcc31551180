import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { Actor } from '@/lib/server/actor';
import { freshen } from '@/lib/server/warnings/fresh';
import { type TasksOf, task } from './kind';

/** A yellow light is new for a week. */
const NEW_DAYS = 7;

/** Whoever runs the projects of a county, or watches over all of them. */
const isFor = ({ role }: Actor): boolean => can(role, 'project.write') || can(role, 'annualPlan.write');

/** Before the tasks are read: lights that are not true any more, on a connection of their own. */
export async function freshLights(actor: Actor): Promise<void> {
  if (isFor(actor)) await freshen({ counties: actor.counties });
}

/** Projects with a red light, and those whose light has turned yellow: one line for all. */
export const projectLights: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!isFor(actor)) return [];
  const [row] = await tx.$queryRaw<{ red: number; yellow: number }[]>`
    SELECT count(*) FILTER (WHERE k.place = 0)::int AS red, count(*) FILTER (WHERE k.place = 1 AND k.since_on > anju_today() - ${NEW_DAYS}::int)::int AS yellow
    FROM project_light k WHERE k.place < 2 AND k.county_id = ANY(${[...actor.counties]}::uuid[])`;
  const { red, yellow } = row ?? { red: 0, yellow: 0 };
  if (red + yellow === 0) return [];
  const href = `/watch?light=${red > 0 ? 'red' : 'yellow'}`;
  return [
    {
      ...task(asked, { key: 'lights', kind: 'lights', href, params: { red, yellow } }),
      light: red > 0 ? 'red' : 'amber',
    },
  ];
};
