import 'server-only';
import type { RowDecisionInput } from '@/lib/domain/imports/answers';
import { fieldSpec, type Scalar } from '@/lib/domain/imports/fields';
import type { Decision } from '@/lib/domain/imports/planner';
import { readField } from '@/lib/domain/imports/read-row';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, clash, done, notFound, refused } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { enqueue } from '@/lib/server/jobs/enqueue';
import { findBatch } from './batch';
import type { Mapping } from './types';

interface Moved {
  id: string;
  status: string;
}

const keep = (mapping: Mapping | null): Mapping =>
  mapping ?? { sheet: '', headerRow: 0, fingerprint: '', columns: [], constants: {} };

/** Reads the file again, with what is agreed by now. */
async function readAgain(tx: Tx, actor: Actor, id: string, mapping: Mapping): Promise<void> {
  await tx.$executeRaw`UPDATE import_batch SET status = 'uploaded', mapping = ${JSON.stringify(mapping)}::jsonb, version = version + 1 WHERE id = ${id}::uuid`;
  await enqueue(tx, 'import.read', { batchId: id, accountId: actor.accountId });
}

function mappingReasons(mapping: Mapping): Reason[] {
  const fields = mapping.columns.flatMap(({ field }) => field ?? []);
  const twice = [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))];
  return [
    ...fields
      .filter((field) => !fieldSpec('compound', field))
      .map((found) => reason('import.mapping.unknownField', { found })),
    ...twice.map((field) => reason('import.mapping.twice', { found: fieldSpec('compound', field)?.label.zh ?? field })),
    ...(fields.includes('name') ? [] : [reason('import.mapping.noName')]),
  ];
}

/** Values for all rows are read as cells are: 是, 1.3万㎡, 房改房. What can't be read is refused with its sentence. */
function constantsOf(constants: Readonly<Record<string, Scalar>>): {
  values: Record<string, Scalar>;
  reasons: Reason[];
} {
  const values: Record<string, Scalar> = {};
  const reasons: Reason[] = [];
  for (const [field, cell] of Object.entries(constants)) {
    const spec = fieldSpec('compound', field);
    if (!spec) reasons.push(reason('import.mapping.unknownField', { found: field }));
    else if (cell !== null && cell !== '') {
      const read = readField(cell, { spec });
      if ('error' in read) reasons.push({ ...read.error, field });
      else values[field] = read.value;
    }
  }
  return { values, reasons };
}

/** The clerk's word on what the columns are; remembered for this county by the list's header. */
export async function agreeMapping(tx: Tx, actor: Actor, id: string, wanted: Mapping): Promise<Answer<Moved>> {
  const batch = await findBatch(tx, actor, id);
  if (!batch) return notFound();
  if (batch.status !== 'mapping' && !(batch.kind === 'mapped' && batch.status === 'previewed'))
    return clash('import_not_mapping');
  const constants = constantsOf(wanted.constants);
  const reasons = [...mappingReasons(wanted), ...constants.reasons];
  if (reasons.length > 0) return refused(reasons);
  const mapping: Mapping = { ...wanted, constants: constants.values };
  const text = JSON.stringify(mapping);
  await tx.$executeRaw`INSERT INTO import_mapping AS m (county_id, fingerprint, name, mapping, created_by, used_at)
    VALUES (${batch.countyId}::uuid, ${wanted.fingerprint}, ${batch.fileName}, ${text}::jsonb, ${actor.accountId}::uuid, anju_now())
    ON CONFLICT (county_id, fingerprint) DO UPDATE SET mapping = EXCLUDED.mapping, created_by = EXCLUDED.created_by, used_at = anju_now(), version = m.version + 1`;
  await readAgain(tx, actor, id, mapping);
  return done({ id, status: 'uploaded' }, { status: 202 });
}

/** Whose version holds is noted in the row; which compound is meant changes what the rows below it do, so the file is compared anew. */
export async function decideRows(
  tx: Tx,
  actor: Actor,
  id: string,
  decisions: readonly RowDecisionInput[],
): Promise<Answer<Moved>> {
  const batch = await findBatch(tx, actor, id);
  if (!batch) return notFound();
  if (batch.status !== 'previewed') return clash('import_not_previewed');
  const mapping = keep(batch.mapping);
  const matches = { ...mapping.matches };
  const versions = { ...mapping.versions };
  const reasons: Reason[] = [];
  let again = false;
  for (const { entity, rowNo, chosen } of decisions) {
    const row = await tx.importRow.findUnique({
      where: { batchId_entity_rowNo: { batchId: id, entity, rowNo } },
      select: { decision: true },
    });
    const decision = row?.decision as Decision | null | undefined;
    if (!decision) reasons.push(reason('import.decision.noRow', { row: rowNo }));
    else if (decision.kind === 'version' && (chosen === 'mine' || chosen === 'theirs')) {
      versions[`${entity}/${rowNo}`] = chosen;
      await tx.$executeRaw`UPDATE import_row SET decision = jsonb_set(decision, '{chosen}', to_jsonb(${chosen}::text))
        WHERE batch_id = ${id}::uuid AND entity = ${entity} AND row_no = ${rowNo}::int`;
    } else if (
      decision.kind === 'match' &&
      (chosen === 'new' || decision.candidates.some((one) => one.id === chosen))
    ) {
      matches[String(rowNo)] = chosen;
      again = true;
    } else reasons.push(reason('import.decision.noChoice', { row: rowNo, found: chosen }));
  }
  if (reasons.length > 0) return refused(reasons);
  const next = { ...mapping, matches, versions };
  if (again) {
    await readAgain(tx, actor, id, next);
    return done({ id, status: 'uploaded' }, { status: 202 });
  }
  await tx.$executeRaw`UPDATE import_batch SET mapping = ${JSON.stringify(next)}::jsonb, version = version + 1 WHERE id = ${id}::uuid`;
  return done({ id, status: 'previewed' });
}

/** The last word: from here on the job writes. Of two who confirm at once, one does. */
export async function confirmImport(tx: Tx, actor: Actor, id: string): Promise<Answer<Moved>> {
  const batch = await findBatch(tx, actor, id);
  if (!batch) return notFound();
  const taken =
    await tx.$executeRaw`UPDATE import_batch SET status = 'applying', progress_done = 0, version = version + 1,
    progress_total = (SELECT count(*)::int FROM import_row r WHERE r.batch_id = ${id}::uuid AND r.action <> 'unchanged')
    WHERE id = ${id}::uuid AND status = 'previewed'`;
  if (taken === 0) return clash('import_not_previewed');
  const [open] = await tx.$queryRaw<{ errors: number; undecided: number; writes: number }[]>`SELECT
    (SELECT count(*)::int FROM import_finding f WHERE f.batch_id = ${id}::uuid AND f.level = 'error') AS errors,
    count(*) FILTER (WHERE action = 'conflict' AND decision ->> 'chosen' IS NULL)::int AS undecided,
    count(*) FILTER (WHERE action IN ('new', 'changed') OR decision ->> 'chosen' = 'mine' OR data ? 'alias')::int AS writes
    FROM import_row WHERE batch_id = ${id}::uuid`;
  const reasons = [
    ...(open && open.errors > 0 ? [reason('import.confirm.errors', { count: open.errors })] : []),
    ...(open && open.undecided > 0 ? [reason('import.confirm.undecided', { count: open.undecided })] : []),
    ...(open && open.errors === 0 && open.undecided === 0 && open.writes === 0
      ? [reason('import.confirm.nothing')]
      : []),
  ];
  if (reasons.length > 0) return refused(reasons);
  await enqueue(tx, 'import.apply', { batchId: id, accountId: actor.accountId });
  return done({ id, status: 'applying' }, { status: 202 });
}

export async function cancelImport(tx: Tx, actor: Actor, id: string): Promise<Answer<Moved>> {
  if (!(await findBatch(tx, actor, id))) return notFound();
  const taken = await tx.$executeRaw`UPDATE import_batch SET status = 'cancelled', version = version + 1
    WHERE id = ${id}::uuid AND status IN ('uploaded', 'reading', 'mapping', 'previewed')`;
  return taken === 0 ? clash('import_closed') : done({ id, status: 'cancelled' });
}
