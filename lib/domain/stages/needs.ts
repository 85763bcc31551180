import { formatMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import { workflowOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { permitsOf } from './permits';
import type { CompoundFacts, ProjectFacts, Unmet } from './types';

type Lack = Omit<Unmet, 'need'>;
type Check = (facts: ProjectFacts, rulebook: Rulebook) => Lack[];

const lack = (missing: boolean, why: Reason, href: string): Lack[] => (missing ? [{ reason: why, href }] : []);

/** The same of each compound, and of there being one at all. */
const each =
  (look: (compound: CompoundFacts, facts: ProjectFacts) => Lack[]): Check =>
  (facts) =>
    facts.compounds.length === 0
      ? [{ reason: reason('stage.noCompound'), href: `/projects/${facts.id}#compounds` }]
      : facts.compounds.flatMap((compound) => look(compound, facts));

const paperHref = (id: string, kind: string) => `/projects/${id}/papers#${kind}`;

/** A paper that is not filed, in the words of the rule book. */
export function paperMissing(kind: string, rulebook: Rulebook, clause?: string): Reason {
  const found = workflowOf(rulebook).papers.find(({ code }) => code === kind);
  return reason('stage.paperMissing', { name: found?.name ?? kind, nameEn: found?.nameEn ?? kind }, { clause });
}

const paper =
  (kind: string): Check =>
  ({ id, papers }, rulebook) =>
    lack(!papers.includes(kind), paperMissing(kind, rulebook), paperHref(id, kind));

const voteHref = ({ id, name: _, ...compound }: CompoundFacts, round: 1 | 2) => {
  const vote = round === 1 ? compound.roundOne : compound.roundTwo;
  return vote.id ? `/votes/${vote.id}` : `/votes/new?compound=${id}&round=${round}`;
};
const planHref = ({ id, plan }: CompoundFacts) => (plan ? `/plans/${plan.id}` : `/plans?compound=${id}`);
const feasibilityHref = ({ feasibility }: ProjectFacts) =>
  feasibility ? `/feasibility/${feasibility.id}` : '/feasibility';

/** Both sums, in fen: of the plans in force, and of the residents' part in them. */
export const plannedOf = (facts: ProjectFacts) => ({
  cost: facts.compounds.reduce((sum, { plan }) => sum + (plan?.cost ?? 0n), 0n),
  residentShare: facts.compounds.reduce((sum, { plan }) => sum + (plan?.residentShare ?? 0n), 0n),
});

/** Stopped work is neither done nor accepted. */
const stopped = ({ id, stopWorks }: ProjectFacts): Lack[] =>
  stopWorks.map(({ no }) => ({ reason: reason('stage.workStopped', { no }), href: `/projects/${id}/works#stop-work` }));

const AWARDS_CONSTRUCTION = ['construction', 'epc'];
const AWARDS_SUPERVISION = ['supervision', 'consulting'];

/** What a numbered or scanned paper alone meets. */
const PAPERS = [
  'design',
  'costEstimate',
  'fundRaisingPlan',
  'maintenanceFundPlan',
  'propertyServicePlan',
  'drawings',
  'budgetAudit',
  'managementPlan',
] as const;

/** Needs that taking a step meets: the gate asks whether it was taken. */
export const BY_STEP = ['technicalReview', 'countyApproval', 'approvalsFiled', 'countyConfirmed'] as const;

/** For every other need of the ten stages (domain.md §5): what it lacks, nothing when it is met. */
export const NEEDS: Record<string, Check> = {
  surveyed: each(({ id, name, eligibility }) =>
    lack(eligibility === 'incomplete', reason('stage.notSurveyed', { name }), `/compounds/${id}`),
  ),
  eligible: each(({ id, name, active, eligibility }) => [
    ...lack(!active, reason('stage.compoundRetired', { name }), `/compounds/${id}`),
    ...lack(eligibility === 'ineligible', reason('stage.notEligible', { name }), `/compounds/${id}`),
  ]),
  roundOnePassed: each((compound) =>
    lack(!compound.roundOne.passed, reason('stage.roundOne', { name: compound.name }), voteHref(compound, 1)),
  ),
  renovationType: ({ id, renovationType }) =>
    lack(renovationType === null, reason('stage.renovationType'), `/projects/${id}#facts`),
  listNoticeOver: each(({ name, list }) =>
    list
      ? lack(!list.over, reason('stage.listRuns', { name, day: list.endsOn ?? '' }), `/notices/${list.id}`)
      : [{ reason: reason('stage.listMissing', { name }), href: '/notices?kind=list' }],
  ),
  feasibilityReport: (facts) =>
    lack(facts.feasibility === null, reason('stage.feasibilityMissing'), feasibilityHref(facts)),
  governmentConsent: (facts) =>
    lack(
      facts.feasibility === null || facts.feasibility.status === 'draft',
      reason('stage.consentMissing'),
      feasibilityHref(facts),
    ),
  feasibilityApproved: (facts) =>
    lack(facts.feasibility?.status !== 'approved', reason('stage.feasibilityNotApproved'), feasibilityHref(facts)),
  compoundPlan: each((compound) =>
    lack(compound.plan?.final !== true, reason('stage.planNotFinal', { name: compound.name }), planHref(compound)),
  ),
  buildingPlans: each((compound) =>
    lack(
      compound.plan === null || compound.plan.buildingsWithout > 0,
      reason('stage.buildingsWithoutPlan', { name: compound.name, count: compound.plan?.buildingsWithout ?? 0 }),
      planHref(compound),
    ),
  ),
  fundingSums: (facts) => {
    const { cost } = plannedOf(facts);
    const { fundingSum, id } = facts;
    return lack(
      fundingSum !== cost || cost === 0n,
      reason('stage.fundingDiffers', { funding: formatMoney(fundingSum), cost: formatMoney(cost) }),
      `/projects/${id}/funding`,
    );
  },
  residentShares: (facts) => {
    const { residentShare } = plannedOf(facts);
    const { fundedByResidents, id } = facts;
    return lack(
      fundedByResidents !== residentShare,
      reason('stage.sharesDiffer', { funded: formatMoney(fundedByResidents), share: formatMoney(residentShare) }),
      `/projects/${id}/funding`,
    );
  },
  implementingEntity: ({ id, entityKind, entityName }) =>
    lack(entityKind === null || !entityName, reason('stage.entityMissing'), `/projects/${id}#facts`),
  ...Object.fromEntries(PAPERS.map((kind) => [kind, paper(kind)])),
  costEstimate: (facts, rulebook) => [
    ...paper('costEstimate')(facts, rulebook),
    ...lack(facts.estimate === null, reason('stage.estimateMissing'), `/projects/${facts.id}#figures`),
  ],
  designNoticeOver: each(({ id, name, design }) =>
    design
      ? lack(!design.over, reason('stage.designRuns', { name, day: design.endsOn ?? '' }), `/notices/${design.id}`)
      : [{ reason: reason('stage.designNoticeMissing', { name }), href: `/votes/schemes?compound=${id}` }],
  ),
  roundTwoPassed: each((compound) =>
    lack(!compound.roundTwo.passed, reason('stage.roundTwo', { name: compound.name }), voteHref(compound, 2)),
  ),
  inAnnualPlan: ({ id, annualPlanId, applied }) =>
    lack(
      annualPlanId === null,
      applied ? reason('stage.notInAnnualPlan') : reason('stage.notApplied'),
      applied ? '/annual-plans' : `/applications?project=${id}`,
    ),
  permits: ({ id, touches, papers }, rulebook) => {
    const { unknown, needed } = permitsOf(rulebook, touches);
    return [
      ...lack(unknown.length > 0, reason('stage.permitsUnknown', { count: unknown.length }), `/projects/${id}#permits`),
      ...needed.flatMap(({ code }) => lack(!papers.includes(code), paperMissing(code, rulebook), paperHref(id, code))),
    ];
  },
  budget: (facts, rulebook) => [
    ...paper('budget')(facts, rulebook),
    ...lack(facts.budget === null, reason('stage.budgetMissing'), `/projects/${facts.id}#figures`),
  ],
  constructionAwarded: ({ id, contracts }) =>
    lack(
      !contracts.some((kind) => AWARDS_CONSTRUCTION.includes(kind)),
      reason('stage.constructionNotAwarded'),
      `/projects/${id}#contracts`,
    ),
  supervisionAwarded: ({ id, contracts }) =>
    lack(
      !contracts.some((kind) => AWARDS_SUPERVISION.includes(kind)),
      reason('stage.supervisionNotAwarded'),
      `/projects/${id}#contracts`,
    ),
  itemsComplete: ({ id, itemsMissing, itemsPlanned }) =>
    lack(
      itemsMissing > 0 || itemsPlanned === 0,
      reason('stage.itemsMissing', { missing: itemsMissing, planned: itemsPlanned }),
      `/projects/${id}/works`,
    ),
  findingsRectified: (facts) => [
    ...lack(
      facts.findingsOpen > 0,
      reason('stage.findingsOpen', { count: facts.findingsOpen }),
      `/projects/${facts.id}/works#findings`,
    ),
    ...stopped(facts),
  ],
  jointAcceptance: (facts) => [
    ...lack(!facts.acceptancePassed, reason('stage.notAccepted'), `/projects/${facts.id}/acceptance`),
    ...stopped(facts),
  ],
  finalAccount: (facts, rulebook) => [
    ...paper('finalAccount')(facts, rulebook),
    ...lack(
      facts.finalAccount === null,
      reason('stage.finalAccountMissing'),
      `/projects/${facts.id}/acceptance#account`,
    ),
  ],
  finalAudit: (facts, rulebook) => [
    ...paper('finalAudit')(facts, rulebook),
    ...lack(facts.audited === null, reason('stage.auditedMissing'), `/projects/${facts.id}/acceptance#account`),
  ],
  archiveHandedOver: paper('archiveReceipt'),
  propertyService: ({ id, propertyService, propertyServiceReason }) =>
    lack(!propertyService && !propertyServiceReason, reason('stage.propertyService'), `/projects/${id}/aftercare`),
  handoverList: ({ id, handoverMissing }) =>
    lack(handoverMissing > 0, reason('stage.handoverMissing', { count: handoverMissing }), `/projects/${id}/aftercare`),
};
