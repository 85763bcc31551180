export default {
  of: 'What is counted: {name}',
  asOf: 'As of {moment}',
  clauses: 'Rests on',
  names: {
    baseline: 'Surveyed total',
    completed: 'Complete so far',
    started: 'Started so far',
    needed: 'Due and lacking',
    target: 'Target',
    compounds: 'In projects',
    startedOfYear: 'Started',
    completedOfYear: 'Complete',
    accepted: 'Accepted',
    late: 'Late',
    behind: 'Lacking by county',
    lights: 'Lights',
    stages: 'Stages',
    votes: 'Votes',
    money: 'Money',
    items: 'Menu items',
    promises: 'Five promises',
    haves: 'Six haves',
    benefit: 'Who benefits',
    score: 'Score',
    curve: 'Month by month',
    changes: 'Changes',
  },
  means: {
    baseline:
      'Compounds found eligible whose number each county has locked, with the amendments approved since. Where the year has none locked, that of the last year that has.',
    completed:
      'Compounds of the projects of this year and those before that are complete: its own completion report was accepted, else that of the whole project, else stage 8; dated by the first receipt. Withdrawn projects do not count. Completion = complete ÷ surveyed total.',
    started:
      'Compounds of the projects of this year and those before whose start report was received, dated by the first receipt. Withdrawn projects do not count. Share = started ÷ surveyed total.',
    needed:
      'Due = surveyed total × the cumulative share of the year, rounded up to a whole compound. Lacking = due − complete, not below 0.',
    target: 'Compounds that the annual plan in force sets.',
    compounds:
      'Compounds in projects of the year, without withdrawn projects. Plan final: those of them whose plan is final.',
    startedOfYear: 'Of the compounds in projects of the year, those whose start report was received.',
    completedOfYear:
      'Of the compounds in projects of the year, those that are complete (completion report accepted, or stage 8 complete).',
    accepted: 'Of the compounds in projects of the year, those whose project has completed stage 9.',
    late: 'Compounds started after the date for starts, or complete after the date for completion; dated by the first receipt.',
    behind:
      'By the county’s own surveyed total and the share of the year, rounded up, less what is complete, not below 0. Each county is rounded up by itself, so that the sum may exceed what the prefecture lacks.',
    lights:
      'Lights of today, of the projects of the year. Red: late, or one of the grave cases of the rules; yellow: the date is near and progress too small, or the forecast is late.',
    stages:
      'Active projects by the stage they are in; suspended and withdrawn ones are told apart. All complete: all ten stages are.',
    votes: 'Rounds of the two votes, of all years, without cancelled ones. Those certified have passed or not.',
    money:
      'Planned: what funding plans name, without withdrawn projects. Allocated: to projects, and to counties’ pools. Received: came in. Paid: went out. Reversals are taken off. Payment = paid ÷ planned, gap = planned − allocated.',
    items:
      'What final plans name as to be done, by building or by compound. Done: its progress was received as complete. Up to standard: found so by the plan, and not counted.',
    promises: 'Buildings in final plans of which all items behind the promise are done or up to standard.',
    haves: 'Compounds in projects of the year that are attested to have it.',
    benefit: 'Households and floor area of the compounds in projects of the year that are complete.',
    score:
      'Today’s score as reckoned from the records every ten minutes, of 100 and a bonus; the grade goes by today’s score, and a veto makes it the lowest.',
    curve:
      'Compounds in projects of the year, started and complete up to each month’s end; dated by the first receipt.',
    changes:
      'The same figures at two moments, one less the other. Those of a month’s end were kept that night; later corrections do not change them.',
  },
};
