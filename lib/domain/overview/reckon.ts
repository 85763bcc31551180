import type { CalendarDate } from '../kernel/calendar-date';
import type { Rulebook } from '../rulebook/schema';

/** Places by key: 'compound/building', and of what stands in the compound 'compound/'. */
interface Cell {
  compoundId: string;
  /** null: in the compound itself */
  buildingId: string | null;
  item: string;
}

/** What the records of one project say (domain.md §5, §8). Days are those of the first receipt, in Asia/Shanghai. */
export interface WorksFacts {
  status: 'active' | 'suspended' | 'withdrawn';
  /** 1–11 */
  stage: number;
  startBy: CalendarDate;
  completeBy: CalendarDate;
  /** those that are in it; area in 0.01 m² as text */
  compounds: { id: string; households: number; floorArea: string; planFinal: boolean }[];
  /** compoundId null: of the whole project */
  milestones: {
    compoundId: string | null;
    kind: 'start' | 'completion';
    accepted: boolean;
    receivedOn: CalendarDate;
  }[];
  /** completed on, by stage */
  stages: Partial<Record<'8' | '9', CalendarDate>>;
  /** answers of the final plans */
  items: (Cell & { answer: string })[];
  done: Cell[];
  haves: { compoundId: string; have: string }[];
}

/** One figure of a project: how many, with the households and the area (0.01 m²) behind it. */
export interface WorksSum {
  figure: string;
  key: string;
  n: number;
  households: number;
  floorArea: bigint;
}

const placeOf = ({ compoundId, buildingId, item }: Cell): string => `${compoundId}/${buildingId ?? ''}/${item}`;
const earliest = (days: readonly (CalendarDate | null | undefined)[]): CalendarDate | null =>
  days.filter((day): day is CalendarDate => Boolean(day)).toSorted()[0] ?? null;

/** Begun when its own start or that of the whole project was received, or when it is complete. */
export function begunOn({ milestones, ...facts }: WorksFacts, compoundId: string): CalendarDate | null {
  const starts = milestones.filter((one) => one.kind === 'start' && (one.compoundId ?? compoundId) === compoundId);
  return earliest([...starts.map(({ receivedOn }) => receivedOn), completeOn({ milestones, ...facts }, compoundId)]);
}

/** Complete when its own completion was accepted, else that of the whole project, else stage 8, whose works were confirmed. */
export function completeOn({ milestones, stage, stages }: WorksFacts, compoundId: string): CalendarDate | null {
  const of = (id: string | null) =>
    milestones.find((one) => one.kind === 'completion' && one.accepted && one.compoundId === id)?.receivedOn;
  return of(compoundId) ?? of(null) ?? (stage > 8 ? (stages['8'] ?? null) : null);
}

/** 五不: a promise holds in a building when each of its items is there: it met the standard, or was done. */
function holds(items: readonly string[], cell: Cell, there: ReadonlySet<string>): boolean {
  return items.every((item) =>
    there.has(placeOf({ ...cell, buildingId: item.startsWith('C-') ? null : cell.buildingId, item })),
  );
}

type Size = Pick<WorksSum, 'households' | 'floorArea'>;
type Told = [figure: string, key: string, size?: Size];

/** What a compound adds: that it is there, begun, complete, late, accepted, planned, and each of the 六有 it has. */
function ofCompound(facts: WorksFacts, compound: WorksFacts['compounds'][number]): Told[] {
  const size = { households: compound.households, floorArea: BigInt(compound.floorArea) };
  const [begun, complete] = [begunOn(facts, compound.id), completeOn(facts, compound.id)];
  const told: (Told | false)[] = [
    ['compounds', '', size],
    begun !== null && ['started', begun.slice(0, 7), size],
    begun !== null && begun > facts.startBy && ['startedLate', '', size],
    complete !== null && ['completed', complete.slice(0, 7), size],
    complete !== null && complete > facts.completeBy && ['completedLate', '', size],
    facts.stage > 9 && facts.stages['9'] !== undefined && ['accepted', '', size],
    compound.planFinal && ['planned', '', size],
    ...facts.haves.filter(({ compoundId }) => compoundId === compound.id).map(({ have }): Told => ['have', have, size]),
  ];
  return told.filter((one) => one !== false);
}

function ofCell(cell: WorksFacts['items'][number], there: ReadonlySet<string>): Told[] {
  if (cell.answer === 'met') return [['itemMet', cell.item]];
  if (cell.answer !== 'todo') return [];
  return there.has(placeOf(cell))
    ? [
        ['itemPlanned', cell.item],
        ['itemDone', cell.item],
      ]
    : [['itemPlanned', cell.item]];
}

function added(all: readonly Told[]): WorksSum[] {
  const sums = new Map<string, WorksSum>();
  for (const [figure, key, size] of all) {
    const { n, households, floorArea } = sums.get(`${figure} ${key}`) ?? { n: 0, households: 0, floorArea: 0n };
    sums.set(`${figure} ${key}`, {
      ...{ figure, key, n: n + 1 },
      households: households + (size?.households ?? 0),
      floorArea: floorArea + (size?.floorArea ?? 0n),
    });
  }
  return [...sums.values()];
}

/**
 * Every figure that the works of a project add to the overview. A withdrawn project adds nothing. The database keeps the same as facts are recorded (works_reckoned); `npm run audit:verify` compares the two.
 */
export function worksOf(facts: WorksFacts, { promises }: Pick<Rulebook, 'promises'>): WorksSum[] {
  if (facts.status === 'withdrawn') return [];
  const done = new Set(facts.done.map(placeOf));
  const isThere = (one: WorksFacts['items'][number]) =>
    one.answer === 'met' || (one.answer === 'todo' && done.has(placeOf(one)));
  const there = new Set(facts.items.filter(isThere).map(placeOf));
  const buildings = new Map(
    facts.items.flatMap((one) => (one.buildingId === null ? [] : [[one.buildingId, one] as const])),
  );
  return added([
    ...facts.compounds.flatMap((compound) => ofCompound(facts, compound)),
    ...facts.items.flatMap((cell) => ofCell(cell, there)),
    ...[...buildings.values()].flatMap((cell): Told[] => [
      ['buildings', ''],
      ...promises.filter(({ items }) => holds(items, cell, there)).map(({ code }): Told => ['promise', code]),
    ]),
  ]);
}
