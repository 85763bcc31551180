import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Overview } from '@/lib/domain/overview/answers';
import {
  type BriefFacts,
  briefSentences,
  leastComplete,
  type SentenceCode,
} from '@/lib/server/overview/brief-sentences';
import { momentOf, overviewOf, unitOf } from '../../support/overview-fixture';

const say = (told: Overview, before: BriefFacts['before'] = null): Partial<Record<SentenceCode, string>> =>
  Object.fromEntries(briefSentences({ told, before }).map(({ code, text }) => [code, text]));
const withCompletion = (more: Partial<Overview['completion']>): Overview => {
  const overview = overviewOf();
  return { ...overview, completion: { ...overview.completion, ...more } };
};

describe('每句话说的都是总览上的数', () => {
  test('截至6月30日，全州……', () => {
    const overview = overviewOf();
    expect(say(overview, momentOf(overview, { started: 17, completed: 13, paid: '50000000.00' }))).toEqual({
      completion:
        '截至2020年6月30日，全州累计开工307个小区、完工211个，占2019年度排查总量401个的76.56%、52.62%。2020年6月30日前应累计完工281个（70%），还差70个。',
      year: '2020年度任务97个，已开工89个、完工61个、验收43个；迟于时限开工7个、完工5个。',
      behind: '完工率最低的是禄丰市，为20.00%。',
      lights: '项目亮红灯3个（楚雄市2个、禄丰市1个）、黄灯11个、绿灯53个。',
      money: '2020年度资金计划12,345.68万元，下达9,876.54万元、到位7,654.32万元、支付5,432.11万元。',
      benefit: '本年度完工小区惠及5,123户，建筑面积41.23万㎡。',
      changes: '与5月末相比，开工增加17个、完工增加13个，支付增加432.11万元。',
    });
  });

  test('a share that is not reached is never said to be: 280 of 281 still lack one, 281 have it', () => {
    const of = (compounds: number) =>
      say(withCompletion({ completed: { compounds, households: 0, floorArea: '0.00' } })).completion;
    expect(of(280)).toMatch(/还差1个。$/);
    expect(of(281)).toMatch(/已经达到。$/);
    expect(of(400)).toContain('、99.75%。');
  });

  test('without a frozen total no share is said; where some counties are not frozen, how many', () => {
    expect(say(withCompletion({ baseline: null, baselineYear: null, needed: null })).completion).toMatch(
      /排查总量没有锁定，暂不计算比例。$/,
    );
    expect(say(withCompletion({ unfrozen: 2 })).completion).toContain('（2个县市总量没有锁定，未计入）');
  });

  test('no plan in force is not a target of 0; lights that nobody kept are not said to be none', () => {
    const overview = overviewOf();
    const ofYear = { ...overview.completion.ofYear, target: null };
    expect(say(withCompletion({ ofYear })).year).toContain('2020年度计划没有下达任务');
    expect(say({ ...overview, lights: null }).lights).toBe('当月末没有留存亮灯情况。');
  });

  test('what was taken back is said to be less', () => {
    const overview = overviewOf();
    expect(say(overview, momentOf(overview, { started: -1, completed: 0, paid: '54321100.00' })).changes).toBe(
      '与5月末相比，开工减少1个、完工增加0个，支付减少0.00万元。',
    );
  });

  test('of a county nobody is last, and it is called by its name', () => {
    const county = {
      ...overviewOf(),
      unit: { ...overviewOf().unit, name: '禄丰市', level: 'county' as const },
      units: [unitOf('禄丰市', { red: 3 })],
    };
    expect(say(county).behind).toBeUndefined();
    expect(say(county).completion).toContain('，禄丰市累计');
    expect(say(county).lights).toBe('项目亮红灯3个、黄灯11个、绿灯53个。');
  });

  test('every number of the sentence on completion is one of its figures, whatever they are', () => {
    const n = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(n, n, n, n, (total, started, completed, needed) => {
        const of = (compounds: number) => ({ compounds, households: 0, floorArea: '0.00' });
        const text =
          say(withCompletion({ baseline: of(total), started: of(started), completed: of(completed), needed }))
            .completion ?? '';
        const numbers = [...text.matchAll(/([\d,]+)(?:个|\.)/g)].map(([, found = '']) =>
          Number(found.replaceAll(',', '')),
        );
        const left = Math.max(0, needed - completed);
        for (const figure of [total, started, completed, needed, ...(left > 0 ? [left] : [])])
          expect(numbers).toContain(figure);
      }),
    );
  });
});

describe('谁最慢', () => {
  test('compared by the exact share, and those without a total are not', () => {
    const units = [
      unitOf('甲', { baseline: 3, completed: 1 }),
      unitOf('乙', { baseline: 3000, completed: 999 }),
      unitOf('丙', { baseline: null, completed: 0 }),
    ];
    expect(leastComplete(units).map(({ name }) => name)).toEqual(['乙']);
  });

  test('several that are equal are all named, up to three', () => {
    const units = ['甲', '乙', '丙', '丁'].map((name) => unitOf(name, { completed: 0 }));
    const text = say({ ...overviewOf(), units: [...units, unitOf('戊', { completed: 9 })] }).behind;
    expect(text).toBe('完工率最低的是甲、乙、丙等4个县市，为0.00%。');
    expect(say({ ...overviewOf(), units }).behind).toBeUndefined();
  });
});
