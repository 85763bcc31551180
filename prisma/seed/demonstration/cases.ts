import type { Outcome } from '@/lib/domain/compounds/types';
import { buildingOf } from './buildings';
import { allGood } from './condition';
import type { PlannedBuilding, PlannedCompound } from './plan-types';

/** A borderline case: what it is, where, and what the policy says of it (`because`: a reason that must be among those given). */
export interface DeclaredCase {
  key: string;
  county: string;
  /** the n-th community of the county town */
  community: number;
  name: string;
  year: number | null;
  expects: Outcome;
  because?: string;
  facts?: Partial<PlannedCompound>;
  buildings?: PlannedBuilding[];
}

const LUFENG = '532302';
const CITY = '532301';

/** Buildings 1 … n of one year and size. */
const rows = (key: string, year: number, count: number, size: Parameters<typeof buildingOf>[3] = {}, from = 1) =>
  Array.from({ length: count }, (_, index) => buildingOf(`${key}/${from + index}`, `${from + index}栋`, year, size));

const small = { units: 2, storeys: 4, perFloor: 2 };
const large = { units: 3, storeys: 6, perFloor: 2 };
const without = (buildings: PlannedBuilding[], field: 'yearBuilt' | 'floorArea') =>
  buildings.map((building) => ({ ...building, [field]: null }));
const sameFlats = { units: 2, storeys: 5, perFloor: 2, areas: [7200n, 7200n] };

export const CASES: readonly DeclaredCase[] = [
  {
    key: 'built1999',
    county: LUFENG,
    community: 1,
    name: '财政局新家属院',
    year: 1999,
    expects: 'eligible',
    because: 'eligibility.builtInTime',
  },
  {
    key: 'built2000',
    county: LUFENG,
    community: 1,
    name: '世纪花园',
    year: 2000,
    expects: 'ineligible',
    because: 'eligibility.builtTooLate',
  },
  {
    key: 'mostAreaLater',
    county: LUFENG,
    community: 2,
    name: '丝绸厂生活区',
    year: 1985,
    expects: 'ineligible',
    because: 'eligibility.builtTooLate',
    buildings: [...rows('mostAreaLater', 1985, 2, small), ...rows('mostAreaLater', 2003, 3, large, 3)],
  },
  {
    key: 'mostAreaEarlier',
    county: LUFENG,
    community: 2,
    name: '农机厂宿舍',
    year: 2002,
    expects: 'eligible',
    because: 'eligibility.builtInTime',
    buildings: [...rows('mostAreaEarlier', 1988, 3, large), ...rows('mostAreaEarlier', 2002, 1, small, 4)],
  },
  {
    key: 'equalAreas',
    county: LUFENG,
    community: 2,
    name: '兽医站宿舍',
    year: 1998,
    expects: 'ineligible',
    because: 'eligibility.builtTooLate',
    buildings: [...rows('equalAreas', 1998, 1, sameFlats), ...rows('equalAreas', 2001, 1, sameFlats, 2)],
  },
  {
    key: 'areasUnknown',
    county: LUFENG,
    community: 3,
    name: '化肥厂生活区',
    year: null,
    expects: 'incomplete',
    because: 'eligibility.missing.buildingAreas',
    buildings: [...rows('areasUnknown', 1996, 2), ...without(rows('areasUnknown', 2004, 1, small, 3), 'floorArea')],
  },
  {
    key: 'buildingYearsUnknown',
    county: LUFENG,
    community: 3,
    name: '县医院家属院',
    year: null,
    expects: 'incomplete',
    because: 'eligibility.missing.buildingYears',
    buildings: [
      ...rows('buildingYearsUnknown', 1992, 1, small),
      ...without(rows('buildingYearsUnknown', 1992, 2, large, 2), 'yearBuilt'),
    ],
  },
  {
    key: 'yearUnknown',
    county: LUFENG,
    community: 4,
    name: '盐矿老宿舍',
    year: null,
    expects: 'incomplete',
    because: 'eligibility.missing.yearBuilt',
    buildings: without(rows('yearUnknown', 1975, 2), 'yearBuilt'),
  },
  {
    key: 'factsMissing',
    county: LUFENG,
    community: 4,
    name: '机务段宿舍',
    year: 1983,
    expects: 'incomplete',
    because: 'eligibility.missing.legalTitle',
    facts: { legalTitle: null, inShantytownPlan: null, ownershipKind: null, willingness: null, address: null },
  },
  {
    key: 'noTitle',
    county: LUFENG,
    community: 4,
    name: '马车社住宅',
    year: 1987,
    expects: 'ineligible',
    because: 'eligibility.noLegalTitle',
    facts: { legalTitle: false },
  },
  {
    key: 'urbanVillage',
    county: LUFENG,
    community: 7,
    name: '小铺子片区',
    year: 1991,
    expects: 'ineligible',
    because: 'eligibility.excluded.urbanVillage',
    facts: { urbanVillage: true },
  },
  {
    key: 'shantytown',
    county: LUFENG,
    community: 8,
    name: '科甲棚户片区',
    year: 1972,
    expects: 'ineligible',
    because: 'eligibility.excluded.inShantytownPlan',
    facts: { inShantytownPlan: true },
  },
  {
    key: 'demolition',
    county: LUFENG,
    community: 9,
    name: '老粮仓宿舍',
    year: 1969,
    expects: 'ineligible',
    because: 'eligibility.excluded.plannedDemolition',
    facts: { plannedDemolition: true },
  },
  {
    key: 'selfBuilt',
    county: LUFENG,
    community: 12,
    name: '南门自建房片区',
    year: 1986,
    expects: 'ineligible',
    because: 'eligibility.excluded.mainlySelfBuilt',
    facts: { mainlySelfBuilt: true },
  },
  {
    key: 'outsideTown',
    county: LUFENG,
    community: 5,
    name: '干海资矿工新村',
    year: 1978,
    expects: 'ineligible',
    because: 'eligibility.outsideTown',
    facts: { insideTown: false, town: '532302102', community: '532302102003' },
  },
  {
    key: 'allGood',
    county: LUFENG,
    community: 5,
    name: '龙城花园',
    year: 1998,
    expects: 'ineligible',
    because: 'eligibility.noDeficiency',
    facts: {
      facilities: allGood(),
      facilitiesIncomplete: false,
      environmentPoor: false,
      managementMissing: false,
      facilitiesBackward: false,
      hasPropertyService: true,
      hasOwnersCommittee: true,
      hasMaintenanceFund: true,
      ownershipKind: 'commercial',
      originalUnit: null,
    },
  },
  {
    key: 'twoReasons',
    county: CITY,
    community: 7,
    name: '彝海别苑',
    year: 2004,
    expects: 'ineligible',
    because: 'eligibility.noLegalTitle',
    facts: { legalTitle: false, ownershipKind: 'commercial', originalUnit: null },
  },
  {
    key: 'againstAndMissing',
    county: CITY,
    community: 7,
    name: '车辆厂老宿舍',
    year: 1982,
    expects: 'ineligible',
    because: 'eligibility.missing.insideTown',
    facts: { urbanVillage: true, insideTown: null },
  },
  {
    key: 'mismatch',
    county: LUFENG,
    community: 6,
    name: '商业局家属院',
    year: 1990,
    expects: 'eligible',
    facts: { statedHouseholds: 120, statedBuildings: 4, remarks: '上报 120 户，名册 108 户，待社区核对。' },
    buildings: rows('mismatch', 1990, 3, large),
  },
  { key: 'sameNameFirst', county: LUFENG, community: 1, name: '建行小区', year: 1994, expects: 'eligible' },
  { key: 'sameNameSecond', county: LUFENG, community: 2, name: '建行小区', year: 1997, expects: 'eligible' },
  {
    key: 'formerNames',
    county: LUFENG,
    community: 13,
    name: '五建小区',
    year: 1989,
    expects: 'eligible',
    facts: { aliases: ['五建家属院', '省建五公司宿舍'] },
  },
  {
    key: 'lowWillingness',
    county: LUFENG,
    community: 10,
    name: '税务局老家属院',
    year: 1995,
    expects: 'eligible',
    facts: { willingness: 'low' },
  },
  {
    key: 'demolishedBuilding',
    county: LUFENG,
    community: 14,
    name: '缫丝厂宿舍',
    year: 1984,
    expects: 'eligible',
    facts: { remarks: '3栋为危房，已拆除，原住户名册留存备查。' },
    buildings: [
      ...rows('demolishedBuilding', 1984, 2, large),
      buildingOf('demolishedBuilding/3', '3栋', 1966, {
        units: 5,
        storeys: 4,
        perFloor: 2,
        demolished: '危房鉴定 D 级，已拆除',
      }),
      ...rows('demolishedBuilding', 1986, 2, large, 4),
    ],
  },
  {
    key: 'withoutRegister',
    county: LUFENG,
    community: 11,
    name: '水泥厂生活区',
    year: 1981,
    expects: 'eligible',
    facts: {
      statedBuildings: 1,
      statedUnits: 5,
      statedHouseholds: 40,
      statedFloorArea: 224_000n,
      statedExclusiveArea: 198_000n,
      remarks: '企业改制，名册待移交。',
    },
    buildings: [],
  },
  {
    key: 'oneOwner',
    county: LUFENG,
    community: 9,
    name: '直管公房大院',
    year: 1976,
    expects: 'eligible',
    facts: { ownershipKind: 'unitManaged', originalUnit: '禄丰市房屋管理所' },
    buildings: rows('oneOwner', 1976, 3, { units: 3, storeys: 3, perFloor: 3 }),
  },
  {
    key: 'registerGaps',
    county: LUFENG,
    community: 10,
    name: '供销社宿舍',
    year: 1988,
    expects: 'eligible',
    facts: { withoutArea: 6, withoutOwner: 9 },
    buildings: rows('registerGaps', 1988, 2, large),
  },
  {
    key: 'lateAddition',
    county: LUFENG,
    community: 3,
    name: '粮食局家属院',
    year: 1993,
    expects: 'eligible',
    facts: { remarks: '2019 年排查遗漏，凭文件补登。' },
  },
  {
    key: 'survivor',
    county: LUFENG,
    community: 5,
    name: '一中教师住宅区',
    year: 1992,
    expects: 'eligible',
    facts: { aliases: ['一中老教师楼'] },
    buildings: rows('survivor', 1992, 4),
  },
  {
    key: 'partNorth',
    county: LUFENG,
    community: 12,
    name: '肉联厂北院',
    year: 1987,
    expects: 'eligible',
    facts: { aliases: ['肉联厂生活区'] },
    buildings: rows('partNorth', 1987, 2),
  },
  {
    key: 'partSouth',
    county: LUFENG,
    community: 12,
    name: '肉联厂南院',
    year: 1994,
    expects: 'eligible',
    facts: { aliases: ['肉联厂生活区'] },
    buildings: rows('partSouth', 1994, 2, {}, 3),
  },
  {
    key: 'largest',
    county: CITY,
    community: 4,
    name: '滇中机械厂生活区',
    year: 1986,
    expects: 'eligible',
    facts: { ownershipKind: 'unitManaged', originalUnit: '滇中机械厂' },
    buildings: rows('largest', 1986, 50, { units: 4, storeys: 5, perFloor: 2 }),
  },
  {
    key: 'smallest',
    county: CITY,
    community: 9,
    name: '气象局家属院',
    year: 1991,
    expects: 'eligible',
    buildings: rows('smallest', 1991, 1, { units: 2, storeys: 5, perFloor: 2 }),
  },
];

/** No longer in the survey, kept with their history; their buildings stand with what they became. */
export interface HistoricalCase {
  key: string;
  name: string;
  community: number;
  year: number;
  status: 'retired' | 'merged' | 'split';
  reason: string;
  /** keys of what it became */
  became: readonly string[];
  documentNo: string | null;
}

export const HISTORY: readonly HistoricalCase[] = [
  {
    key: 'retired',
    name: '电影院宿舍',
    community: 13,
    year: 1964,
    status: 'retired',
    reason: '2018 年整体拆除，土地已收储',
    became: [],
    documentNo: null,
  },
  {
    key: 'mergedAway',
    name: '一中老教师楼',
    community: 5,
    year: 1979,
    status: 'merged',
    reason: '与一中教师住宅区同一围墙，合并改造',
    became: ['survivor'],
    documentNo: '禄住建〔2020〕17号',
  },
  {
    key: 'splitUp',
    name: '肉联厂生活区',
    community: 12,
    year: 1987,
    status: 'split',
    reason: '中间道路已市政化，分为南北两院',
    became: ['partNorth', 'partSouth'],
    documentNo: '禄住建〔2020〕23号',
  },
];
