import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { CheckPoint } from '../rulebook/schema-site';
import { itemsAt, type PlannedThere } from './points';
import type { FoundInput, InspectionInput } from './schema';
import type { InspectedPlace } from './types';

/** What an inspection may speak of. */
export interface InspectionGround {
  kinds: readonly { code: string }[];
  points: readonly CheckPoint[];
  planned: readonly PlannedThere[];
  compounds: readonly { id: string; buildings: readonly string[] }[];
  /** ids of the parties that work on the project */
  parties: readonly string[];
  /** first day of the contracts for construction or EPC; null: there is none */
  startOn: CalendarDate | null;
  today: CalendarDate;
}

type Input = InspectionInput;

export const placeOf = ({ compoundId, buildingId }: Pick<Input, 'compoundId' | 'buildingId'>): InspectedPlace => ({
  compoundId: compoundId ?? null,
  buildingId: buildingId ?? null,
});

/** Works are inspected from the day on which they begin by contract, on a day that has come. */
function dayReasons({ inspectedOn }: Input, { startOn, today }: InspectionGround): Reason[] {
  const field = 'inspectedOn';
  return [
    ...(startOn ? [] : [reason('inspection.noContract', undefined, { clause: 'P三(三)8' })]),
    ...(inspectedOn > today ? [reason('inspection.inFuture', { found: inspectedOn, expected: today }, { field })] : []),
    ...(startOn && inspectedOn < startOn
      ? [reason('inspection.beforeStart', { found: inspectedOn, expected: startOn }, { field })]
      : []),
  ];
}

function placeReasons({ compoundId, buildingId }: Input, { compounds }: InspectionGround): Reason[] {
  const compound = compounds.find(({ id }) => id === compoundId);
  if (compoundId !== undefined && !compound)
    return [reason('inspection.otherCompound', undefined, { field: 'compoundId' })];
  return buildingId !== undefined && !compound?.buildings.includes(buildingId)
    ? [reason('inspection.otherBuilding', undefined, { field: 'buildingId' })]
    : [];
}

function kindReasons({ kinds }: Input, ground: InspectionGround): Reason[] {
  return kinds.flatMap((found, at) =>
    ground.kinds.some(({ code }) => code === found)
      ? []
      : [reason('inspection.kindUnknown', { found }, { field: `kinds.${at}` })],
  );
}

/** What was found: to be put right on the day or later, by somebody; what is grave is shown. */
function foundReasons(
  found: FoundInput,
  field: string,
  inspectedOn: CalendarDate,
  parties: readonly string[],
): Reason[] {
  const at = (name: string) => ({ field: `${field}.${name}` });
  const { limitOn, partyId, responsible, grade, photoFileId } = found;
  return [
    ...(limitOn < inspectedOn
      ? [reason('finding.limitBeforeInspection', { found: limitOn, expected: inspectedOn }, at('limitOn'))]
      : []),
    ...(partyId === undefined && responsible === undefined
      ? [reason('inspection.responsibleMissing', undefined, at('responsible'))]
      : []),
    ...(partyId !== undefined && !parties.includes(partyId)
      ? [reason('inspection.partyUnknown', undefined, at('partyId'))]
      : []),
    ...(grade === 'grave' && photoFileId === undefined
      ? [reason('inspection.gravePhoto', undefined, at('photoFileId'))]
      : []),
  ];
}

function checkReasons(input: Input, at: number, ground: InspectionGround): Reason[] {
  const check = input.checks[at];
  if (!check) return [];
  const field = `checks.${at}`;
  const point = ground.points.find(({ code }) => code === check.code);
  if (!point) return [reason('inspection.pointUnknown', { found: check.code }, { field })];
  const words = { name: point.name, nameEn: point.nameEn };
  const { item } = point;
  const planned = itemsAt(placeOf(input), ground.planned);
  return [
    ...(input.checks.findIndex(({ code }) => code === check.code) < at
      ? [reason('inspection.pointTwice', words, { field })]
      : []),
    ...(input.kinds.includes(point.kind) ? [] : [reason('inspection.pointOfOtherKind', words, { field })]),
    ...(item !== null && !planned.has(item) ? [reason('inspection.pointNotPlanned', words, { field })] : []),
    ...(check.result === 'fail' && !check.finding ? [reason('inspection.failUnsaid', words, { field })] : []),
    ...(check.result !== 'fail' && check.finding ? [reason('inspection.foundThoughRight', words, { field })] : []),
    ...(check.finding ? foundReasons(check.finding, `${field}.finding`, input.inspectedOn, ground.parties) : []),
  ];
}

const NOTE = 'stopWork';

/** Work is stopped for what was found, there or in the whole project. */
function stopReasons({ stopWork, checks, compoundId }: Input): Reason[] {
  if (!stopWork) return [];
  return [
    ...(checks.some(({ result }) => result === 'fail')
      ? []
      : [reason('stopWork.nothingFound', undefined, { field: NOTE })]),
    ...(stopWork.scope === 'compound' && compoundId === undefined
      ? [reason('stopWork.noCompound', undefined, { field: `${NOTE}.scope` })]
      : []),
  ];
}

/** All that speaks against an inspection; [] when it may be kept as it is. */
export function inspectionReasons(input: Input, ground: InspectionGround): Reason[] {
  return [
    ...dayReasons(input, ground),
    ...kindReasons(input, ground),
    ...placeReasons(input, ground),
    ...(input.checks.every(({ result }) => result === 'none') ? [reason('inspection.nothingChecked')] : []),
    ...input.checks.flatMap((_, at) => checkReasons(input, at, ground)),
    ...stopReasons(input),
  ];
}
