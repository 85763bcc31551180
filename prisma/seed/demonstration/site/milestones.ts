import type { MilestoneKind } from '@/lib/domain/progress/milestones';
import { dateOf, hasTaken, idOfPerson, instantOf, type Told } from '../projects/told';
import type { Works } from './percent';

interface Reached {
  kind: MilestoneKind;
  /** null: the whole project */
  compoundId: string | null;
  /** really begun or complete */
  actual: number;
  received: number;
  time: string;
  note: string | null;
  /** given back once, and sent again so many days later with the first time of receipt */
  again?: number;
  /** lies with the county, to be sent anew */
  back?: string;
}

const DECIDED_AFTER = 3;
const AGAIN = '已补充施工许可证编号和开工令，重新报送';
const BACK = '没有附竣工验收申请报告，请补充后重新报送';

/** 开工 of each compound, then of the project; where building began. */
function starts(told: Told): Reached[] {
  if (!hasTaken(told, '7.complete')) return [];
  const { days, members, story } = told;
  const again = story.datedBefore === undefined ? {} : { again: 4, note: AGAIN };
  const each = members.map(({ id }, at) => ({
    ...{ kind: 'start' as const, compoundId: id, actual: days.started + at * 2, note: null, ...again },
    ...{ received: days.started + 2, time: `09:${30 + at}` },
  }));
  const whole = { compoundId: null, actual: days.started, received: days.started + 2, time: '10:15', note: null };
  return [...each, { kind: 'start', ...whole }];
}

/** 竣工 of each compound when its last item was, and of the project when nothing that was found wrong is open. */
function completions(told: Told, { completed }: Works): Reached[] {
  if (!hasTaken(told, '8.submit')) return [];
  const { days, members, story } = told;
  const lastOf = (id: string) =>
    Math.max(...[...completed].filter(([place]) => place.startsWith(`${id}/`)).map(([, day]) => day));
  const isOpen = story.findings?.some((state) => state !== 'closed') === true;
  const each = members.map(({ id }, at) => ({
    ...{ kind: 'completion' as const, compoundId: id, actual: lastOf(id), received: days['8.submit'] - 1 },
    ...{ time: `15:${10 + at}`, note: null, ...(isOpen && at === members.length - 1 ? { back: BACK } : {}) },
  }));
  if (isOpen) return each;
  const last = Math.max(...each.map(({ actual }) => actual));
  const whole = { compoundId: null, actual: last, received: days['8.submit'], time: '08:50', note: null };
  return [...each, { kind: 'completion', ...whole }];
}

/** With its four times (domain.md §5), as far as it has come by today. */
function tell(told: Told, reached: Reached): void {
  const { kind, compoundId, actual, received, time, note, again = 0, back } = reached;
  const last = received + again;
  const decided = last + DECIDED_AFTER;
  const isDecided = decided < 0;
  const status = !isDecided ? 'submitted' : back ? 'returned' : 'accepted';
  const decidedAt = isDecided ? instantOf(told, decided, '15:30') : null;
  told.ground.rows.add('milestone', {
    ...{ project_id: told.id, county_id: told.county.id, compound_id: compoundId, kind, status, note },
    ...{ actual_on: dateOf(told, actual), stated_on: dateOf(told, last) },
    ...{ first_received_at: instantOf(told, received, time), received_at: instantOf(told, last, time) },
    accepted_at: status === 'accepted' ? decidedAt : null,
    ...{ remark: status === 'returned' ? back : null, material: status === 'returned' ? false : null },
    ...{ sent: again > 0 ? 2 : 1, version: 1 + (again > 0 ? 2 : 0) + (isDecided ? 1 : 0) },
    ...{ reported_by: idOfPerson(told, told.entity), decided_by: isDecided ? idOfPerson(told, 'zhou.zjj2') : null },
    updated_at: decidedAt ?? instantOf(told, last, time),
  });
}

export function tellMilestones(all: readonly Told[], works: ReadonlyMap<string, Works>): void {
  for (const told of all) {
    const own = works.get(told.id);
    if (!own) continue;
    for (const reached of [...starts(told), ...completions(told, own)]) if (reached.received < 0) tell(told, reached);
  }
}
