import { COUNTED, unfillable } from './rows';
import type { ShapeRow } from './shape';

const CLAUSE = '国办发〔2020〕23号';

const facility = (key: string, zh: string, en: string): ShapeRow =>
  unfillable(
    `never.${key}`,
    {
      zh: '菜单只有“公共服务设施”一项，以面积登记，不分设施种类，也不记个数。',
      en: 'The menu has public service rooms as one item, measured in ㎡, not by kind or number.',
    },
    {
      name: { zh: `${zh}数`, en },
      unit: { zh: '个', en: 'facilities' },
      definition: { zh: `改造中新建、改建的${zh}。`, en: `${en} built or converted.` },
      clause: CLAUSE,
    },
  );

const pipe = (key: string, zh: string, en: string): ShapeRow =>
  unfillable(
    `never.${key}`,
    {
      zh: '“三线三管整治”和“一户一表”登记的是合并的工程量，不分水、电、气、热、通信。',
      en: 'Lines and pipes are recorded together, not by water, power, gas, heat and telecom.',
    },
    {
      name: { zh: `改造${zh}长度`, en: `${en} renewed` },
      unit: { zh: 'm', en: 'm' },
      form: 'quantity',
      definition: { zh: `改造的${zh}长度。`, en: `Length of ${en.toLowerCase()} renewed.` },
      clause: CLAUSE,
    },
  );

/** Of the works. */
export const NEVER_WORKS: ShapeRow[] = [
  pipe('waterPipes', '供水管网', 'Water mains'),
  pipe('powerLines', '供电线路', 'Power lines'),
  pipe('gasPipes', '供气管网', 'Gas pipes'),
  pipe('telecomLines', '通信线路', 'Telecom lines'),
  facility('eldercare', '养老服务设施', 'Facilities for elderly care'),
  facility('childcare', '托育设施', 'Childcare facilities'),
  facility('clinics', '社区卫生服务设施', 'Community health facilities'),
  facility('meals', '助餐、家政、便民市场等便民设施', 'Meals, housekeeping, markets and shops'),
];

/** Of the money. */
export const NEVER_MONEY: ShapeRow[] = [
  unfillable(
    'never.loans',
    {
      zh: '政策所列七类来源没有金融机构贷款，台账不单独记录贷款。',
      en: 'Bank loans are none of the seven sources and are not recorded apart.',
    },
    {
      name: { zh: '金融机构贷款', en: 'Bank loans' },
      ...{ unit: COUNTED.wan, form: 'wan' as const, clause: CLAUSE },
      definition: { zh: '从银行等金融机构取得的贷款。', en: 'Loans from banks and other financial institutions.' },
    },
  ),
  unfillable(
    'never.utilities',
    {
      zh: '管线单位出资作为一类来源记录，不分水、电、气、热、通信单位。',
      en: 'Pipeline companies are one source; water, power, gas, heat and telecom are not told apart.',
    },
    {
      name: { zh: '管线单位出资中：通信单位', en: 'Of pipeline companies: telecom' },
      ...{ unit: COUNTED.wan, form: 'wan' as const, clause: CLAUSE },
      definition: { zh: '通信企业投入改造的资金。', en: 'What telecom companies pay for the works.' },
    },
  ),
  unfillable(
    'never.housingFund',
    {
      zh: '居民提取住房公积金在公积金中心办理，系统只记录居民出资，不记录来自何处。',
      en: "Withdrawals are made at the housing fund; residents' money is recorded, not where it came from.",
    },
    {
      name: { zh: '居民出资中：提取住房公积金', en: 'Of residents: housing provident fund' },
      ...{ unit: COUNTED.wan, form: 'wan' as const, clause: CLAUSE },
      definition: { zh: '居民为改造提取的住房公积金。', en: 'Housing provident fund withdrawn for the works.' },
    },
  ),
];

/** Of what lasts. */
export const NEVER_LASTING: ShapeRow[] = [
  unfillable(
    'never.partyBranches',
    { zh: '系统不登记小区党组织。', en: 'Party branches of compounds are not recorded.' },
    {
      name: { zh: '建立党组织的小区', en: 'Compounds with a party branch' },
      unit: COUNTED.compounds,
      definition: { zh: '已建立小区党组织的小区。', en: 'Compounds where a party branch was founded.' },
      clause: CLAUSE,
    },
  ),
  unfillable(
    'never.people',
    {
      zh: '户册记录户和业主，不登记居住人口；不以户数乘系数推算。',
      en: 'Households and owners are recorded, not how many people live there; nothing is multiplied.',
    },
    {
      name: { zh: '惠及人口', en: 'People who benefit' },
      unit: COUNTED.people,
      definition: { zh: '改造小区的常住人口。', en: 'People who live in the compounds.' },
      clause: CLAUSE,
    },
  ),
];
