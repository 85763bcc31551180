import { describe, expect, it } from 'vitest';
import { chuxiong2020, chuxiong2020first } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import { gate, stepsOf, unmetBefore, unmetNow } from '@/lib/domain/stages/gate';
import { BY_STEP, NEEDS } from '@/lib/domain/stages/needs';
import type { CompoundFacts, ProjectFacts } from '@/lib/domain/stages/types';
import { RULEBOOKS } from '@/prisma/seed/rulebooks';
import { compound, whole } from './facts';

type Change = Partial<ProjectFacts> | ((facts: ProjectFacts) => Partial<ProjectFacts>);

const changed = (facts: ProjectFacts, change: Change): ProjectFacts => ({
  ...facts,
  ...(typeof change === 'function' ? change(facts) : change),
});
const ofCompound = (change: Partial<CompoundFacts>): Change => ({ compounds: [{ ...compound, ...change }] });
const without =
  (kind: string): Change =>
  (facts) => ({ papers: facts.papers.filter((one) => one !== kind) });
const { plan } = compound;
if (!plan) throw new Error('the whole project has a plan');

/** Every condition of every stage, taken away: [stage, need, what is missing, what is said, where it is put right]. */
const TABLE: [number, string, Change, string, string][] = [
  [1, 'surveyed', ofCompound({ eligibility: 'incomplete' }), 'stage.notSurveyed', '/compounds/c1'],
  [1, 'surveyed', { compounds: [] }, 'stage.noCompound', '/projects/x#compounds'],
  [1, 'eligible', ofCompound({ eligibility: 'ineligible' }), 'stage.notEligible', '/compounds/c1'],
  [1, 'eligible', ofCompound({ active: false }), 'stage.compoundRetired', '/compounds/c1'],
  [
    2,
    'roundOnePassed',
    ofCompound({ roundOne: { ...compound.roundOne, passed: false } }),
    'stage.roundOne',
    '/votes/r1',
  ],
  [
    2,
    'roundOnePassed',
    ofCompound({ roundOne: { ...compound.roundOne, id: null, passed: false } }),
    'stage.roundOne',
    '/votes/new?compound=c1&round=1',
  ],
  [2, 'renovationType', { renovationType: null }, 'stage.renovationType', '/projects/x#facts'],
  [2, 'listNoticeOver', ofCompound({ list: null }), 'stage.listMissing', '/notices?kind=list'],
  [
    2,
    'listNoticeOver',
    ofCompound({ list: { id: 'n1', over: false, startsOn: null, endsOn: null } }),
    'stage.listRuns',
    '/notices/n1',
  ],
  [2, 'feasibilityReport', { feasibility: null }, 'stage.feasibilityMissing', '/feasibility'],
  [2, 'governmentConsent', { feasibility: { id: 'f1', status: 'draft' } }, 'stage.consentMissing', '/feasibility/f1'],
  [
    2,
    'feasibilityApproved',
    { feasibility: { id: 'f1', status: 'consented' } },
    'stage.feasibilityNotApproved',
    '/feasibility/f1',
  ],
  [3, 'compoundPlan', ofCompound({ plan: null }), 'stage.planNotFinal', '/plans?compound=c1'],
  [3, 'compoundPlan', ofCompound({ plan: { ...plan, final: false } }), 'stage.planNotFinal', '/plans/p1'],
  [
    3,
    'buildingPlans',
    ofCompound({ plan: { ...plan, buildingsWithout: 2 } }),
    'stage.buildingsWithoutPlan',
    '/plans/p1',
  ],
  [3, 'fundingSums', { fundingSum: 100_000_01n }, 'stage.fundingDiffers', '/projects/x/funding'],
  [3, 'residentShares', { fundedByResidents: 4_999_99n }, 'stage.sharesDiffer', '/projects/x/funding'],
  [3, 'implementingEntity', { entityKind: null }, 'stage.entityMissing', '/projects/x#facts'],
  [4, 'design', without('design'), 'stage.paperMissing', '/projects/x/papers#design'],
  [4, 'costEstimate', without('costEstimate'), 'stage.paperMissing', '/projects/x/papers#costEstimate'],
  [4, 'costEstimate', { estimate: null }, 'stage.estimateMissing', '/projects/x#figures'],
  [4, 'fundRaisingPlan', without('fundRaisingPlan'), 'stage.paperMissing', '/projects/x/papers#fundRaisingPlan'],
  [
    4,
    'maintenanceFundPlan',
    without('maintenanceFundPlan'),
    'stage.paperMissing',
    '/projects/x/papers#maintenanceFundPlan',
  ],
  [
    4,
    'propertyServicePlan',
    without('propertyServicePlan'),
    'stage.paperMissing',
    '/projects/x/papers#propertyServicePlan',
  ],
  [5, 'designNoticeOver', ofCompound({ design: null }), 'stage.designNoticeMissing', '/votes/schemes?compound=c1'],
  [
    5,
    'designNoticeOver',
    ofCompound({ design: { id: 'n2', over: false, startsOn: null, endsOn: null } }),
    'stage.designRuns',
    '/notices/n2',
  ],
  [
    5,
    'roundTwoPassed',
    ofCompound({ roundTwo: { ...compound.roundTwo, passed: false } }),
    'stage.roundTwo',
    '/votes/r2',
  ],
  [6, 'inAnnualPlan', { annualPlanId: null }, 'stage.notInAnnualPlan', '/annual-plans'],
  [6, 'inAnnualPlan', { annualPlanId: null, applied: false }, 'stage.notApplied', '/applications?project=x'],
  [
    6,
    'permits',
    { touches: { newLand: null, newPipelines: false, structuralWork: false } },
    'stage.permitsUnknown',
    '/projects/x#permits',
  ],
  [
    6,
    'permits',
    { touches: { newLand: true, newPipelines: false, structuralWork: false } },
    'stage.paperMissing',
    '/projects/x/papers#siteSelection',
  ],
  [6, 'drawings', without('drawings'), 'stage.paperMissing', '/projects/x/papers#drawings'],
  [6, 'budget', without('budget'), 'stage.paperMissing', '/projects/x/papers#budget'],
  [6, 'budget', { budget: null }, 'stage.budgetMissing', '/projects/x#figures'],
  [6, 'budgetAudit', without('budgetAudit'), 'stage.paperMissing', '/projects/x/papers#budgetAudit'],
  [7, 'constructionAwarded', { contracts: ['supervision'] }, 'stage.constructionNotAwarded', '/projects/x#contracts'],
  [7, 'supervisionAwarded', { contracts: ['epc'] }, 'stage.supervisionNotAwarded', '/projects/x#contracts'],
  [8, 'itemsComplete', { itemsMissing: 1 }, 'stage.itemsMissing', '/projects/x/works'],
  [8, 'itemsComplete', { itemsPlanned: 0 }, 'stage.itemsMissing', '/projects/x/works'],
  [
    8,
    'findingsRectified',
    { stopWorks: [{ id: 's1', no: '停〔2020〕1号' }] },
    'stage.workStopped',
    '/projects/x/works#stop-work',
  ],
  [
    9,
    'jointAcceptance',
    { stopWorks: [{ id: 's1', no: '停〔2020〕1号' }] },
    'stage.workStopped',
    '/projects/x/works#stop-work',
  ],
  [8, 'findingsRectified', { findingsOpen: 1 }, 'stage.findingsOpen', '/projects/x/works#findings'],
  [9, 'jointAcceptance', { acceptancePassed: false }, 'stage.notAccepted', '/projects/x/acceptance'],
  [9, 'finalAccount', without('finalAccount'), 'stage.paperMissing', '/projects/x/papers#finalAccount'],
  [9, 'finalAccount', { finalAccount: null }, 'stage.finalAccountMissing', '/projects/x/acceptance#account'],
  [9, 'finalAudit', without('finalAudit'), 'stage.paperMissing', '/projects/x/papers#finalAudit'],
  [9, 'finalAudit', { audited: null }, 'stage.auditedMissing', '/projects/x/acceptance#account'],
  [9, 'archiveHandedOver', without('archiveReceipt'), 'stage.paperMissing', '/projects/x/papers#archiveReceipt'],
  [10, 'managementPlan', without('managementPlan'), 'stage.paperMissing', '/projects/x/papers#managementPlan'],
  [10, 'propertyService', { propertyService: null }, 'stage.propertyService', '/projects/x/aftercare'],
  [10, 'handoverList', { handoverMissing: 3 }, 'stage.handoverMissing', '/projects/x/aftercare'],
];

describe('every stage × every missing condition', () => {
  it.each(TABLE)('stage %i, %s: %s', (stage, need, change, code, href) => {
    const condition = gate(stage, changed(whole(stage), change), chuxiong2020).find((one) => one.need === need);
    expect(condition?.met).toBe(false);
    expect(condition?.unmet.map((one) => [one.reason.code, one.href])).toContainEqual([code, href]);
  });

  it.each([
    [4, 'technicalReview', 'submit', 'review', 'approve'],
    [4, 'countyApproval', 'review', 'approve', 'report'],
    [4, 'approvalsFiled', 'report', 'receive', null],
    [8, 'countyConfirmed', 'submit', 'confirm', null],
  ] as const)('stage %i, %s is met by being done', (stage, need, before, step, after) => {
    const at = (now: string | null) => gate(stage, whole(stage, now), chuxiong2020).find((one) => one.need === need);
    expect(at(before)?.unmet.map((one) => one.reason.code)).toEqual(['stage.stepToCome']);
    expect(at(step)?.met).toBe(false);
    expect(at(step)?.byStep).toBe(step);
    if (after) expect(at(after)?.met).toBe(true);
    expect(gate(stage, whole(stage + 1), chuxiong2020).find((one) => one.need === need)?.met).toBe(true);
  });

  it('the table has every condition of the rule book that is not met by a step', () => {
    const asked = chuxiong2020.stages.flatMap(({ number, needs }) => needs.map(({ code }) => `${number} ${code}`));
    const tried = new Set(TABLE.map(([stage, need]) => `${stage} ${need}`));
    const bySteps = new Set<string>(BY_STEP);
    expect(asked.filter((one) => !tried.has(one) && !bySteps.has(one.slice(one.indexOf(' ') + 1)))).toEqual([]);
    expect(Object.keys(NEEDS).sort()).toEqual([...new Set(TABLE.map(([, need]) => need))].sort());
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'stage %i of a project of which everything is there lacks nothing',
    (stage) => {
      expect(gate(stage, whole(11, null), chuxiong2020).filter(({ met }) => !met)).toEqual([]);
    },
  );

  it('tells everything that is missing at once, each with its clause', () => {
    const facts = changed(whole(6), {
      papers: [],
      budget: null,
      annualPlanId: null,
      touches: { newLand: true, newPipelines: null, structuralWork: null },
    });
    const said = unmetNow(facts, chuxiong2020);
    expect(said.map((one) => `${one.need} ${one.reason.code}`)).toEqual([
      'inAnnualPlan stage.notInAnnualPlan',
      'permits stage.paperMissing',
      'permits stage.paperMissing',
      'drawings stage.paperMissing',
      'budget stage.paperMissing',
      'budget stage.budgetMissing',
      'budgetAudit stage.paperMissing',
    ]);
    for (const { reason } of said) expect(chuxiong2020.clauses.map(({ id }) => id)).toContain(reason.clause);
  });

  it('names each compound that lacks something', () => {
    const second = { ...compound, id: 'c2', name: '二轻局宿舍', plan: null };
    const facts = changed(whole(3), { compounds: [{ ...compound, plan: { ...plan, final: false } }, second] });
    const condition = gate(3, facts, chuxiong2020).find(({ need }) => need === 'compoundPlan');
    expect(condition?.unmet.map((one) => one.reason.params)).toEqual([
      { name: '粮食局家属院' },
      { name: '二轻局宿舍' },
    ]);
  });
});

describe('steps of the rule book', () => {
  it('ask before each step for what belongs to it, and for its paper', () => {
    const step = stepsOf(chuxiong2020, 4).find(({ code }) => code === 'review');
    if (!step) throw new Error('stage 4 is reviewed');
    const facts = changed(whole(4, 'review'), without('technicalReview'));
    expect(unmetBefore(4, step, facts, chuxiong2020).map((one) => one.href)).toEqual([
      '/projects/x/papers#technicalReview',
    ]);
  });

  it('a rule book from before there were steps goes the same way, without the condition it did not know', () => {
    expect(workflowOf(chuxiong2020first)).toEqual(RULEBOOKS.find(({ workflow }) => workflow)?.workflow);
    expect(gate(6, whole(6), chuxiong2020first).map(({ need }) => need)).not.toContain('permits');
    expect(gate(6, whole(6), chuxiong2020).map(({ need }) => need)).toContain('permits');
  });
});
