/** How an item is measured and what one of it costs, in yuan: per dwelling, per unit (单元) of a building, per building, or once. */
export interface Work {
  item: string;
  measure: string;
  per: 'home' | 'unit' | 'building' | 'once';
  /** in 0.01 of the measure */
  amount: number;
  yuan: number;
  payer: string;
  percent?: number;
  method?: 'overhead' | 'underground';
}

const work = (
  item: string,
  measure: string,
  per: Work['per'],
  amount: number,
  yuan: number,
  payer = 'central',
): Work => ({
  ...{ item, measure, per, amount, yuan, payer },
});

/** The rest of the residents' part, and the rest of the estimate: what is worked out and not measured. */
export const [SHARES, REST] = ['B-I05', 'C-R05'];

export const BUILDING_WORKS: readonly Work[] = [
  work('B-R01', '㎡', 'home', 1200, 95),
  work('B-R02', '处', 'building', 300, 1200, 'local'),
  work('B-R03', '户', 'home', 100, 180),
  work('B-R04', '㎡', 'home', 2200, 68),
  work('B-R05', '㎡', 'home', 1800, 52),
  work('B-R06', '户', 'home', 100, 2650, 'pipeline'),
  { ...work('B-R07', '单元', 'unit', 100, 8600, 'pipeline'), method: 'overhead' },
  work('B-R08', '套', 'unit', 600, 260),
  work('B-R09', '栋', 'building', 100, 6800),
  work('B-R10', '单元', 'unit', 100, 5400),
  { ...work('B-I01', '樘', 'unit', 100, 4800, 'residents'), percent: 50 },
  { ...work('B-I02', '处', 'unit', 100, 2600, 'residents'), percent: 30 },
];

export const COMPOUND_WORKS: readonly Work[] = [
  work('C-R01', '户', 'home', 100, 420),
  work('C-R02', '处', 'once', 200, 18_000, 'local'),
  work('C-R03', '套', 'once', 600, 7600),
  work('C-R04', '座', 'building', 100, 28_000),
  { ...work('C-R06', 'm', 'home', 900, 210, 'pipeline'), method: 'underground' },
  work('C-R07', '㎡', 'home', 800, 165),
  work('C-R08', '个', 'home', 50, 1800),
  work('C-R09', '盏', 'home', 15, 1900),
  work('C-R10', 'm', 'home', 200, 260),
  work('C-I01', '个', 'home', 10, 2400, 'local'),
  work('C-I02', '套', 'once', 400, 6500, 'local'),
  { ...work('C-I06', '㎡', 'home', 300, 88, 'residents'), percent: 20 },
];

/** Of a thousand: the item already meets the standard, is not possible, was refused; and why. */
export const OTHERWISE: Record<string, { met?: number; impossible?: [number, string]; refused?: [number, string] }> = {
  'B-R01': { met: 150 },
  'B-R02': { met: 300 },
  'B-R03': { met: 180, refused: [40, '防盗笼、晾衣架为住户自有，多数住户不同意拆除，已登记在册'] },
  'B-R06': { refused: [40, '本栋住户已自行完成一户一表，经楼栋议事会表决不再改造'] },
  'B-R09': { met: 350 },
  'B-R10': { impossible: [80, '楼道净宽不足1.1米，无法增设消火栓，改为每层配置灭火器'] },
  'C-R08': { impossible: [150, '院内空地不足，改为与相邻单位错时共享停车位'] },
  'C-R10': { met: 250 },
};
