import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import type { ContractView } from '@/lib/domain/projects/answers';
import { contractReasons } from '@/lib/domain/projects/contracts';
import type { ContractInput } from '@/lib/domain/projects/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { asSent } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyOf } from './companies';
import { takeFile } from './files';
import { type HeldProject, holdForWork } from './lock';
import { companyName, yuan } from './rows';
import { projectScope } from './scope';

/** Of contract k and its company o: one JSON object. */
export const CONTRACT = Prisma.sql`json_build_object('id', k.id, 'kind', k.kind, 'no', k.no, 'name', k.name, 'company', json_build_object('id', k.company_id, 'name', ${companyName('k.company_id')}),
  'amount', ${yuan('k.amount')}, 'tenderMethod', k.tender_method, 'awardedOn', k.awarded_on, 'signedOn', k.signed_on, 'startOn', k.start_on, 'endOn', k.end_on,
  'file', (SELECT json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) FROM stored_file f WHERE f.id = k.file_id), 'status', k.status, 'endedReason', k.ended_reason, 'version', k.version)`;

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<ContractView[]> {
  const rows = await reader.$queryRaw<{ doc: ContractView }[]>`
    SELECT ${CONTRACT} AS doc FROM contract k LEFT JOIN company o ON o.id = k.company_id
    WHERE ${projectScope(actor, Prisma.sql`k.project_id`, Prisma.sql`k.county_id`)} AND ${where} ORDER BY k.status, k.signed_on, k.no`;
  return rows.map(({ doc }) => doc);
}

export const contractsOf = (reader: Reader, actor: Actor, projectId: string): Promise<ContractView[]> =>
  read(reader, actor, Prisma.sql`k.project_id = ${projectId}::uuid`);

async function one(reader: Reader, actor: Actor, projectId: string, id: string): Promise<ContractView | null> {
  return (await read(reader, actor, Prisma.sql`k.project_id = ${projectId}::uuid AND k.id = ${id}::uuid`))[0] ?? null;
}

async function reasonsOf(tx: Tx, actor: Actor, project: HeldProject, input: ContractInput, self?: string) {
  const same = await tx.contract.findFirst({
    where: { projectId: project.id, no: input.no, ...(self ? { id: { not: self } } : {}) },
    select: { id: true },
  });
  const { tenderMethod = null, awardedOn = null, startOn = null, endOn = null } = input;
  const file = await takeFile(tx, actor, project, { fileId: input.fileId, wanted: 'scan', field: 'fileId' });
  return {
    sha256: file.sha256,
    against: [
      ...contractReasons({
        ...input,
        ...{ tenderMethod, awardedOn, startOn, endOn },
        company: await companyOf(tx, project.countyId, input.companyId),
        sameNo: same !== null,
        today: project.today as CalendarDate,
      }),
      ...file.reasons,
    ],
  };
}

export async function addContract(
  tx: Tx,
  actor: Actor,
  projectId: string,
  input: ContractInput,
): Promise<Answer<ContractView>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const { against, sha256 } = await reasonsOf(tx, actor, held.value, input);
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO contract (project_id, county_id, kind, no, name, company_id, amount, tender_method, awarded_on, signed_on, start_on, end_on, file_id, file_sha256, created_by)
    VALUES (${projectId}::uuid, ${held.value.countyId}::uuid, ${input.kind}, ${input.no}, ${input.name}, ${input.companyId}::uuid, ${input.amount}::bigint, ${input.tenderMethod ?? null},
      ${input.awardedOn ?? null}::date, ${input.signedOn}::date, ${input.startOn ?? null}::date, ${input.endOn ?? null}::date, ${input.fileId ?? null}::uuid, ${sha256}, ${actor.accountId}::uuid)
    RETURNING id`;
  const view = await one(tx, actor, projectId, row?.id ?? '');
  return view ? created(view, { version: view.version }) : notFound();
}

interface Which {
  projectId: string;
  id: string;
  version: number;
}

/** A contract under way, behind the project's lock, as the person saw it. */
async function hold(
  tx: Tx,
  actor: Actor,
  { projectId, id, version }: Which,
  sent: unknown,
): Promise<Answer<HeldProject>> {
  const held = await holdForWork(tx, actor, projectId);
  if (!held.ok) return held;
  const contract = await one(tx, actor, projectId, id);
  if (!contract) return notFound();
  if (contract.version !== version) return conflict(contract, sent, contract.version);
  return contract.status === 'active' ? held : refused([reason('contract.ended', { no: contract.no })]);
}

async function answered(tx: Tx, actor: Actor, { projectId, id }: Which): Promise<Answer<ContractView>> {
  const view = await one(tx, actor, projectId, id);
  return view ? done(view, { version: view.version }) : notFound();
}

/** A contract is written anew as a whole; what it said before is in the audit. */
export async function changeContract(
  tx: Tx,
  actor: Actor,
  which: Which,
  input: ContractInput,
): Promise<Answer<ContractView>> {
  const held = await hold(tx, actor, which, asSent(input));
  if (!held.ok) return held;
  const { against, sha256 } = await reasonsOf(tx, actor, held.value, input, which.id);
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    UPDATE contract SET kind = ${input.kind}, no = ${input.no}, name = ${input.name}, company_id = ${input.companyId}::uuid, amount = ${input.amount}::bigint,
      tender_method = ${input.tenderMethod ?? null}, awarded_on = ${input.awardedOn ?? null}::date, signed_on = ${input.signedOn}::date, start_on = ${input.startOn ?? null}::date,
      end_on = ${input.endOn ?? null}::date, file_id = coalesce(${input.fileId ?? null}::uuid, file_id), file_sha256 = coalesce(${sha256}, file_sha256),
      version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which);
}

/** Ended early or dissolved: it counts in no sum any more, and stays. */
export async function endContract(tx: Tx, actor: Actor, which: Which, why: string): Promise<Answer<ContractView>> {
  const held = await hold(tx, actor, which, { reason: why });
  if (!held.ok) return held;
  await setAct(tx, { action: 'contract.end', reason: why });
  await tx.$executeRaw`
    UPDATE contract SET status = 'ended', ended_reason = ${why}, version = version + 1, updated_at = anju_now() WHERE id = ${which.id}::uuid`;
  return answered(tx, actor, which);
}
