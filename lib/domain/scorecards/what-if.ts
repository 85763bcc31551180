import type { CalendarDate } from '../kernel/calendar-date';
import type { Rulebook } from '../rulebook/schema';
import type { SiteRules } from '../rulebook/schema-site';
import { forecastOf } from '../warnings/forecast';
import type { ProjectFacts, ScoreFacts } from './facts';
import { projectsOf } from './measures/before';
import { criteriaOf, scoreOf } from './score';
import type { Points } from './sheet';

export interface Supposed {
  projects: readonly string[];
  /** on which their completion reports would be received */
  on: CalendarDate;
  /** and stage 9 be passed */
  accepted: boolean;
}

const finished = (project: ProjectFacts, on: CalendarDate, accepted: boolean): ProjectFacts => ({
  ...project,
  compounds: project.compounds.map((compound) => ({
    ...compound,
    completedOn: compound.completedOn ?? on,
    accepted: compound.accepted || accepted,
  })),
});

/** The facts as they would be. What is complete already stays as it is. */
export const suppose = (facts: ScoreFacts, { projects, on, accepted }: Supposed): ScoreFacts => ({
  ...facts,
  projects: facts.projects.map((project) =>
    projects.includes(project.id) ? finished(project, on, accepted) : project,
  ),
});

export interface Gained {
  criterion: string;
  from: Points;
  to: Points;
}

export interface WhatIf {
  from: Points;
  to: Points;
  /** criteria that move */
  moved: Gained[];
}

/** 假如: what the score would be if these projects were complete on that day, criterion by criterion. */
export function whatIf(facts: ScoreFacts, book: Rulebook, supposed: Supposed): WhatIf {
  const [now, then] = [scoreOf(facts, book), scoreOf(suppose(facts, supposed), book)];
  const after = new Map(criteriaOf(then).map(({ id, value }) => [id, value]));
  const moved = criteriaOf(now)
    .map(({ id, value }) => ({ criterion: id, from: value, to: after.get(id) ?? value }))
    .filter(({ from, to }) => from !== to);
  return { from: now.value, to: then.value, moved };
}

export interface ScoreForecast {
  /** at the pace of the slowest, the median and the fastest of the last months */
  low: Points;
  middle: Points;
  high: Points;
  /** projects that the middle has complete in time, and those that it does not */
  inTime: string[];
  late: string[];
}

type Pace = 'earliest' | 'middle' | 'latest';

/** The day on which an unfinished project is expected to be complete; null: no report says so. */
function expectedOn({ months }: ProjectFacts, rules: SiteRules['forecast'], pace: Pace): CalendarDate | null {
  const forecast = forecastOf(months, rules);
  if (forecast.kind === 'complete') return forecast.on;
  return forecast.kind === 'projected' ? forecast[pace] : null;
}

const isDone = ({ compounds }: ProjectFacts) => compounds.every(({ completedOn }) => completedOn !== null);

/**
 * The score at the year's day of completion if every project goes on as its accepted monthly reports say. Only completion is forecast: acceptance, satisfaction and what
 * depends on people stay as they are today. A day that has passed is not reached any more, whatever the pace says.
 */
export function forecastScore(facts: ScoreFacts, book: Rulebook, rules: SiteRules['forecast']): ScoreForecast {
  const open = projectsOf(facts).filter((project) => !isDone(project) && project.status === 'active');
  const reachedAt = (pace: Pace) =>
    open.filter((project) => {
      const on = expectedOn(project, rules, pace);
      return on !== null && on <= facts.completeBy && facts.today <= facts.completeBy;
    });
  const scoreAt = (done: readonly ProjectFacts[]) =>
    scoreOf(suppose(facts, { projects: done.map(({ id }) => id), on: facts.completeBy, accepted: false }), book).value;
  const middle = reachedAt('middle');
  return {
    low: scoreAt(reachedAt('latest')),
    middle: scoreAt(middle),
    high: scoreAt(reachedAt('earliest')),
    inTime: middle.map(({ id }) => id),
    late: open.filter((project) => !middle.includes(project)).map(({ id }) => id),
  };
}
