import { dayOf } from './calendars';
import { dateOf, type Ground, hasTaken, type Told } from './told';

/** A version of a year's plan as it is declared; what is chosen comes out of ranking, money and locks. */
export interface Declared {
  year: number;
  title: string;
  day: number;
  documentNo: string;
  reason: string | null;
  draft: boolean;
  /** those that the money is for, and those that compete for what is left */
  chosen: readonly Told[];
  open: readonly Told[];
  /** those that have gone since the version before */
  gone: readonly Told[];
  locks: readonly { told: Told; lock: 'in' | 'out'; why: string }[];
}

const REPEATED = '桂花花园上一年度已列入改造，二期内容与一期的界面待核实';

const ADJUSTMENTS: Record<number, { day: string; documentNo: string; reason: string }> = {
  2020: {
    day: '2020-03-06',
    documentNo: '楚住建城〔2020〕14号',
    reason: '元谋县工行小区列入征收范围，退出年度计划，目标任务相应核减',
  },
  2021: {
    day: '2021-04-20',
    documentNo: '楚住建城〔2021〕19号',
    reason: '二期改造内容已核实，中央补助资金追加下达，增列禄丰市塑料厂宿舍及桂花花园（二期）项目',
  },
};

export function declaredOf(ground: Ground, year: number | null, all: readonly Told[]) {
  const applied = all.filter((told) => told.story.year === year && hasTaken(told, '5.complete'));
  const of = (...kinds: string[]) => applied.filter(({ story }) => kinds.includes(story.annual ?? 'first'));
  const { year: written } = ground.year(year);
  const title = `楚雄州${written}年城镇老旧小区改造实施计划`;
  const first = of('first');
  const day = Math.min(...first.map(({ days }) => days.annual));
  const no = `楚住建城〔${dateOf({ ground }, day).slice(0, 4)}〕${year === null ? 4 : 20 + (written % 10)}号`;
  const plan: Declared = {
    ...{ year: written, title, day, documentNo: no, reason: null, draft: false, chosen: first, open: [], gone: [] },
    locks: of('adjusted').map((told) => ({ told, lock: 'out' as const, why: REPEATED })),
  };
  return { first: plan, later: laterOf(ground, year, plan, of) };
}

function laterOf(
  ground: Ground,
  year: number | null,
  plan: Declared,
  of: (...kinds: string[]) => Told[],
): Declared | null {
  if (year === null) {
    const waiting = of('draft').filter(({ story }) => (story.application ?? 'accepted') === 'accepted');
    const doubtful = waiting.filter(({ story }) => story.estimateOff !== undefined);
    const locks = doubtful.map((told) => ({
      told,
      lock: 'out' as const,
      why: '概算与改造方案造价不一致，核实前暂不列入',
    }));
    const open = waiting.filter((told) => !doubtful.includes(told));
    return { ...plan, title: `${plan.title}（第二批）`, day: -4, draft: true, open, locks };
  }
  const adjusted = ADJUSTMENTS[year];
  if (!adjusted) return null;
  const locks = of('adjusted').map((told) => ({ told, lock: 'in' as const, why: '二期改造内容已核实，资金已落实' }));
  const all = of('first', 'adjusted');
  const gone = all.filter(({ story }) => story.withdrawn !== undefined);
  const chosen = all.filter((told) => !gone.includes(told));
  return {
    ...plan,
    ...adjusted,
    title: `${plan.title}（调整）`,
    day: dayOf(adjusted.day, ground.today),
    chosen,
    gone,
    locks,
  };
}
