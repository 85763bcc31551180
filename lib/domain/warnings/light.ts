import { addDays, type CalendarDate, calendarDateOf } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { percentText } from '../progress/percent';
import { siteRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';
import { type Forecast, forecastOf } from './forecast';
import type { LightFacts, LightRules, Lit } from './types';

/** The works are of stage 8 (P三(三)8); before it nothing may be built. */
const WORKS = 8;
const NEVER = calendarDateOf('2999-12-31');

export function lightRulesOf(rulebook: Rulebook, year: number): LightRules {
  const { forecast, redLight } = siteRulesOf(rulebook);
  const named = rulebook.calendar.years.find((entry) => entry.year === year);
  const calendarClause = named?.clause ?? redLight.clause;
  return { lights: rulebook.lights, forecast, gateClause: redLight.clause, calendarClause };
}

/** The year's work has begun: its start was reported, work was, or the works are behind it. */
export const hasStarted = ({ startedOn, stage, months }: LightFacts): boolean =>
  startedOn !== null || stage > WORKS || months.some(({ basisPoints }) => basisPoints > 0);

/** The day it was complete: reported so, and confirmed at the latest by stage 8. */
const completeOn = ({ completedOn, worksAcceptedOn, stage }: LightFacts): CalendarDate | null =>
  completedOn ?? (stage > WORKS ? worksAcceptedOn : null);

export const isComplete = ({ completedOn, stage }: LightFacts): boolean => completedOn !== null || stage > WORKS;

/** Nothing is asked of it now: it stands still or was withdrawn by document, or no annual plan holds it, so that it cannot be begun (P四(三)2). */
function unlit({ status, stage, inPlan }: LightFacts): Reason[] {
  if (status !== 'active') return [reason(`light.${status}`)];
  return inPlan || stage >= WORKS ? [] : [reason('light.notInPlan', undefined, { clause: 'P四(三)2/排序' })];
}

function missed(facts: LightFacts, today: CalendarDate, { calendarClause: clause }: LightRules): Reason[] {
  const { startBy, completeBy } = facts;
  return [
    ...(!isComplete(facts) && today > completeBy
      ? [reason('light.completeMissed', { due: completeBy }, { clause })]
      : []),
    ...(!hasStarted(facts) && today > startBy ? [reason('light.startMissed', { due: startBy }, { clause })] : []),
  ];
}

/** A gate that the policy closes stands open: work on a site that was stopped, before its stage, or beside a finding that nobody put right in time. */
function gateBroken(facts: LightFacts, today: CalendarDate, { gateClause: clause }: LightRules): Reason[] {
  const { stopped, findingLimits, stage, months, startedOn } = facts;
  const past = findingLimits.filter((limit) => today > limit).sort();
  const ahead = stage < WORKS && (startedOn !== null || months.some(({ basisPoints }) => basisPoints > 0));
  return [
    ...(stopped > 0 ? [reason('light.stopped', { count: stopped }, { clause })] : []),
    ...(past[0] ? [reason('light.findingPast', { count: past.length, limit: past[0] }, { clause })] : []),
    ...(ahead ? [reason('light.worksAhead', { stage }, { clause })] : []),
  ];
}

function willMiss(forecast: Forecast, { completeBy }: LightFacts, { clause }: LightRules['forecast']): Reason[] {
  if (forecast.kind === 'projected' && forecast.middle > completeBy)
    return [reason('light.paceMisses', { date: forecast.middle, due: completeBy }, { clause })];
  if (forecast.kind === 'none' && forecast.why === 'noProgress')
    return [reason('light.paceStands', { due: completeBy }, { clause })];
  return [];
}

function soon(
  facts: LightFacts,
  today: CalendarDate,
  { withinDays, belowPercent, clause }: LightRules['lights'],
): Reason[] {
  const { startBy, completeBy, months } = facts;
  const isNear = (due: CalendarDate) => today <= due && addDays(today, withinDays) >= due;
  const done = months.at(-1)?.basisPoints ?? 0;
  return [
    ...(!isComplete(facts) && isNear(completeBy) && done < belowPercent * 100
      ? [reason('light.completeSoon', { due: completeBy, percent: percentText(done), below: belowPercent }, { clause })]
      : []),
    ...(!hasStarted(facts) && isNear(startBy) ? [reason('light.startSoon', { due: startBy }, { clause })] : []),
  ];
}

/** Done in time or late, for the record. */
function past(facts: LightFacts, { calendarClause: clause }: LightRules): { late: boolean; reasons: Reason[] } {
  const on = completeOn(facts);
  const completedLate = on !== null && on > facts.completeBy;
  const startedLate = facts.startedOn !== null && facts.startedOn > facts.startBy;
  return {
    late: completedLate || startedLate,
    reasons: [
      ...(completedLate ? [reason('light.completedLate', { on, due: facts.completeBy }, { clause })] : []),
      ...(startedLate
        ? [reason('light.startedLate', { on: facts.startedOn ?? '', due: facts.startBy }, { clause })]
        : []),
    ],
  };
}

/** The last day before one of the days that the rule compares with today. */
function validUntil(
  { startBy, completeBy, findingLimits }: LightFacts,
  today: CalendarDate,
  within: number,
): CalendarDate {
  const turns = [startBy, completeBy, ...findingLimits].map((day) => addDays(day, 1));
  const near = [startBy, completeBy].map((day) => addDays(day, -within));
  const next = [...turns, ...near].filter((day) => day > today).sort()[0];
  return next ? addDays(next, -1) : NEVER;
}

/**
 * The light of a project on a day (domain.md §9): red, a deadline missed or a gate broken; yellow, it will miss at the present pace, or is due soon
 * with too little done; green. What is complete is green, and marked where it was late. All reasons, the gravest first.
 */
export function lightOf(facts: LightFacts, today: CalendarDate, rules: LightRules): Lit {
  const forecast = forecastOf(facts.months, rules.forecast);
  const none = unlit(facts);
  const red = none.length > 0 ? [] : [...missed(facts, today, rules), ...gateBroken(facts, today, rules)];
  const isOpen = none.length === 0 && !isComplete(facts);
  const isPastDue = today > facts.completeBy;
  const yellow = isOpen
    ? [...(isPastDue ? [] : willMiss(forecast, facts, rules.forecast)), ...soon(facts, today, rules.lights)]
    : [];
  const { late, reasons } = past(facts, rules);
  return {
    light: none.length > 0 ? 'none' : red.length > 0 ? 'red' : yellow.length > 0 ? 'yellow' : 'green',
    late,
    reasons: [...none, ...red, ...yellow, ...reasons],
    dueOn: isComplete(facts) ? null : hasStarted(facts) ? facts.completeBy : facts.startBy,
    basisPoints: facts.months.at(-1)?.basisPoints ?? null,
    forecast,
    validUntil: validUntil(facts, today, rules.lights.withinDays),
  };
}
