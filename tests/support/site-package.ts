import type { SitePackage } from '@/lib/domain/field/site-package';
import { blankInspection, EMPTY_FOUND, type InspectionValues } from '@/lib/domain/inspections/filled';
import type { ReportAnswer } from '@/lib/domain/progress/answers';

/** A project that was taken along: one compound with two buildings, two planned items, a month to be filled in. */
export const PROJECT_ID = '0190f3a2-7c41-7d10-8a55-00000000aaaa';
export const COMPOUND_ID = '0190f3a2-7c41-7d10-8a55-0000000000c1';
export const BUILDING_ID = '0190f3a2-7c41-7d10-8a55-0000000000b1';
export const PARTY_ID = '0190f3a2-7c41-7d10-8a55-0000000000e1';

export const reportOf = (more: Partial<ReportAnswer> = {}): ReportAnswer => ({
  id: null,
  project: { id: PROJECT_ID, code: 'CX-LF-2026-001', name: '卫生局小区改造', stage: 8 },
  month: '2026-11',
  status: null,
  dueAt: '2026-12-05T15:59:59.999Z',
  timeliness: 'open',
  firstReceivedAt: null,
  acceptedAt: null,
  content: {
    ...{ stage: 8, investment: '0.00', people: 0, problems: null, photos: [] },
    items: [
      { compoundId: COMPOUND_ID, buildingId: BUILDING_ID, item: 'B-R01', percent: 40, backReason: null },
      { compoundId: COMPOUND_ID, buildingId: null, item: 'C-I03', percent: 100, backReason: null },
    ],
  },
  planned: [
    {
      compound: { id: COMPOUND_ID, name: '卫生局小区' },
      building: { id: BUILDING_ID, name: '1栋' },
      ...{ item: 'B-R01', last: 40, completed: false, weight: '30000000' },
    },
    {
      compound: { id: COMPOUND_ID, name: '卫生局小区' },
      building: null,
      ...{ item: 'C-I03', last: 100, completed: true, weight: '10000000' },
    },
  ],
  differences: { since: null, fields: [], items: [], photos: [] },
  percentBp: 5500,
  sendings: [],
  corrections: [],
  may: { write: true, review: false, askCorrection: false, answerCorrection: false },
  version: 0,
  updatedAt: null,
  ...more,
});

export const sitePackageOf = (more: Partial<SitePackage> = {}): SitePackage => ({
  project: { id: PROJECT_ID, code: 'CX-LF-2026-001', name: '卫生局小区改造', stage: 8, status: 'active' },
  menu: [
    { code: 'B-R01', name: '屋面防水', nameEn: 'Roof waterproofing' },
    { code: 'C-I03', name: '道路', nameEn: 'Roads' },
  ],
  inspection: {
    kinds: [
      { code: 'quality', name: '质量', nameEn: 'Quality' },
      { code: 'safety', name: '安全', nameEn: 'Safety' },
    ],
    sheet: {
      compounds: [{ id: COMPOUND_ID, name: '卫生局小区', buildings: [{ id: BUILDING_ID, name: '1栋' }] }],
      planned: [{ compoundId: COMPOUND_ID, buildingId: BUILDING_ID, item: 'B-R01' }],
      parties: [{ id: PARTY_ID, kind: 'construction', name: '楚雄建工' }],
      points: [
        { code: 'B-R01-01', item: 'B-R01', kind: 'quality', name: '卷材搭接宽度', nameEn: 'Overlap of the sheets' },
        { code: 'S-01', item: null, kind: 'safety', name: '安全帽佩戴', nameEn: 'Helmets are worn' },
      ],
      earlier: [],
      startOn: '2026-03-01',
      today: '2026-11-20',
    },
  },
  reports: [reportOf()],
  ...more,
});

/** The roof is wrong, gravely; helmets are worn. */
export function wrongRoof(taken = sitePackageOf()): InspectionValues {
  const at = taken.inspection ?? sitePackageOf().inspection;
  if (!at) throw new Error('a package without an inspection');
  const blank = blankInspection(
    at.sheet,
    at.kinds.map(({ code }) => code),
    '2026-11-21',
  );
  return {
    ...blank,
    buildingId: BUILDING_ID,
    points: {
      'B-R01-01': {
        result: 'fail',
        found: {
          ...EMPTY_FOUND,
          ...{ grade: 'grave', place: '屋面东侧', content: '搭接不足 80 毫米' },
          ...{ limitOn: '2026-11-30', party: PARTY_ID },
        },
      },
      'S-01': { result: 'pass', found: EMPTY_FOUND },
    },
  };
}
