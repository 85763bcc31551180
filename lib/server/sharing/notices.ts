import 'server-only';
import { formatMoney } from '@/lib/domain/kernel/money';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import { type AgreedPart, noticesOf, type PaymentNotice } from '@/lib/domain/sharing/notices';
import type { ShareRule } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { type ProjectGround, projectGround } from '@/lib/server/archive/project';
import type { Reader } from '@/lib/server/db/with-reader';
import { type HouseholdShare, householdShares } from './households';
import { agreedResidentAmounts } from './queries';

export interface NoticeFacts {
  project: ProjectGround;
  notice: PaymentNotice;
  /** where `notice` is about the households of a compound */
  compound: { id: string; name: string } | null;
  households: HouseholdShare[];
  shareRule: ShareRule;
  /** the day on which the sheet was agreed: the paper is the same whenever it is printed */
  agreedOn: string;
  no: number;
}

interface Agreed {
  project: ProjectGround;
  parts: AgreedPart[];
  names: Map<string, string>;
  agreedOn: string;
  no: number;
}

async function agreedOf(reader: Reader, actor: Actor, projectId: string): Promise<Agreed | null> {
  const project = await projectGround(reader, actor, projectId);
  if (!project) return null;
  const [rows, [sheet]] = await Promise.all([
    reader.$queryRaw<(Omit<AgreedPart, 'amount'> & { amount: string; compoundName: string })[]>`
      SELECT a.source, nullif(a.kind, '') AS kind, a.payer, a.compound_id AS "compoundId", a.building_id AS "buildingId", a.item, a.amount::text AS amount, a.rule, a.clause,
        c.name AS "compoundName"
      FROM agreed_share a JOIN compound c ON c.id = a.compound_id WHERE a.project_id = ${projectId}::uuid AND a.status = 'current'
      ORDER BY array_position(ARRAY['pipeline', 'originalUnit', 'social', 'other', 'residents'], a.source), a.payer, c.name, c.id, a.item, a.id`,
    reader.$queryRaw<{ no: number; day: string }[]>`
      SELECT s.agreed_no AS no, (s.agreed_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM sharing s WHERE s.project_id = ${projectId}::uuid AND s.agreed_no IS NOT NULL`,
  ]);
  const names = new Map(rows.map(({ compoundId, compoundName }) => [compoundId, compoundName]));
  const parts = rows.map(({ compoundName: _, amount, ...part }) => ({ ...part, amount: BigInt(amount) }));
  return { project, parts, names, agreedOn: sheet?.day ?? '', no: sheet?.no ?? 0 };
}

async function factsOf(reader: Reader, agreed: Agreed, notice: PaymentNotice): Promise<NoticeFacts | null> {
  const { project, names, agreedOn, no } = agreed;
  const id = notice.compoundId;
  if (id === null) {
    return { project, notice, compound: null, households: [], shareRule: 'area', agreedOn, no };
  }
  const raised = (await agreedResidentAmounts(reader, project.id)).find(({ compoundId }) => compoundId === id);
  const shareRule = raised?.rule ?? 'area';
  const households = await householdShares(reader, id, notice.amount, shareRule);
  // Whoever may not see the register of a compound does not write to its households.
  if (households.length === 0) return null;
  return { project, notice, compound: { id, name: names.get(id) ?? '' }, households, shareRule, agreedOn, no };
}

/** Every payer's notice of what was agreed; null: no such project for this person. */
export async function noticesFor(reader: Reader, actor: Actor, projectId: string): Promise<NoticeFacts[] | null> {
  const agreed = await agreedOf(reader, actor, projectId);
  if (!agreed) return null;
  const { fiscal } = ledgerRulesOf(agreed.project.rulebook);
  const found: NoticeFacts[] = [];
  for (const notice of noticesOf(agreed.parts, fiscal)) {
    const facts = await factsOf(reader, agreed, notice);
    if (facts) found.push(facts);
  }
  return found;
}

export const noticeView = ({ notice, compound }: NoticeFacts) => ({
  ...{ key: notice.key, source: notice.source, payer: notice.payer, compound },
  amount: formatMoney(notice.amount),
  items: new Set(notice.parts.map(({ item }) => item)).size,
});

/** One payer's, by its key. */
export async function noticeFor(
  reader: Reader,
  actor: Actor,
  projectId: string,
  key: string,
): Promise<NoticeFacts | null> {
  const agreed = await agreedOf(reader, actor, projectId);
  if (!agreed) return null;
  const { fiscal } = ledgerRulesOf(agreed.project.rulebook);
  const notice = noticesOf(agreed.parts, fiscal).find((one) => one.key === key);
  return notice ? factsOf(reader, agreed, notice) : null;
}
