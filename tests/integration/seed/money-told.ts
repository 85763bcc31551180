import { describe, expect, test } from 'vitest';
import { can } from '@/lib/domain/accounts/permissions';
import type { Role } from '@/lib/domain/accounts/roles';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { sumMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { setDues } from '@/lib/server/contributions/dues';
import { remindersOf } from '@/lib/server/contributions/list';
import { progressOf } from '@/lib/server/contributions/progress';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { idleMoney } from '@/lib/server/funds/idle';
import { statements, statementView } from '@/lib/server/funds/imports/queries';
import { projectMoney } from '@/lib/server/funds/project-money';
import { paymentOrders } from '@/lib/server/funds/queries';
import { shortages } from '@/lib/server/funds/shortages';
import { maintenanceFund } from '@/lib/server/maintenance/queries';
import { tasksFor } from '@/lib/server/tasks/queries';
import { STORIES } from '@/prisma/seed/demonstration/projects/stories';

export interface Demonstration {
  rowsOf: <T>(sql: string) => Promise<T[]>;
  person: (username: string) => Actor;
}

const fen = (yuan: string | undefined): bigint => parseHundredths(yuan ?? '') ?? 0n;

class Undone extends Error {}
/** What a command would answer, and nothing of it stays. */
async function tried<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await withActor(actor, async (tx) => {
    answer = { value: await work(tx) };
    throw new Undone();
  }).catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (!answer) throw new Error('not tried');
  return answer.value;
}

/** The money of the demonstration, as the offices find it. */
export function moneyIsTold({ rowsOf, person }: Demonstration): void {
  const projectId = async (part: string): Promise<string> => {
    const [row] = await rowsOf<{ id: string }>(
      `SELECT id FROM project WHERE name LIKE '%${part}%' ORDER BY code LIMIT 1`,
    );
    if (!row) throw new Error(`no project ${part}`);
    return row.id;
  };
  const compoundOf = async (name: string): Promise<string> => {
    const [row] = await rowsOf<{ id: string }>(
      `SELECT c.id FROM compound c JOIN unit u ON u.id = c.county_id WHERE u.code = '532302' AND c.name = '${name}' AND c.status = 'active'`,
    );
    if (!row) throw new Error(`no compound ${name}`);
    return row.id;
  };

  describe('the ledger', () => {
    test('kept sums are what a recount says, and every batch is given out to the fen', async () => {
      expect(
        await rowsOf(`WITH kept AS (SELECT county_id, programme_year_id, measure, source, fund_kind, month, amount, entries FROM ledger_total),
          counted AS (SELECT u.id AS county_id, y.id AS programme_year_id, c.measure, c.source, c.fund_kind, c.month, c.amount, c.entries
            FROM unit u CROSS JOIN programme_year y CROSS JOIN LATERAL ledger_counted(u.id, y.id) c WHERE u.kind = 'county' AND c.measure NOT IN ('planned', 'flow'))
        (TABLE kept EXCEPT TABLE counted) UNION ALL (TABLE counted EXCEPT TABLE kept)`),
      ).toEqual([]);
      expect(
        await rowsOf(`SELECT b.document_no FROM fund_batch b JOIN fund_batch_line l ON l.batch_id = b.id LEFT JOIN ledger_entry e ON e.batch_line_id = l.id
        WHERE b.status = 'issued' GROUP BY b.id HAVING b.total <> sum(l.amount) OR sum(l.amount) <> sum(e.amount)`),
      ).toEqual([]);
    });

    test('pays what is planned, after the approvals were filed, by two people, and leaves money idle', async () => {
      expect(
        await rowsOf(`SELECT e.voucher_no FROM ledger_entry e JOIN project_stage s ON s.project_id = e.project_id AND s.stage = 4
        WHERE e.kind = 'paid' AND (s.accepted_at IS NULL OR e.entry_on < s.accepted_at::date OR e.approved_by = e.created_by)`),
      ).toEqual([]);
      expect(
        await rowsOf(`SELECT e.voucher_no, i ->> 'item' AS item FROM ledger_entry e, jsonb_array_elements(e.items) i WHERE i ->> 'item' <> '' AND NOT EXISTS
        (SELECT 1 FROM project_compound m JOIN plan_item t ON t.compound_id = m.compound_id AND t.answer = 'todo' WHERE m.project_id = e.project_id AND t.item = i ->> 'item')`),
      ).toEqual([]);
      const [facts] = await rowsOf<Record<string, number>>(`SELECT
      (SELECT count(DISTINCT county_id)::int FROM ledger_entry) AS counties, (SELECT count(*)::int FROM ledger_entry WHERE kind = 'reversed') AS reversals,
      (SELECT count(*)::int FROM ledger_account WHERE class = 'pool' AND balance > 0) AS pools, (SELECT count(*)::int FROM payment_order WHERE status = 'submitted') AS waiting,
      (SELECT count(*)::int FROM ledger_account WHERE class = 'cash' AND balance > 0) AS idle, (SELECT count(DISTINCT source)::int FROM ledger_entry) AS sources`);
      expect(facts).toMatchObject({ counties: 11, waiting: 3 });
      expect([facts?.reversals, facts?.pools, facts?.idle, facts?.sources].map((n) => (n ?? 0) > 0)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(facts?.sources).toBeGreaterThanOrEqual(5);
    });

    test('双柏县 is slow to receive, and 大姚县 has less than it planned', async () => {
      const rates = await rowsOf<{ code: string; received: number; given: number }>(`SELECT u.code,
        (sum(t.amount) FILTER (WHERE measure = 'received') / nullif(sum(t.amount) FILTER (WHERE measure IN ('allocated', 'pooled')), 0) * 100)::int AS received,
        (sum(t.amount) FILTER (WHERE measure IN ('allocated', 'pooled')) * 100 / (SELECT sum(amount) FROM fund_planned_total p WHERE p.county_id = u.id))::int AS given
      FROM ledger_total t JOIN unit u ON u.id = t.county_id GROUP BY u.id, u.code`);
      const by = new Map(rates.map((one) => [one.code, one]));
      expect(by.get('532322')?.received).toBeLessThan(80);
      expect(by.get('532326')?.given).toBeLessThan(60);
      expect(rates.filter(({ received }) => received > 80).length).toBeGreaterThan(3);
    });
  });

  describe('residents’ money', () => {
    const collecting = STORIES.filter(({ dues }) => dues).map(({ name }) => name);

    test('where households owe: dues are the plan, payments are the ledger, to the fen', async () => {
      expect(collecting).toHaveLength(7);
      for (const name of collecting) {
        const id = await projectId(name);
        const [progress, money] = await withActor(person('zhou.zjj1'), async (tx) => [
          await progressOf(tx, person('zhou.zjj1'), id),
          await projectMoney(tx, person('zhou.zjj1'), id),
        ]);
        const residents = money.sources.find(({ source }) => source === 'residents');
        expect(progress?.total.due).toBe(residents?.planned);
        expect(progress?.total.due).toBe(residents?.allocated);
        expect(progress?.total.paid).toBe(residents?.received);
        expect(sumMoney((progress?.compounds ?? []).map(({ paid }) => fen(paid)))).toBe(fen(progress?.total.paid));
      }
    });

    test('of one under way some have paid, some a part, many nothing, and one building is far ahead', async () => {
      const [county, id] = [person('lufeng.zjj1'), await projectId('卫生局家属院')];
      const progress = await withActor(county, (tx) => progressOf(tx, county, id));
      const { paidHouseholds = 0, partHouseholds = 0, unpaidHouseholds = 0 } = progress?.total ?? {};
      expect([paidHouseholds, partHouseholds, unpaidHouseholds].every((count) => count > 5)).toBe(true);
      const shares = (progress?.buildings ?? []).map(({ paidHouseholds: paid, households }) => paid / households);
      expect(shares[0]).toBeGreaterThan(0.8);
      expect(Math.min(...shares)).toBeLessThan(0.3);
      const reminders = await withActor(county, (tx) => remindersOf(tx, county, id, undefined));
      expect(reminders?.items).toHaveLength(partHouseholds + unpaidHouseholds);
      expect(sumMoney((reminders?.items ?? []).map(({ left }) => fen(left)))).toBe(fen(progress?.total.left));
      expect(Math.min(...(reminders?.items ?? []).map(({ days }) => days))).toBeGreaterThan(90);
    });

    test('receipts count on through each county’s year, by five channels; one mistake was taken back', async () => {
      const books = await rowsOf<{ first: string; last: number; n: number }>(
        `SELECT min(receipt_no) AS first, max(right(receipt_no, 4)::int) AS last, count(*)::int AS n FROM contribution_payment WHERE kind = 'payment' GROUP BY county_id, left(receipt_no, 4)`,
      );
      expect(books.length).toBeGreaterThan(4);
      for (const { first, last, n } of books) expect([first.slice(-4), last]).toEqual(['0001', n]);
      expect(await rowsOf("SELECT DISTINCT channel FROM contribution_payment WHERE kind = 'payment'")).toHaveLength(5);
      expect(await rowsOf("SELECT reason FROM contribution_payment WHERE kind = 'reversal'")).toHaveLength(1);
    });

    test('确定各户应缴 can be shown: one project has nothing booked yet, one has it as one total', async () => {
      const county = person('lufeng.zjj1');
      const set = async (project: string, compound: string) => {
        const [id, compoundId] = [await projectId(project), await compoundOf(compound)];
        return tried(county, (tx) => setDues(tx, county, id, { compoundId }));
      };
      const open = await set('中医院家属区', '中医院家属区');
      expect(open.ok && open.value.total).toMatchObject({ households: 170, paid: '0.00' });
      const total = await set('肉联厂片区', '肉联厂南院');
      expect(!total.ok && total.reasons?.map(({ code }) => code)).toEqual(['contribution.bookedAlready']);
    });
  });

  describe('payments', () => {
    test('every payment, and every one taken back, stands beside its request: same two people, number, day and sum', async () => {
      expect(
        await rowsOf(`SELECT e.voucher_no FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id LEFT JOIN payment_order o ON o.entry_id = e.id
        WHERE coalesce(w.kind, e.kind) = 'paid' AND (o.status, o.voucher_no, o.pay_on, o.amount, o.contract_id, o.created_by, o.decided_by, o.reverses_id)
          IS DISTINCT FROM ('approved', e.voucher_no, e.entry_on, e.amount, e.contract_id, e.created_by, e.approved_by, e.reverses_id)`),
      ).toEqual([]);
      const asked = await rowsOf<{ asks: Role; decides: Role | null; status: string }>(
        'SELECT DISTINCT a.role AS asks, d.role AS decides, o.status FROM payment_order o JOIN account a ON a.id = o.created_by LEFT JOIN account d ON d.id = o.decided_by',
      );
      for (const { asks, decides, status } of asked) {
        expect(can(asks, 'payment.write')).toBe(true);
        expect(decides === null || status === 'withdrawn' || can(decides, 'payment.approve')).toBe(true);
      }
    });

    test('待办: payments wait for a second person, and the statement that was begun for whoever keeps the ledger', async () => {
      const waiting = async (username: string) => {
        const { items } = await withActor(person(username), (tx) => tasksFor(tx, person(username)));
        return items.filter(({ kind }) => kind === 'fundPaymentsWaiting' || kind === 'fundImportDraft');
      };
      const both = [
        { kind: 'fundPaymentsWaiting', params: { count: 2, total: '138,400.00', days: 3 } },
        { kind: 'fundImportDraft', params: { name: expect.stringContaining('改造资金专户流水'), undecided: 13 } },
      ];
      for (const username of ['lufeng.czj1', 'lufeng.zjj1']) expect(await waiting(username)).toMatchObject(both);
      for (const username of ['lufeng.ssdw1', 'shuangbai.czj1', 'zhou.zjj1'])
        expect(await waiting(username)).toEqual([]);
    });

    test('some wait for the second person, some were refused with a reason, one was taken back', async () => {
      const finance = person('lufeng.czj1');
      const orders = await withActor(finance, (tx) => paymentOrders(tx, finance, {}));
      const of = (status: string) => orders.filter((order) => order.status === status);
      expect([of('submitted').length, of('rejected').length, of('withdrawn').length]).toEqual([2, 1, 1]);
      expect(of('rejected')[0]?.decisionNote).toContain('发票金额与申请金额不一致');
    });
  });

  describe('what the plans name', () => {
    test('no source gives more than its plan, but for the one that says why', async () => {
      const beyond = await rowsOf<{ name: string; source: string; notes: string[] }>(
        `SELECT p.name, b.source, (SELECT array_agg(DISTINCT e.note) FROM ledger_entry e WHERE e.project_id = p.id AND e.source = b.source AND e.kind IN ('allocated', 'received')) AS notes
       FROM (SELECT a.project_id, a.source, a.fund_kind, sum(a.balance) AS booked FROM ledger_account a WHERE a.class IN ('receivable', 'cash', 'spent') GROUP BY 1, 2, 3) b JOIN project p ON p.id = b.project_id
       WHERE b.booked > coalesce((SELECT sum(f.amount) FROM funding_line f WHERE f.project_id = p.id AND f.source = b.source AND coalesce(f.kind, '') = b.fund_kind AND f.retired_at IS NULL), 0)`,
      );
      expect(beyond.map(({ name, source }) => `${name} ${source}`)).toEqual(['禄丰市卫生局家属院改造项目 social']);
      expect(beyond[0]?.notes).toHaveLength(1);
      expect(beyond[0]?.notes[0]).toContain('资金计划外');
      expect(
        await rowsOf(
          "SELECT 1 FROM ledger_entry e JOIN funding_line f USING (project_id, source) WHERE e.source = 'bonds' AND f.retired_at IS NULL LIMIT 1",
        ),
      ).toHaveLength(1);
    });

    test('a batch waits half divided; the watch lists and the pool have something to say', async () => {
      expect(
        await rowsOf(
          `SELECT sum(l.amount) < b.total AND count(*) > 2 AS half FROM fund_batch b JOIN fund_batch_line l ON l.batch_id = b.id AND l.retired_at IS NULL WHERE b.status = 'draft' GROUP BY b.id`,
        ),
      ).toEqual([{ half: true }]);
      const finance = person('lufeng.czj1');
      const [idle, short] = await withActor(finance, async (tx) => [
        await idleMoney(tx, finance, { page: 1 }),
        await shortages(tx, finance, { page: 1 }),
      ]);
      expect(idle.items.some(({ project }) => project === null)).toBe(true);
      expect(idle.items.some(({ project }) => project !== null)).toBe(true);
      expect(short.items.length).toBeGreaterThan(1);
    });
  });

  describe('专项维修资金', () => {
    test('finished compounds have their register, and who has none is told to open one', async () => {
      const county = person('lufeng.zjj1');
      const [own, none] = [await compoundOf('计委家属院'), await compoundOf('桂花花园')];
      const [fund, tasks] = await withActor(county, async (tx) => [
        await maintenanceFund(tx, county, own),
        await tasksFor(tx, county),
      ]);
      expect(fund?.account?.number).toBe('****0921');
      expect(fund?.entries.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['deposit', 'withdrawal', 'reversal']),
      );
      const wanted = tasks.items.filter(({ kind }) => kind === 'maintenanceAccount').map(({ href }) => href);
      expect(wanted).toContain(`/compounds/${none}/maintenance-fund`);
      expect(wanted).not.toContain(`/compounds/${own}/maintenance-fund`);
    });
  });

  describe('银行流水', () => {
    test('one month is in the books, line by line; the last weeks are read, and a person is asked about some of them', async () => {
      const finance = person('lufeng.czj1');
      const [draft, applied] = await withActor(finance, async (tx) => {
        const { items } = await statements(tx, finance, { limit: 10, offset: 0 });
        expect(items.map(({ status }) => status)).toEqual(['draft', 'applied']);
        return [
          await statementView(tx, finance, items[0]?.id ?? '', 'zh-CN'),
          await statementView(tx, finance, items[1]?.id ?? '', 'zh-CN'),
        ];
      });
      expect(new Set(applied?.rows.map(({ decision }) => decision?.decision))).toEqual(new Set(['entry', 'outside']));
      expect(new Set(draft?.rows.map(({ match }) => match.state))).toEqual(new Set(['found', 'unsure', 'none']));
      const targets = draft?.rows.flatMap(({ match }) => match.chosen?.target.type ?? []);
      expect(new Set(targets)).toEqual(new Set(['entry', 'order', 'receipt']));
      for (const view of [draft, applied]) {
        expect(view?.errors).toBe(0);
        expect(fen(view?.opening ?? '') + fen(view?.sumIn) - fen(view?.sumOut)).toBe(fen(view?.closing ?? ''));
      }
    });
  });
}
