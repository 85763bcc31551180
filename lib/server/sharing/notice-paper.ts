import 'server-only';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { formatMoney, sumMoney } from '@/lib/domain/kernel/money';
import { inChinese } from '@/lib/domain/notices/paper';
import { capitalMoney } from '@/lib/domain/papers/capital-money';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';
import { clause } from '@/lib/domain/rulebook/rulebook';
import type { AgreedPart } from '@/lib/domain/sharing/notices';
import { formatYuan } from '@/lib/format/money';
import { groupThousands } from '@/lib/format/number';
import type { NoticeFacts } from './notices';

const yuan = (fen: bigint) => groupThousands(formatMoney(fen));
const sumOf = (parts: readonly AgreedPart[]) => sumMoney(parts.map(({ amount }) => amount));

/** What the money is for: each item of each compound once, its buildings together, and the whole. */
function itemsTable({ project, notice }: NoticeFacts): PaperTable {
  const names = new Map(project.compounds.map(({ id, name }) => [id, name]));
  const items = new Map(project.rulebook.menu.map(({ code, name }) => [code, name]));
  const rows = [...groupBy(notice.parts, ({ compoundId }) => compoundId)].flatMap(([compoundId, own]) =>
    [...groupBy(own, ({ item }) => item)].map(([item, parts], at) => {
      const buildings = parts.filter(({ buildingId }) => buildingId !== null).length;
      return [
        at === 0 ? (names.get(compoundId) ?? '') : '',
        items.get(item) ?? item,
        buildings > 0 ? `${buildings}栋` : '小区',
        yuan(sumOf(parts)),
      ];
    }),
  );
  return {
    caption: '应缴金额明细（元）',
    head: ['小区', '改造内容', '部位', '金额'],
    grouped: true,
    rows: [...rows, ['合计', '', '', yuan(notice.amount)]],
  };
}

/** Each household by its room, nobody by name. */
function householdsTable({ notice, households }: NoticeFacts): PaperTable {
  return {
    caption: '各户应缴金额',
    head: ['房号', '专有面积（㎡）', '应缴金额（元）'],
    rows: [
      ...households.map(({ home, area, share }) => [home, area ?? '—', groupThousands(share)]),
      ['合计', '', yuan(notice.amount)],
    ],
  };
}

/** The clauses that the parts rest on, in the policy's own words. */
function basis({ project, notice }: NoticeFacts): string {
  const { rulebook } = project;
  const found = [...new Set(notice.parts.map((part) => part.clause))].flatMap((id) => clause(rulebook, id) ?? []);
  const said = found.map(({ text }) => `“${text}”`).join('；');
  return `三、出资依据。${rulebook.code}《${rulebook.title}》及项目资金分摊方案${said ? `：${said}` : ''}。`;
}

/** To be filled in by hand: wide spaces stay as they are on every paper. */
const BLANK_DAY = '　　　　年　　月　　日';

const SHARED = {
  area: '按照各户专有部分面积所占比例分摊（《中华人民共和国民法典》第二百八十三条）',
  household: '按照约定由各户平均分摊',
} as const;

/** 缴款通知书: whom it asks, for what, how much in figures and in 大写, until when, and why. */
export function noticePaper(facts: NoticeFacts, dueOn: string | null): OfficialPaper {
  const { project, notice, compound, households, shareRule, agreedOn, no } = facts;
  const issuer = `${project.county}住房和城乡建设局`;
  const whom = compound ? `${compound.name}全体业主` : (notice.payer ?? '');
  const sum = `人民币（大写）${capitalMoney(notice.amount)}（小写：${formatYuan(notice.amount, 'zh-CN')}）`;
  const until = dueOn ? inChinese(dueOn) : BLANK_DAY;
  const shared = compound ? `，共${households.length}户，${SHARED[shareRule]}，各户金额见附表` : '';
  return {
    issuer,
    documentNo: null,
    title: `${project.name}缴款通知书`,
    addressee: whom,
    body: [
      `一、缴款事由。${project.name}（项目编号${project.code}）资金分摊方案（第${no}稿）已于${inChinese(agreedOn)}确定，所列改造内容由${compound ? '本小区业主' : '你单位'}承担的部分见附表。`,
      `二、应缴金额。${sum}${shared}。`,
      basis(facts),
      `四、缴款期限。请于${until}前缴入项目资金专户，并在缴款凭证上注明项目编号。`,
    ],
    tables: compound ? [itemsTable(facts), householdsTable(facts)] : [itemsTable(facts)],
    attachments: [],
    signed: issuer,
    date: inChinese(agreedOn),
  };
}
