import 'server-only';
import type { PartyView } from '@/lib/domain/projects/answers';
import { partyReasons } from '@/lib/domain/projects/parties';
import type { PartyInput } from '@/lib/domain/projects/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, created, done, notFound, refused } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyOf } from './companies';
import { holdForWork } from './lock';
import { companyName } from './rows';
import { projectScope } from './scope';

/** Towns and communities are told the names of who takes part; the register itself is the offices'. */
const read = (reader: Reader, actor: Actor, where: Prisma.Sql): Promise<PartyView[]> =>
  reader.$queryRaw<PartyView[]>`
    SELECT y.id, y.kind, json_build_object('id', y.company_id, 'name', ${companyName('y.company_id')}) AS company, y.person, ${instant('y.ended_at')} AS "endedAt"
    FROM project_party y LEFT JOIN company o ON o.id = y.company_id
    WHERE ${projectScope(actor, Prisma.sql`y.project_id`, Prisma.sql`y.county_id`)} AND ${where} ORDER BY y.ended_at NULLS FIRST, y.created_at, y.id`;

export const partiesOf = (reader: Reader, actor: Actor, projectId: string): Promise<PartyView[]> =>
  read(reader, actor, Prisma.sql`y.project_id = ${projectId}::uuid`);

async function one(reader: Reader, actor: Actor, id: string): Promise<PartyView | null> {
  return (await read(reader, actor, Prisma.sql`y.id = ${id}::uuid`))[0] ?? null;
}

export async function addParty(tx: Tx, actor: Actor, projectId: string, input: PartyInput): Promise<Answer<PartyView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const { kind, companyId, person } = input;
  const company = await companyOf(tx, held.value.countyId, companyId);
  const there = await tx.projectParty.findFirst({
    where: { projectId, kind, companyId, endedAt: null },
    select: { id: true },
  });
  const against = partyReasons({ kind, company, there: there !== null });
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO project_party (project_id, county_id, kind, company_id, person, created_by)
    VALUES (${projectId}::uuid, ${held.value.countyId}::uuid, ${kind}, ${companyId}::uuid, ${person ?? null}, ${actor.accountId}::uuid) RETURNING id`;
  const view = await one(tx, actor, row?.id ?? '');
  return view ? created(view) : notFound();
}

/** It took part until now; that stays in the record. */
export async function endParty(tx: Tx, actor: Actor, projectId: string, id: string): Promise<Answer<PartyView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  await tx.$executeRaw`UPDATE project_party SET ended_at = anju_now() WHERE id = ${id}::uuid AND project_id = ${projectId}::uuid AND ended_at IS NULL`;
  const view = await read(tx, actor, Prisma.sql`y.id = ${id}::uuid AND y.project_id = ${projectId}::uuid`);
  return view[0] ? done(view[0]) : notFound();
}
