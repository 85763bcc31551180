import type pg from 'pg';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { dateOf, type Ground, idOfPerson, instantOf, type Told } from '../projects/told';
import { onStage } from '../votes/stage';
import { allocations, isFundable, type Planned, reward } from './allocations';
import { tellDraftBatch } from './draft-batch';
import { type DuesSet, duesSet, writeDues } from './dues';
import { householdPayments } from './household-payments';
import { tellMaintenance } from './maintenance';
import { type Move, moveOf, numbered, reversalOf } from './moves';
import { tellOrders } from './orders';
import { paymentsOf, type Signed } from './payments';
import { ownMoney, receiptsOf } from './receipts';
import { tellStatements } from './statements';

const PLANNED = `SELECT project_id AS "projectId", source, coalesce(kind, '') AS kind, payer, amount::text AS amount FROM funding_line WHERE retired_at IS NULL`;
const CONTRACTS = `SELECT k.project_id AS "projectId", k.id, k.kind, o.name AS company, k.amount::text AS amount
  FROM contract k JOIN company o ON o.id = k.company_id ORDER BY k.project_id, k.signed_on, k.no`;

type AsText<T> = Omit<T, 'amount'> & { projectId: string; amount: string };

async function byProject<T extends { amount: bigint }>(client: pg.Client, sql: string): Promise<Map<string, T[]>> {
  const { rows } = await client.query<AsText<T>>(sql);
  const groups = groupBy(rows, ({ projectId }) => projectId);
  const read = (row: AsText<T>) => ({ ...row, amount: BigInt(row.amount) }) as unknown as T;
  return new Map([...groups].map(([id, own]) => [id, own.map(read)]));
}

const of = (moves: readonly Move[], told: Told) => moves.filter((move) => move.ofProject && move.told === told);

/** Two mistakes that were put right: an allocation written twice, and a payment from the wrong project's paper. */
function mistakes(all: readonly Told[], moves: readonly Move[]): Move[] {
  const told = all.find(({ story }) => story.county === '532302' && story.year === 2020);
  const own = told ? of(moves, told).filter(({ day }) => day < -3) : [];
  const doubled = own.find(({ movement, pot }) => movement === 'allocated' && pot.kind === 'county');
  const paid = own.findLast(({ movement }) => movement === 'paid');
  const again = doubled && moveOf({ ...doubled, day: doubled.day + 1, note: `${doubled.note}（重复记账）` });
  const back = again && reversalOf(again, 2, '重复登记，按原凭证冲销');
  const wrong = paid && reversalOf(paid, 2, '收款账号有误，银行退汇，冲销后重新支付');
  const right = paid && moveOf({ ...paid, day: paid.day + 3, note: `${paid.note}（重新支付）` });
  return [again, back, wrong, right].filter((move) => move !== undefined);
}

/** What a withdrawn project was given goes back. */
function givenBack(moves: readonly Move[], day: number): Move[] {
  return moves
    .filter((move) => move.day < day)
    .map((move) => reversalOf(move, Math.max(day + 20 - move.day, 1), '项目撤销，收回下达资金'));
}

interface Known {
  plans: Map<string, Planned[]>;
  contracts: Map<string, Signed[]>;
  dues: DuesSet;
}

function movesOf(all: readonly Told[], { plans, contracts, dues }: Known): Move[] {
  const planOf = ({ id }: Told) => plans.get(id) ?? [];
  const given = allocations(all, planOf);
  const households = householdPayments(dues.owing);
  const each = all.filter(isFundable).flatMap((told) => {
    const own = of(given, told);
    if (told.story.withdrawn)
      return givenBack(
        own.filter(({ movement }) => movement === 'allocated'),
        told.days['6.complete'],
      );
    const income = [
      ...receiptsOf(told, own),
      ...(told.story.suspended ? [] : ownMoney(told, planOf(told))),
      ...of(dues.moves, told),
      ...of(households.kept, told),
    ];
    return [...income, ...paymentsOf(told, income, contracts.get(told.id) ?? [])];
  });
  const moves = [...given, ...reward(all), ...each, ...households.back].filter(({ day }) => day < 0);
  return [...moves, ...mistakes(all, moves)];
}

/** A payment was asked for in the morning and approved in the afternoon; so was one that was taken back. */
function tellOrder({ rows, next }: Ground, move: Move & { voucherNo: string }): void {
  const { told, pot } = move;
  rows.add('payment_order', {
    ...{ id: next('paymentOrder'), project_id: told.id, contract_id: move.contractId, reverses_id: move.reverses },
    ...{ source: pot.source, fund_kind: pot.kind, earmark: pot.earmark, amount: move.amount, items: asItems(move) },
    ...{ payee: move.counterparty, purpose: move.note, pay_on: dateOf(told, move.day), voucher_no: move.voucherNo },
    ...{ created_by: idOfPerson(told, move.by), created_at: instantOf(told, move.day, '09:10') },
    ...{ status: 'approved', decided_by: idOfPerson(told, move.approvedBy ?? ''), entry_id: move.id, version: 2 },
    decided_at: instantOf(told, move.day, WRITTEN),
  });
}

const WRITTEN = '15:20';
const asItems = ({ items }: Move) => items?.map(({ item, amount }) => ({ item, amount: String(amount) })) ?? null;

function tell(ground: Ground, moves: readonly Move[]): void {
  const { rows } = ground;
  for (const move of numbered(moves)) {
    const { told, pot } = move;
    rows.add('ledger_entry', {
      ...{ id: move.id, county_id: told.county.id, project_id: move.ofProject ? told.id : null },
      ...{ programme_year_id: ground.year(told.story.year).id, kind: move.movement },
      ...{ source: pot.source, fund_kind: pot.kind, earmark: pot.earmark, amount: move.amount },
      ...{ entry_on: dateOf(told, move.day), voucher_no: move.voucherNo, note: move.note || null },
      ...{ counterparty: move.counterparty, contract_id: move.contractId, reverses_id: move.reverses },
      ...{ items: asItems(move), batch_line_id: move.batchLine },
      ...{ created_by: idOfPerson(told, move.by), created_at: instantOf(told, move.day, WRITTEN) },
      approved_by: move.approvedBy ? idOfPerson(told, move.approvedBy) : null,
    });
    if (move.approvedBy) tellOrder(ground, move);
  }
}

const ISSUE = `UPDATE fund_batch b SET status = 'issued', issued_by = x.by, issued_at = x.at, version = version + 1
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, by uuid, at timestamptz) WHERE b.id = x.id`;

/** 资金台账 of the demonstration, written as the offices write it: entries alone; debits, credits and sums are the database's own. */
export async function loadLedger(client: pg.Client, ground: Ground, all: readonly Told[]): Promise<number> {
  const plans = await byProject<Planned>(client, PLANNED);
  const contracts = await byProject<Signed>(client, CONTRACTS);
  const moves = movesOf(all, { plans, contracts, dues: await duesSet(client, all) });
  tell(ground, moves);
  for (const table of ['fund_batch', 'fund_batch_line', 'ledger_entry', 'payment_order'])
    await ground.rows.write(client, table);
  await writeDues(client, ground);
  await client.query(ISSUE, [JSON.stringify(ground.rows.of('fund_batch_issue'))]);
  await onStage(client, ground.today, async (stage) => {
    await tellMaintenance(stage, all);
    await tellOrders(stage, all);
    await tellDraftBatch(stage, ground);
    await tellStatements(stage, ground);
  });
  await client.query(
    'ANALYZE ledger_entry, ledger_line, ledger_account, ledger_total, payment_order, contribution_due, contribution_payment',
  );
  return moves.length;
}
