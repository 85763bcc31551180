import type { Measure } from '../../rulebook/schema-scoring';
import type { ProjectFacts, ScoreFacts } from '../facts';
import { compoundsOf, projectsOf } from './before';
import { ofCompound, ofProject, type Row, row } from './row';

/** Stage 5 comes after the technical review of the design (P三(三)4). */
const REVIEWED = 5;
/** Stage 8 comes after all that must be there before work begins (P三(三)1–7). */
const WORKS = 8;

/** 按计划实施: the start was received by the year's day of beginning. */
export const startedInTime = (facts: ScoreFacts): Row[] =>
  projectsOf(facts).map((project) => {
    const { startBy, today } = facts;
    const { startedOn: on } = project;
    const of = ofProject(project);
    const earnable = on === null && today <= startBy;
    if (on === null) return row(of, { met: false, earnable }, 'score.started.none', { due: startBy });
    const met = on <= startBy;
    return row(of, { met, earnable }, met ? 'score.started.met' : 'score.started.late', { on, due: startBy });
  });

/** 符合技术规范: the prefecture's technical review of the design was passed. */
export const technicalReview = (facts: ScoreFacts): Row[] =>
  projectsOf(facts).map((project) => {
    const { stage } = project;
    const met = stage >= REVIEWED;
    return row(ofProject(project), { met }, met ? 'score.reviewed.met' : 'score.reviewed.unmet', { stage });
  });

const hasBegun = ({ begunOn, stage }: ProjectFacts) => begunOn !== null || stage > WORKS;

/** 基本建设程序: the seven stages before construction were complete when work began. A project that has not begun is not asked, one outside the plan is. */
export const proceduresFirst = ({ projects }: ScoreFacts): Row[] =>
  projects.filter(hasBegun).map((project) => {
    const { begunOn, readyOn } = project;
    const of = ofProject(project);
    if (readyOn === null)
      return row(of, { met: false, earnable: false }, 'score.procedures.open', {
        on: begunOn ?? '',
        stage: project.stage,
      });
    const met = begunOn === null || readyOn <= begunOn;
    const says = met ? 'score.procedures.met' : 'score.procedures.late';
    return row(of, { met, earnable: false }, says, { on: begunOn ?? readyOn, ready: readyOn });
  });

/** 项目小区完成数 */
export const completedCompounds = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const { completedOn: on } = compound;
    const of = ofCompound(compound, project);
    if (on === null) return row(of, { met: false }, 'score.completed.unmet', { stage: project.stage });
    return row(of, { met: true }, 'score.completed.met', { on });
  });

/** 符合完工时限要求的项目小区数: received up to and including the year's day of completion. */
export const onTimeCompounds = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const { completeBy: due, today } = facts;
    const { completedOn: on } = compound;
    const of = ofCompound(compound, project);
    if (on === null) return row(of, { met: false, earnable: today <= due }, 'score.onTime.none', { due });
    const met = on <= due;
    return row(of, { met, earnable: false }, met ? 'score.onTime.met' : 'score.onTime.late', { on, due });
  });

/** 质量达标: stage 9, joint acceptance with final account and archive, was passed. */
export const acceptedCompounds = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const met = compound.accepted;
    return row(ofCompound(compound, project), { met }, met ? 'score.accepted.met' : 'score.accepted.unmet', {
      stage: project.stage,
    });
  });

/** Improvement of facilities: so many items of a scope done in the compound. */
export const facilitiesDone = (
  facts: ScoreFacts,
  { scope, least }: Extract<Measure, { measure: 'facilitiesDone' }>,
): Row[] => {
  const first = scope === 'compound' ? 'C' : 'B';
  return compoundsOf(facts, (compound, project) => {
    const found = compound.done.filter((code) => code.startsWith(first)).length;
    const met = found >= least;
    const says = met ? 'score.facilities.met' : 'score.facilities.unmet';
    return row(ofCompound(compound, project), { met }, says, { found, least });
  });
};

/** The final plan of a compound of the project has one of these items. */
export const itemPlanned = (facts: ScoreFacts, { items }: { items: readonly string[] }): Row[] =>
  projectsOf(facts).map((project) => {
    const found = project.compounds.filter(({ planned }) => planned.some((code) => items.includes(code)));
    const met = found.length > 0;
    const names = found.map(({ name }) => name).join('、');
    return row(ofProject(project), { met }, met ? 'score.itemPlanned.met' : 'score.itemPlanned.unmet', { names });
  });

/** EPC, whole-process consulting: a contract of this kind stands. */
export const contractOf = (facts: ScoreFacts, { kinds }: { kinds: readonly string[] }): Row[] =>
  projectsOf(facts).map((project) => {
    const met = project.contracts.some((kind) => kinds.includes(kind));
    return row(ofProject(project), { met }, met ? 'score.contract.met' : 'score.contract.unmet');
  });
