import { describe, expect, it } from 'vitest';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { draftText, issuerOf } from '@/lib/domain/notices/draft-text';
import { type NoticeText, paperOf, publishedText } from '@/lib/domain/notices/paper';
import { NOTICE_KINDS } from '@/lib/domain/notices/types';
import { FACTS, ROUND } from './facts';

const notice: NoticeText = {
  title: '关于粮食局家属院改造第一次征求意见结果的公示',
  documentNo: null,
  issuer: '金山社区居民委员会',
  body: '第一段。\n\n第二段。',
  days: 7,
  startsOn: calendarDateOf('2026-11-26'),
  endsOn: calendarDateOf('2026-12-03'),
  facts: { ...FACTS, round: ROUND },
};

describe('a notice on paper', () => {
  it('says what was written, then what the facts say, the scope and the period', () => {
    const paper = paperOf(notice);
    expect(paper.body).toEqual([
      '第一段。',
      '第二段。',
      '初步结论：按“总户数2/3且专属面积2/3以上同意”计算，已达到规定比例。公示期满、异议处理完毕后由县级住房和城乡建设部门认定。',
      '公示范围：1个小区，2栋楼，3户，业主3名，专有面积264.99平方米。',
      '公示期：7天，自2026年11月26日发布之日的次日起，至2026年12月3日24时止。',
      `核验信息：轮次编号532302-0012-1-1，户册哈希${'a'.repeat(64)}，记录链第9环${'b'.repeat(64)}。事后可据此核对数据未被改动。`,
    ]);
    expect([paper.signed, paper.date]).toEqual(['金山社区居民委员会', '2026年11月26日']);
  });

  it('holds the sums of the round, and each test with its measures', () => {
    const [sums, tests] = paperOf(notice).tables;
    expect(sums?.rows).toEqual([
      ['同意', '2', '176.66'],
      ['不同意', '0', '0.00'],
      ['弃权', '1', '88.33'],
      ['全体（含未交回）', '3', '264.99'],
    ]);
    expect(tests?.rows).toEqual([
      ['总户数2/3且专属面积2/3以上同意（本次以此认定）', '同意户数', '66.67%', '不少于2/3', '达到'],
    ]);
  });

  it('every table is as wide as its head', () => {
    for (const facts of [FACTS, notice.facts])
      for (const { head, rows } of paperOf({ ...notice, facts }).tables)
        for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it('another figure, word or day is another hash', () => {
    const said = publishedText('result', notice);
    const others = [
      { ...notice, body: '第一段。' },
      { ...notice, endsOn: calendarDateOf('2026-12-04') },
      { ...notice, facts: { ...notice.facts, round: { ...ROUND, agreeHouseholds: 1 } } },
    ];
    for (const other of others) expect(publishedText('result', other)).not.toBe(said);
  });
});

describe('a draft', () => {
  it.each(NOTICE_KINDS)('of %s is official Chinese, and holds no figure of the facts', (kind) => {
    const facts = kind === 'result' ? notice.facts : FACTS;
    const text = draftText({ kind, county: '禄丰市', issuer: '禄丰市住房和城乡建设局', facts, today: '2026-11-26' });
    expect(text.title).toMatch(/^关于.+的公示$/);
    expect(text.body).toContain('禄丰市住房和城乡建设局');
    expect(text.body).not.toMatch(/\d/);
  });

  it.each([
    ['county_bureau', '禄丰市', '禄丰市住房和城乡建设局'],
    ['town', '金山镇', '金山镇人民政府'],
    ['town', '鹿城街道', '鹿城街道办事处'],
    ['community', '金山社区', '金山社区居民委员会'],
  ] as const)('%s of %s signs as %s', (role, unit, issuer) => {
    expect(issuerOf(role, unit)).toBe(issuer);
  });
});
