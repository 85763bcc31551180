import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';
import type { RoundLine } from '@/lib/domain/votes/answers';
import { roundListQuery } from '@/lib/domain/votes/list-query';
import { formatAreaNumber } from '@/lib/format/area';
import { listRounds } from '@/lib/server/votes/queries';
import { type TasksOf, task } from './kind';

const SHOWN = 8;

/** What is still missing, as the test that decides counts it: the policy's own in households and area, another's in words. */
function lack({ deciding }: RoundLine): { lack: string; lackHouseholds: string; lackArea: string } {
  const of = (what: string) => deciding?.measures.find((measure) => measure.of === what);
  const [households, area] = [of('households')?.missing, of('area')?.missing];
  const short = households ? (area ? 'both' : 'households') : area ? 'area' : 'other';
  return {
    lack: deciding?.passed ? 'reached' : short,
    lackHouseholds: households ?? '',
    lackArea: area ? formatAreaNumber(area) : '',
  };
}

/** A community's votes under way: how far they are, and when they were to close. */
export const openVotes: TasksOf = async (asked) => {
  const { tx, actor, today } = asked;
  if (actor.level !== 'community' || !can(actor.role, 'vote.write')) return [];
  const { items } = await listRounds(tx, actor, roundListQuery.parse({ status: 'open', limit: SHOWN }));
  return items.map((line) => {
    const dueOn = line.plannedCloseOn ? calendarDateOf(line.plannedCloseOn) : null;
    const late = dueOn !== null && daysBetween(today, dueOn) < 0;
    const toClose = late || line.deciding?.passed === true;
    return task(asked, {
      key: `vote:${line.id}`,
      kind: late ? 'voteOverdue' : toClose ? 'voteReached' : 'voteOpen',
      href: toClose ? `/votes/${line.id}#next` : `/votes/${line.id}/doors`,
      params: {
        name: line.compound.name,
        round: line.round,
        returned: line.tally?.returned ?? 0,
        households: line.tally?.households ?? 0,
        ...lack(line),
      },
      dueOn,
    });
  });
};
