// Two and more at once, over two servers on one database: one effect, one winner, and the others are told.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metaSheet, workbookOf } from '@/tests/support/sheets';
import { type VoteCompound, voteCompound } from '@/tests/support/vote-compound';
import type { Person, World } from '@/tests/support/world';
import type { Answered, Asking, Client } from './support/client';
import { type Drill, openDrill, type Served } from './support/drill';
import { pause, rounds } from './support/form';

let drill: Drill & { world: World };
let servers: [Served, Served];
const cookies = new Map<Person, string>();

beforeAll(async () => {
  drill = await openDrill();
  servers = [await drill.serve(), await drill.serve()];
  await drill.work();
  const people = ['lufengClerk', 'lufengClerk2', 'lufengCommunity', 'prefectureBureau', 'prefectureBureau2'] as const;
  for (const person of people) cookies.set(person, await drill.world.signIn(person));
});
afterAll(() => drill?.end());

/** The person at the first server or at the second. */
const at = (server: 0 | 1, person: Person): Client => servers[server].client(cookies.get(person));
const clerk = (server: 0 | 1) => at(server, server === 0 ? 'lufengClerk' : 'lufengClerk2');
const bureau = (server: 0 | 1) => at(server, server === 0 ? 'prefectureBureau' : 'prefectureBureau2');

const parsed = <T>(answer: Answered) => JSON.parse(answer.text) as T;
const ok = ({ status }: Answered) => status >= 200 && status < 300;
const post = (body: unknown, headers: Record<string, string> = {}): Asking => ({ method: 'POST', body, headers });
const version = (number: number) => ({ 'if-match': `"${number}"` });

async function count(sql: string, values: unknown[]): Promise<number> {
  const { rows } = await drill.world.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values);
  return rows[0]?.n ?? -1;
}

interface Made {
  id: string;
  version: number;
}

let number = 0;
const ELIGIBLE = { yearBuilt: 1992, legalTitle: true, insideTown: true, facilitiesIncomplete: true };
const NOT_RULED_OUT = {
  inShantytownPlan: false,
  plannedDemolition: false,
  mainlySelfBuilt: false,
  urbanVillage: false,
};
/** Names are their own: compounds that share one are asked about. */
const named = () => {
  number += 1;
  return { name: `第${number}号院`, communityId: drill.world.lufeng.subdistricts[0]?.communities[0]?.id };
};
const compound = () => clerk(0).json<Made>('/api/v1/compounds', post({ ...named(), ...ELIGIBLE, ...NOT_RULED_OUT }));

/** Whoever did not win hears why: a conflict or a refusal, never a fault. */
function oneWins(answers: readonly Answered[]): { winner: Answered; index: number; loser: Answered } {
  const won = answers.filter(ok);
  expect(won, answers.map(({ status, text }) => `${status} ${text}`).join('\n')).toHaveLength(1);
  const [winner] = won;
  const loser = answers.find((answer) => !ok(answer));
  if (!winner || !loser) throw new Error('unreachable');
  expect([404, 409, 422]).toContain(loser.status);
  return { winner, index: answers.indexOf(winner), loser };
}

test('20 copies of one submission make one compound, and all hear the same', async () => {
  for (let round = 0; round < rounds(2, 20); round++) {
    const body = named();
    const headers = { 'idempotency-key': randomUUID() };
    const senders = [at(0, 'lufengClerk'), at(1, 'lufengClerk')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, copy) => senders[copy % 2]?.ask('/api/v1/compounds', post(body, headers))),
    );
    expect(new Set(answers.map((answer) => `${answer?.status} ${answer?.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(answers.filter((answer) => answer?.headers['idempotent-replay'] === 'true')).toHaveLength(19);
    expect(await count('compound WHERE name = $1', [body.name])).toBe(1);
    const lines = `audit_line WHERE action = 'compound.create' AND entity = 'compound' AND after ->> 'name' = $1`;
    expect(await count(lines, [body.name])).toBe(1);
  }
});

test('a double click that reaches both servers is one click', async () => {
  for (let round = 0; round < rounds(10, 100); round++) {
    const body = named();
    const sent = post(body, { 'idempotency-key': randomUUID() });
    const [one, two] = await Promise.all([
      at(0, 'lufengClerk').ask('/api/v1/compounds', sent),
      at(1, 'lufengClerk').ask('/api/v1/compounds', sent),
    ]);
    expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
    expect(await count('compound WHERE name = $1', [body.name])).toBe(1);
  }
});

interface Conflict {
  code: string;
  conflict: { theirs: { remarks: string; version: number }; yours: { remarks: string }; version: number };
}

test('two people save one compound: one wins, the other gets 409 with both versions', async () => {
  const { id, version: first } = await compound();
  const all = rounds(20, 200);
  const wins = [0, 0];
  for (let round = 0; round < all; round++) {
    const words = [`王丽第${round}次`, `赵强第${round}次`];
    const answers = await Promise.all(
      ([0, 1] as const).map((person) =>
        clerk(person).ask(`/api/v1/compounds/${id}`, {
          method: 'PATCH',
          body: { remarks: words[person] },
          headers: version(first + round),
        }),
      ),
    );
    const { winner, index, loser } = oneWins(answers);
    wins[index] = (wins[index] ?? 0) + 1;
    expect(winner.status).toBe(200);
    expect(parsed(winner)).toMatchObject({ remarks: words[index], version: first + round + 1 });
    expect(loser.status).toBe(409);
    const { code, conflict } = parsed<Conflict>(loser);
    expect(code).toBe('version_conflict');
    expect(conflict.theirs).toMatchObject({ remarks: words[index], version: first + round + 1 });
    expect(conflict).toMatchObject({ version: first + round + 1, yours: { remarks: words[1 - index] } });
  }
  const saved = await clerk(0).json<Made>(`/api/v1/compounds/${id}`);
  expect(saved.version).toBe(first + all);
  const lines = `audit_line WHERE entity = 'compound' AND entity_id = $1 AND action = 'compound.update' AND before ->> 'remarks' IS DISTINCT FROM after ->> 'remarks'`;
  expect(await count(lines, [id])).toBe(all);
  expect((wins[0] ?? 0) + (wins[1] ?? 0)).toBe(all);
});

interface Batch {
  id: string;
  status: string;
}

async function until(id: string, status: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const batch = await clerk(0).json<Batch>(`/api/v1/imports/${id}`);
    if (batch.status === status) return;
    if (['failed', 'refused'].includes(batch.status)) throw new Error(`the import is ${batch.status}`);
    await pause(200);
  }
  throw new Error(`the import is not ${status} after two minutes`);
}

/** An import that waits for its confirmation; answers it with the name that it brings. */
async function previewed(): Promise<{ id: string; name: string }> {
  const { name } = named();
  const rows = {
    ...metaSheet('532302', '禄丰市'),
    小区: [
      ['小区名称*', '建成年份'],
      [name, 1991],
    ],
  };
  const { id } = await clerk(0).json<Batch>('/api/v1/imports', {
    method: 'POST',
    rawBody: await workbookOf(rows),
    headers: { 'x-file-name': encodeURIComponent('摸底表.xlsx'), 'content-type': 'application/octet-stream' },
  });
  await until(id, 'previewed');
  return { id, name };
}

const confirm = (id: string) =>
  Promise.all(
    ([0, 1] as const).map((server) => clerk(server).ask(`/api/v1/imports/${id}/confirm`, { method: 'POST' })),
  );

test('two people confirm one import: it is applied once', async () => {
  for (let round = 0; round < rounds(1, 5); round++) {
    const { id, name } = await previewed();
    const { winner, loser } = oneWins(await confirm(id));
    expect([winner.status, loser.status]).toEqual([202, 409]);
    await until(id, 'applied');
    expect(await count('compound WHERE name = $1', [name])).toBe(1);
  }
});

test('an import is taken back while somebody edits what it brought: one of the two happens, whole', async () => {
  for (let round = 0; round < rounds(1, 5); round++) {
    const { id, name } = await previewed();
    await clerk(0).json(`/api/v1/imports/${id}/confirm`, { method: 'POST' });
    await until(id, 'applied');
    const found = await drill.world.owner.query<Made>('SELECT id, version FROM compound WHERE name = $1', [name]);
    const [brought] = found.rows;
    if (!brought) throw new Error('the import brought nothing');
    const edit = { method: 'PATCH', body: { remarks: '刚改的' }, headers: version(brought.version) };
    const { index } = oneWins(
      await Promise.all([
        clerk(0).ask(`/api/v1/imports/${id}/undo`, post({ reason: '传错了文件' })),
        clerk(1).ask(`/api/v1/compounds/${brought.id}`, edit),
      ]),
    );
    const { rows } = await drill.world.owner.query(
      'SELECT c.status, c.remarks, b.status AS batch FROM compound c, import_batch b WHERE c.id = $1 AND b.id = $2',
      [brought.id, id],
    );
    const taken = { status: 'retired', remarks: null, batch: 'undone' };
    const kept = { status: 'active', remarks: '刚改的', batch: 'applied' };
    expect(rows[0]).toEqual(index === 0 ? taken : kept);
  }
});

test('a compound is merged away while somebody edits it: what was acknowledged stands, nothing is written after', async () => {
  for (let round = 0; round < rounds(5, 50); round++) {
    const [stays, goes] = [await compound(), await compound()];
    const merge = post({ compoundIds: [stays.id, goes.id], survivorId: stays.id, reason: '两个院子连成一片' });
    const edit = { method: 'PATCH', body: { remarks: '刚改的' }, headers: version(goes.version) };
    const [merged, edited] = await Promise.all([
      clerk(0).ask('/api/v1/compounds/merge', merge),
      clerk(1).ask(`/api/v1/compounds/${goes.id}`, edit),
    ]);
    for (const answer of [merged, edited]) expect([200, 404, 409, 422], answer.text).toContain(answer.status);
    const { rows } = await drill.world.owner.query<{ status: string; remarks: string | null }>(
      'SELECT status, remarks FROM compound WHERE id = $1',
      [goes.id],
    );
    expect(rows[0]).toEqual({
      status: ok(merged) ? 'merged' : 'active',
      remarks: ok(edited) ? '刚改的' : null,
    });
    expect(ok(merged) || ok(edited)).toBe(true);
  }
});

test('two administrators open an account of the same name: there is one', async () => {
  for (let round = 0; round < rounds(3, 20); round++) {
    const username = `lufeng.xin${round}`;
    const person = { role: 'county_bureau', unitId: drill.world.lufeng.id, password: 'k7fm-29xq-hd4w-tbn8' };
    const { loser } = oneWins(
      await Promise.all(
        ([0, 1] as const).map((server) =>
          bureau(server).ask('/api/v1/users', post({ ...person, username, displayName: `第${server}个` })),
        ),
      ),
    );
    expect([409, 422]).toContain(loser.status);
    expect(await count('account WHERE username = $1', [username])).toBe(1);
  }
});

test('two people freeze one baseline: it is frozen once', async () => {
  await compound();
  const { rows } = await drill.world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  for (let round = 0; round < rounds(2, 10); round++) {
    const opened = { name: `第${round}批摸底`, opensOn: '2019-03-01', closesOn: '2019-06-30' };
    const campaign = await bureau(0).json<Made>('/api/v1/programme/campaigns', post(opened));
    const { winner, index } = oneWins(
      await Promise.all(
        ([0, 1] as const).map((server) =>
          bureau(server).ask(
            `/api/v1/programme/campaigns/${campaign.id}/freeze`,
            post({ baselineOn: rows[0]?.day, documentNo: `楚住建〔2020〕${server}号` }, version(campaign.version)),
          ),
        ),
      ),
    );
    expect(parsed(winner)).toMatchObject({ status: 'frozen', documentNo: `楚住建〔2020〕${index}号` });
    const frozen = `(SELECT county_id FROM survey_baseline WHERE campaign_id = $1 GROUP BY 1 HAVING count(*) > 1) twice`;
    expect(await count(frozen, [campaign.id])).toBe(0);
    const line = `audit_line WHERE action = 'baseline.freeze' AND entity = 'survey_campaign' AND entity_id = $1`;
    expect(await count(line, [campaign.id])).toBe(1);
  }
});

interface BallotsTaken {
  ballots: { householdId: string; seq: number }[];
}

/** Sixteen at once into one round, over both servers: each the own homes, and some that all of them come to. */
const OFFICERS = 16;
const OWN = 6;
const SHARED = 4;

async function openRound(compound: VoteCompound): Promise<string> {
  const draft = await clerk(0).json<Made>('/api/v1/rounds', post({ compoundId: compound.id, round: 1 }));
  await clerk(0).json(`/api/v1/rounds/${draft.id}/open`, { method: 'POST', headers: version(draft.version) });
  return draft.id;
}

test('16 officers record into one round at once: nothing is lost, nothing counts twice, and all but the first are shown the first', async () => {
  for (let round = 0; round < rounds(2, 20); round++) {
    const households = OFFICERS * OWN + SHARED;
    const compound = await voteCompound(drill.world.owner, drill.world.lufeng, { households });
    const id = await openRound(compound);
    const people = ['lufengClerk', 'lufengClerk2', 'lufengCommunity'] as const;
    const record = (officer: number, home: number) => {
      const householdId = compound.homes[home]?.id;
      const choice = (officer + home) % 4 === 0 ? 'disagree' : 'agree';
      const ballot = { householdId, choice, channel: 'door' };
      const server = (officer % 2) as 0 | 1;
      return at(server, people[officer % 3] ?? 'lufengClerk').ask(
        `/api/v1/rounds/${id}/ballots`,
        post({ ballots: [ballot] }, { 'idempotency-key': randomUUID() }),
      );
    };
    const answers = await Promise.all(
      Array.from({ length: OFFICERS }, async (_, officer) => {
        const heard: { home: number; answer: Answered }[] = [];
        for (let turn = 0; turn < OWN + SHARED; turn++) {
          const home = turn < OWN ? officer * OWN + turn : OFFICERS * OWN + ((officer + turn) % SHARED);
          heard.push({ home, answer: await record(officer, home) });
        }
        return heard;
      }),
    );
    const heard = answers.flat();
    const taken = heard.filter(({ answer }) => answer.status === 201);
    expect(new Set(taken.map(({ home }) => home)).size).toBe(households);
    expect(taken).toHaveLength(households);
    for (const { answer } of heard.filter((one) => !taken.includes(one)))
      expect([answer.status, parsed<{ code: string }>(answer).code]).toEqual([409, 'ballot_exists']);
    const seqs = taken.map(({ answer }) => parsed<BallotsTaken>(answer).ballots[0]?.seq ?? 0);
    // opening is the first entry; each ballot one of its own behind it
    expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: households }, (_, index) => index + 2));
    const { tally } = await clerk(1).json<{ tally: Record<string, number> }>(`/api/v1/rounds/${id}`);
    expect(tally.returned).toBe(households);
    for (const [key, choice] of [
      ['agreeHouseholds', 'agree'],
      ['disagreeHouseholds', 'disagree'],
    ] as const)
      expect(tally[key]).toBe(await count('ballot WHERE round_id = $1 AND choice = $2', [id, choice]));
  }
});
