import type { Pot } from '@/lib/domain/funds/types';
import type { CalendarName } from '../projects/calendars';

export interface DeclaredDocument {
  /** the project's year; null: the current one */
  year: number | null;
  no: string;
  /** a date, or days from today; 〔Y〕 in the number stands for its year */
  on: string | number;
  title: string;
  source: 'central' | 'local';
  kind: '' | 'province' | 'prefecture' | 'reward';
  earmark: string;
  /** of a thousand of what the projects of these calendars plan */
  share: number;
  calendars: readonly CalendarName[];
  /** the county gets it for its projects as a whole, and gives it to them itself */
  pooledIn?: readonly string[];
}

const CENTRAL = '中央财政城镇保障性安居工程补助资金（老旧小区改造）';
const PROVINCE = '省级财政城镇老旧小区改造补助资金';
const PREFECTURE = '州级财政城镇老旧小区改造配套资金';
const central = (
  [year, no, on, batch, share]: [number | null, string, string | number, string, number],
  calendars: readonly CalendarName[],
  earmark = 'general',
): DeclaredDocument => ({
  ...{ year, no, on, share, calendars, earmark, source: 'central', kind: '' },
  title: `关于下达${batch}${CENTRAL}的通知`,
});
const local = (
  [year, no, on, kind, share]: [number | null, string, string | number, 'province' | 'prefecture', number],
  calendars: readonly CalendarName[],
  pooledIn: readonly string[] = [],
): DeclaredDocument => ({
  ...{ year, no, on, share, calendars, kind, pooledIn, source: 'local', earmark: 'general' },
  title: `关于下达${kind === 'province' ? PROVINCE : PREFECTURE}的通知`,
});

/** 资金下达文件 of the programme's years, in the order of their days. */
export const DOCUMENTS: readonly DeclaredDocument[] = [
  central([2019, '楚财建〔2019〕38号', '2019-07-12', '2019年第一批', 700], ['y2019']),
  local([2019, '楚财建〔2019〕45号', '2019-08-20', 'province', 1000], ['y2019']),
  central([2019, '楚财建〔2019〕61号', '2019-12-06', '2019年第二批', 300], ['y2019'], 'works'),
  local([2019, '楚财建〔2020〕3号', '2020-01-08', 'prefecture', 1000], ['y2019']),
  central([2020, '楚财建〔2019〕66号', '2019-12-20', '2020年第一批', 600], ['y2020']),
  local([2020, '楚财建〔2020〕9号', '2020-02-20', 'province', 1000], ['y2020'], ['532301']),
  central([2020, '楚财建〔2020〕15号', '2020-03-18', '2020年第二批', 400], ['y2020'], 'works'),
  local([2020, '楚财建〔2020〕21号', '2020-04-10', 'prefecture', 1000], ['y2020']),
  central([2021, '楚财建〔2021〕6号', '2021-01-28', '2021年第一批', 600], ['y2021']),
  local([2021, '楚财建〔2021〕11号', '2021-03-10', 'province', 1000], ['y2021']),
  central([2021, '楚财建〔2021〕19号', '2021-05-18', '2021年第二批', 300], ['y2021'], 'works'),
  local([2021, '楚财建〔2021〕23号', '2021-06-04', 'prefecture', 1000], ['y2021']),
  central([null, '楚财建〔Y〕71号', -300, '本年度第一批', 500], ['early']),
  local([null, '楚财建〔Y〕72号', -240, 'province', 900], ['early'], ['532301', '532302']),
  central([null, '楚财建〔Y〕73号', -170, '本年度第二批', 350], ['early'], 'works'),
  local([null, '楚财建〔Y〕74号', -130, 'prefecture', 800], ['early']),
  local([null, '楚财建〔Y〕75号', -26, 'province', 400], ['approved']),
  central([null, '楚财建〔Y〕76号', -18, '本年度第三批', 350], ['approved', 'second'], 'required'),
];

/** 州级绩效奖励, to the county of a finished project. */
export const REWARD = {
  ...{ no: '楚财建〔2020〕48号', on: '2020-08-14', year: 2020, county: '532302', amount: 30_000_000n },
  title: '关于下达2019年度城镇老旧小区改造绩效奖励资金的通知',
};

/** 双柏县 is slow to receive; 大姚县's own money falls far short, 禄丰市's a little. */
export const COUNTY_PACE: Record<string, { received?: number; own?: number }> = {
  '532322': { received: 450 },
  '532326': { own: 300 },
  '532302': { own: 850 },
};

/** The one sum that no funding plan names: why, its entries say themselves. */
export const OUTSIDE_PLAN = {
  ...{ county: '532302', story: '卫生局家属院' },
  pot: { source: 'social', kind: 'propertyCompany', earmark: 'general' } satisfies Pot,
  ...{ amount: 3_600_000n, after: 75, payer: '禄丰安和物业服务有限公司' },
  note: '资金计划外：物业公司自愿出资增设电动自行车充电棚，经市住建局专题会议同意，待下次调整资金计划时列入',
};
