import type { Label } from '../kernel/label';
import { unitOf } from '../plans/items';
import type { MenuItem, Rulebook } from '../rulebook/schema';
import { COUNTED, filled } from './rows';
import type { ShapeGroup, ShapeRow } from './shape';

const NO_PLAN: Label = { zh: '个小区没有定稿的改造方案', en: 'compounds without a final plan' };
const CLAUSE = '国办发〔2020〕23号';

const PLACES: Label = {
  zh: '定稿方案中列为改造的一项内容在一栋楼或一个小区为一处。',
  en: 'An item to be done at a building, or in a compound, by the final plan is a place.',
};
const DONE: Label = {
  zh: '其中已登记完成的处数；登记后撤销的不计。',
  en: 'Of these the places registered as complete; what was taken back does not count.',
};

/** Of works outside the year's menu: a plan made by another version of the rule book. */
export const OTHER_CLASS = 'other';

function classRows(code: string, name: Label): ShapeRow[] {
  const row = (measure: string, what: Label, definition: Label, more: Partial<Parameters<typeof filled>[2]> = {}) =>
    filled(`works.${measure}.${code}`, `works.${measure}.${code}`, {
      name: { zh: `${name.zh}${what.zh}`, en: `${name.en}: ${what.en}` },
      unit: COUNTED.places,
      definition,
      clause: CLAUSE,
      lacks: NO_PLAN,
      ...more,
    });
  return [
    row(
      'compounds',
      { zh: '涉及小区', en: 'compounds' },
      {
        zh: '定稿方案中至少有一处该类改造内容的小区；同一小区可以在几类中各计一次。',
        en: 'Compounds whose final plan has at least one place of this class; one may count in several classes.',
      },
      { unit: COUNTED.compounds },
    ),
    row('planned', { zh: '改造内容', en: 'places planned' }, PLACES),
    row('completed', { zh: '已完成改造内容', en: 'places completed' }, DONE),
    row(
      'cost',
      { zh: '计划投资', en: 'planned investment' },
      {
        zh: '定稿方案中该类内容的造价之和，不含设计、监理等其他费用。',
        en: 'Cost of these items by the final plans, without fees.',
      },
      {
        unit: COUNTED.wan,
        form: 'wan',
        lacks: {
          zh: '处改造内容没有造价，或所在小区没有定稿方案',
          en: 'places without a cost, or compounds without a plan',
        },
      },
    ),
    row(
      'paid',
      { zh: '已支付资金', en: 'paid' },
      {
        zh: '台账支付中按改造内容记到该类的金额；设计、监理、审计等费用不分类。',
        en: 'Payments of the ledger that name items of this class; fees belong to no class.',
      },
      { unit: COUNTED.wan, form: 'wan', lacks: undefined },
    ),
  ];
}

/** 按基础类、完善类、提升类: by the class that the year's rule book gives to each item. */
export const byClass = ({ menuClasses }: Rulebook): ShapeGroup => ({
  code: 'classes',
  name: { zh: '改造内容分类', en: 'Works by class' },
  rows: [
    ...menuClasses.flatMap(({ code, name, nameEn }) => classRows(code, { zh: name, en: nameEn })),
    filled(`works.planned.${OTHER_CLASS}`, `works.planned.${OTHER_CLASS}`, {
      name: { zh: '不在本年度菜单内的改造内容', en: "Outside the year's menu: places planned" },
      unit: COUNTED.places,
      definition: {
        zh: '按其他规则版本编制的方案中，本年度菜单没有的改造内容。',
        en: "Items of plans by another version of the rule book that the year's menu does not have.",
      },
      clause: CLAUSE,
      lacks: NO_PLAN,
    }),
  ],
});

/** 消防设施 stands in both scopes: the building's and the compound's are told apart. */
const nameOf = ({ name, nameEn, scope }: MenuItem, menu: readonly MenuItem[]): Label => {
  const twice = menu.filter((one) => one.name === name).length > 1;
  return { zh: twice ? `${name}（${scope === 'building' ? '楼栋' : '小区'}）` : name, en: nameEn };
};

/** One group a class: each item with the places planned and completed. */
export const byItem = ({ menu, menuClasses }: Rulebook): ShapeGroup[] =>
  menuClasses.map(({ code: cls, name, nameEn }) => ({
    code: `items-${cls}`,
    name: { zh: `${name}改造内容`, en: `${nameEn} works` },
    rows: menu
      .filter((item) => item.class === cls)
      .flatMap((item) => {
        const of = nameOf(item, menu);
        const row = (measure: 'planned' | 'completed', what: Label, definition: Label) =>
          filled(`item.${measure}.${item.code}`, `item.${measure}.${item.code}`, {
            name: { zh: `${of.zh}${what.zh}`, en: `${of.en}${what.en}` },
            unit: COUNTED.places,
            definition,
            clause: item.clause,
            lacks: NO_PLAN,
          });
        return [
          row('planned', { zh: '', en: '' }, PLACES),
          row('completed', { zh: '：已完成', en: ': completed' }, DONE),
        ];
      }),
  }));

/** What is asked for by its quantity: how many lifts, places to park, metres of pipe. By the key of the menu. */
export const BY_QUANTITY: readonly string[] = [
  ...['lifts', 'parking', 'charging', 'drainage', 'linesAndPipes', 'energySaving'],
  ...['publicServices', 'fitness', 'greening', 'activityGrounds', 'barrierFree', 'elderly'],
];

export const measured = ({ menu }: Rulebook): MenuItem[] => menu.filter(({ key }) => BY_QUANTITY.includes(key));

export const quantityRows = (rulebook: Rulebook): ShapeRow[] =>
  measured(rulebook).flatMap((item) => {
    const unit = { zh: unitOf(item), en: unitOf(item) };
    const row = (measure: 'quantity' | 'quantityDone', what: Label, definition: Label) =>
      filled(`item.${measure}.${item.code}`, `item.${measure}.${item.code}`, {
        ...{ unit, form: 'quantity' as const, definition, clause: item.clause },
        name: { zh: `${item.name}${what.zh}`, en: `${item.nameEn}: ${what.en}` },
        lacks: {
          zh: `处没有以“${unit.zh}”登记工程量，或所在小区没有定稿方案`,
          en: `places without a quantity in ${unit.en}, or compounds without a plan`,
        },
      });
    return [
      row(
        'quantity',
        { zh: '计划工程量', en: 'quantity planned' },
        {
          zh: `定稿方案中以“${unit.zh}”登记的工程量之和；以其他单位登记的不换算。`,
          en: `Quantities of the final plans in ${unit.en}; other units are not converted.`,
        },
      ),
      row(
        'quantityDone',
        { zh: '完成工程量', en: 'quantity completed' },
        {
          zh: `已登记完成的改造内容在定稿方案中以“${unit.zh}”登记的工程量。`,
          en: `Planned quantities in ${unit.en} of the places registered as complete.`,
        },
      ),
    ];
  });
