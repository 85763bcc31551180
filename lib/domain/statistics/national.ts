import type { Rulebook } from '../rulebook/schema';
import { projectsRow } from './county-month';
import { fundLines, fundRows, MEANS } from './fund-rows';
import { NEVER_LASTING, NEVER_MONEY, NEVER_WORKS } from './never-national';
import { COUNTED, filled } from './rows';
import { COMPLETED, type Counted, STARTED, scaleRows, TASK } from './scale-rows';
import type { ShapeGroup, ShapeRow } from './shape';
import { byClass, byItem, quantityRows } from './work-rows';

const SURVEY: Counted = {
  of: 'survey',
  name: { zh: '符合条件的', en: 'Eligible:' },
  definition: {
    zh: '排查摸底中认定符合改造条件、没有注销的全部小区，不分年度。',
    en: 'All compounds that the survey finds eligible, of whatever year.',
  },
  clause: 'P三(三)1/范围',
};

const BUILT: ShapeRow = filled('facet.built', 'facet.built', {
  name: { zh: '其中：2000年底前建成的小区', en: 'Of which built by the end of 2000' },
  unit: COUNTED.compounds,
  definition: {
    zh: '年度改造小区中主要建筑建成年份不晚于2000年的。',
    en: "Of the year's compounds those mostly built in 2000 or before.",
  },
  clause: '国办发〔2020〕23号',
  lacks: { zh: '个小区没有建成年份', en: 'compounds without a year of building' },
});

const ACCEPTED: Counted = {
  of: 'accepted',
  name: { zh: '通过联合验收的', en: 'Passed joint acceptance:' },
  definition: {
    zh: '所在项目已完成第九阶段（项目验收）的年度改造小区。',
    en: "The year's compounds whose project has completed stage 9 (acceptance).",
  },
  clause: 'P三(三)9/验收',
};

const LASTING: ShapeRow[] = [
  filled('facet.committee', 'facet.committee', {
    name: { zh: '成立业主委员会的小区', en: "Compounds with an owners' committee" },
    unit: COUNTED.compounds,
    definition: {
      zh: '年度改造小区中登记有业主委员会的。',
      en: "Of the year's compounds those recorded with an owners' committee.",
    },
    clause: 'P三(三)10/方案',
    lacks: {
      zh: '个小区没有登记有无业主委员会',
      en: "compounds that do not say whether there is an owners' committee",
    },
  }),
  filled('facet.service', 'facet.service', {
    name: { zh: '改造后引入物业服务的小区', en: 'Compounds with property service after the works' },
    unit: COUNTED.compounds,
    definition: {
      zh: '所在项目登记已引入物业服务的年度改造小区；登记了不引入原因的计为未引入。',
      en: "The year's compounds whose project has introduced property service; where a reason against it is recorded, there is none.",
    },
    clause: 'P三(三)10/物业',
    lacks: { zh: '个小区的项目还没有登记物业服务情况', en: 'compounds whose project does not say' },
  }),
];

/** 全国城镇老旧小区改造统计: stock, the year's task, started and completed, works by class and kind, money by source, what lasts. */
export const nationalGroups = (rulebook: Rulebook): ShapeGroup[] => [
  { code: 'survey', name: { zh: '摸底存量', en: 'Stock' }, rows: scaleRows(SURVEY) },
  {
    code: 'task',
    name: { zh: '年度改造任务', en: "The year's task" },
    rows: [projectsRow(), ...scaleRows(TASK), BUILT],
  },
  {
    code: 'progress',
    name: { zh: '开工、竣工、验收', en: 'Started, completed, accepted' },
    rows: [...scaleRows(STARTED), ...scaleRows(COMPLETED), ...scaleRows(ACCEPTED)],
  },
  byClass(rulebook),
  ...byItem(rulebook),
  {
    code: 'quantities',
    name: { zh: '主要工程量', en: 'Quantities' },
    rows: [...quantityRows(rulebook), ...NEVER_WORKS],
  },
  ...(['planned', 'received', 'paid'] as const).map((measure) => ({
    code: `money-${measure}`,
    name: { zh: `资金${MEANS[measure].name.zh}`, en: `Money ${MEANS[measure].name.en}` },
    rows: [
      ...fundRows(measure, fundLines(rulebook), { of: 'fund', form: 'wan' }),
      ...(measure === 'paid' ? NEVER_MONEY : []),
    ],
  })),
  { code: 'lasting', name: { zh: '长效管理', en: 'What lasts' }, rows: [...LASTING, ...NEVER_LASTING] },
];
