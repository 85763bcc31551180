import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { dayOf } from './calendars';
import { dateOf, hasTaken, idOfPerson, instantOf, stageOf, stepsTaken, type Told } from './told';

const ENTITY_STEPS = ['4.submit', '6.complete', '7.complete', '8.submit', '10.complete'];

/** Who takes a step. */
function whoTakes(told: Told, step: string): string {
  if (ENTITY_STEPS.includes(step)) return told.entity;
  if (step === '4.review') return 'zhou.zjj1';
  if (step === '4.receive') return 'zhou.zjj2';
  if (step === '5.complete') return `${told.county.letters}.zhen1`;
  return `${told.county.letters}.${['4.approve', '8.confirm'].includes(step) ? 'zjj2' : 'zjj1'}`;
}

const stageOfStep = (step: string): number => Number(step.split('.')[0]);
export const stepsOfStage = (stage: number): string[] =>
  stage === 4
    ? ['4.submit', '4.review', '4.approve', '4.report', '4.receive']
    : stage === 8
      ? ['8.submit', '8.confirm']
      : [`${stage}.complete`];
const TIMES = ['09:20', '10:05', '11:10', '14:40', '15:30', '16:25', '17:05'];
const timeOf = (step: string): string =>
  TIMES[(step.length + stageOfStep(step) * 2 + step.charCodeAt(2)) % TIMES.length] ?? '10:00';

const stepDay = ({ days }: Told, step: string): number => days[step as keyof Told['days']];

const [BEFORE_RETURN, BEFORE_SENT_BACK] = [6, 9];

/** The day on which it was really done: what the report says, a day or two before it. */
function statedDay(told: Told, stage: number): number {
  const step = stepsOfStage(stage)[0] ?? '';
  const first = hasTaken(told, step) ? stepDay(told, step) : (receivedOn(told, stage) ?? 0);
  if (told.story.datedBefore === stage) return stepDay(told, stepsOfStage(stage - 1)[0] ?? '') - 12;
  return stage === 1 ? first - 3 : first - 1;
}

/** When the report came in first: a return that is not material keeps that time, and so does being sent back. */
function receivedOn(told: Told, stage: number): number | null {
  const first = stepsOfStage(stage)[0] ?? '';
  const { returned, sentBack } = told.story;
  if (returned && stageOfStep(returned.step) === stage) return returned.day - BEFORE_RETURN;
  if (sentBack?.stage === stage) return sentBack.day - BEFORE_SENT_BACK;
  return hasTaken(told, first) ? stepDay(told, first) : null;
}

/** Where each of the ten stages stands. */
export function tellStages(told: Told): void {
  const now = stageOf(told);
  for (let stage = 1; stage <= 10; stage++) {
    const steps = stepsOfStage(stage);
    const [first, last] = [steps[0] ?? '', steps.at(-1) ?? ''];
    const received = receivedOn(told, stage);
    const completed = stage < now;
    const stated = received === null ? null : dateOf(told, statedDay(told, stage));
    told.ground.rows.add('project_stage', {
      ...{ project_id: told.id, stage, county_id: told.county.id },
      status: completed ? 'completed' : stage === now ? 'current' : 'waiting',
      step: stage === now ? told.story.at.split('.')[1] : null,
      ...{ actual_on: stated, stated_on: stated },
      received_at: received === null ? null : instantOf(told, received, timeOf(first)),
      accepted_at: completed ? instantOf(told, stepDay(told, last), timeOf(last)) : null,
      completed_by: completed ? idOfPerson(told, whoTakes(told, last)) : null,
    });
  }
}

interface Happened {
  kind: string;
  day: number;
  time: string;
  by: string;
  stage?: number;
  step?: string;
  reason?: string;
  documentNo?: string;
  stated?: number;
}

/** Returned once before it went through, or lately, and waiting to be reported again. */
function returnsOf(told: Told): Happened[] {
  const { returned } = told.story;
  if (!returned) return [];
  const { step, day, reason } = returned;
  const stage = stageOfStep(step);
  const submit = stepsOfStage(stage)[0] ?? '';
  const submitted = {
    kind: 'step',
    day: day - BEFORE_RETURN,
    time: timeOf(submit),
    by: whoTakes(told, submit),
    stage,
    step: 'submit',
  };
  const code = step.split('.')[1] ?? '';
  return [
    { ...submitted, stated: day - BEFORE_RETURN - 1 },
    { kind: 'returned', day, time: '16:50', by: whoTakes(told, step), stage, step: code, reason },
  ];
}

function sentBackOf(told: Told): Happened[] {
  const { sentBack } = told.story;
  if (!sentBack) return [];
  const { stage, day, reason } = sentBack;
  const step = stepsOfStage(stage).at(-1) ?? '';
  return [
    {
      kind: 'completed',
      day: day - BEFORE_SENT_BACK,
      time: timeOf(step),
      by: whoTakes(told, step),
      stage,
      step: 'complete',
      stated: day - BEFORE_SENT_BACK - 1,
    },
    { kind: 'sentBack', day, time: '09:35', by: 'zhou.zjj1', stage, reason },
  ];
}

function endsOf(told: Told): Happened[] {
  const { suspended, withdrawn } = told.story;
  const by = `${told.county.letters}.zjj1`;
  return [
    { kind: 'suspended', told: suspended },
    { kind: 'withdrawn', told: withdrawn },
  ].flatMap(({ kind, told: one }) =>
    one
      ? [
          {
            kind,
            by,
            time: '14:20',
            day: dayOf(one.day, told.ground.today),
            reason: one.reason,
            documentNo: one.documentNo,
          },
        ]
      : [],
  );
}

function happenedIn(told: Told): Happened[] {
  const bureau = `${told.county.letters}.zjj1`;
  const taken = stepsTaken(told).map((step): Happened => {
    const stage = stageOfStep(step);
    const isLast = stepsOfStage(stage).at(-1) === step;
    const by = whoTakes(told, step);
    return {
      kind: isLast ? 'completed' : 'step',
      day: stepDay(told, step),
      time: timeOf(step),
      by,
      stage,
      step: step.split('.')[1] ?? '',
      stated: statedDay(told, stage),
    };
  });
  const all: Happened[] = [
    { kind: 'created', day: told.days.created, time: '08:50', by: bureau },
    ...taken,
    ...returnsOf(told),
    ...sentBackOf(told),
    ...endsOf(told),
  ];
  return all.sort((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1));
}

export function tellEvents(told: Told): void {
  for (const { kind, day, time, by, stage, step, reason, documentNo, stated } of happenedIn(told)) {
    const { id, name, role } = told.ground.person(by);
    told.ground.rows.add('project_event', {
      ...{
        project_id: told.id,
        county_id: told.county.id,
        stage: stage ?? null,
        kind,
        step: step ?? null,
        reason: reason ?? null,
      },
      ...{ document_no: documentNo ?? null, document_on: documentNo ? dateOf(told, day) : null },
      facts: kind === 'returned' || kind === 'sentBack' ? { material: false } : {},
      ...{
        stated_on: stated === undefined ? null : dateOf(told, stated),
        account_id: id,
        actor: `${name}（${ROLE_LABELS[role].zh}）`,
        at: instantOf(told, day, time),
      },
    });
  }
}
