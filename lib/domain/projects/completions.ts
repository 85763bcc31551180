import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';

/** An item at a building, or in the whole compound (buildingId null). */
export interface Place {
  compoundId: string;
  buildingId: string | null;
  item: string;
}

export const placeKey = ({ compoundId, buildingId, item }: Place): string =>
  `${compoundId}/${buildingId ?? ''}/${item}`;

export interface CompletionFacts {
  /** what the live plans of the project have to be done */
  planned: ReadonlySet<string>;
  /** what has been reported and stands */
  done: ReadonlySet<string>;
  /** first day of the contracts for construction or EPC; null: there is none */
  startOn: CalendarDate | null;
  today: CalendarDate;
  /** for the sentences: '3栋 屋面防水' */
  nameOf: (place: Place) => string;
}

function placeReasons(place: Place, at: number, all: readonly Place[], facts: CompletionFacts): Reason[] {
  const key = placeKey(place);
  const field = `items.${at}`;
  const name = facts.nameOf(place);
  if (all.findIndex((other) => placeKey(other) === key) < at) return [reason('progress.twice', { name }, { field })];
  if (!facts.planned.has(key)) return [reason('progress.notPlanned', { name }, { field })];
  return facts.done.has(key) ? [reason('progress.doneAlready', { name }, { field })] : [];
}

/** A picture of how it was cannot be the picture of how it is. */
export const samePhotoReasons = (before: string | null, after: string | null): Reason[] =>
  before !== null && before === after ? [reason('progress.samePhoto', undefined, { field: 'photoFileId' })] : [];

/** Only what is planned is reported complete, once, on a day between the start of the works and today. */
export function completionReasons(
  places: readonly Place[],
  completedOn: CalendarDate,
  facts: CompletionFacts,
): Reason[] {
  const { startOn, today } = facts;
  const field = 'completedOn';
  return [
    ...(startOn ? [] : [reason('progress.noContract', undefined, { clause: 'P三(三)8' })]),
    ...(completedOn > today ? [reason('progress.inFuture', { found: completedOn, expected: today }, { field })] : []),
    ...(startOn && completedOn < startOn
      ? [reason('progress.beforeStart', { found: completedOn, expected: startOn }, { field })]
      : []),
    ...places.flatMap((place, at, all) => placeReasons(place, at, all, facts)),
  ];
}
