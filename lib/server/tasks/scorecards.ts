import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { cardHref, seasonHref } from '@/lib/domain/scorecards/season/href';
import { isOver } from '@/lib/domain/scorecards/season/overdue';
import type { CardState } from '@/lib/domain/scorecards/season/types';
import type { Task } from '@/lib/domain/tasks/answers';
import { type Asked, type TasksOf, task } from './kind';

interface Row {
  id: string;
  seasonId: string;
  year: number;
  status: CardState;
  countyId: string;
  county: string;
  countyEn: string;
  selfDueOn: CalendarDate;
  disputeUntil: CalendarDate | null;
  returnedReason: string | null;
  /** criteria whose dispute waits for its answer */
  disputed: string[];
}

const rowsOf = ({ tx, actor }: Asked): Promise<Row[]> => tx.$queryRaw<Row[]>`
  SELECT c.id, s.id AS "seasonId", y.year, c.status, c.county_id AS "countyId", u.name AS county, coalesce(u.name_en, u.name) AS "countyEn", s.self_due_on::text AS "selfDueOn",
    c.dispute_until::text AS "disputeUntil", c.returned_reason AS "returnedReason",
    (SELECT coalesce(array_agg(d.criterion ORDER BY d.criterion), '{}') FROM score_dispute d WHERE d.scorecard_id = c.id AND d.status = 'open') AS disputed
  FROM scorecard c JOIN score_season s ON s.id = c.season_id AND s.status = 'open' JOIN programme_year y ON y.id = s.programme_year_id JOIN unit u ON u.id = c.county_id
  WHERE c.county_id = ANY(${[...actor.counties]}::uuid[]) AND c.status IN ('open', 'submitted', 'reviewed') ORDER BY y.year, u.sort_order, u.code`;

/** Of the county bureau: to score itself by the day, to correct what was given back, and to look at what the review gave while it can be disputed. */
function ofCounty(asked: Asked, row: Row): Task[] {
  const { id, countyId, year, status, selfDueOn, disputeUntil, returnedReason } = row;
  const href = cardHref(countyId, year);
  if (status === 'open')
    return [
      returnedReason === null
        ? task(asked, { key: `scorecard:${id}`, kind: 'scorecardSelf', href, params: { year }, dueOn: selfDueOn })
        : task(asked, {
            key: `scorecard:${id}`,
            kind: 'scorecardReturned',
            href,
            params: { year, reason: returnedReason },
          }),
    ];
  const isOpen = status === 'reviewed' && disputeUntil !== null && asked.today <= disputeUntil;
  return isOpen
    ? [task(asked, { key: `dispute:${id}`, kind: 'scorecardDispute', href, params: { year }, dueOn: disputeUntil })]
    : [];
}

/** One line per season with its counties; of one county, to its card. */
const perSeason =
  (kind: 'scorecardReview' | 'scorecardOverdue', key: string) =>
  (asked: Asked, rows: readonly Row[]): Task[] =>
    [...new Set(rows.map(({ seasonId }) => seasonId))].flatMap((seasonId) => {
      const own = rows.filter((row) => row.seasonId === seasonId);
      const [first] = own;
      if (!first) return [];
      const params = { year: first.year, count: own.length, names: own.map(({ county }) => county).join('、') };
      const href = own.length === 1 ? cardHref(first.countyId, first.year) : seasonHref(first.year);
      return [task(asked, { key: `${key}:${seasonId}`, kind, href, params })];
    });

/** Of the reviewers: counties that wait for their review. Of the prefecture bureau: those that did not submit in time. */
const toReview = perSeason('scorecardReview', 'review');
const overdue = perSeason('scorecardOverdue', 'overdue');

const disputed = (asked: Asked, { id, countyId, year, county, countyEn, disputed: criteria }: Row): Task[] =>
  criteria.length === 0
    ? []
    : [
        task(asked, {
          ...{ key: `disputes:${id}`, kind: 'scorecardDisputes', href: `${cardHref(countyId, year)}#disputes` },
          params: { year, county, countyEn, count: criteria.length, names: criteria.join('、') },
        }),
      ];

/** 绩效评价: what of the season waits for this person. */
export const scorecardsWaiting: TasksOf = async (asked) => {
  const { role } = asked.actor;
  const [self, reviews] = [can(role, 'scorecard.self'), can(role, 'scorecard.review')];
  if (!self && !reviews) return [];
  const rows = await rowsOf(asked);
  if (self) return rows.flatMap((row) => ofCounty(asked, row));
  const waiting = toReview(
    asked,
    rows.filter(({ status }) => status === 'submitted'),
  );
  if (!can(role, 'scorecard.decide')) return waiting;
  const late = rows.filter((row) => row.status === 'open' && isOver({ ...row, today: asked.today }));
  return [...waiting, ...overdue(asked, late), ...rows.flatMap((row) => disputed(asked, row))];
};
