import { type CalendarDate, daysBetween } from '@/lib/domain/kernel/calendar-date';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { percentOf } from '@/lib/domain/progress/percent';
import { BUILDING_STAGE } from '@/lib/domain/progress/report';
import type { ItemProgress, PlannedWork } from '@/lib/domain/progress/types';
import { type Place, placeKey } from '@/lib/domain/projects/completions';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { share } from '../../shared/sequence';
import { costOf, type Ground, hasTaken, type Told } from '../projects/told';
import { stageOn } from './months';

const NAMES = new Map(chuxiong2020.menu.map(({ code, name }) => [code, name]));

/** What the plans in force have to be done, as a report lists it: the compound's own items, then building by building. */
export const plannedOf = ({ members }: Told): PlannedWork[] =>
  members.flatMap(({ id, name, buildings, items }) =>
    [{ id: null, name }, ...buildings].flatMap((place) =>
      items
        .filter(({ building, answer }) => building === place.id && answer === 'todo')
        .map(({ item, cost }) => ({
          ...{ compoundId: id, buildingId: place.id, item, cost: cost as PlannedWork['cost'] },
          name: `${place.name} ${NAMES.get(item) ?? item}`,
        }))
        .toSorted((one, other) => (one.item < other.item ? -1 : 1)),
    ),
  );

/** Works as the months find them: on which day each item was registered complete. */
export interface Works {
  planned: PlannedWork[];
  completed: ReadonlyMap<string, number>;
}

export function worksOf(ground: Ground, all: readonly Told[]): Map<string, Works> {
  const rows = groupBy(ground.rows.of('item_completion'), ({ project_id }) => project_id as string);
  const keyOf = (row: Record<string, unknown>) =>
    placeKey({ compoundId: row.compound_id, buildingId: row.building_id, item: row.item } as Place);
  const dayOf = (row: Record<string, unknown>) => daysBetween(ground.today, row.completed_on as CalendarDate);
  return new Map(
    all.map((told) => {
      const completed = new Map((rows.get(told.id) ?? []).map((row) => [keyOf(row), dayOf(row)]));
      return [told.id, { planned: plannedOf(told), completed }];
    }),
  );
}

const STEP = 5;
/** Going up in steps of five from the day of its beginning; what is not registered complete stays below 100. */
function percentOn(day: number, from: number, to: number): number {
  if (day < from) return 0;
  return Math.min(95, Math.floor(((day - from) / Math.max(1, to - from)) * (100 / STEP)) * STEP);
}

/** 100 exactly where it was registered complete by that day (decision 0046). What is still open ends some weeks from now. */
function percentAt(told: Told, { completed }: Works, place: Place, day: number): number {
  const seed = `${told.code}/${placeKey(place)}`;
  const done = completed.get(placeKey(place));
  if (done !== undefined && done <= day) return 100;
  const open = ((1000 - (told.story.built ?? 1000)) * 160) / 1000;
  const end = done ?? 10 + share(seed, 'open until', Math.max(1, Math.round(open)));
  const from = Math.max(told.days.started, end - 24 - share(seed, 'takes', 48));
  return percentOn(day, from, end);
}

/** Every planned item on that day; before building nothing has a percentage. */
export const itemsOn = (told: Told, works: Works, day: number): ItemProgress[] =>
  stageOn(told, day) < BUILDING_STAGE
    ? []
    : works.planned.map(({ compoundId, buildingId, item }) => ({
        ...{ compoundId, buildingId, item, backReason: null },
        percent: percentAt(told, works, { compoundId, buildingId, item }, day),
      }));

const FEN = 100n;
/** Work done is worth what the plan says it costs, to the yuan; all of it the whole to the fen. */
export function worthOn(told: Told, works: Works, day: number): bigint {
  if (!hasTaken(told, '7.complete')) return 0n;
  const done = BigInt(percentOf(works.planned, itemsOn(told, works, day)));
  const all = costOf(told);
  return done === 10_000n ? all : ((all * done) / 10_000n / FEN) * FEN;
}
