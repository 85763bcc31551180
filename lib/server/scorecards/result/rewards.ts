import 'server-only';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import type { RewardAnswer } from '@/lib/domain/scorecards/result-answers';
import { completedOf, type RewardFacts } from '@/lib/domain/scorecards/reward';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { fileOf } from '../season/season-rows';

export interface RewardRow extends RewardAnswer {
  id: string;
  /** hundredths */
  claims: string;
  replacedAt: string | null;
}

/** What was entered as reward money of a season: what stands first, then what it replaced, the latest first. */
export const rewardRows = (reader: Reader, seasonId: string): Promise<RewardRow[]> =>
  reader.$queryRaw<RewardRow[]>(Prisma.sql`
    SELECT r.id, (r.amount / 100.0)::numeric(16, 2)::text AS amount, r.claims::text, r.note, r.document_no AS "documentNo", r.document_on::text AS "documentOn", ${fileOf('f')} AS file,
      r.version, ${instant('r.created_at')} AS at, anju_name_of(r.created_by) AS by, ${instant('r.replaced_at')} AS "replacedAt"
    FROM score_reward r LEFT JOIN stored_file f ON f.id = r.file_id WHERE r.season_id = ${seasonId}::uuid ORDER BY r.version DESC LIMIT 200`);

export const rewardView = ({ id: _, claims: __, replacedAt: ___, ...reward }: RewardRow): RewardAnswer => reward;

export interface ShareRow {
  countyId: string;
  weight: number;
  total: number;
  completed: number;
  amount: string;
}

/** The parts that this person may see: of all counties, or of the own one. */
export const shareRows = (reader: Reader, rewardId: string): Promise<ShareRow[]> =>
  reader.$queryRaw<ShareRow[]>`
    SELECT county_id AS "countyId", weight, total, completed, (amount / 100.0)::numeric(16, 2)::text AS amount FROM score_reward_share WHERE reward_id = ${rewardId}::uuid`;

/** What the split is reckoned from: final results, and the facts as they were frozen with the last submission. */
export async function rewardFacts(reader: Reader, seasonId: string): Promise<RewardFacts[]> {
  const rows = await reader.$queryRaw<(Omit<RewardFacts, 'completed'> & { frozen: ScoreFacts })[]>`
    SELECT c.county_id AS "countyId", c.grade, c.total, n.content AS frozen FROM scorecard c JOIN score_snapshot n ON n.scorecard_id = c.id AND n.no = c.submissions
      JOIN unit u ON u.id = c.county_id
    WHERE c.season_id = ${seasonId}::uuid AND c.status = 'final' ORDER BY c.rank, u.sort_order, u.code`;
  return rows.map(({ frozen, ...row }) => ({ ...row, completed: completedOf(frozen) }));
}
