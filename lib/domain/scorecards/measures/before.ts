import type { CompoundFacts, ProjectFacts, ScoreFacts } from '../facts';
import { ofCompound, ofProject, type Row, row } from './row';

/** What the year is measured by: the projects of its annual plan; while there is none, all that were set up for it. */
export const projectsOf = ({ plan, projects }: ScoreFacts): ProjectFacts[] =>
  plan === null ? projects : projects.filter(({ inPlan }) => inPlan);

/** Each compound of the year, with the project it is renovated in. */
export const compoundsOf = <T>(facts: ScoreFacts, each: (compound: CompoundFacts, project: ProjectFacts) => T): T[] =>
  projectsOf(facts).flatMap((project) => project.compounds.map((compound) => each(compound, project)));

const ofCounty = ({ county }: ScoreFacts) => ({ kind: 'county' as const, ...county });

/** 事前摸排: there is a survey at all. */
export function countySurveyed(facts: ScoreFacts): Row[] {
  const { compounds, eligible } = facts.survey;
  const code = compounds > 0 ? 'score.countySurveyed.met' : 'score.countySurveyed.unmet';
  return [row(ofCounty(facts), { met: compounds > 0 }, code, { count: compounds, eligible })];
}

/** What is renovated was found eligible by the survey. */
export const eligibleCompounds = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) =>
    row(
      ofCompound(compound, project),
      { met: compound.eligible },
      compound.eligible ? 'score.eligible.met' : 'score.eligible.unmet',
    ),
  );

/** 项目年度计划 */
export function annualPlan(facts: ScoreFacts): Row[] {
  const { plan, year } = facts;
  if (!plan) return [row(ofCounty(facts), { met: false }, 'score.annualPlan.unmet', { year })];
  const of = { kind: 'plan' as const, id: plan.id, name: plan.documentNo ?? String(year) };
  return [row(of, { met: true }, 'score.annualPlan.met', { year, no: plan.no, count: plan.target })];
}

/** 实施方案 (一区一策) */
export const compoundPlans = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) =>
    row(
      ofCompound(compound, project),
      { met: compound.planFinal },
      compound.planFinal ? 'score.compoundPlan.met' : 'score.compoundPlan.unmet',
    ),
  );

/** 一楼一方案: every building has its part of the final plan. */
export const buildingPlans = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const { buildings, buildingsPlanned: planned } = compound;
    const met = buildings > 0 && planned >= buildings;
    const code = met ? 'score.buildingPlans.met' : 'score.buildingPlans.unmet';
    return row(ofCompound(compound, project), { met }, code, { planned, buildings });
  });

/** 按时报计划: the application was received by the day on which the year's work must have begun. */
export const appliedInTime = (facts: ScoreFacts): Row[] =>
  projectsOf(facts).map((project) => {
    const { startBy, today } = facts;
    const { appliedOn: on } = project;
    const of = ofProject(project);
    const earnable = on === null && today <= startBy;
    if (on === null) return row(of, { met: false, earnable }, 'score.applied.none', { due: startBy });
    const met = on <= startBy;
    return row(of, { met, earnable }, met ? 'score.applied.met' : 'score.applied.late', { on, due: startBy });
  });

/** 领导机构: its document is there, and its head is named (P四(一)1). */
export function leadingGroup(facts: ScoreFacts): Row[] {
  const group = facts.leadingGroup;
  if (!group) return [row(ofCounty(facts), { met: false }, 'score.leadingGroup.none')];
  const { id, documentNo, documentOn: on, head, headPost, hasFile } = group;
  const of = { kind: 'leadingGroup' as const, id, name: documentNo };
  const code = hasFile ? 'score.leadingGroup.met' : 'score.leadingGroup.noFile';
  return [row(of, { met: hasFile }, code, { no: documentNo, on, head, headPost })];
}
