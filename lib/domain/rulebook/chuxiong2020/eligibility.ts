const scope = 'P三(三)1/范围';
const excluded = 'P三(三)1/不包括';

export const eligibility = {
  cutOff: { latestYear: 1999, yearRule: 'most-floor-area', clause: '决定/建成年份' },
  laterBuilt: null,
  criteria: [
    { code: 'builtByCutOff', name: '建成于2000年以前', nameEn: 'Built before 2000', clause: scope },
    { code: 'insideTown', name: '城市、县城（城关镇）', nameEn: 'Inside a city or county town', clause: scope },
    { code: 'legalTitle', name: '具有合法产权', nameEn: 'Legal title', clause: scope },
    { code: 'deficient', name: '至少有一项不足', nameEn: 'At least one deficiency', clause: '决定/不足之处' },
  ],
  deficiencies: [
    { code: 'facilitiesIncomplete', name: '配套设施不全', nameEn: 'Incomplete facilities', clause: scope },
    { code: 'environmentPoor', name: '环境脏乱差', nameEn: 'Poor environment', clause: scope },
    { code: 'managementMissing', name: '管理机制不健全', nameEn: 'No sound management', clause: scope },
    {
      code: 'facilitiesBackward',
      name: '公共设施落后影响居民的基本生活',
      nameEn: 'Backward public facilities that impair daily life',
      clause: scope,
    },
  ],
  minimumDeficiencies: 1,
  exclusions: [
    {
      code: 'inShantytownPlan',
      name: '已纳入城镇棚户区改造计划',
      nameEn: 'In the shantytown renovation plan',
      clause: excluded,
    },
    {
      code: 'plannedDemolition',
      name: '拟通过拆除新建（改建、扩建、翻建）实施改造的棚户区（居民住房）',
      nameEn: 'To be demolished and rebuilt',
      clause: excluded,
    },
    { code: 'mainlySelfBuilt', name: '以居民自建住房为主的区域', nameEn: 'Mainly self-built houses', clause: excluded },
    { code: 'urbanVillage', name: '城中村', nameEn: 'Urban village', clause: excluded },
  ],
};

/** P三(一). The end of February 2020 is the 29th; a deadline lasts to the end of its day in Asia/Shanghai. */
export const calendar = {
  cumulativeTargets: [
    { year: 2019, percent: 30, clause: 'P三(一)/比例' },
    { year: 2020, percent: 70, clause: 'P三(一)/比例' },
    { year: 2021, percent: 100, clause: 'P三(一)/比例' },
  ],
  years: [
    { year: 2019, startBy: '2020-02-29', completeBy: '2020-05-31', clause: 'P三(一)/2019' },
    { year: 2020, startBy: '2020-02-29', completeBy: '2020-06-30', clause: 'P三(一)/2020' },
    { year: 2021, startBy: '2021-02-28', completeBy: '2021-06-30', clause: '决定/2021年度' },
  ],
};
