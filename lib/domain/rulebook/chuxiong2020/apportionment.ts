import type { FundingRules } from '../schema-funding';

type Of = 'whole' | 'civilWorks' | 'residentShare' | 'rest';

const part = (of: Of, source: string, clause: string, sharing: string | null, more: object = {}) => ({
  ...{ of, source, kind: null as string | null, sharing, asPlanned: false, clause },
  ...more,
});
const government = (of: Of, clause: string, sharing: string | null, asPlanned = false) =>
  part(of, 'local', clause, sharing, { kind: 'county', asPlanned });

const row = (code: string, name: string, nameEn: string, parts: ReturnType<typeof part>[], which: object) => ({
  ...{ code, name, nameEn, parts, items: [] as string[], necessity: null as string | null },
  ...{ method: null as string | null },
  ...which,
});

const LINES = ['B-R07', 'C-R06'];

/**
 * 资金分摊: who pays for which planned item, the first row that fits deciding. What the government pays is shown as the county's until the
 * project says which money covers it.
 */
export const apportionment = {
  rows: [
    row(
      'overheadTidying',
      '架空线缆梳理',
      'Overhead line tidying',
      [part('whole', 'pipeline', 'P四(二)3/梳理', 'overheadTidying')],
      { items: LINES, method: 'overhead' },
    ),
    row(
      'underground',
      '“上改下”',
      'Lines moved underground',
      [
        government('civilWorks', 'P四(二)3/上改下', 'undergroundCivil'),
        part('rest', 'pipeline', 'P四(二)3/上改下', 'undergroundLines'),
      ],
      { items: LINES, method: 'underground' },
    ),
    row(
      'householdMeters',
      '一户一表、楼栋内外管线、二次供水',
      'Household meters, lines in and outside buildings, secondary supply',
      [part('whole', 'pipeline', 'P四(二)3/一户一表', 'householdMeters')],
      { items: ['B-R06', ...LINES] },
    ),
    row(
      'drainage',
      '排水管网敷设或疏通',
      'Drainage laying or dredging',
      [government('whole', 'P四(二)3/排水', 'drainage')],
      { items: ['C-R05'] },
    ),
    row(
      'improvement',
      '提升类项目',
      'Improvement items',
      [
        part('residentShare', 'residents', 'P四(二)4/比例', 'improvement', { kind: 'selfRaised' }),
        government('rest', '决定/未列明项目', 'improvement', true),
      ],
      { necessity: 'improvement' },
    ),
    row('otherRequired', '其他必改项目', 'Other required items', [government('whole', '决定/未列明项目', null, true)], {
      necessity: 'required',
    }),
  ],
  government: { source: 'local', kind: 'county' },
  coveredBy: ['central', 'local', 'bonds', 'social', 'other'],
  formerUnit: { source: 'originalUnit', kind: null, sharing: 'formerUnitHousing', clause: 'P四(二)5' },
  subsidy: { source: 'local', kind: 'pipelineSubsidy', sharing: 'pipelineSubsidy', clause: 'P四(二)3/补助' },
  plannedKinds: [{ source: 'social', kind: 'propertyCompany' }],
};

/** P四(二)3/补助: counted as the county's fiscal contribution, and kept apart from its other money. */
const pipelineSubsidy = {
  code: 'pipelineSubsidy',
  name: '对管线单位补助',
  nameEn: 'Subsidy to pipeline companies',
  perHousehold: false,
};

export const withSubsidyKind = (funding: FundingRules): FundingRules => ({
  ...funding,
  sources: funding.sources.map((one) =>
    one.code === 'local' ? { ...one, kinds: [...one.kinds, pipelineSubsidy] } : one,
  ),
});
