import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountKey, type Balances, figuresOf, post as postRule } from '@/lib/domain/funds/books';
import type { AccountClass, Movement, Pot, Reversible } from '@/lib/domain/funds/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { withActor } from '@/lib/server/db/with-actor';
import { askPayment, askReversal, decideOrder } from '@/lib/server/funds/orders';
import { post, reverse } from '@/lib/server/funds/post';
import { type MoneyProject, moneyProject, voucher } from '../../support/money';
import { makeWorld, type World } from '../../support/world';

let world: World;
let projects: MoneyProject[];
beforeAll(async () => {
  world = await makeWorld();
  projects = [await moneyProject(world, { contract: 3_000_00 }), await moneyProject(world)];
});
afterAll(() => world.end());

const command = fc.record({
  what: fc.constantFrom('allocated', 'received', 'received', 'paid', 'paid', 'assigned', 'reverse', 'reverse'),
  project: fc.nat(1),
  earmark: fc.constantFrom('general', 'lines'),
  // also nothing, less than nothing and far too much
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 900_00n }), fc.constantFrom(0n, -5n, 9_000_000_000_000n)),
  item: fc.constantFrom('C-R05', 'C-R07', 'C-R01', ''),
  day: fc.constantFrom('2020-03-01', '2020-04-15', '2999-01-01'),
  back: fc.nat(),
  own: fc.boolean(),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  id: string;
  kind: Movement;
  was: Reversible | null;
  project: string | null;
  source: Pot['source'];
  fund: string;
  earmark: string;
  amount: string;
  items: { item: string; amount: string }[] | null;
  reverses: string | null;
}
const HISTORY = `SELECT e.id, e.kind, w.kind AS was, e.project_id AS project, e.source, e.fund_kind AS fund, e.earmark, e.amount::text AS amount, e.items, e.reverses_id AS reverses
  FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id ORDER BY e.created_at, e.id`;
const history = async () => (await world.owner.query<Row>(HISTORY)).rows;

/** There is something to move: not everything that follows is refused. */
const BEGINS: readonly Command[] = (['allocated', 'received'] as const).map((what) => ({
  ...{ what, project: 0, earmark: 'general', amount: 100_00n, item: 'C-R05', day: '2020-03-01', back: 0, own: false },
}));

/** The command, as the routes would run it: in a transaction of its own. Whatever it answers, the books must hold. */
async function run({ what, project, earmark, amount, item, day, back, own }: Command): Promise<void> {
  const { lufengClerk: clerk, lufengFinance: finance } = world.actors;
  const [at, date] = [projects[project] as MoneyProject, calendarDateOf(day)];
  const pot = { source: 'local', kind: 'county', earmark } as const;
  const entry = { amount, entryOn: date, voucherNo: voucher() };
  const safely = (work: Promise<unknown>) =>
    work.catch((thrown) => expect(thrown).toMatchObject({ message: expect.any(String) }));
  if (what === 'reverse') {
    const all = await history();
    const chosen = all.length > 0 ? all[back % all.length] : undefined;
    if (!chosen) return;
    const paper = { voucherNo: voucher('冲'), note: '记错' };
    if (chosen.kind !== 'paid') {
      await safely(withActor(finance, (tx) => reverse(tx, finance, chosen.id, { ...paper, entryOn: date })));
      return;
    }
    const asked = { purpose: '退款', payOn: date, voucherNo: paper.voucherNo };
    const order = await withActor(clerk, (tx) => askReversal(tx, clerk, chosen.id, asked)).catch(() => null);
    if (order?.ok)
      await withActor(finance, (tx) =>
        decideOrder(tx, finance, { id: order.value.id, version: 1 }, { decision: 'approve' }),
      );
    return;
  }
  if (what !== 'paid') {
    const movement = what as 'allocated' | 'received' | 'assigned';
    await safely(withActor(finance, (tx) => post(tx, finance, at.id, { movement, ...pot, ...entry })));
    return;
  }
  const input = { ...pot, amount, contractId: at.contractId, items: [{ item, amount }], payOn: date };
  const order = await withActor(clerk, (tx) =>
    askPayment(tx, clerk, at.id, { ...input, purpose: '进度款', voucherNo: voucher() }),
  ).catch(() => null);
  if (!order?.ok) return;
  const by = own ? clerk : finance;
  const decided = await withActor(by, (tx) =>
    decideOrder(tx, by, { id: order.value.id, version: 1 }, { decision: 'approve' }),
  );
  if (own) expect(decided.ok).toBe(false);
}

/** Debits are credits; nothing is below zero; history added again gives the accounts; paid stays within its contract. */
async function holds(): Promise<void> {
  const { rows: accounts } = await world.owner.query<Omit<Row, 'amount'> & { class: AccountClass; balance: string }>(
    'SELECT project_id AS project, source, fund_kind AS fund, earmark, class, balance::text AS balance FROM ledger_account',
  );
  const kept = new Map(
    accounts.map((one) => [
      accountKey({ source: one.source, kind: one.fund, earmark: one.earmark }, one.project, one.class),
      BigInt(one.balance),
    ]),
  );
  expect([...kept.values()].reduce((sum, one) => sum + one, 0n)).toBe(0n);
  for (const [key, balance] of kept) expect(key.endsWith('/grant') ? balance <= 0n : balance >= 0n, key).toBe(true);
  const added = (await history()).reduce<Balances>(
    (balances, one) =>
      postRule(balances, {
        movement: one.kind,
        pot: { source: one.source, kind: one.fund, earmark: one.earmark },
        projectId: one.project,
        amount: BigInt(one.amount),
        items: one.items?.map(({ item, amount }) => ({ item, amount: BigInt(amount) })) ?? null,
        reverses: one.reverses && one.was ? { id: one.reverses, movement: one.was } : null,
      }),
    new Map(),
  );
  const standing = (all: Balances) => new Map([...all].filter(([, sum]) => sum !== 0n).sort());
  expect(standing(kept)).toEqual(standing(added));
  for (const { id } of projects) {
    const figures = figuresOf(
      accounts
        .filter(({ project }) => project === id)
        .map((one) => ({ class: one.class, balance: BigInt(one.balance) })),
    );
    expect(figures.paid <= figures.received && figures.received <= figures.allocated).toBe(true);
  }
  const { rows } = await world.owner.query(
    `SELECT 1 FROM ledger_line GROUP BY entry_id HAVING sum(CASE side WHEN 'debit' THEN amount ELSE -amount END) <> 0
     UNION ALL SELECT 1 FROM contract_paid c JOIN contract k ON k.id = c.contract_id WHERE c.paid > k.amount OR c.paid < 0
     UNION ALL SELECT 1 FROM ledger_entry WHERE kind = 'paid' AND approved_by = created_by`,
  );
  expect(rows).toEqual([]);
}

it('after any sequence of valid and invalid commands the books balance, nothing is below zero, and history adds up', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (all) => {
      for (const one of [...BEGINS, ...all]) await run(one);
      await holds();
      seen = (await history()).length;
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(seen).toBeGreaterThanOrEqual(24);
}, 120_000);
