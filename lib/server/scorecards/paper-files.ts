import 'server-only';
import type { AnnexForm } from '@/lib/domain/scorecards/paper/annex';
import { proofList } from '@/lib/domain/scorecards/paper/proof-index';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { spanDocx } from '@/lib/server/papers/span-docx';
import { XLSX } from '@/lib/server/workbooks/response';
import { spanBook } from '@/lib/server/workbooks/span-book';
import { annexOfCard, decisionOfSeason, reportOfCard } from './card-papers';
import type { FrozenFacts, ProofsToPack } from './proofs-package';
import { cardRecord, seasonRecords } from './season/records';
import { seasonRows } from './season/season-rows';

interface PaperFile {
  bytes: Buffer;
  name: string;
  mediaType: string;
}

/** 楚雄州 */
async function prefectureName(reader: Reader, actor: Actor): Promise<string> {
  const rows = await reader.$queryRaw<{ name: string }[]>`SELECT name FROM unit WHERE id = ${actor.prefectureId}::uuid`;
  return rows[0]?.name ?? '';
}

const recordOf = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const record = await cardRecord(reader, actor, id);
    return record && { record, prefecture: await prefectureName(reader, actor) };
  });

interface Which {
  id: string;
  form: AnnexForm;
  kind: 'docx' | 'xlsx';
}

/** 评价表 of a card; null: it is not there for this person. */
export async function annexFile(actor: Actor, { id, form, kind }: Which): Promise<PaperFile | null> {
  const found = await recordOf(actor, id);
  if (!found) return null;
  const { row, season } = found.record;
  const table = annexOfCard(found.record, form);
  const name = `${season.year}年${row.county.name}绩效评价表${form === 'all' ? '（自评、复核、审议）' : ''}.${kind}`;
  return kind === 'docx'
    ? { bytes: await spanDocx(table, row.county.name), name, mediaType: DOCX }
    : { bytes: await spanBook('评价表', table), name, mediaType: XLSX };
}

/** 自评报告 of a card; null: not there for this person, or the county submitted none. */
export async function reportFile(actor: Actor, id: string): Promise<PaperFile | null> {
  const found = await recordOf(actor, id);
  if (!found) return null;
  const paper = reportOfCard(found.record, found.prefecture);
  if (!paper) return null;
  const name = `${found.record.row.county.name}${paper.title}.docx`;
  return { bytes: await officialDocx(paper), name, mediaType: DOCX };
}

/** 审议表 of a season. */
export async function decisionFile(actor: Actor, id: string, kind: Which['kind']): Promise<PaperFile | null> {
  const found = await withReader(actor, async (reader) => {
    const [season] = await seasonRows(reader, actor, Prisma.sql`s.id = ${id}::uuid`);
    if (!season) return null;
    const records = await seasonRecords(reader, actor, season);
    return { season, records, prefecture: await prefectureName(reader, actor) };
  });
  if (!found) return null;
  const { season, records, prefecture } = found;
  const table = decisionOfSeason({ season, prefecture, whole: actor.level === 'prefecture' }, records);
  const name = `${table.title}.${kind}`;
  return kind === 'docx'
    ? { bytes: await spanDocx(table, prefecture), name, mediaType: DOCX }
    : { bytes: await spanBook('审议表', table), name, mediaType: XLSX };
}

interface ProofRow {
  id: string;
  criterion: string | null;
  title: string;
  fileId: string;
  name: string;
  size: number;
  sha256: string;
  key: string;
}

/** The proofs of a card that stand and the facts of its last submission. null: not there for this person. */
export const proofsToPack = (actor: Actor, id: string): Promise<ProofsToPack | null> =>
  withReader(actor, async (reader) => {
    const record = await cardRecord(reader, actor, id);
    if (!record) return null;
    const rows = await reader.$queryRaw<ProofRow[]>`
      SELECT p.id, p.criterion, p.title, p.file_id AS "fileId", f.name, f.size, p.file_sha256 AS sha256, f.storage_key AS key
      FROM score_proof p JOIN stored_file f ON f.id = p.file_id WHERE p.scorecard_id = ${id}::uuid AND p.retired_at IS NULL`;
    const [facts] = await reader.$queryRaw<FrozenFacts[]>`
      SELECT n.content::text AS text, (extract(epoch FROM n.taken_at) * 1000)::bigint::text AS stamp, n.hash
      FROM score_snapshot n WHERE n.scorecard_id = ${id}::uuid ORDER BY n.no DESC LIMIT 1`;
    const keys = new Map(rows.map((row) => [row.id, row.key]));
    const counted = new Set(record.parts.proofs.map((proof) => proof.id));
    const counting = rows.filter((row) => counted.has(row.id));
    const proofs = counting.map(({ fileId, name, size, key: _, ...row }) => ({
      ...row,
      file: { id: fileId, name, size },
    }));
    return {
      ...{ county: record.row.county.name, year: record.season.year, facts: facts ?? null },
      list: proofList(record.book, proofs).map((packed) => ({ ...packed, key: keys.get(packed.proof.id) ?? '' })),
    };
  });
