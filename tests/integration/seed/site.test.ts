import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { Actor } from '@/lib/server/actor';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { complaintList } from '@/lib/server/complaints/queries';
import { withActor } from '@/lib/server/db/with-actor';
import { newsCounts } from '@/lib/server/news/queries';
import { progressOf } from '@/lib/server/progress/county-month';
import { milestonesOf } from '@/lib/server/progress/milestones';
import { reportView } from '@/lib/server/progress/view';
import { yearSatisfaction } from '@/lib/server/satisfaction/queries';
import { supervisions } from '@/lib/server/supervision/queries';
import { tasksFor } from '@/lib/server/tasks/queries';
import { watchList } from '@/lib/server/warnings/watch';
import { type Demonstration, openDemonstration } from '../../support/demonstration';
import { siteHolds } from './site-holds';
import { statisticsHold } from './statistics-holds';

const [LAST, BEFORE] = ['2026-10', '2026-09'] as [ReportMonth, ReportMonth];

let demonstration: Demonstration;
let owner: pg.Client;
let people: Map<string, Actor>;

beforeAll(async () => {
  demonstration = await openDemonstration();
  owner = demonstration.owner;
  people = demonstration.people;
}, 240_000);
afterAll(() => demonstration.end());

const rowsOf = async <T>(sql: string): Promise<T[]> => (await owner.query(sql)).rows;
function person(username: string): Actor {
  const found = people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
}
const asPrefecture = <T>(read: (actor: Actor, tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<T>) =>
  withActor(person('zhou.zjj1'), (tx) => read(person('zhou.zjj1'), tx)) as Promise<T>;
async function projectId(name: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(`SELECT id FROM project WHERE name = '${name}改造项目'`);
  if (!row) throw new Error(`no project ${name}`);
  return row.id;
}
const short = (name: string): string => name.replace('改造项目', '');

describe('the rules', () => siteHolds({ rowsOf, person }));
describe('统计报表', () => statisticsHold({ rowsOf, person }));

describe('月报', () => {
  const monthOf = (month: ReportMonth) => asPrefecture((actor, tx) => progressOf(tx, actor, { month }));

  test('of the last month three reports are overdue, four wait for a second person, one came late', async () => {
    const { lines } = await monthOf(LAST);
    const named = (those: typeof lines) => those.map(({ project }) => short(project.name)).sort();
    const overdue = lines.filter(({ timeliness }) => timeliness === 'overdue');
    expect(named(overdue)).toEqual(['姚安县公路段家属院', '楚雄市农科所职工住宅', '禄丰市卫生局家属院']);
    expect(overdue.map(({ status }) => status).sort()).toEqual(['draft', 'returned', null].sort());
    expect(named(lines.filter(({ status }) => status === 'submitted'))).toEqual(
      ['元谋县变电站宿舍', '楚雄市人行小区', '楚雄市汽车总站家属院', '禄丰市南环路小区'].sort(),
    );
    const wuding = person('wuding.zjj1');
    const own = await withActor(wuding, (tx) => progressOf(tx, wuding, { month: LAST }));
    expect(
      own.lines.filter(({ timeliness }) => timeliness === 'late').map(({ project }) => short(project.name)),
    ).toEqual(['武定县九厂片区']);
  });

  test('the county that lacks a report, or got one late, has not summed up; one was given back, one waits', async () => {
    const { counties } = await monthOf(LAST);
    const stood = Object.fromEntries(counties.map(({ name, summary }) => [name, summary?.status ?? null]));
    expect(stood).toEqual({
      ...{ 楚雄市: null, 禄丰市: null, 双柏县: 'accepted', 牟定县: 'submitted', 南华县: 'accepted', 姚安县: null },
      ...{ 大姚县: 'accepted', 永仁县: null, 元谋县: null, 武定县: null, 楚雄高新区: 'returned' },
    });
  });

  test('the month before is whole: nobody was late, for the day on which the system was down counts against nobody', async () => {
    const { lines, counties } = await monthOf(BEFORE);
    expect(lines).toEqual([]);
    expect(counties.every(({ summary, timeliness }) => summary?.status === 'accepted' && timeliness === 'inTime')).toBe(
      true,
    );
    const sixth = await asPrefecture(async (actor, tx) =>
      reportView(tx, actor, { id: await projectId('大姚县西山路小区'), month: BEFORE }),
    );
    expect(sixth).toMatchObject({ timeliness: 'inTime', dueAt: '2026-10-06T15:59:59.999Z' });
    expect(sixth?.firstReceivedAt?.slice(0, 10)).toBe('2026-10-06');
  });

  test('what was corrected after the lock counts now, and keeps its first receipt; the sum that was signed does not move', async () => {
    const view = await asPrefecture(async (actor, tx) =>
      reportView(tx, actor, { id: await projectId('禄丰市商业局家属院'), month: BEFORE }),
    );
    const [second, first] = view?.sendings ?? [];
    expect([view?.status, view?.corrections[0]?.status]).toEqual(['accepted', 'granted']);
    expect(view?.firstReceivedAt).toBe(first?.receivedAt);
    expect(second?.decision?.verdict).toBe('accepted');
    const [sum] = await rowsOf<{ stated: string; counts: string }>(
      `SELECT line ->> 'investment' AS stated, m.investment::text AS counts FROM county_month c, jsonb_array_elements(c.content -> 'lines') line
       JOIN project p ON p.code = line ->> 'code' AND p.name LIKE '禄丰市商业局%' JOIN project_month m ON m.project_id = p.id AND m.month = '${BEFORE}-01' WHERE c.month = '${BEFORE}-01'`,
    );
    expect(Number(sum?.counts)).toBeGreaterThan(Number(sum?.stated) * 100);
  });

  test('a material return names each field and takes the first receipt away', async () => {
    const view = await asPrefecture(async (actor, tx) =>
      reportView(tx, actor, { id: await projectId('楚雄市农科所职工住宅'), month: LAST }),
    );
    expect(view).toMatchObject({ status: 'returned', firstReceivedAt: null });
    expect(view?.sendings[0]?.decision).toMatchObject({ verdict: 'returned', material: true });
    expect(view?.sendings[0]?.decision?.remarks.map(({ field }) => field)).toEqual([
      'investment',
      'people',
      'problems',
    ]);
  });
});

test('lights: three red for what was missed, two yellow for their pace, the rest of what is asked for green', async () => {
  const { items, totals } = await watchList(person('zhou.zjj1'), { page: 1 });
  const of = (light: string) =>
    items
      .filter((row) => row.light === light)
      .map(({ project, reasons, late }) => [short(project.name), reasons[0]?.code, late])
      .sort();
  expect(totals).toEqual({ red: 3, yellow: 2, green: 17 });
  expect(of('red')).toEqual(
    [
      ['双柏县油脂厂宿舍', 'light.startMissed', false],
      ['楚雄市振兴街小区', 'light.startMissed', false],
      ['禄丰市塑料厂宿舍及桂花花园（二期）', 'light.completeMissed', true],
    ].sort(),
  );
  expect(of('yellow')).toEqual(
    [
      ['大姚县西山路小区', 'light.paceMisses', true],
      ['禄丰市卫生局家属院', 'light.paceMisses', false],
    ].sort(),
  );
  const { problems } = await verifyDatabase(demonstration.database.verifierUrl);
  expect(problems).toEqual([{ kind: 'nothing_checked' }]);
});

test('开工、竣工: one start was late and sent twice with its first receipt, one completion waits, one was given back', async () => {
  const of = async (name: string) => asPrefecture(async (actor, tx) => milestonesOf(tx, actor, await projectId(name)));
  const started = (await of('大姚县西山路小区')).find(({ compound }) => compound);
  expect(started).toMatchObject({ kind: 'start', status: 'accepted', late: true });
  const again = await rowsOf(
    "SELECT 1 FROM milestone WHERE sent = 2 AND received_at > first_received_at AND kind = 'start'",
  );
  expect(again).toHaveLength(1);
  const waiting = (await of('楚雄市农科所职工住宅')).filter(({ status }) => status === 'submitted');
  expect(waiting.map(({ kind, compound }) => [kind, compound])).toEqual([['completion', null]]);
  const back = (await of('禄丰市塑料厂宿舍及桂花花园（二期）')).filter(({ status }) => status === 'returned');
  expect(back.map(({ kind, remark }) => [kind, remark !== null])).toEqual([['completion', true]]);
});

test('投诉: matters are counted once, one was answered late, one is due within days, none is overdue', async () => {
  const { counts } = await asPrefecture(async (actor, tx) => {
    const list = await complaintList(tx, actor, { limit: 50 });
    if (!list) throw new Error('no list');
    return list;
  });
  expect(counts).toEqual({ all: 11, open: 5, late: 0, soon: 1 });
  const rows = await rowsOf<{ late: boolean; joined: number }>(
    `SELECT c.answered_on > c.due_on AS late, (SELECT count(*)::int FROM complaint j WHERE j.lead_id = c.id) AS joined FROM complaint c WHERE c.lead_id IS NULL`,
  );
  expect(rows.filter(({ late }) => late)).toHaveLength(1);
  expect(
    rows
      .map(({ joined }) => joined)
      .sort()
      .at(-1),
  ).toBe(2);
  expect(
    await rowsOf(
      "SELECT 1 FROM complaint WHERE status IN ('closed', 'notAccepted', 'transferred') AND contact IS NOT NULL",
    ),
  ).toEqual([]);
});

test('满意度: a survey is closed in each compound that was accepted, one is open, and nobody is told its sums', async () => {
  const rows = await rowsOf<{ status: string; n: number; told: number }>(
    'SELECT status, count(*)::int AS n, count(result)::int AS told FROM satisfaction_survey GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    { status: 'closed', n: 15, told: 15 },
    { status: 'open', n: 1, told: 0 },
  ]);
  const { items } = await asPrefecture((actor, tx) => yearSatisfaction(tx, actor, { year: 2020 }));
  for (const { households, satisfied, answered } of items.filter(({ surveyed }) => surveyed > 0))
    expect([satisfied * 10 > households * 7, answered <= households]).toEqual([true, true]);
});

test('督办: one closed, one answered, two with the county within the limit; 新闻: one county meets every criterion', async () => {
  const notices = await asPrefecture((actor, tx) => supervisions(tx, actor, {}));
  expect(notices.map(({ status }) => status).sort()).toEqual(['answered', 'closed', 'issued', 'issued']);
  expect(notices.filter(({ overdue }) => overdue)).toEqual([]);
  const counts = await asPrefecture((actor, tx) => newsCounts(tx, actor, { year: 2026 }));
  const whole = counts.filter(({ criteria }) => criteria.every(({ met }) => met)).map(({ county }) => county.name);
  expect(whole).toEqual(['禄丰市']);
  expect(await rowsOf("SELECT 1 FROM news WHERE link NOT LIKE 'https://www.example.com/%'")).toEqual([]);
});

test('待办: what waits for the county and for the prefecture', async () => {
  const kinds = async (username: string) => {
    const { items } = await withActor(person(username), (tx) => tasksFor(tx, person(username)));
    return [...new Set(items.map(({ kind }) => kind))];
  };
  expect(await kinds('lufeng.zjj1')).toEqual(
    expect.arrayContaining([
      'reportsDue',
      'reportsToReview',
      'complaintsNew',
      'complaintDue',
      'satisfactionOpen',
      'lights',
    ]),
  );
  expect(await kinds('zhou.zjj1')).toEqual(expect.arrayContaining(['summaryWaiting', 'milestonesWaiting', 'lights']));
});
