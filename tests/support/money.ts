import type { Pot } from '@/lib/domain/funds/types';
import { parseMoney } from '@/lib/domain/kernel/money';
import { type ProjectMade, planRow, projectRow } from './project-rows';
import { insert, type World } from './world';

export interface MoneyProject extends ProjectMade {
  contractId: string;
}

/** A project that may be paid: past stage 4, with drains and roads in its plan and one contract for construction. */
export async function moneyProject(
  world: World,
  { contract = 1_000_000_00, stage = 8, county = 'lufeng' as 'lufeng' | 'shuangbai' } = {},
): Promise<MoneyProject> {
  const project = await projectRow(world, { stage, county, contractSum: contract });
  const compound = project.compounds[0];
  if (!compound) throw new Error('a project without a compound');
  await planRow(world, project, compound.id, [
    ['C-R05', null],
    ['C-R07', null],
  ]);
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1', [
    project.id,
  ]);
  return { ...project, contractId: rows[0]?.id ?? '' };
}

/** A line of the funding plan. Fen. */
export const plannedLine = (world: World, project: ProjectMade, source: string, kind: string | null, amount: number) =>
  insert(world.owner, 'funding_line', {
    ...{ project_id: project.id, county_id: project.countyId, source, kind, amount },
    created_by: world.actors.lufengClerk.accountId,
  });

let serial = 0;
/** A number that no voucher has yet. */
export const voucher = (word = '记') => `${word}-2020-${String(++serial).padStart(4, '0')}`;

export interface Sums {
  classes: Record<string, string>;
  /** of all accounts of the world: nothing, if the books balance */
  sum: string;
  lowest: string;
}

/** What the accounts of a project hold, and whether all books balance. */
export async function accountsOf(world: World, projectId: string): Promise<Sums> {
  const { rows } = await world.owner.query<{ class: string; balance: string }>(
    'SELECT class, sum(balance)::text AS balance FROM ledger_account WHERE project_id = $1 GROUP BY class ORDER BY class',
    [projectId],
  );
  const { rows: all } = await world.owner.query<{ sum: string; lowest: string }>(
    `SELECT coalesce(sum(balance), 0)::text AS sum, least(coalesce(min(CASE class WHEN 'grant' THEN -balance ELSE balance END), 0), 0)::text AS lowest FROM ledger_account`,
  );
  return {
    classes: Object.fromEntries(rows.map((row) => [row.class, row.balance])),
    sum: all[0]?.sum ?? '',
    lowest: all[0]?.lowest ?? '',
  };
}

export const COUNTY: Pot = { source: 'local', kind: 'county', earmark: 'general' };

/** Yuan as answers and workbooks say them, in fen. */
export function fen(text: string): bigint {
  const read = parseMoney(text);
  if (!read.ok) throw new Error(`not a sum: ${text}`);
  return read.value;
}
