import { openAccount, recordEntry, reverseEntry } from '@/lib/server/maintenance/commands';
import { dateOf, type Member, type Told } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';

/** Compounds of finished projects that have opened their 专项维修资金账户; 桂花花园 and others have yet to do so. */
const OPENED: readonly (readonly [county: string, compound: string, bank: string, tail: string])[] = [
  ['532302', '肉联厂南院', '云南禄丰农村商业银行城区支行', '53000620190712'],
  ['532302', '肉联厂北院', '云南禄丰农村商业银行城区支行', '53000620190713'],
  ['532302', '计委家属院', '中国建设银行禄丰支行', '53050172360921'],
  ['532301', '二中教师住宅区', '中国农业银行楚雄分行', '24101040009873'],
  ['532301', '滨河花园', '富滇银行楚雄分行', '90021101220615'],
  ['532326', '工行小区', '中国工商银行大姚支行', '25140230190088'],
  ['532328', '自来水公司家属院', '云南元谋农村商业银行', '53000620264417'],
  ['532325', '机械厂宿舍', '中国邮政储蓄银行姚安县支行', '95300500012764'],
];

type Movement = readonly [
  after: number,
  kind: 'deposit' | 'withdrawal',
  yuan: number,
  counterparty: string,
  note: string,
];

/** What comes in and goes out of such an account of 80 dwellings, days after it was opened. */
const MOVEMENTS: readonly Movement[] = [
  [6, 'deposit', 42_600, '小区业主', '首次缴存（按建筑面积每平方米10元，第一批）'],
  [34, 'deposit', 18_350, '小区业主', '首次缴存（第二批）'],
  [92, 'deposit', 9_600, '物业服务企业', '上半年公共车位、广告位经营收益'],
  [128, 'withdrawal', 7_480, '县城防水工程队', '2栋屋面防水局部修补，业主小组表决同意'],
  [151, 'deposit', 9_600, '物业服务企业', '公共收益重复缴存'],
  [287, 'withdrawal', 3_260, '县城市政维护服务部', '化粪池清掏、检查井盖更换'],
  [365, 'deposit', 812, '开户银行', '年度结息'],
];
/** By how many dwellings there are, to ten yuan. */
const scaled = (yuan: number, homes: number): bigint => BigInt(Math.round((yuan * homes) / 800)) * 1000n;
const WRONG = 4;
const LATEST = -2;

async function tell(stage: Stage, told: Told, compound: Member, [, , bank, number]: (typeof OPENED)[number]) {
  const { tx } = stage;
  const { id: compoundId } = compound;
  const by = `${told.county.letters}.zjj1`;
  const opened = told.days['10.complete'] + 12;
  await stage.act(by, { day: opened, time: '10:20' }, async (actor) =>
    answered(await openAccount(tx, actor, compoundId, { bank, number, openedOn: dateOf(told, opened) })),
  );
  for (const [nth, [after, kind, yuan, counterparty, note]] of MOVEMENTS.entries()) {
    const day = opened + after;
    if (day > LATEST) return;
    const entryOn = dateOf(told, day);
    const voucherNo = `维-${entryOn.slice(0, 4)}-${String(nth + 1).padStart(3, '0')}`;
    const entry = { kind, amount: scaled(yuan, compound.homes), entryOn, voucherNo, counterparty, note };
    const fund = await stage.act(by, { day, time: '11:05' }, async (actor) =>
      answered(await recordEntry(tx, actor, compoundId, entry)),
    );
    const wrong = nth === WRONG ? fund.entries.find((one) => one.voucherNo === voucherNo) : undefined;
    if (wrong)
      await stage.act(by, { day: day + 1, time: '09:30' }, async (actor) =>
        answered(
          await reverseEntry(
            tx,
            actor,
            { compoundId, id: wrong.id },
            { entryOn: dateOf(told, day + 1), reason: '重复登记，冲销' },
          ),
        ),
      );
  }
}

/** 专项维修资金: an account of the compound with its own register; nothing of it is project money. */
export async function tellMaintenance(stage: Stage, all: readonly Told[]): Promise<void> {
  for (const opened of OPENED) {
    const [county, name] = opened;
    const told = all.find((one) => one.county.code === county && one.members.some((member) => member.name === name));
    const compound = told?.members.find((member) => member.name === name);
    if (!told || !compound) throw new Error(`demonstration: no project of ${name}`);
    await tell(stage, told, compound, opened);
  }
}
