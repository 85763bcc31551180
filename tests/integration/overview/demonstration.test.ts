import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as compoundRoute from '@/app/api/v1/compounds/[id]/route';
import * as rowsRoute from '@/app/api/v1/dashboards/overview/rows/route';
import * as papersRoute from '@/app/api/v1/projects/[id]/papers/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import * as stagesRoute from '@/app/api/v1/projects/[id]/stages/route';
import type { Overview } from '@/lib/domain/overview/answers';
import { OF_COMPOUNDS, type RowsAnswer, type RowsQuery, rowsQuery } from '@/lib/domain/overview/rows';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { projectListQuery } from '@/lib/domain/projects/list-query';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { roundListQuery } from '@/lib/domain/votes/list-query';
import type { Actor } from '@/lib/server/actor';
import type { Answer } from '@/lib/server/answer';
import { monthEndProblems, worksProblems } from '@/lib/server/audit/verify/works';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler } from '@/lib/server/define-route';
import { fundOverview } from '@/lib/server/funds/overview';
import { brief } from '@/lib/server/overview/brief';
import { keepScores } from '@/lib/server/overview/keep';
import { overview } from '@/lib/server/overview/queries';
import { overviewRows } from '@/lib/server/overview/rows';
import { officialDocx } from '@/lib/server/papers/official-docx';
import { listProjects } from '@/lib/server/projects/list';
import { scoreBoard } from '@/lib/server/scorecards/live';
import { listRounds } from '@/lib/server/votes/queries';
import { watchList } from '@/lib/server/warnings/watch';
import { type Demonstration, openDemonstration } from '../../support/demonstration';
import { callHandler, openSession } from '../../support/world';

let demonstration: Demonstration;
let leader: Actor;
let countyLeader: Actor;
let now: Overview;

function valueIn<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}
const person = (username: string): Actor => {
  const found = demonstration.people.get(username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};
const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);

beforeAll(async () => {
  demonstration = await openDemonstration();
  leader = person('zhou.ld1');
  countyLeader = person('lufeng.ld1');
  await keepScores();
  now = valueIn(await overview(leader, {}));
}, 240_000);
afterAll(() => demonstration.end());

describe('every figure is what the rule says of the records', () => {
  test('of works, by county, year, figure and key; and the rounds of the votes', async () => {
    const client = new pg.Client({ connectionString: demonstration.database.verifierUrl });
    await client.connect();
    try {
      expect(await worksProblems(client)).toEqual([]);
      expect(await monthEndProblems(client)).toEqual([]);
    } finally {
      await client.end();
    }
  });

  test('lights: as the watch list counts them', async () => {
    const { totals } = await watchList(leader, { page: 1, year: now.year });
    expect(now.lights).toMatchObject(totals);
  });

  test('money: as the overview of funds adds it up, source by source and county by county', async () => {
    const funds = valueIn(await withReader(leader, (reader) => fundOverview(reader, leader, { year: now.year })));
    expect(now.money.totals).toEqual(funds.totals);
    expect(now.money.sources).toEqual(funds.sources.map(({ kinds: _, ...source }) => source));
    expect(now.units.map(({ name, money }) => [name, money])).toEqual(
      funds.counties.map(({ id: _, code: __, name, nameEn: ___, ...money }) => [name, money]),
    );
  });

  test('the survey: as its own page counts it', async () => {
    const survey = valueIn(await withReader(leader, (reader) => surveyDashboard(reader, leader, {})));
    const { eligible, ineligible, incomplete } = survey.totals;
    expect(now.survey).toEqual({
      eligible: eligible.compounds,
      ineligible: ineligible.compounds,
      incomplete: incomplete.compounds,
    });
  });

  test('scores: as the board of scores reckons them', async () => {
    const board = await withReader(leader, (reader) => scoreBoard(reader, leader, now.year));
    const kept = now.units.map(({ id, score }) => [id, score?.points, score?.grade, score?.veto]);
    const right = board.items.map(({ county, value, grade, veto }) => [county.id, value, grade.code, veto]);
    const inOrder = (rows: unknown[][]) => [...rows].sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect(inOrder(kept)).toEqual(inOrder(right));
  });

  test('stages: every project that goes on stands in one', async () => {
    const { rows } = await demonstration.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE y.year = $1 AND p.status <> 'withdrawn'`,
      [now.year],
    );
    expect(sum(now.stages, ({ active, suspended }) => active + suspended)).toBe(rows[0]?.n);
  });

  test('what the counties say adds up to what the prefecture says', () => {
    const { ofYear, started, completed, baseline } = now.completion;
    expect(sum(now.units, (unit) => unit.compounds)).toBe(ofYear.compounds);
    expect(sum(now.units, (unit) => unit.started)).toBe(started.compounds);
    expect(sum(now.units, (unit) => unit.completed)).toBe(completed.compounds);
    expect(sum(now.units, (unit) => unit.baseline ?? 0)).toBe(baseline?.compounds);
    expect(sum(now.units, (unit) => unit.red ?? Number.NaN)).toBe(now.lights?.red);
    // and something happened in this prefecture
    expect(completed.compounds).toBeGreaterThan(10);
    expect(now.items.filter(({ done }) => done > 0).length).toBeGreaterThan(10);
  });
});

describe('behind each figure stand its rows', () => {
  const total = async (query: Partial<RowsQuery>, actor = leader) =>
    valueIn(
      await withReader(actor, (reader) => overviewRows(reader, actor, rowsQuery.parse({ year: now.year, ...query }))),
    ).total;

  test('compounds of the year, and of this year and those before', async () => {
    const { ofYear, started, completed } = now.completion;
    for (const figure of OF_COMPOUNDS) expect(await total({ figure }), figure).toBe(ofYear[figure]);
    expect(await total({ figure: 'started', span: 'all' })).toBe(started.compounds);
    expect(await total({ figure: 'completed', span: 'all' })).toBe(completed.compounds);
  });

  test('items, promises and the six haves, done and open', async () => {
    for (const { item, done, planned, met } of now.items) {
      expect(await total({ figure: 'item', key: item }), item).toBe(done);
      expect(await total({ figure: 'item', key: item, state: 'open' }), item).toBe(planned - done);
      expect(await total({ figure: 'item', key: item, state: 'met' }), item).toBe(met);
    }
    for (const { code, buildings } of now.promises.reached) {
      expect(await total({ figure: 'promise', key: code }), code).toBe(buildings);
      expect(await total({ figure: 'promise', key: code, state: 'open' })).toBe(now.promises.buildings - buildings);
    }
    for (const { code, compounds } of now.haves.reached) {
      expect(await total({ figure: 'have', key: code }), code).toBe(compounds);
      expect(await total({ figure: 'have', key: code, state: 'open' })).toBe(now.haves.compounds - compounds);
    }
  });

  test('rounds of the votes and projects: so many in their lists as the figure says', async () => {
    const rounds = async (round: number, status: string, outcome?: string) =>
      (
        await withReader(leader, (reader) =>
          listRounds(reader, leader, roundListQuery.parse({ round, status, outcome })),
        )
      ).total;
    for (const { round, open, counting, passed, failed } of now.votes) {
      expect(await rounds(round, 'open')).toBe(open);
      expect(await rounds(round, 'closed')).toBe(counting);
      expect(await rounds(round, 'certified', 'passed'), `${round}`).toBe(passed);
      expect(await rounds(round, 'certified', 'failed'), `${round}`).toBe(failed);
    }
    expect(sum(now.votes, ({ failed }) => failed)).toBeGreaterThan(0);
    const projects = async (query: object) =>
      (
        await withReader(leader, (reader) =>
          listProjects(reader, leader, projectListQuery.parse({ year: now.year, ...query })),
        )
      )?.total;
    for (const { stage, active } of now.stages)
      expect(await projects({ stage, status: 'active' }), `${stage}`).toBe(active);
    expect(await projects({ status: 'suspended' })).toBe(sum(now.stages, ({ suspended }) => suspended));
    expect(await projects({ status: 'withdrawn' })).toBe(now.withdrawn);
    expect(await projects({ light: 'none' })).toBe(now.lights?.none);
  });

  test('of a county, its own alone', async () => {
    const lufeng = valueIn(await overview(countyLeader, {}));
    expect(await total({ figure: 'compounds' }, countyLeader)).toBe(lufeng.completion.ofYear.compounds);
    expect(lufeng.units.map(({ name }) => name)).toEqual(['禄丰市']);
    const [inAll] = now.units.filter(({ name }) => name === '禄丰市');
    expect(lufeng.units[0]).toEqual(inAll);
  });

  test('another county is not there for a county’s leader, and a town has no overview', async () => {
    const other = now.units.find(({ name }) => name === '双柏县')?.id as string;
    expect(await overview(countyLeader, { county: other })).toMatchObject({ ok: false, status: 404 });
    const rows = withReader(countyLeader, (reader) =>
      overviewRows(reader, countyLeader, rowsQuery.parse({ figure: 'compounds', county: other })),
    );
    expect(await rows).toMatchObject({ ok: false, status: 404 });
    expect(await brief(countyLeader, { county: other })).toMatchObject({ ok: false, status: 404 });
    expect(await overview(person('lufeng.zhen1'), {})).toMatchObject({ ok: false, status: 404 });
  });
});

describe('a leader opens a figure down to the compound and its papers', () => {
  const asker = async (username: string) => {
    const cookie = await openSession(person(username).accountId);
    return async (route: { GET: Handler }, params: Record<string, string>, path?: string) => {
      const { status, json } = await callHandler(route.GET, { params, path }, cookie);
      return { status, json: json as unknown };
    };
  };
  /** Every figure that has a row, by what its address asks for. */
  const figures = (): Record<string, string>[] => {
    const coded = [
      ...now.items.filter(({ done }) => done > 0).map(({ item }) => ({ figure: 'item', key: item })),
      ...now.promises.reached.map(({ code }) => ({ figure: 'promise', key: code })),
      ...now.haves.reached.map(({ code }) => ({ figure: 'have', key: code })),
    ];
    return [...OF_COMPOUNDS.map((figure) => ({ figure })), { figure: 'completed', span: 'all' }, ...coded];
  };
  /** What a row opens. */
  const behind = ({ compound, project }: RowsAnswer['items'][number]) =>
    [
      [compoundRoute, compound.id],
      [projectRoute, project.id],
      [stagesRoute, project.id],
      [papersRoute, project.id],
    ] as const;
  const rowsOf = async (ask: Awaited<ReturnType<typeof asker>>, query: Record<string, string>) => {
    const address = new URLSearchParams({ year: String(now.year), ...query });
    const { status, json } = await ask(rowsRoute, {}, `/api/v1/dashboards/overview/rows?${address}`);
    expect(status, JSON.stringify(json)).toBe(200);
    return (json as RowsAnswer).items;
  };

  test.each(['zhou.ld1', 'lufeng.ld1'])('%s: from each figure that has rows', async (username) => {
    const ask = await asker(username);
    const opened = new Map<string, readonly [{ GET: Handler }, string]>();
    let told = 0;
    for (const query of figures()) {
      const [row] = await rowsOf(ask, query);
      if (row) told += 1;
      for (const [at, one] of (row ? behind(row) : []).entries()) opened.set(`${at} ${one[1]}`, one);
    }
    expect(told).toBeGreaterThan(10);
    for (const [route, id] of opened.values()) expect((await ask(route, { id })).status).toBe(200);
  });

  test('what lies in another county is not there for a county’s leader', async () => {
    const [whole, own] = [await asker('zhou.ld1'), await asker('lufeng.ld1')];
    const foreign = (await rowsOf(whole, { figure: 'compounds' })).find(({ county }) => county.name !== '禄丰市');
    if (!foreign) throw new Error('the other counties have no compound in a project');
    for (const [route, id] of behind(foreign)) {
      expect((await whole(route, { id })).status).toBe(200);
      expect((await own(route, { id })).status).toBe(404);
    }
    const there = `/api/v1/dashboards/overview/rows?figure=compounds&county=${foreign.county.id}`;
    expect((await own(rowsRoute, {}, there)).status).toBe(404);
  });
});

describe('as of a month’s end', () => {
  test('is what was kept that night, beside now; lights that nobody kept are not guessed', async () => {
    expect(now.months[0]).toBe('2026-10');
    const then = valueIn(await overview(leader, { asOf: '2026-08' as ReportMonth }));
    expect(then).toMatchObject({ month: '2026-08', asOf: '2026-08-31T16:00:07.000Z', lights: null, missing: [] });
    expect(then.compared?.completion).toEqual(now.completion);
    expect(then.completion.completed.compounds).toBeLessThan(now.completion.completed.compounds);
    expect(now.compared?.month).toBe('2026-10');
  });

  test('a month of which nothing was kept, and a year that was never opened, are refused and say why', async () => {
    expect(await overview(leader, { asOf: '2019-01' as ReportMonth })).toMatchObject({
      ok: false,
      reasons: [{ code: 'overview.monthNotKept', params: { month: '2019-01' } }],
    });
    expect(await overview(leader, { year: 2033 })).toMatchObject({ ok: false });
  });
});

describe('一页简报', () => {
  test('says what the overview says, the same bytes each time', async () => {
    const paper = valueIn(await brief(leader, {}));
    const { baseline, completed } = now.completion;
    expect(paper.title).toBe('楚雄州城镇老旧小区改造工作简报');
    expect(paper.body[0]).toContain(`完工${completed.compounds}个，占2021年度排查总量${baseline?.compounds}个的`);
    expect(paper.tables[0]?.rows).toHaveLength(11);
    const [once, again] = [await officialDocx(paper), await officialDocx(valueIn(await brief(leader, {})))];
    expect(once.equals(again)).toBe(true);
  });

  test('of a county: the projects to look at; of a month’s end: compared with the one before it', async () => {
    const county = valueIn(await brief(countyLeader, {}));
    expect(county.signed).toBe('禄丰市住房和城乡建设局');
    expect(county.tables[0]?.head[0]).toBe('项目');
    const then = valueIn(await brief(leader, { asOf: '2026-09' as ReportMonth }));
    expect(then.date).toBe('2026年9月30日');
    expect(then.body.at(-1)).toMatch(/^与8月末相比/);
    const oldest = valueIn(await brief(leader, { asOf: now.months.at(-1) as ReportMonth }));
    expect(oldest.body.some((line) => line.startsWith('与'))).toBe(false);
  });
});

test('the rule book names each item, promise and have that is told', () => {
  expect(now.items).toHaveLength(36);
  expect(now.promises.reached).toHaveLength(chuxiong2020.promises.length);
  expect(now.haves.reached).toHaveLength(6);
});
