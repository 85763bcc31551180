import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { columnsOf, type ScoreLine } from '@/lib/domain/scorecards/columns';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { type SelfReportWords, selfReport } from '@/lib/domain/scorecards/paper/self-report';
import { scoreOf } from '@/lib/domain/scorecards/score';
import { secondTemplate } from '@/tests/support/second-template';
import { county, withCompounds, withProjects } from '../county';

const HEAD = {
  ...{ issuer: '禄丰市住房和城乡建设局', addressee: '楚雄州住房和城乡建设局' },
  ...{ documentNo: '禄建报〔2020〕31号', date: '2020-11-30' },
};
const WORDS: SelfReportWords = {
  ...{ summary: null, problems: '管线单位出资到位较慢。\n居民出资比例偏低。', plans: '确保9月底前完工。' },
  ...{ reasons: new Map(), proofs: new Map(), bonus: [] },
};
interface Asked {
  lines?: ScoreLine[];
  words?: Partial<SelfReportWords>;
  book?: Rulebook;
  bonus?: number;
}
function report(facts: ScoreFacts, { lines = [], words, book = chuxiong2020, bonus = 0 }: Asked = {}) {
  const sheet = scoreOf(facts, book);
  const columns = columnsOf(sheet, book, {
    lines,
    bonus: bonus > 0 ? [{ stage: 'self', points: bonus }] : [],
    vetoed: false,
  });
  return selfReport(
    { facts, sheet, book, columns },
    { ...WORDS, ...words },
    HEAD,
    ({ code, params }) => `〔${code.split('.').at(-1)}${params?.on ? ` ${params.on}` : ''}〕`,
  );
}
const para = (body: readonly string[], begin: string): string => body.find((line) => line.startsWith(begin)) ?? '';
const below = (body: readonly string[], heading: string): string => body[body.indexOf(heading) + 1] ?? '';

describe('自评报告', () => {
  it('an official paper of the county bureau, in five sections', () => {
    const paper = report(county());
    expect(paper).toMatchObject({ issuer: HEAD.issuer, signed: HEAD.issuer, addressee: HEAD.addressee });
    expect(paper.title).toBe('关于2020年度城镇老旧小区改造绩效评价的自评报告');
    expect(paper.date).toBe('2020年11月30日');
    expect(paper.body.filter((line) => /^[一二三四五]、/.test(line))).toEqual([
      ...['一、基本情况', '二、逐项自评', '三、加分事项', '四、存在问题', '五、下一步打算'],
    ]);
    expect(paper.attachments).toEqual(['楚雄州城镇老旧小区改造绩效县市评价表', '支撑材料包']);
  });

  it('基本情况: projects, compounds, households, target, money, and what it comes to', () => {
    const late = withCompounds({ completedOn: calendarDateOf('2020-07-02'), accepted: false }, ['c1']);
    const { body } = report(county(late), { bonus: 1_200 });
    const [first = '', money, total] = body.slice(1, 4);
    expect(first).toContain('禄丰市排查摸底小区60个，符合改造条件52个。');
    expect(first).toContain('2020年度实施改造项目2个，涉及小区4个、200户。');
    expect(first).toContain('年度实施计划（楚住建城〔2020〕9号）确定目标任务4个小区。');
    expect(first).toContain('已上报完成4个小区，其中2020年6月30日前（含当日）完成3个，通过竣工验收3个。');
    expect(money).toBe('本年度项目到位资金30,000.00元，其中地方财政配套资金20,000.00元，社会资金10,000.00元。');
    // 93.00 without what people claim, less a quarter of 10 and of 5; the bonus is capped at 10
    expect(total).toContain('基础分89.25分，加分10.00分，总分99.25分，对应等次为优秀。其中系统按记录计算89.25分。');
  });

  it('a year without a target, a county without money and projects: said as it is', () => {
    const { body } = report(county({ plan: null, projects: [], leadingGroup: null }));
    expect(body[1]).toContain('2020年度实施改造项目0个，涉及小区0个、0户。本年度没有下达目标任务。');
    expect(body[2]).toBe('本年度项目没有到位资金的记录。');
    expect(para(body, '目标任务完成率')).toContain('自评0.00分。本年度没有下达目标任务，目标数为0，不得分。');
    expect(para(body, '④群众满意度')).toContain('没有已结束的满意度调查');
    expect(para(body, '③按时上报')).toContain('依据系统记录：县市月度汇总核对2条，符合2条：2020年2月、2020年3月。');
  });

  it('a ratio: the formula with its numbers, what proves it, what was lost and why', () => {
    const { body } = report(county(withCompounds({ completedOn: null }, ['c1'])));
    expect(para(body, '目标任务完成率')).toBe(
      '目标任务完成率=项目小区完成数/年度目标任务小区总数*分值。分值20分，自评15.00分。计算：3÷4×20＝15.00分。依据系统记录：小区完成核对4条，符合3条：第2小区、第3小区、第4小区。失分5.00分，原因：第1小区〔unmet〕。',
    );
    const more = report(county({ plan: { id: 'a', no: 1, documentNo: null, target: 3 } }));
    expect(para(more.body, '目标任务完成率')).toContain('计算：3÷3×20＝20.00分（完成4个，按目标数3个计）。');
  });

  it('all or nothing: only the tests that fail say why', () => {
    const { body } = report(county(withProjects({ startedOn: calendarDateOf('2020-03-10') }, 'p2')));
    expect(para(body, '②项目按计划实施')).toBe(
      '②项目按计划实施并符合技术规范，得3分。分值3分，自评0.00分。依据系统记录：项目开工核对2条，符合1条：第1片区；设计技术性审查核对2条，符合2条：第1片区、第2片区。失分3.00分，原因：第2片区〔late 2020-03-10〕。',
    );
    const none = report(county(withProjects({ received: [] })));
    expect(para(none.body, '③积极筹措')).toContain('到位资金（地方财政配套资金，县市级）有0条，至少应有1条');
  });

  it('satisfaction: the share, the step it reaches and how many are missing to the next', () => {
    const { body } = report(county(withCompounds({ satisfied: 39 }, ['c1', 'c2', 'c3', 'c4'])));
    expect(para(body, '④群众满意度')).toContain(
      '自评2.00分。计算：满意156户÷业主200户＝78.00%，达到50%档，距80%档差4户。依据系统记录：小区满意度调查4份。失分2.00分',
    );
  });

  it('what people claim, and what they give themselves otherwise than the records, with their words and proofs', () => {
    const lines: ScoreLine[] = [
      { stage: 'self', criterion: '10.1', points: 400, reason: null },
      { stage: 'self', criterion: '9.4', points: 100, reason: null },
    ];
    const words = {
      reasons: new Map([['9.4', '一个项目采用EPC。']]),
      proofs: new Map([['10.1', ['对比照片', '《感谢信》']]]),
    };
    const { body } = report(county(), { lines, words });
    expect(para(body, '①通过项目实施')).toContain(
      '自评4.00分。由县市对照评分标准自评。支撑材料：《对比照片》、《感谢信》。失分1.00分。',
    );
    expect(para(body, '④在设计')).toContain(
      '系统按记录计算2.00分，自评低1.00分。自评说明：一个项目采用EPC。失分1.00分',
    );
    expect(para(body, '复核核定')).toBe(
      '复核核定。分值2分，自评0.00分。由州住建局在复核时核定，自评不计分。失分2.00分。',
    );
    expect(body).toContain('（十）社会效益（分值10分，自评9.00分）');
  });

  it('bonus, problems and plans in the words of the county', () => {
    expect(below(report(county()).body, '三、加分事项')).toBe('本年度没有申报加分事项。');
    const bonus = [{ title: '获省住建厅通报表扬', points: 200, proofs: ['云建通〔2020〕5号'] }];
    const { body } = report(county(), { words: { bonus, summary: '受疫情影响开工推迟。' } });
    expect(below(body, '三、加分事项')).toBe(
      '1．获省住建厅通报表扬，申报加分2.00分（支撑材料：《云建通〔2020〕5号》）。',
    );
    expect(body.slice(body.indexOf('四、存在问题'))).toEqual([
      ...['四、存在问题', '管线单位出资到位较慢。', '居民出资比例偏低。', '五、下一步打算', '确保9月底前完工。'],
    ]);
    expect(body[body.indexOf('二、逐项自评') - 1]).toBe('受疫情影响开工推迟。');
  });

  it('the table adds up', () => {
    const [table] = report(county()).tables;
    expect(table?.rows.at(-1)).toEqual(['合计', '', '100.00', '93.00', '7.00']);
    expect(table?.rows).toHaveLength(12);
  });

  it('another province’s template is told by the same words', () => {
    const { body, tables } = report(county(), { book: secondTemplate() as Rulebook });
    expect(body).toContain('（十八）典型做法（分值3分，自评0.00分）');
    expect(tables[0]?.rows.at(-1)).toEqual(['合计', '', '100.00', '89.00', '11.00']);
  });
});
