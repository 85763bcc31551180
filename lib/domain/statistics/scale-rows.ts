import type { Label } from '../kernel/label';
import { COUNTED, filled } from './rows';
import type { ShapeRow } from './shape';

/** What a compound holds, and what is said of one that does not tell it. Areas in 0.01 ㎡. */
export const HOLDS = ['compounds', 'buildings', 'households', 'floorArea'] as const;
export type Holds = (typeof HOLDS)[number];

const WORDS: Record<Holds, { name: Label; unit: Label; lacks?: Label }> = {
  compounds: { name: { zh: '小区数', en: 'compounds' }, unit: COUNTED.compounds },
  buildings: {
    name: { zh: '楼栋数', en: 'buildings' },
    unit: COUNTED.buildings,
    lacks: { zh: '个小区没有登记楼栋数', en: 'compounds without a number of buildings' },
  },
  households: {
    name: { zh: '户数', en: 'households' },
    unit: COUNTED.households,
    lacks: { zh: '个小区没有登记户数', en: 'compounds without a number of households' },
  },
  floorArea: {
    name: { zh: '建筑面积', en: 'floor area' },
    unit: COUNTED.area,
    lacks: { zh: '个小区没有登记建筑面积', en: 'compounds without a floor area' },
  },
};

export interface Counted {
  /** prefix of the fact and of the code */
  of: string;
  name: Label;
  definition: Label;
  clause: string;
}

/** The four sizes of a set of compounds (or some of them), one row each. */
export function scaleRows({ of, name, definition, clause }: Counted, wanted: readonly Holds[] = HOLDS): ShapeRow[] {
  return wanted.map((key) => {
    const words = WORDS[key];
    return filled(`${of}.${key}`, `${of}.${key}`, {
      name: { zh: `${name.zh}${words.name.zh}`, en: `${name.en} ${words.name.en}` },
      unit: words.unit,
      form: key === 'floorArea' ? 'area' : 'count',
      definition,
      clause,
      lacks: words.lacks,
    });
  });
}

/** 年度任务: live compounds of the year's projects that were not withdrawn. */
export const TASK: Counted = {
  of: 'all',
  name: { zh: '年度改造', en: 'Programme year:' },
  definition: {
    zh: '项目年度内未撤销项目现有的小区；楼栋、户数、面积以登记的户册为准，没有户册的以县市填报数为准。',
    en: "Compounds now in the year's projects that were not withdrawn; sizes by the register, else as the county states them.",
  },
  clause: 'P三(一)/比例',
};

export const STARTED: Counted = {
  of: 'started',
  name: { zh: '累计开工', en: 'Started so far:' },
  definition: {
    zh: '年度任务中开工报告已被接收的小区，时间以系统首次收到报告为准。',
    en: "Of the year's compounds those whose start was reported and accepted, dated by the first receipt.",
  },
  clause: '附件/完成时间',
};

export const COMPLETED: Counted = {
  of: 'completed',
  name: { zh: '累计竣工', en: 'Completed so far:' },
  definition: {
    zh: '年度任务中竣工报告已被接收的小区，时间以系统首次收到报告为准；与绩效评价的完成数同一口径。',
    en: "Of the year's compounds those whose completion was reported and accepted, dated by the first receipt; as the scorecard counts.",
  },
  clause: '附件/完成时间',
};

export const ofMonth = (one: Counted, zh: string, en: string): Counted => ({
  ...one,
  of: `${one.of}Month`,
  name: { zh, en },
  definition: {
    zh: `${one.definition.zh}首次收到在本月的。`,
    en: `${one.definition.en} First received in this month.`,
  },
});
