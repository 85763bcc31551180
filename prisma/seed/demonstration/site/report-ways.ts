import { idOfPerson, instantOf, type Told } from '../projects/told';
import type { Reported } from './reports';

/** How the office signs: name, role and unit. */
export type Signature = (username: string) => string;

/** From one state of a report to the next. */
interface Way {
  id: string;
  status: string;
  /** the sending that it is about */
  no: number;
  material: boolean;
  /** null: when that sending came in */
  at: string | null;
}

/** What each report went through, in its order: first what happened first to all of them. */
export function waysOf(reports: readonly Reported[]): Way[][] {
  const rounds: Way[][] = [];
  for (const { told, id, steps } of reports) {
    let no = 0;
    const ways = steps.flatMap((step): Way[] => {
      const way = { id, no, material: false, at: instantOf(told, step.day, step.time) };
      if (step.is === 'sent') return [{ ...way, status: 'submitted', no: ++no, at: null }];
      if (step.is === 'accepted') return [{ ...way, status: 'accepted' }];
      if (step.is === 'returned') return [{ ...way, status: 'returned', material: step.material }];
      return step.is === 'granted' ? [{ ...way, status: 'correcting' }] : [];
    });
    for (const [at, way] of ways.entries()) {
      const round = rounds[at] ?? [];
      round.push(way);
      rounds[at] = round;
    }
  }
  return rounds;
}

const placeOf = (told: Told, reportId: string) => ({
  ...{ report_id: reportId, project_id: told.id, county_id: told.county.id },
});

/** What reviewers said of each sending, in the order in which they said it. */
export function decisionsOf(reports: readonly Reported[], sign: Signature): Record<string, unknown>[] {
  const all = reports.flatMap(({ told, id, steps, sendings }) => {
    let no = 0;
    return steps.flatMap((step) => {
      if (step.is === 'sent') no++;
      if (step.is !== 'accepted' && step.is !== 'returned') return [];
      const isReturn = step.is === 'returned';
      return [
        {
          ...{ ...placeOf(told, id), sending_id: sendings[no - 1]?.id, verdict: step.is },
          ...{ material: isReturn && step.material, remarks: isReturn ? step.remarks : [] },
          ...{ decided_by: idOfPerson(told, step.by), actor: sign(step.by) },
          decided_at: instantOf(told, step.day, step.time),
        },
      ];
    });
  });
  return all.toSorted((one, other) => (one.decided_at < other.decided_at ? -1 : 1));
}

/** What was asked for after the lock, and who granted it. */
export function correctionsOf(reports: readonly Reported[], sign: Signature): Record<string, unknown>[] {
  return reports.flatMap(({ told, id, steps, by }) =>
    steps.flatMap((step, at) => {
      if (step.is !== 'asked') return [];
      const next = steps[at + 1];
      const granted = next?.is === 'granted' ? next : null;
      return [
        {
          ...{ ...placeOf(told, id), id: told.ground.next('correction'), reason: step.reason },
          ...{ status: granted ? 'granted' : 'asked', answer: null },
          ...{ asked_by: idOfPerson(told, by), asked_actor: sign(by), asked_at: instantOf(told, step.day, step.time) },
          answered_by: granted ? idOfPerson(told, granted.by) : null,
          answered_actor: granted ? sign(granted.by) : null,
          answered_at: granted ? instantOf(told, granted.day, granted.time) : null,
        },
      ];
    }),
  );
}
