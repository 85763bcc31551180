/** Why a project has its light (lib/domain/warnings/light). */
export default {
  completeMissed: 'It was to be complete by {due}, and is not reported complete.',
  startMissed: 'It was to begin by {due}, and is not reported begun.',
  stopped: 'Stop-work notes that stand: {count}.',
  findingPast: 'Findings of inspections past their limit and not put right: {count}; the earliest limit was {limit}.',
  worksAhead: 'It is in stage {stage}, before construction, and progress of works was reported.',
  paceMisses: 'At the present pace it will be complete on {date}; it is due by {due}.',
  paceStands: 'Nothing was gained in the last months: like this it will not be complete by {due}.',
  completeSoon: 'Due by {due}, and {percent}% done, less than {below}%.',
  startSoon: 'It is to begin by {due}, and is not reported begun.',
  completedLate: 'Complete on {on}, after {due}.',
  startedLate: 'Begun on {on}, after {due}.',
  suspended: 'It is suspended: no light meanwhile.',
  withdrawn: 'It was withdrawn: no light.',
  notInPlan: 'No annual plan holds it: no light.',
} as const;
