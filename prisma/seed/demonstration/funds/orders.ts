import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import { askPayment, decideOrder } from '@/lib/server/funds/orders';
import { dateOf, type Told } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';
import { askerOf } from './payments';

interface Cash {
  source: FundingSource;
  kind: string;
  earmark: string;
  contractId: string;
}

/** The general money in hand of a project, the fullest pot first, and its construction contract. */
const CASH = `SELECT a.source, a.fund_kind AS kind, a.earmark, k.id AS "contractId" FROM ledger_account a
  JOIN contract k ON k.project_id = a.project_id AND k.kind = 'construction'
  WHERE a.project_id = $1 AND a.class = 'cash' AND a.earmark IN ('general', 'works') AND a.balance > 10000000 ORDER BY a.balance DESC, a.source, a.fund_kind LIMIT 2`;

interface DeclaredOrder {
  story: string;
  /** which of the fullest pots pays */
  pot: number;
  day: number;
  amount: bigint;
  item: string;
  purpose: string;
  /** what became of it, so many days later; nothing: it waits */
  decided?: { decision: 'approve' | 'reject' | 'withdraw'; after: number; note?: string };
}

const INVOICE = '发票金额与申请金额不一致，请换开发票并附监理签认的工程量清单后重新申请';
const MEASURED = '经现场计量，本期完成工程量少于申请数，按核减后的金额重新申请';

/** 本季度的支付申请, in the order in which they were made. */
const DECLARED: readonly DeclaredOrder[] = [
  {
    ...{
      story: '卫生局家属院',
      pot: 0,
      day: -16,
      amount: 12_800_000n,
      item: 'C-R07',
      purpose: '第二期进度款（道路铺装）',
    },
    decided: { decision: 'approve', after: 2 },
  },
  {
    ...{
      story: '卫生局家属院',
      pot: 1,
      day: -12,
      amount: 6_940_000n,
      item: 'B-R04',
      purpose: '第二期进度款（外墙粉刷）',
    },
    decided: { decision: 'reject', after: 1, note: INVOICE },
  },
  {
    ...{ story: '九厂片区', pot: 0, day: -9, amount: 9_300_000n, item: 'C-R07', purpose: '第三期进度款（道路铺装）' },
    decided: { decision: 'reject', after: 2, note: MEASURED },
  },
  {
    ...{ story: '卫生局家属院', pot: 0, day: -8, amount: 3_150_000n, item: 'C-R07', purpose: '第二期进度款（路缘石）' },
    decided: { decision: 'withdraw', after: 0 },
  },
  {
    story: '卫生局家属院',
    pot: 0,
    day: -3,
    amount: 8_600_000n,
    item: 'C-R07',
    purpose: '第二期进度款（道路铺装余款）',
  },
  { story: '九厂片区', pot: 0, day: -2, amount: 8_150_000n, item: 'C-R07', purpose: '第三期进度款（道路铺装）' },
  {
    story: '卫生局家属院',
    pot: 1,
    day: -1,
    amount: 5_240_000n,
    item: 'B-R04',
    purpose: '第二期进度款（外墙粉刷，已换开发票）',
  },
];

async function tell(stage: Stage, told: Told, declared: DeclaredOrder, nth: number): Promise<void> {
  const { pot, day, amount, item, purpose, decided } = declared;
  const { rows } = await stage.client.query<Cash>(CASH, [told.id]);
  const cash = rows[pot % Math.max(rows.length, 1)];
  if (!cash) throw new Error(`demonstration: ${told.story.name} has no money in hand`);
  const payOn = dateOf(told, day);
  const voucherNo = `支-${payOn.slice(0, 7)}-${String(nth + 1).padStart(3, '0')}`;
  const asked = { ...cash, amount, items: [{ item, amount }], purpose, payOn, voucherNo };
  const by = askerOf(told);
  const { id } = await stage.act(by, { day, time: '09:10' }, async (actor) =>
    answered(await askPayment(stage.tx, actor, told.id, asked)),
  );
  if (!decided) return;
  const { decision, after, note } = decided;
  const who = decision === 'withdraw' ? by : `${told.county.letters}.czj1`;
  await stage.act(who, { day: day + after, time: '16:40' }, async (actor) =>
    answered(
      await decideOrder(
        stage.tx,
        actor,
        { id, version: 1 },
        decision === 'reject' ? { decision, note: note ?? '' } : { decision },
      ),
    ),
  );
}

/** 支付审核 of the last weeks: approved, rejected with the reason, taken back, and what somebody else has yet to look at. */
export async function tellOrders(stage: Stage, all: readonly Told[]): Promise<void> {
  for (const [nth, declared] of DECLARED.entries()) {
    const told = all.find(({ story }) => story.name === declared.story && story.year === null);
    if (told) await tell(stage, told, declared, nth);
  }
}
