/** How those who answered answered, of a thousand households of the roll; or the two borders of P三(三)5, taken by area. */
export type Opinion =
  | { agree: number; disagree: number; abstain: number }
  /** the largest dwellings agree: area is reached, one household is missing */
  | 'oneHouseholdShort'
  /** the smallest dwellings agree: households are reached, area is not */
  | 'areaShort';

type Until = 'draft' | 'open' | 'closed' | 'counted' | 'certified' | 'cancelled';

/** One attempt of a vote; days are counted from today. */
export interface RoundStory {
  round: 1 | 2;
  until: Until;
  opened: number;
  closed?: number;
  planned?: number;
  opinion: Opinion;
  /** the second look, of a thousand ballots */
  looked?: number;
  objection?: 'unanswered' | 'dismissed';
  /** one household denied its ballot on the telephone */
  denied?: boolean;
  /** everything by one account, faster than a person can, in the order of the forms, with one photo again and again */
  hasty?: boolean;
  cancelledReason?: string;
}

/** The scheme that round 2 votes on: finished and published on that day, or still being written. */
export interface SchemeStory {
  begun: number;
  published: number | null;
}

export interface Journey {
  rounds: readonly RoundStory[];
  /** the day on which the county's project list with this compound is published */
  listed?: number;
  scheme?: SchemeStory;
}

const most = { agree: 790, disagree: 60, abstain: 30 };
const certified = (round: 1 | 2, opened: number, closed: number, opinion: Opinion = most): RoundStory => ({
  round,
  until: 'certified',
  opened,
  closed,
  opinion,
});
/** Certified ten days after closing: notice of seven days, completed, certified. */
const willing = certified(1, -95, -78);

export const JOURNEYS = {
  draft: { rounds: [{ round: 1, until: 'draft', opened: -2, planned: 20, opinion: most }] },
  begun: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -4,
        planned: 17,
        opinion: { agree: 150, disagree: 15, abstain: 8 },
        looked: 0,
      },
    ],
  },
  halfway: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -12,
        planned: 9,
        opinion: { agree: 430, disagree: 45, abstain: 20 },
        looked: 500,
      },
    ],
  },
  oneHouseholdShort: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -18,
        planned: 3,
        opinion: 'oneHouseholdShort',
        looked: 800,
        objection: undefined,
      },
    ],
  },
  areaShort: {
    rounds: [{ round: 1, until: 'open', opened: -16, planned: 5, opinion: 'areaShort', looked: 700 }],
  },
  reached: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -20,
        planned: 0,
        opinion: { agree: 750, disagree: 50, abstain: 20 },
        looked: 900,
      },
    ],
  },
  overdue: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -26,
        planned: -2,
        opinion: { agree: 590, disagree: 80, abstain: 30 },
        looked: 600,
      },
    ],
  },
  hasty: {
    rounds: [
      {
        round: 1,
        until: 'open',
        opened: -6,
        planned: 12,
        opinion: { agree: 1000, disagree: 0, abstain: 0 },
        looked: 0,
        hasty: true,
      },
    ],
  },
  objected: {
    rounds: [
      {
        round: 1,
        until: 'closed',
        opened: -24,
        closed: -5,
        opinion: { agree: 730, disagree: 70, abstain: 30 },
        looked: 600,
        objection: 'unanswered',
      },
    ],
  },
  denied: {
    rounds: [{ round: 1, until: 'closed', opened: -23, closed: -6, opinion: most, looked: 1000, denied: true }],
  },
  counted: {
    rounds: [
      { round: 1, until: 'counted', opened: -30, closed: -11, opinion: most, looked: 1000, objection: 'dismissed' },
    ],
  },
  listed: { rounds: [certified(1, -44, -27)], listed: -4 },
  designing: {
    rounds: [willing, { round: 2, until: 'draft', opened: -3, opinion: most }],
    listed: -58,
    scheme: { begun: -9, published: null },
  },
  second: {
    rounds: [
      willing,
      {
        round: 2,
        until: 'open',
        opened: -5,
        planned: 15,
        opinion: { agree: 330, disagree: 30, abstain: 12 },
        looked: 400,
      },
    ],
    listed: -58,
    scheme: { begun: -20, published: -6 },
  },
  secondNear: {
    rounds: [willing, { round: 2, until: 'open', opened: -20, planned: 2, opinion: 'oneHouseholdShort', looked: 750 }],
    listed: -58,
    scheme: { begun: -36, published: -22 },
  },
  approved: {
    rounds: [certified(1, -130, -112), certified(2, -74, -50)],
    listed: -98,
    scheme: { begun: -88, published: -76 },
  },
  refusedOnce: {
    rounds: [certified(1, -130, -112, { agree: 560, disagree: 210, abstain: 40 }), certified(1, -84, -62)],
    listed: -4,
  },
  triedAgain: {
    rounds: [
      certified(1, -60, -42, { agree: 600, disagree: 160, abstain: 60 }),
      {
        round: 1,
        until: 'open',
        opened: -7,
        planned: 14,
        opinion: { agree: 240, disagree: 20, abstain: 10 },
        looked: 200,
      },
    ],
  },
  restarted: {
    rounds: [
      {
        round: 1,
        until: 'cancelled',
        opened: -30,
        closed: -25,
        opinion: { agree: 120, disagree: 10, abstain: 0 },
        cancelledReason: '名册中 2 户面积登记有误，核实更正后重新组织征求意见',
      },
      {
        round: 1,
        until: 'open',
        opened: -13,
        planned: 8,
        opinion: { agree: 520, disagree: 40, abstain: 20 },
        looked: 500,
      },
    ],
  },
} as const satisfies Record<string, Journey>;
export type JourneyName = keyof typeof JOURNEYS;

export interface DeclaredJourney {
  county: string;
  /** the n-th community of the county town; from the fourth on nobody there has an account and the county bureau records */
  community: number;
  compound: string;
  journey: JourneyName;
}

const inCounty = (county: string, lines: [community: number, compound: string, journey: JourneyName][]) =>
  lines.map(([community, compound, journey]): DeclaredJourney => ({ county, community, compound, journey }));

/** Which compound is how far, the same each time. In 禄丰市 there is one of everything. */
export const DECLARED: readonly DeclaredJourney[] = [
  ...inCounty('532302', [
    [1, '财政局新家属院', 'oneHouseholdShort'],
    [1, '建行小区', 'hasty'],
    [1, '盐业公司家属院', 'secondNear'],
    [1, '电影公司家属院', 'objected'],
    [1, '食品厂宿舍', 'halfway'],
    [2, '农机厂宿舍', 'counted'],
    [2, '建行小区', 'draft'],
    [2, '中医院家属区', 'approved'],
    [2, '砖瓦厂生活区', 'refusedOnce'],
    [3, '粮食局家属院', 'areaShort'],
    [3, '皮革厂生活区', 'listed'],
    [3, '南环路小区', 'second'],
    [3, '县医院家属院', 'restarted'],
    [3, '化肥厂生活区', 'denied'],
  ]),
  ...inCounty('532301', [
    [4, '滇中机械厂生活区', 'halfway'],
    [9, '气象局家属院', 'oneHouseholdShort'],
    [1, '水电站生活区', 'approved'],
    [1, '人民路小区', 'triedAgain'],
    [2, '人行小区', 'designing'],
    [2, '财政局家属院', 'objected'],
    [2, '百货公司职工住宅', 'counted'],
    [3, '糖酒公司家属院', 'second'],
    [3, '酱菜厂宿舍', 'reached'],
  ]),
  ...inCounty('532322', [
    [1, '农行小区', 'halfway'],
    [1, '实验小学教师住宅区', 'counted'],
    [2, '种子公司家属院', 'approved'],
    [2, '职业中学教师住宅区', 'overdue'],
    [3, '彝海花园', 'draft'],
  ]),
  ...inCounty('532323', [
    [2, '经委家属院', 'second'],
    [3, '教育局职工住宅', 'objected'],
    [3, '民政局家属院', 'begun'],
    [3, '龙泉路小区', 'listed'],
  ]),
  ...inCounty('532324', [
    [1, '物价局家属院', 'approved'],
    [3, '煤矿宿舍', 'areaShort'],
    [3, '审计局家属院', 'counted'],
    [2, '印刷厂生活区', 'begun'],
  ]),
  ...inCounty('532325', [
    [1, '邮电局职工住宅', 'secondNear'],
    [3, '自来水公司家属院', 'objected'],
    [2, '农业局家属院', 'reached'],
    [1, '物资局家属院', 'draft'],
  ]),
  ...inCounty('532326', [
    [3, '中行小区', 'approved'],
    [3, '北门街小区', 'halfway'],
    [1, '火柴厂宿舍', 'restarted'],
    [3, '面粉厂生活区', 'listed'],
  ]),
  ...inCounty('532327', [
    [1, '实验小学教师住宅区', 'second'],
    [2, '酒厂宿舍', 'counted'],
    [3, '烟草公司家属院', 'overdue'],
  ]),
  ...inCounty('532328', [
    [3, '变电站宿舍', 'approved'],
    [3, '供销社职工住宅', 'triedAgain'],
    [3, '外贸局家属院', 'reached'],
  ]),
  ...inCounty('532329', [
    [2, '运输公司家属院', 'designing'],
    [3, '汽车总站家属院', 'objected'],
    [3, '煤矿宿舍', 'begun'],
    [3, '种子公司家属院', 'refusedOnce'],
  ]),
  ...inCounty('532300-KFQ', [
    [2, '检察院家属院', 'secondNear'],
    [2, '水电站生活区', 'halfway'],
    [1, '农行小区', 'begun'],
  ]),
];
