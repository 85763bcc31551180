import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { awaits } from './standing';
import type { SupervisedProject, SupervisionFacts } from './types';

const clause = '决定/督办';

interface Issuing {
  countyId: string;
  issuedOn: CalendarDate;
  limitOn: CalendarDate;
  projects: readonly SupervisedProject[];
  today: CalendarDate;
  /** the notice that has this number already */
  numberUsedBy: { county: string; title: string } | null;
}

/** A limit is a day that the county can still meet, and not before the paper itself. */
function limitReasons(
  limitOn: CalendarDate,
  { issuedOn, today }: { issuedOn: CalendarDate; today: CalendarDate },
): Reason[] {
  const field = 'limitOn';
  return [
    ...(limitOn < issuedOn
      ? [reason('supervision.limitBeforeIssue', { found: limitOn, expected: issuedOn }, { field, clause })]
      : []),
    ...(limitOn < today
      ? [reason('supervision.limitPast', { found: limitOn, expected: today }, { field, clause })]
      : []),
  ];
}

/** All that is against issuing a notice: its number, its days, its projects. */
export function againstIssuing({ countyId, issuedOn, limitOn, projects, today, numberUsedBy }: Issuing): Reason[] {
  const where = { field: 'projectIds' };
  return [
    ...(numberUsedBy
      ? [
          reason(
            'supervision.numberUsed',
            { name: numberUsedBy.title, county: numberUsedBy.county },
            { field: 'documentNo' },
          ),
        ]
      : []),
    ...(issuedOn > today
      ? [reason('supervision.issuedInFuture', { found: issuedOn, expected: today }, { field: 'issuedOn' })]
      : []),
    ...limitReasons(limitOn, { issuedOn, today }),
    ...projects.flatMap(({ name, countyId: home, status }) => [
      ...(home === countyId ? [] : [reason('supervision.projectElsewhere', { name }, where)]),
      ...(status === 'withdrawn' ? [reason('supervision.projectWithdrawn', { name }, where)] : []),
    ]),
  ];
}

const over = ({ status }: SupervisionFacts): Reason[] =>
  status === 'closed' || status === 'withdrawn' ? [reason(`supervision.${status}Already`, undefined, { clause })] : [];

/** Only what waits for the county can be answered, reminded of or prolonged. */
const notWithCounty = (facts: SupervisionFacts): Reason[] =>
  facts.status === 'answered' ? [reason('supervision.answeredAlready', undefined, { clause })] : over(facts);

/** Only an answer can be returned or closed. */
const notAnswered = (facts: SupervisionFacts): Reason[] =>
  awaits(facts.status) === 'county' ? [reason('supervision.notAnswered', undefined, { clause })] : over(facts);

/** 县市答复: what was done, and on which day; late ones are taken too, and stay late. */
export function againstAnswer(facts: SupervisionFacts, { statedOn }: { statedOn: CalendarDate }): Reason[] {
  const { issuedOn, today } = facts;
  const field = 'statedOn';
  return [
    ...notWithCounty(facts),
    ...(statedOn > today
      ? [reason('supervision.statedInFuture', { found: statedOn, expected: today }, { field })]
      : []),
    ...(statedOn < issuedOn
      ? [reason('supervision.statedBeforeIssue', { found: statedOn, expected: issuedOn }, { field })]
      : []),
  ];
}

/** A later day than the one that stands. */
function laterLimit(facts: SupervisionFacts, limitOn: CalendarDate): Reason[] {
  const field = 'limitOn';
  return [
    ...(limitOn <= facts.limitOn
      ? [reason('supervision.limitNotLater', { found: limitOn, expected: facts.limitOn }, { field, clause })]
      : []),
    ...limitReasons(limitOn, facts),
  ];
}

/** 退回重办: a limit that is over asks for another one, or nobody could meet it. */
export function againstReturn(facts: SupervisionFacts, { limitOn }: { limitOn: CalendarDate | null }): Reason[] {
  const { limitOn: stands, today } = facts;
  const found = { found: stands, expected: today };
  const isOver = limitOn === null && stands < today;
  return [
    ...notAnswered(facts),
    ...(isOver ? [reason('supervision.limitOver', found, { field: 'limitOn', clause })] : []),
    ...(limitOn === null ? [] : laterLimit(facts, limitOn)),
  ];
}

/** 延长期限, while the county is to answer. */
export const againstProlonging = (facts: SupervisionFacts, { limitOn }: { limitOn: CalendarDate }): Reason[] => [
  ...notWithCounty(facts),
  ...laterLimit(facts, limitOn),
];

/** 催办: once a day, so that the count says on how many days it was asked for. */
export const againstReminding = (facts: SupervisionFacts): Reason[] => [
  ...notWithCounty(facts),
  ...(facts.remindedOn === facts.today ? [reason('supervision.remindedToday', undefined, { clause })] : []),
];

/** 办结. */
export const againstClosing = (facts: SupervisionFacts): Reason[] => notAnswered(facts);

/** 撤销, with its reason; what is closed stays closed. */
export const againstWithdrawing = (facts: SupervisionFacts): Reason[] => over(facts);
