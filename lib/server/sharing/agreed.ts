import 'server-only';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { shareOut } from '@/lib/domain/sharing/share-out';
import { inSourceOrder, sumsByPayer } from '@/lib/domain/sharing/sums';
import { RAISED } from '@/lib/domain/sharing/types';
import type { Actor } from '@/lib/server/actor';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import type { SharingFacts } from './ground';

/** The parts as they are agreed; the former ones give way. */
async function writeShares(tx: Tx, actor: Actor, facts: SharingFacts, no: number): Promise<void> {
  const { project, settings } = facts;
  const ruleOf = (id: string) => settings.compounds.find(({ compoundId }) => compoundId === id)?.rule ?? 'area';
  const rows = shareOut(facts).items.flatMap(({ item: { compoundId, buildingId, item }, parts }) =>
    parts.map(({ source, kind, payer, amount, rule, clause }) => ({
      ...{ source, kind: kind ?? '', payer, item, rule, clause, amount: amount.toString() },
      ...{ compound_id: compoundId, building_id: buildingId },
      share_rule: source === 'residents' && kind === RAISED ? ruleOf(compoundId) : null,
    })),
  );
  await tx.$executeRaw`UPDATE agreed_share SET status = 'superseded' WHERE project_id = ${project.id}::uuid AND status = 'current'`;
  await tx.$executeRaw`
    INSERT INTO agreed_share (project_id, no, source, kind, payer, compound_id, building_id, item, amount, rule, clause, share_rule, created_by)
    SELECT ${project.id}::uuid, ${no}::int, x.source, x.kind, x.payer, x.compound_id, x.building_id, x.item, x.amount, x.rule, x.clause, x.share_rule, ${actor.accountId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (source text, kind text, payer text, compound_id uuid, building_id uuid, item text, amount bigint, rule text,
      clause text, share_rule text)`;
}

/** One funding line for each payer; the lines before go out with the number of the sheet as their reason. */
async function writeLines(tx: Tx, actor: Actor, { project, items, ...facts }: SharingFacts, no: number): Promise<void> {
  const sums = sumsByPayer(shareOut({ ...facts, items }).items.flatMap(({ parts }) => parts));
  const cost = sumMoney(items.map((item) => item.cost));
  if (sumMoney(sums.map(({ amount }) => amount)) !== cost)
    throw new Error(`the parts do not make ${formatMoney(cost)}`);
  const rows = inSourceOrder(project.rulebook.funding.sources, sums).map((one) => ({
    ...one,
    amount: one.amount.toString(),
  }));
  await tx.$executeRaw`UPDATE funding_line SET retired_at = anju_now(), version = version + 1, updated_at = anju_now() WHERE project_id = ${project.id}::uuid AND retired_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO funding_line (project_id, source, kind, payer, amount, note, created_by)
    SELECT ${project.id}::uuid, x.source, x.kind, x.payer, x.amount, ${`资金分摊方案第${no}稿`}, ${actor.accountId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (source text, kind text, payer text, amount bigint)`;
}

export async function writeAgreed(tx: Tx, actor: Actor, facts: SharingFacts): Promise<void> {
  const no = (facts.agreed?.no ?? 0) + 1;
  await setAct(tx, { action: 'sharing.agree', reason: `采用资金分摊方案第${no}稿` });
  await writeShares(tx, actor, facts, no);
  await writeLines(tx, actor, facts, no);
  await tx.$executeRaw`
    INSERT INTO sharing (project_id, agreed_no, agreed_at, agreed_by, updated_by) VALUES (${facts.project.id}::uuid, ${no}::int, anju_now(), ${actor.accountId}::uuid, ${actor.accountId}::uuid)
    ON CONFLICT (project_id) DO UPDATE SET agreed_no = EXCLUDED.agreed_no, agreed_at = EXCLUDED.agreed_at, agreed_by = EXCLUDED.agreed_by, updated_by = EXCLUDED.updated_by,
      version = sharing.version + 1, updated_at = anju_now()`;
}
