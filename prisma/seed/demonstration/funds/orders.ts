import type pg from 'pg';
import { dateOf, type Ground, idOfPerson, instantOf, type Told } from '../projects/told';

interface Cash {
  source: string;
  kind: string;
  earmark: string;
  contractId: string;
  company: string;
}

/** The general money in hand of a project, and its construction contract. */
const CASH = `SELECT a.source, a.fund_kind AS kind, a.earmark, k.id AS "contractId", o.name AS company FROM ledger_account a
  JOIN contract k ON k.project_id = a.project_id AND k.kind = 'construction' JOIN company o ON o.id = k.company_id
  WHERE a.project_id = $1 AND a.class = 'cash' AND a.earmark IN ('general', 'works') AND a.balance > 20000000 ORDER BY a.balance DESC, a.source, a.fund_kind LIMIT 2`;

const DECLARED = [
  { day: -3, amount: 8_600_000n, item: 'C-R07', purpose: '第二期进度款（道路铺装）' },
  { day: -1, amount: 5_240_000n, item: 'B-R04', purpose: '第二期进度款（外墙粉刷）' },
] as const;

/** 禄丰市 has asked for payments that somebody else has yet to approve. */
export async function tellOrders(client: pg.Client, ground: Ground, all: readonly Told[]): Promise<void> {
  const told = all.find(({ story }) => story.county === '532302' && story.at === '8.submit');
  if (!told) return;
  const { rows } = await client.query<Cash>(CASH, [told.id]);
  for (const [index, { day, amount, item, purpose }] of DECLARED.entries()) {
    const cash = rows[index % Math.max(rows.length, 1)];
    if (!cash) return;
    ground.rows.add('payment_order', {
      ...{
        id: ground.next('paymentOrder'),
        project_id: told.id,
        county_id: told.county.id,
        contract_id: cash.contractId,
      },
      ...{
        source: cash.source,
        fund_kind: cash.kind,
        earmark: cash.earmark,
        amount,
        items: [{ item, amount: String(amount) }],
      },
      ...{
        payee: cash.company,
        purpose,
        pay_on: dateOf(told, day),
        voucher_no: `支-${dateOf(told, day).slice(0, 7)}-${String(index + 1).padStart(3, '0')}`,
      },
      ...{ created_by: idOfPerson(told, `${told.county.letters}.zjj1`), created_at: instantOf(told, day, '09:10') },
    });
  }
  await ground.rows.write(client, 'payment_order');
}
