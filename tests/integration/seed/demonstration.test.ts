import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noticeFacts } from '@/lib/domain/notices/facts';
import { type Actor, mintActor } from '@/lib/server/actor';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { verifyPassword } from '@/lib/server/auth/password-hash';
import { readPersonal } from '@/lib/server/compounds/personal';
import { unseal } from '@/lib/server/crypto/seal';
import { pool } from '@/lib/server/db/pool';
import { withActor } from '@/lib/server/db/with-actor';
import { fileStore } from '@/lib/server/files/store';
import { roundView } from '@/lib/server/votes/queries';
import { suspicionsIn } from '@/lib/server/votes/suspicions';
import { CASES, HISTORY } from '@/prisma/seed/demonstration/cases';
import { planCompounds } from '@/prisma/seed/demonstration/compounds';
import { COUNTY_LETTERS, DEMONSTRATION_PASSWORD, PEOPLE } from '@/prisma/seed/demonstration/people';
import { DECLARED, type JourneyName } from '@/prisma/seed/demonstration/votes/journeys';
import { actors } from '@/prisma/seed/demonstration/votes/stage';
import { settle } from '@/prisma/seed/settle';
import { connectOwner } from '@/prisma/seed/shared/owner-client';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { siteHolds } from './site-holds';

let database: TestDatabase;
let owner: pg.Client;
let said: string[];
let people: Map<string, Actor>;

beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.appUrl;
  owner = await connectOwner(database.ownerUrl);
  said = await settle(owner, { embedded: true, demo: undefined });
  people = await actors(owner);
}, 240_000);
afterAll(async () => {
  await owner.end();
  await pool().end();
  await database.drop();
});

async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await owner.query(sql, values);
  return rows[0] as T;
}
/** The county clerk of that user name, signed in with the printed password. */
async function clerk(username: string) {
  const account = await one<{ id: string; hash: string }>('SELECT id, hash FROM auth_find_account($1)', [username]);
  expect(await verifyPassword(account.hash, DEMONSTRATION_PASSWORD)).toBe(true);
  const row = await one<{ prefecture: string; county: string; name: string }>(
    'SELECT a.prefecture_id AS prefecture, a.county_id AS county, a.display_name AS name FROM account a WHERE id = $1',
    [account.id],
  );
  return mintActor({
    accountId: account.id,
    sessionId: null,
    token: null,
    username,
    displayName: row.name,
    role: 'county_bureau',
    level: 'county',
    unit: { id: row.county, name: row.name, nameEn: null, kind: 'county' },
    prefectureId: row.prefecture,
    countyId: row.county,
    subdistrictId: null,
    communityId: null,
    counties: [row.county],
    locale: 'zh-CN',
    mustChangePassword: false,
    requestId: null,
  });
}
const count = async (table: string, where = 'true') =>
  (await one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)).n;

describe('at true size', () => {
  test('11 reporting units, 60 towns, 240 communities', async () => {
    const { rows } = await owner.query('SELECT kind, count(*)::int AS n FROM unit GROUP BY kind ORDER BY n');
    expect(rows.map((row) => [row.kind, row.n])).toEqual([
      ['prefecture', 1],
      ['county', 11],
      ['subdistrict', 60],
      ['community', 240],
    ]);
  });

  test('504 compounds, 2,929 buildings, 90,062 households, about 6.605 million m²', async () => {
    expect(await count('compound', "status = 'active'")).toBe(504);
    expect(await count('building')).toBe(2929);
    expect(await count('household')).toBe(90_062);
    const { area } = await one<{ area: string }>('SELECT sum(floor_area)::text AS area FROM compound_total');
    expect(Math.round(Number(area) / 100_000)).toBe(6605);
  });

  test('dashboards say the same: kept totals are what counting gives, in every county and sum', async () => {
    const kept = await one<Record<string, number>>(
      `SELECT sum(compounds)::int AS compounds, sum(buildings)::int AS buildings, sum(households)::int AS households
       FROM survey_total WHERE dimension = 'all'`,
    );
    expect(kept).toEqual({ compounds: 504, buildings: 2929, households: 90_062 });
    const { rows } = await owner.query(
      `WITH counted AS (
         SELECT c.county_id, c.eligibility, count(*) AS compounds,
           sum(coalesce(h.n, c.stated_households, 0)) AS households, sum(coalesce(h.area, c.stated_exclusive_area, 0)) AS area
         FROM compound c LEFT JOIN (SELECT compound_id, count(*) AS n, sum(exclusive_area) AS area FROM household WHERE status = 'active' GROUP BY 1) h
           ON h.compound_id = c.id WHERE c.status = 'active' GROUP BY 1, 2)
       SELECT * FROM counted JOIN survey_total t ON t.county_id = counted.county_id AND t.outcome = eligibility AND t.dimension = 'all'
       WHERE (t.compounds, t.households, t.exclusive_area) IS DISTINCT FROM (counted.compounds, counted.households, counted.area)`,
    );
    expect(rows).toEqual([]);
  });

  test('the last number of each county is what its counter holds', async () => {
    const { rows } = await owner.query(
      `SELECT k.value, max(right(c.code, 4)::int) AS last FROM compound c JOIN county_counter k ON k.county_id = c.county_id AND k.name = 'compound' GROUP BY k.county_id, k.value`,
    );
    expect(rows).toHaveLength(11);
    for (const { value, last } of rows) expect(value).toBe(last);
  });
});

describe('fixed', () => {
  test('planned twice it is the same, letter by letter', () => {
    const text = () => JSON.stringify(planCompounds(), (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    expect(text()).toBe(text());
  });

  // A wished change of the demonstration changes these: write the new ones here, and say so in the commit.
  test.each([
    [
      'compound',
      'code, name, year_built, decisive_year, eligibility, status, stated_households, longitude, latitude, facilities, missing_facts',
      'c.code',
    ],
    ['building', 'name, year_built, structure, storeys, units, floor_area, status', 'c.id'],
    ['household', 'unit_no, room, storey, exclusive_area, usage, status', 'c.id'],
    ['owner', 'kind, name_masked, phone_masked', 'c.id'],
    ['vote_round', 'code, status, outcome, test, roll_households, roll_area, roll_voters, cancelled_reason', 'c.id'],
    [
      'vote_tally',
      'head_seq, agree_households, agree_area, disagree_households, disagree_area, abstain_households, voters_in, voters_agree, checked',
      'c.round_id',
    ],
    [
      'ballot',
      'household_id, seq, kind, choice, channel, form_no, photo_sha256, proxy_name, wanted, problems, source, replaces_id, reason',
      'c.id',
    ],
    ['door_visit', 'household_id, outcome, note', 'c.round_id, c.household_id'],
  ])('%s: the same on every machine', async (table, columns, order) => {
    const { digest } = await one<{ digest: string }>(
      `SELECT md5(string_agg(ROW(${columns})::text, '|' ORDER BY ${order})) AS digest FROM ${table} c`,
    );
    expect(digest).toMatchSnapshot();
  });
});

describe('borderline cases have the outcome that the policy gives them', () => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', async (_, declared) => {
    const planned = planCompounds().find((compound) => compound.key === declared.key);
    const row = await one<{ eligibility: string; reasons: { code: string }[] }>(
      'SELECT eligibility, eligibility_reasons AS reasons FROM compound WHERE code = $1',
      [planned?.code],
    );
    expect(row.eligibility).toBe(declared.expects);
    if (declared.because) expect(row.reasons.map((found) => found.code)).toContain(declared.because);
  });

  test('two reasons are both given', async () => {
    const row = await one<{ codes: string[] }>(
      `SELECT array(SELECT jsonb_array_elements(eligibility_reasons) ->> 'code') AS codes FROM compound WHERE name = '彝海别苑'`,
    );
    expect(row.codes).toEqual(['eligibility.builtTooLate', 'eligibility.noLegalTitle']);
  });

  test('what is history keeps its lineage and is in no total', async () => {
    expect(await count('compound', "status <> 'active'")).toBe(HISTORY.length);
    const { rows } = await owner.query(
      'SELECT kind, f.name AS was, t.name AS became FROM compound_lineage l JOIN compound f ON f.id = from_id JOIN compound t ON t.id = to_id ORDER BY kind, became',
    );
    expect(rows).toEqual([
      { kind: 'merge', was: '一中老教师楼', became: '一中教师住宅区' },
      { kind: 'split', was: '肉联厂生活区', became: '肉联厂北院' },
      { kind: 'split', was: '肉联厂生活区', became: '肉联厂南院' },
    ]);
  });

  test('one compound of 2,000 households, one of 20; one name in two communities', async () => {
    const sizes = await owner.query(
      "SELECT households FROM compound_total t JOIN compound c ON c.id = t.compound_id WHERE c.name IN ('滇中机械厂生活区', '气象局家属院') AND c.county_id = (SELECT id FROM unit WHERE code = '532301') ORDER BY 1 DESC",
    );
    expect(sizes.rows.map((row) => row.households)).toEqual([2000, 20]);
    expect(
      await count('compound', "name = '建行小区' AND county_id = (SELECT id FROM unit WHERE code = '532302')"),
    ).toBe(2);
  });
});

describe('owners do not exist, and are encrypted all the same', () => {
  test('what lies in the table is not the name', async () => {
    const row = await one<{ id: string; cipher: Buffer; wrapped: Buffer; masked: string }>(
      `SELECT p.owner_id AS id, p.cipher, k.wrapped, o.name_masked AS masked FROM owner_personal p JOIN personal_key k ON k.id = p.key_id
       JOIN owner o ON o.id = p.owner_id WHERE o.kind = 'person' ORDER BY p.owner_id LIMIT 1`,
    );
    const master = Buffer.from(process.env.ANJU_COLUMN_KEY ?? '', 'base64');
    const key = unseal(master, row.wrapped, 'anju:register:register');
    const values = JSON.parse(unseal(key, row.cipher, `owner:${row.id}`).toString());
    expect(values.name.startsWith(row.masked.replaceAll('*', ''))).toBe(true);
    expect(row.cipher.includes(Buffer.from(values.name))).toBe(false);
    expect(values.idNumber).toBeNull();
  });

  test('the application opens them for the county’s own clerk, and for no other county', async () => {
    const { id } = await one<{ id: string }>(
      "SELECT o.id FROM owner o JOIN unit u ON u.id = o.county_id WHERE u.code = '532302' AND o.kind = 'person' ORDER BY o.id LIMIT 1",
    );
    const own = await withActor(await clerk('lufeng.zjj1'), (tx) => readPersonal(tx, id));
    expect(own?.name).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(await withActor(await clerk('shuangbai.zjj1'), (tx) => readPersonal(tx, id))).toBeNull();
  });

  test('no phone number outside the block that nobody has', async () => {
    expect(await count('owner', "phone_masked IS NOT NULL AND phone_masked NOT LIKE '199****%'")).toBe(0);
  });
});

test('most records are complete; every photo lies in the file store under its hash', async () => {
  const { ready } = await one<{ ready: number }>(
    "SELECT sum(compounds)::int AS ready FROM survey_total WHERE dimension = 'ready' AND key = 'yes'",
  );
  expect(ready).toBeGreaterThan(300);
  const { rows } = await owner.query(
    "SELECT DISTINCT storage_key AS key, thumbnail_key AS thumbnail, purpose = 'photo' AS shown FROM stored_file",
  );
  for (const { key, thumbnail } of rows) {
    expect(await fileStore().exists(key)).toBe(true);
    // papers are no pictures
    if (thumbnail) expect(await fileStore().exists(thumbnail)).toBe(true);
  }
  // twelve houses, and the board with a posted paper
  expect(rows.filter(({ shown }) => shown)).toHaveLength(13);
});

describe('campaigns and years', () => {
  test('2019 is frozen; baseline and amendment together are the eligible total of each county', async () => {
    const { rows } = await owner.query(
      `SELECT b.compounds + coalesce(a.compounds_delta, 0) AS now, b.households + coalesce(a.households_delta, 0) AS households, t.compounds, t.households AS counted
       FROM survey_baseline b LEFT JOIN baseline_amendment a USING (campaign_id, county_id)
       JOIN survey_total t ON t.county_id = b.county_id AND t.dimension = 'all' AND t.outcome = 'eligible'`,
    );
    expect(rows).toHaveLength(11);
    for (const row of rows) expect([row.now, row.households]).toEqual([row.compounds, row.counted]);
    expect(await count('survey')).toBe(503);
    expect(await count('survey_campaign', "status = 'open'")).toBe(1);
  });

  test('one current year, with its dates around today', async () => {
    expect(await count('programme_year')).toBe(4);
    const row = await one<{ around: boolean }>(
      'SELECT start_by < anju_today() AND complete_by > anju_today() AND year = extract(year FROM anju_today()) AS around FROM programme_year WHERE current',
    );
    expect(row.around).toBe(true);
  });
});

describe('people', () => {
  test('two for every post, all with the printed password, none of whom must change it', async () => {
    expect(await count('account', 'demonstration AND NOT must_change_password')).toBe(PEOPLE.length);
    const { rows } = await owner.query(
      'SELECT unit_id, role, count(*)::int AS n FROM account GROUP BY 1, 2 HAVING count(*) <> 2',
    );
    expect(rows).toEqual([]);
    expect(said.join('\n')).toContain('Demo-only-2020');
  });
});

describe('votes', () => {
  /** What stands where, as its story is declared (journeys.ts). */
  const roundsOf = async (journey: JourneyName, round = 1) => {
    const { rows } = await owner.query<Told>(
      `SELECT r.id, r.attempt, r.status, r.outcome, u.code AS county, c.name, r.roll_households AS homes, r.roll_area AS area, t.agree_households AS agree, t.agree_area AS "agreeArea"
       FROM vote_round r JOIN compound c ON c.id = r.compound_id JOIN unit u ON u.id = r.county_id JOIN unit m ON m.id = r.community_id LEFT JOIN vote_tally t ON t.round_id = r.id
       WHERE r.round = $2 AND (u.code, right(m.code, 3)::int, c.name) IN (SELECT x.county, x.community, x.compound
         FROM jsonb_to_recordset($1::jsonb) AS x (county text, community int, compound text)) ORDER BY r.id`,
      [JSON.stringify(DECLARED.filter((one) => one.journey === journey)), round],
    );
    return rows;
  };
  interface Told {
    id: string;
    attempt: number;
    status: string;
    outcome: string | null;
    county: string;
    name: string;
    homes: number;
    area: string;
    agree: number;
    agreeArea: string;
  }

  test('every county has rounds, in every state and both votes', async () => {
    expect((await one<{ n: number }>('SELECT count(DISTINCT county_id)::int AS n FROM vote_round')).n).toBe(11);
    const { rows } = await owner.query(
      'SELECT round, status, outcome, count(*)::int AS n FROM vote_round GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
    );
    expect(rows.map(({ round, status, outcome, n }) => [round, status, outcome, n])).toEqual([
      [1, 'cancelled', null, 2],
      [1, 'certified', 'failed', 4],
      [1, 'certified', 'passed', 54],
      [1, 'closed', null, 11],
      [1, 'draft', null, 3],
      [1, 'open', null, 23],
      [2, 'certified', 'passed', 33],
      [2, 'draft', null, 2],
      [2, 'open', null, 7],
    ]);
  });

  test('the borders are borders: one household short with the area reached, and the other way round', async () => {
    for (const { homes, area, agree, agreeArea } of await roundsOf('oneHouseholdShort')) {
      expect([3 * (agree + 1) >= 2 * homes, 3 * agree >= 2 * homes]).toEqual([true, false]);
      expect(3n * BigInt(agreeArea) >= 2n * BigInt(area)).toBe(true);
    }
    for (const { homes, area, agree, agreeArea } of await roundsOf('areaShort')) {
      expect(3 * agree >= 2 * homes).toBe(true);
      expect(3n * BigInt(agreeArea) >= 2n * BigInt(area)).toBe(false);
    }
  });

  test('a counted round wants nothing but its certificate; one with an objection waits for the answer', async () => {
    for (const { id, county } of await roundsOf('counted')) {
      const bureau = await clerk(`${COUNTY_LETTERS[county]}.zjj1`);
      const view = await withActor(bureau, (tx) => roundView(tx, bureau, id));
      expect(view?.next.step).toBe('certify');
      expect(view?.next.conditions.filter(({ met }) => !met)).toEqual([]);
    }
    for (const { id, county } of await roundsOf('objected')) {
      const bureau = await clerk(`${COUNTY_LETTERS[county]}.zjj1`);
      const view = await withActor(bureau, (tx) => roundView(tx, bureau, id));
      expect(view?.next.conditions.filter(({ met }) => !met).map(({ code }) => code)).toEqual([
        'checked',
        'callBacks',
        'result',
      ]);
    }
  });

  test('what went on had what it needed: photos, second looks, calls, notices', async () => {
    expect(
      await count(
        'vote_round r JOIN vote_standing s ON s.round_id = r.id JOIN ballot b ON b.id = s.ballot_id',
        "r.status = 'certified' AND s.choice IS NOT NULL AND (NOT s.checked OR b.channel = 'paper' AND b.photo_file_id IS NULL)",
      ),
    ).toBe(0);
    expect(
      await count('call_back k JOIN vote_round r ON r.id = k.round_id', "r.status = 'certified' AND k.outcome IS NULL"),
    ).toBe(0);
    expect(
      await count(
        'vote_round r',
        `r.status = 'certified' AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.round_id = r.id AND n.kind = 'result' AND n.status = 'completed' AND n.completed_at < r.certified_at)
         OR r.round = 2 AND r.status <> 'draft' AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.scheme_id = r.scheme_id AND n.kind = 'design' AND n.published_at < r.opened_at)
         OR r.round = 2 AND r.status <> 'draft' AND NOT EXISTS (SELECT 1 FROM notice_compound x JOIN notice n ON n.id = x.notice_id WHERE x.compound_id = r.compound_id
           AND n.ends_on < (r.opened_at AT TIME ZONE 'Asia/Shanghai')::date)`,
      ),
    ).toBe(0);
  });

  test('every notice says what it must, as everybody reads it, and hangs photographed where it is complete', async () => {
    const { rows } = await owner.query<{ facts: unknown; title: string; body: string }>(
      'SELECT facts, title, body FROM notice',
    );
    for (const { facts, title, body } of rows) {
      expect(noticeFacts.safeParse(facts).error, title).toBeUndefined();
      expect(body.split('\n').length).toBeGreaterThan(1);
    }
    const unseen = 'NOT EXISTS (SELECT 1 FROM notice_photo p WHERE p.notice_id = n.id)';
    expect(await count('notice n', `n.status = 'completed' AND ${unseen}`)).toBe(0);
  });

  test('the round that was recorded in haste shows every sign of it, and no other round so many', async () => {
    const [hasty] = await roundsOf('hasty');
    const bureau = await clerk('lufeng.zjj1');
    const [halfway] = (await roundsOf('halfway')).filter(({ county }) => county === '532302');
    const ids = [hasty?.id ?? '', halfway?.id ?? ''];
    const found = await withActor(bureau, (tx) => suspicionsIn(tx, ids));
    expect(found.get(ids[0] ?? '')?.map(({ code }) => code)).toEqual([
      'tooFast',
      'oneAccount',
      'unanimous',
      'formOrder',
      'photoRepeated',
    ]);
    expect(found.get(ids[1] ?? '')).toEqual([]);
  });

  test('every chain, roll and sum is whole, and the clock is put back', async () => {
    const { votes, problems } = await verifyDatabase(database.verifierUrl);
    // no line is sealed before the application runs
    expect(problems).toEqual([{ kind: 'nothing_checked' }]);
    expect(votes).toBe((await count('ballot')) + (await count('ballot_check')));
    expect((await one<{ shift: string }>('SELECT shift_ms AS shift FROM anju_clock')).shift).toBe('0');
  });
});

describe('on site', () => {
  const person = (username: string): Actor => {
    const found = people.get(username);
    if (!found) throw new Error(`no ${username}`);
    return found;
  };
  siteHolds({ rowsOf: async <T>(sql: string): Promise<T[]> => (await owner.query(sql)).rows, person });
});

test('the load left every wall standing and one line in the audit', async () => {
  expect(await count('pg_trigger', "tgenabled <> 'O'")).toBe(0);
  expect(
    await count(
      'pg_class',
      "relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' AND NOT relforcerowsecurity",
    ),
  ).toBe(0);
  const row = await one<{ n: number; households: number }>(
    "SELECT count(*)::int AS n, max((after ->> 'households')::int) AS households FROM audit_line",
  );
  expect(row).toEqual({ n: 1, households: 90_062 });
});

test('a second start adds nothing and prints the accounts again', async () => {
  const before = await one(
    'SELECT (SELECT max(id) FROM audit_line) AS line, (SELECT count(*) FROM household) AS households',
  );
  expect(await settle(owner, { embedded: true, demo: undefined })).toEqual([said.at(-1)]);
  expect(
    await one('SELECT (SELECT max(id) FROM audit_line) AS line, (SELECT count(*) FROM household) AS households'),
  ).toEqual(before);
});
