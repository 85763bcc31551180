import 'server-only';
import type { Money } from '@/lib/domain/kernel/money';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { ShareRule } from '@/lib/domain/votes/types';
import type { Reader } from '@/lib/server/db/with-reader';

export interface AgreedResidentAmount {
  compoundId: string;
  amount: Money;
  /** how its households share it: by area (民法典 283), or equal parts */
  rule: ShareRule;
}

/** What the households of each compound are to raise (各户自筹), as the county last agreed; money they have together (征收补偿 …) is not in it. */
export async function agreedResidentAmounts(reader: Reader, projectId: string): Promise<AgreedResidentAmount[]> {
  const rows = await reader.$queryRaw<{ compoundId: string; amount: string; rule: ShareRule }[]>`
    SELECT a.compound_id AS "compoundId", sum(a.amount)::text AS amount, coalesce(max(a.share_rule), 'area') AS rule FROM agreed_share a
    WHERE a.project_id = ${projectId}::uuid AND a.status = 'current' AND a.source = 'residents' AND a.kind = 'selfRaised' GROUP BY a.compound_id ORDER BY a.compound_id`;
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Funding lines that come from an agreed sheet are changed there, with a reason, and not by hand. */
export async function againstByHand(reader: Reader, projectId: string): Promise<Reason[]> {
  const [row] = await reader.$queryRaw<{ agreed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM agreed_share WHERE project_id = ${projectId}::uuid AND status = 'current') AS agreed`;
  return row?.agreed ? [reason('sharing.byHand', undefined, { clause: '决定/改变分摊' })] : [];
}

/** Names of the county's pipeline companies, offered where a payer is named. */
export async function pipelineCompanies(reader: Reader, countyId: string): Promise<string[]> {
  const rows = await reader.$queryRaw<{ name: string }[]>`
    SELECT o.name FROM company o WHERE o.county_id = ${countyId}::uuid AND 'pipeline' = ANY(o.kinds) AND o.retired_at IS NULL ORDER BY o.name, o.id LIMIT 200`;
  return rows.map(({ name }) => name);
}
