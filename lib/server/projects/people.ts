import 'server-only';
import type { PersonView } from '@/lib/domain/projects/answers';
import { nameReasons, type PersonFacts } from '@/lib/domain/projects/people';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { holdForWork } from './lock';
import { projectScope } from './scope';

/** Who is named to the project; whose account one may not see stands without a name. */
export async function peopleOf(reader: Reader, actor: Actor, projectId: string): Promise<PersonView[]> {
  return reader.$queryRaw<PersonView[]>`
    SELECT n.account_id AS "accountId", coalesce(a.display_name, '—') AS name, coalesce(a.role, '') AS role, ${instant('n.ended_at')} AS "endedAt"
    FROM project_person n LEFT JOIN account a ON a.id = n.account_id
    WHERE n.project_id = ${projectId}::uuid AND ${projectScope(actor, Prisma.sql`n.project_id`, Prisma.sql`n.county_id`)} ORDER BY n.ended_at NULLS FIRST, n.created_at, n.account_id`;
}

/** Accounts of the county that could be named. */
export async function nameable(
  reader: Reader,
  countyId: string,
): Promise<{ id: string; name: string; role: string }[]> {
  return reader.$queryRaw`
    SELECT id, display_name AS name, role FROM account WHERE county_id = ${countyId}::uuid AND role IN ('implementing_entity', 'supervisor') AND disabled_at IS NULL
    ORDER BY role, display_name, id LIMIT 500`;
}

async function answered(tx: Tx, actor: Actor, projectId: string, accountId: string): Promise<PersonView | null> {
  return (await peopleOf(tx, actor, projectId)).find((one) => one.accountId === accountId) ?? null;
}

export async function namePerson(
  tx: Tx,
  actor: Actor,
  projectId: string,
  accountId: string,
): Promise<Answer<PersonView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const { countyId } = held.value;
  const [person] = await tx.$queryRaw<PersonFacts[]>`
    SELECT a.role, a.disabled_at IS NOT NULL AS disabled, a.county_id = ${countyId}::uuid AS "ofCounty",
      EXISTS (SELECT 1 FROM project_person n WHERE n.project_id = ${projectId}::uuid AND n.account_id = a.id AND n.ended_at IS NULL) AS named
    FROM account a WHERE a.id = ${accountId}::uuid`;
  const against = nameReasons(person ?? null);
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    INSERT INTO project_person (project_id, account_id, county_id, created_by) VALUES (${projectId}::uuid, ${accountId}::uuid, ${countyId}::uuid, ${actor.accountId}::uuid)
    ON CONFLICT (project_id, account_id) DO UPDATE SET ended_at = NULL`;
  const view = await answered(tx, actor, projectId, accountId);
  return view ? created(view) : notFound();
}

/** From the next request on the project is not there for them. */
export async function endPerson(
  tx: Tx,
  actor: Actor,
  projectId: string,
  accountId: string,
): Promise<Answer<PersonView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  await tx.$executeRaw`
    UPDATE project_person SET ended_at = anju_now() WHERE project_id = ${projectId}::uuid AND account_id = ${accountId}::uuid AND ended_at IS NULL`;
  const view = await answered(tx, actor, projectId, accountId);
  return view ? done(view) : notFound();
}
