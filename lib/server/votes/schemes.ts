import 'server-only';
import { createHash } from 'node:crypto';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { reason } from '@/lib/domain/kernel/result';
import type { SchemeUse, SchemeView } from '@/lib/domain/votes/answers';
import type { SchemeCreate, SchemePartInput, SchemeUpdate } from '@/lib/domain/votes/schema';
import { againstFinal, missingParts, shareReasons } from '@/lib/domain/votes/schemes';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, type Denied, done, notFound, refused } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from './rows';

type Row = Omit<SchemeView, 'estimate' | 'ownersShare' | 'missing'> & { estimate: string; ownersShare: string };

async function read(reader: Reader, actor: Actor, where: Prisma.Sql): Promise<SchemeView[]> {
  const { rulebook } = await rulebookInForce(reader);
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT s.id, s.no, s.title, s.estimate::text AS estimate, s.owners_share::text AS "ownersShare", s.share_rule AS "shareRule", s.note, s.status, s.hash,
      ${instant('s.finalized_at')} AS "finalizedAt", s.version, json_build_object('id', c.id, 'name', c.name, 'code', c.code) AS compound,
      coalesce((SELECT json_agg(json_build_object('part', p.part, 'summary', p.summary, 'fileId', p.file_id, 'fileName', f.name, 'sha256', p.file_sha256))
        FROM scheme_part p LEFT JOIN stored_file f ON f.id = p.file_id WHERE p.scheme_id = s.id), '[]') AS parts
    FROM scheme s JOIN compound c ON c.id = s.compound_id WHERE s.county_id = ANY(${[...actor.counties]}::uuid[]) AND ${where} ORDER BY s.no DESC LIMIT 200`);
  const order = rulebook.votes.schemeParts.map(({ code }) => code);
  return rows.map((row) => ({
    ...row,
    estimate: formatHundredths(BigInt(row.estimate)),
    ownersShare: formatHundredths(BigInt(row.ownersShare)),
    parts: [...row.parts].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part)),
    missing: missingParts(order, row.parts),
  }));
}

export const schemesOf = (reader: Reader, actor: Actor, compoundId: string): Promise<SchemeView[]> =>
  read(reader, actor, Prisma.sql`s.compound_id = ${compoundId}::uuid`);

export const oneScheme = async (reader: Reader, actor: Actor, id: string): Promise<SchemeView | null> =>
  (await read(reader, actor, Prisma.sql`s.id = ${id}::uuid`))[0] ?? null;

/** What has been done with a version since it was final. */
export async function schemeUse(reader: Reader, actor: Actor, schemeId: string): Promise<SchemeUse> {
  const counties = [...actor.counties];
  const [notices, rounds] = await Promise.all([
    reader.$queryRaw<NonNullable<SchemeUse['notice']>[]>`
      SELECT id, status FROM notice WHERE scheme_id = ${schemeId}::uuid AND kind = 'design' AND status <> 'withdrawn' AND county_id = ANY(${counties}::uuid[]) ORDER BY created_at DESC LIMIT 1`,
    reader.$queryRaw<NonNullable<SchemeUse['round']>[]>`
      SELECT id, status FROM vote_round WHERE scheme_id = ${schemeId}::uuid AND status <> 'cancelled' AND county_id = ANY(${counties}::uuid[]) ORDER BY attempt DESC LIMIT 1`,
  ]);
  return { notice: notices[0] ?? null, round: rounds[0] ?? null };
}

/** A new version; with `from`, the parts of an earlier one are taken over and can be exchanged one by one. */
export async function createScheme(tx: Tx, actor: Actor, input: SchemeCreate): Promise<Answer<SchemeView>> {
  const [compound] = await tx.$queryRaw<{ next: number }[]>`
    SELECT (SELECT coalesce(max(no), 0)::int + 1 FROM scheme s WHERE s.compound_id = c.id) AS next FROM compound c
    WHERE c.id = ${input.compoundId}::uuid AND c.status = 'active' AND c.county_id = ANY(${[...actor.counties]}::uuid[]) FOR UPDATE`;
  if (!compound) return notFound();
  const reasons = shareReasons(input.estimate, input.ownersShare);
  const from = input.from ? await oneScheme(tx, actor, input.from) : null;
  if (input.from && from?.compound.id !== input.compoundId)
    reasons.push(reason('vote.schemeOfOther', undefined, { field: 'from' }));
  if (reasons.length > 0) return refused(reasons);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO scheme (compound_id, county_id, no, title, estimate, owners_share, share_rule, note, created_by)
    SELECT c.id, c.county_id, ${compound.next}::int, ${input.title}, ${input.estimate}::bigint, ${input.ownersShare}::bigint, ${input.shareRule}, ${input.note ?? null}, ${actor.accountId}::uuid
    FROM compound c WHERE c.id = ${input.compoundId}::uuid RETURNING id`;
  const id = row?.id ?? '';
  if (from) {
    await tx.$executeRaw`
      INSERT INTO scheme_part (scheme_id, part, county_id, summary, file_id, file_sha256)
      SELECT ${id}::uuid, part, county_id, summary, file_id, file_sha256 FROM scheme_part WHERE scheme_id = ${from.id}::uuid`;
  }
  const made = await oneScheme(tx, actor, id);
  return made ? created(made, { version: made.version }) : notFound();
}

/** Behind a lock, as the person saw it, and still a draft. */
async function draft(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  sent: unknown,
): Promise<{ answer: Denied } | { scheme: SchemeView }> {
  await tx.$queryRaw`SELECT 1 FROM scheme WHERE id = ${id}::uuid FOR UPDATE`;
  const scheme = await oneScheme(tx, actor, id);
  if (!scheme) return { answer: notFound() };
  if (scheme.version !== version) return { answer: conflict(scheme, sent, scheme.version) };
  return scheme.status === 'final' ? { answer: refused([reason('vote.schemeIsFinal')]) } : { scheme };
}

async function answered(tx: Tx, actor: Actor, id: string): Promise<Answer<SchemeView>> {
  const saved = await oneScheme(tx, actor, id);
  return saved ? done(saved, { version: saved.version }) : notFound();
}

export async function updateScheme(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: SchemeUpdate,
): Promise<Answer<SchemeView>> {
  const found = await draft(tx, actor, id, version, {
    ...input,
    ...(input.estimate === undefined ? {} : { estimate: formatHundredths(input.estimate) }),
    ...(input.ownersShare === undefined ? {} : { ownersShare: formatHundredths(input.ownersShare) }),
  });
  if ('answer' in found) return found.answer;
  const [sums] = await tx.$queryRaw<
    { estimate: bigint; share: bigint }[]
  >`SELECT estimate, owners_share AS share FROM scheme WHERE id = ${id}::uuid`;
  const [estimate, share] = [input.estimate ?? sums?.estimate ?? 0n, input.ownersShare ?? sums?.share ?? 0n];
  const reasons = shareReasons(estimate, share);
  if (reasons.length > 0) return refused(reasons);
  const note = input.note === undefined ? found.scheme.note : input.note;
  await tx.$executeRaw`
    UPDATE scheme SET title = ${input.title ?? found.scheme.title}, estimate = ${estimate}::bigint, owners_share = ${share}::bigint,
      share_rule = ${input.shareRule ?? found.scheme.shareRule}, note = ${note}, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** One of the six parts: what residents read of it, and its file with the file's hash. */
export async function writePart(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  part: string,
  input: SchemePartInput,
): Promise<Answer<SchemeView>> {
  const found = await draft(tx, actor, id, version, input);
  if ('answer' in found) return found.answer;
  const { rulebook } = await rulebookInForce(tx);
  if (!rulebook.votes.schemeParts.some(({ code }) => code === part)) return notFound();
  const kept = found.scheme.parts.find((one) => one.part === part)?.fileId ?? null;
  const fileId = input.fileId === undefined ? kept : input.fileId;
  const [file] = fileId
    ? await tx.$queryRaw<{ sha256: string }[]>`
        UPDATE stored_file f SET county_id = s.county_id, subdistrict_id = s.subdistrict_id, community_id = s.community_id FROM scheme s
        WHERE f.id = ${fileId}::uuid AND s.id = ${id}::uuid AND f.purpose IN ('photo', 'document') RETURNING f.sha256`
    : [];
  if (fileId && !file) return notFound();
  await tx.$executeRaw`
    INSERT INTO scheme_part (scheme_id, part, county_id, summary, file_id, file_sha256)
    SELECT id, ${part}, county_id, ${input.summary}, ${fileId}::uuid, ${file?.sha256 ?? null} FROM scheme WHERE id = ${id}::uuid
    ON CONFLICT (scheme_id, part) DO UPDATE SET summary = EXCLUDED.summary, file_id = EXCLUDED.file_id, file_sha256 = EXCLUDED.file_sha256, updated_at = anju_now()`;
  await tx.$executeRaw`UPDATE scheme SET version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}

/** The scheme as it will be published and voted on: all six parts are there, and one hash holds every word and file of them. */
export async function finalizeScheme(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<SchemeView>> {
  const found = await draft(tx, actor, id, version, {});
  if ('answer' in found) return found.answer;
  const { scheme } = found;
  const against = againstFinal(scheme.missing);
  if (against.length > 0) return refused(against);
  const said = [
    scheme.compound.id,
    scheme.no,
    scheme.title,
    scheme.estimate,
    scheme.ownersShare,
    scheme.shareRule,
    scheme.note,
    scheme.parts.map(({ part, summary, fileId, sha256 }) => [part, summary, fileId, sha256]),
  ];
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  await setAct(tx, { action: 'scheme.finalize' });
  await tx.$executeRaw`
    UPDATE scheme SET status = 'final', hash = ${hash}, finalized_at = anju_now(), finalized_by = ${actor.accountId}::uuid, version = version + 1, updated_at = anju_now()
    WHERE id = ${id}::uuid`;
  return answered(tx, actor, id);
}
