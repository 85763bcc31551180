import { type Reason, reason } from '../kernel/result';

/** A compound that is to be renovated in the project, as the register knows it. */
export interface Candidate {
  id: string;
  name: string;
  county: { id: string; name: string };
  status: string;
  eligibility: string;
  /** the other project of the same year that it is in */
  elsewhere: { code: string; name: string } | null;
}

const namesOf = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join('、');

/** What is wrong with the choice itself; `found` are those of the chosen that the register shows. */
export function choiceReasons(chosen: readonly string[], found: readonly Candidate[]): Reason[] {
  const field = 'compoundIds';
  const twice = [...new Set(chosen.filter((id, at) => chosen.indexOf(id) !== at))];
  const unknown = new Set(chosen).size - found.length;
  return [
    ...(chosen.length === 0 ? [reason('project.noCompounds', undefined, { field })] : []),
    ...twice.map((id) =>
      reason('project.compoundTwice', { name: found.find((one) => one.id === id)?.name ?? id }, { field }),
    ),
    ...(unknown > 0 ? [reason('project.compoundUnknown', { count: unknown }, { field })] : []),
  ];
}

/** 集中连片: compounds of one county, in use, not found ineligible, and in one project of a year. */
export function memberReasons(countyId: string, candidates: readonly Candidate[]): Reason[] {
  const field = 'compoundIds';
  const foreign = candidates.filter(({ county }) => county.id !== countyId);
  const own = candidates.filter(({ county }) => county.id === countyId);
  return [
    ...(foreign.length > 0
      ? [
          reason(
            'project.twoCounties',
            { names: namesOf(foreign), counties: [...new Set(foreign.map(({ county }) => county.name))].join('、') },
            { field },
          ),
        ]
      : []),
    ...own.flatMap(({ name, status, eligibility, elsewhere }) => [
      ...(status !== 'active' ? [reason('project.compoundClosed', { name }, { field })] : []),
      ...(eligibility === 'ineligible' ? [reason('project.compoundIneligible', { name }, { field })] : []),
      ...(elsewhere
        ? [reason('project.compoundTaken', { name, code: elsewhere.code, project: elsewhere.name }, { field })]
        : []),
    ]),
  ];
}

/** The stage after which the plan stands on the compounds that were chosen. */
const LAST_OPEN_STAGE = 3;

export function againstChangingMembers(stage: number): Reason[] {
  return stage > LAST_OPEN_STAGE ? [reason('project.compoundsFixed', { stage: LAST_OPEN_STAGE })] : [];
}

/** What is asked of the compounds of a project, and what it has. */
export interface MemberChange {
  stage: number;
  countyId: string;
  there: readonly { id: string }[];
  /** those to be added, as far as the register shows them */
  wanted: readonly Candidate[];
  add: readonly string[];
  remove: readonly string[];
  why: string | undefined;
}

/** Everything that stands against changing the compounds of a project: what leaves has its reason, and one stays at least. */
export function changeReasons({ stage, countyId, there, wanted, add, remove, why }: MemberChange): Reason[] {
  const isThere = (id: string) => there.some((one) => one.id === id);
  const strangers = remove.filter((id) => !isThere(id)).length;
  const left = there.filter(({ id }) => !remove.includes(id)).length + new Set(add).size;
  return [
    ...againstChangingMembers(stage),
    ...(add.length + remove.length === 0 ? [reason('project.nothingChanged')] : []),
    ...(add.length > 0 ? choiceReasons(add, wanted) : []),
    ...memberReasons(countyId, wanted),
    ...wanted
      .filter(({ id }) => isThere(id))
      .map(({ name }) => reason('project.compoundThere', { name }, { field: 'add' })),
    ...(strangers > 0 ? [reason('project.compoundNotThere', { count: strangers }, { field: 'remove' })] : []),
    ...(remove.length > 0 && !why ? [reason('project.removeReason', undefined, { field: 'reason' })] : []),
    ...(left === 0 ? [reason('project.noCompounds', undefined, { field: 'remove' })] : []),
  ];
}
