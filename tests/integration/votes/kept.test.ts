import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { headsFrom } from '@/lib/server/audit/verify/heads';
import type { ProblemKind } from '@/lib/server/audit/verify/records';
import { verifyDatabase, verifyFile } from '@/lib/server/audit/verify/verify';
import { withActorClient } from '@/lib/server/db/with-actor';
import { rel } from '@/scripts/paths.mjs';
import { register } from '../../support/rows';
import { tampered } from '../../support/tampering';
import {
  certifyRound,
  checkBallots,
  closeRound,
  openRound,
  type RoundOfTest,
  recordBallots,
} from '../../support/votes';
import { makeWorld, type World } from '../../support/world';

const verify = (earlier?: Parameters<typeof verifyDatabase>[1]) => verifyDatabase(world.database.verifierUrl, earlier);

let world: World;
/** certified, with ballots, a correction and a check */
let over: RoundOfTest;
/** still open */
let open: RoundOfTest;
let ballots: string[];

const asOfficer = <T>(work: (client: pg.PoolClient) => Promise<T>) =>
  withActorClient(world.actors.lufengCommunity, work);

/** The owner of the tables with somebody else's session set by hand: past row security, not past the triggers. */
async function asForger<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { owner, actors, lufeng } = world;
  await owner.query('BEGIN');
  try {
    await owner.query(
      `SELECT set_config('app.account', $1, true), set_config('app.counties', $2, true), set_config('app.level', 'county', true)`,
      [actors.lufengClerk.accountId, `{${lufeng.id}}`],
    );
    const result = await work(owner);
    await owner.query('COMMIT');
    return result;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

beforeAll(async () => {
  world = await makeWorld();
  const { lufengCommunity, lufengTown } = world.actors;
  const rows = await register(world.owner, world.lufeng, '532302');
  const other = await world.owner.query<{ id: string }>(`SELECT id FROM compound WHERE id <> $1`, [rows.compoundId]);
  const of = (id: string, code: string) => ({
    id,
    rulebookId: world.rulebookId,
    account: lufengCommunity.accountId,
    code,
  });
  const dwellings = [1, 2, 3, 4].map((n) => ({ building: n % 2, area: 8_833 + n, voter: n === 4 ? 1 : n }));
  over = await asOfficer((client) => openRound(client, of(rows.compoundId, 'R-1'), dwellings));
  open = await asOfficer((client) => openRound(client, of(other.rows[0]?.id ?? '', 'R-2'), dwellings));
  ballots = await asOfficer((client) =>
    recordBallots(
      client,
      over.id,
      over.households.slice(0, 3).map((household) => ({ household })),
    ),
  );
  await asOfficer((client) =>
    recordBallots(client, over.id, [
      { household: over.households[0] ?? '', kind: 'corrected', choice: 'disagree', replaces: ballots[0] },
    ]),
  );
  await withActorClient(lufengTown, (client) => checkBallots(client, over.id, ballots.slice(1)));
  await asOfficer((client) => closeRound(client, over.id));
  await withActorClient(world.actors.lufengClerk, (client) => certifyRound(client, over.id));
  await sealAudit();
});
afterAll(() => world.end());

/** What was recorded of the certified round, and what changes it. */
const CHANGES = (id: string, household: string, ballot: string) => [
  `UPDATE ballot SET choice = 'agree' WHERE round_id = '${id}'`,
  `DELETE FROM ballot WHERE round_id = '${id}'`,
  'TRUNCATE ballot CASCADE',
  `UPDATE ballot_check SET verdict = 'wrong', note = 'x' WHERE round_id = '${id}'`,
  `DELETE FROM ballot_check WHERE round_id = '${id}'`,
  'TRUNCATE ballot_check CASCADE',
  `UPDATE vote_roll SET area = 1 WHERE round_id = '${id}'`,
  `DELETE FROM vote_roll WHERE round_id = '${id}'`,
  'TRUNCATE vote_roll',
  `UPDATE vote_entry SET digest = 'x' WHERE round_id = '${id}'`,
  `DELETE FROM vote_entry WHERE round_id = '${id}'`,
  'TRUNCATE vote_entry',
  `UPDATE vote_round SET outcome = 'failed' WHERE id = '${id}'`,
  `UPDATE vote_round SET status = 'open', outcome = NULL WHERE id = '${id}'`,
  `DELETE FROM vote_round WHERE id = '${id}'`,
  'TRUNCATE vote_round CASCADE',
  `UPDATE vote_tally SET head_seq = 1 WHERE round_id = '${id}'`,
  `DELETE FROM vote_tally WHERE round_id = '${id}'`,
  'TRUNCATE vote_tally',
  `INSERT INTO ballot (round_id, household_id, county_id, choice, channel, collector, collected_at, recorded_by)
     SELECT round_id, household_id, county_id, 'agree', 'paper', 'x', now(), household_id FROM vote_roll WHERE round_id = '${id}' AND household_id = '${household}'`,
  `INSERT INTO ballot (round_id, household_id, county_id, kind, replaces_id, reason, choice, channel, collector, collected_at, recorded_by)
     SELECT round_id, household_id, county_id, 'corrected', id, 'x', 'disagree', 'paper', 'x', now(), household_id FROM ballot WHERE id = '${ballot}'`,
  `INSERT INTO ballot_check (ballot_id, round_id, county_id, verdict, checked_by, seq) SELECT id, round_id, county_id, 'right', household_id, 0 FROM ballot WHERE id = '${ballot}'`,
  `INSERT INTO door_visit (round_id, household_id, county_id, outcome, visited_on, recorded_by)
     SELECT round_id, household_id, county_id, 'visited', '2026-01-01', household_id FROM vote_roll WHERE round_id = '${id}'`,
];

/** Statements that were not refused in so many words. */
async function through(run: (sql: string) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const sql of CHANGES(over.id, over.households[3] ?? '', ballots[1] ?? '')) {
    const said = await run(sql).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    if (said !== '42501') found.push(`${said}: ${sql}`);
  }
  return found;
}

describe('a certified round', () => {
  test('is changed by no statement of the app’s role', async () => {
    const { lufengClerk } = world.actors;
    expect(await through((sql) => withActorClient(lufengClerk, (client) => client.query(sql)))).toEqual([]);
  });

  test('nor by the owner of its tables with a session set by hand', async () => {
    expect(await through((sql) => asForger((client) => client.query(sql)))).toEqual([]);
  });

  test('is as it was', async () => {
    const { problems, votes } = await verify();
    expect(problems).toEqual([]);
    expect(votes).toBe(6);
  });
});

describe('an open round', () => {
  const refused = async (work: (client: pg.PoolClient) => Promise<unknown>, code: string, constraint?: string) =>
    expect(asOfficer(work)).rejects.toMatchObject({ code, ...(constraint ? { constraint } : {}) });
  const at = (n: number) => open.households[n] ?? '';

  test('its sums are nobody’s to write', async () => {
    for (const sql of [
      'UPDATE vote_tally SET agree_households = 9',
      'UPDATE vote_tally SET head_seq = 9',
      'UPDATE vote_building SET agree = 9',
      'UPDATE vote_voter SET agree = 9',
      `UPDATE vote_standing SET choice = 'agree'`,
      `INSERT INTO vote_entry SELECT * FROM vote_entry`,
    ])
      await refused((client) => client.query(sql), '42501');
  });

  test('a ballot of a household outside its roll', () =>
    refused(
      (client) => recordBallots(client, open.id, [{ household: over.households[0] ?? '' }]),
      '23503',
      'ballot_in_roll',
    ));

  test('two first ballots, in two statements and in one', async () => {
    await asOfficer((client) => recordBallots(client, open.id, [{ household: at(0) }]));
    await refused((client) => recordBallots(client, open.id, [{ household: at(0) }]), '23505', 'ballot_first');
    await refused(
      (client) => recordBallots(client, open.id, [{ household: at(1) }, { household: at(1) }]),
      '23505',
      'ballot_first',
    );
  });

  test('a correction of what does not stand', async () => {
    const [first = ''] = await asOfficer((client) => recordBallots(client, open.id, [{ household: at(1) }]));
    const [second = ''] = await asOfficer((client) =>
      recordBallots(client, open.id, [{ household: at(1), kind: 'corrected', choice: 'abstain', replaces: first }]),
    );
    await refused(
      (client) => recordBallots(client, open.id, [{ household: at(1), kind: 'corrected', replaces: first }]),
      '23505',
      'ballot_replaces_id_key',
    );
    await refused(
      (client) => recordBallots(client, open.id, [{ household: at(2), kind: 'annulled', replaces: second }]),
      '23503',
      'ballot_in_roll',
    );
  });

  test('a correction without its reason', () =>
    refused(
      (client) =>
        client.query(
          `INSERT INTO ballot (round_id, household_id, county_id, kind, replaces_id, choice, channel, collector, collected_at, recorded_by)
           SELECT round_id, household_id, county_id, 'corrected', ballot_id, 'disagree', 'paper', 'x', now(), household_id FROM vote_standing
           WHERE round_id = $1 AND household_id = $2`,
          [open.id, at(1)],
        ),
      '23514',
      'ballot_words',
    ));

  test('a ballot noted beside one of another household', async () => {
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM ballot WHERE household_id = $1', [at(0)]);
    const beside = rows[0]?.id;
    await refused(
      (client) => recordBallots(client, open.id, [{ household: at(2), kind: 'noted', beside }]),
      '23503',
      'ballot_in_roll',
    );
    await asOfficer((client) =>
      recordBallots(client, open.id, [{ household: at(0), kind: 'noted', choice: 'disagree', beside }]),
    );
  });

  test.each([
    ['as somebody else', 'anju_now()', 's.household_id', 'ballot_stamped'],
    ['at another time', "anju_now() - interval '1 day'", 'anju_account()', 'ballot_stamped'],
  ])('a ballot that comes with its place in the chain, %s', (_, when, who, constraint) =>
    refused(
      (client) =>
        client.query(
          `INSERT INTO ballot (round_id, household_id, county_id, subdistrict_id, community_id, seq, recorded_at, choice, channel, collector, collected_at, recorded_by)
           SELECT t.round_id, s.household_id, t.county_id, t.subdistrict_id, t.community_id, t.head_seq + 1, ${when}, 'agree', 'paper', 'x', now(), ${who}
           FROM vote_tally t JOIN vote_standing s ON s.round_id = t.round_id WHERE t.round_id = $1 AND s.household_id = $2`,
          [open.id, at(2)],
        ),
      '42501',
      constraint,
    ),
  );

  test('a ballot in another place of the chain', () =>
    refused(
      (client) =>
        client.query(
          `INSERT INTO ballot (round_id, household_id, county_id, subdistrict_id, community_id, seq, recorded_at, choice, channel, collector, collected_at, recorded_by)
           SELECT t.round_id, s.household_id, t.county_id, t.subdistrict_id, t.community_id, t.head_seq + 7, anju_now(), 'agree', 'paper', 'x', now(), anju_account()
           FROM vote_tally t JOIN vote_standing s ON s.round_id = t.round_id WHERE t.round_id = $1 AND s.household_id = $2`,
          [open.id, at(2)],
        ),
      '23514',
      'ballots_of_one_entry',
    ));

  test('two rounds in one statement', () =>
    refused(
      (client) =>
        client.query(
          `INSERT INTO ballot (round_id, household_id, county_id, choice, channel, collector, collected_at, recorded_by)
           SELECT round_id, household_id, county_id, 'agree', 'paper', 'x', now(), household_id FROM vote_roll WHERE room = '3'`,
        ),
      '23514',
      'ballots_of_one_round',
    ));

  test('a ballot and a look in one statement: one of them would stand in no entry', async () => {
    const sql = `WITH b AS (INSERT INTO ballot (round_id, household_id, county_id, choice, channel, collector, collected_at, recorded_by)
        SELECT round_id, household_id, county_id, 'agree', 'paper', 'x', now(), household_id FROM vote_roll WHERE household_id = $1)
      INSERT INTO ballot_check (ballot_id, round_id, county_id, verdict, checked_by, seq)
        SELECT ballot_id, round_id, county_id, 'right', household_id, 0 FROM vote_standing WHERE household_id = $2`;
    const said = withActorClient(world.actors.lufengTown, (client) => client.query(sql, [at(2), at(0)]));
    await expect(said).rejects.toMatchObject({ code: '23514', constraint: 'ballots_of_one_entry' });
  });

  test('a look by who recorded it', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT ballot_id AS id FROM vote_standing WHERE household_id = $1',
      [at(0)],
    );
    await refused((client) => checkBallots(client, open.id, [rows[0]?.id ?? '']), '42501', 'check_by_another');
  });

  test('a household more in its roll', async () => {
    const sql = `INSERT INTO vote_roll SELECT (jsonb_populate_record(v, jsonb_build_object('household_id', anju_new_id(), 'receipt_hash', 'x'))).* FROM vote_roll v WHERE household_id = $1`;
    await refused((client) => client.query(sql, [at(0)]), '42501', 'vote_round_frozen');
    await expect(asForger((client) => client.query(sql, [at(0)]))).rejects.toMatchObject({
      constraint: 'vote_round_frozen',
    });
  });

  test('a round that comes into being certified, or opens without a roll', async () => {
    const begin = (status: string) =>
      `INSERT INTO vote_round (compound_id, rulebook_id, round, attempt, code, test, created_by, status, outcome, roll_hash, roll_households, roll_area)
       SELECT compound_id, rulebook_id, 1, 7, 'R-' || '${status}', test, created_by, '${status}', CASE '${status}' WHEN 'certified' THEN 'passed' END,
         CASE WHEN '${status}' <> 'draft' THEN 'x' END, 1, 1 FROM vote_round WHERE code = 'R-1' RETURNING id`;
    await refused((client) => client.query(begin('certified')), '42501', 'vote_round_way');
    await refused((client) => client.query(begin('open')), '42501', 'vote_round_way');
    await refused(
      async (client) => {
        const { rows } = await client.query(begin('draft'));
        await client.query(`UPDATE vote_round SET status = 'open', roll_hash = 'x' WHERE id = $1`, [rows[0].id]);
      },
      '23514',
      'vote_roll_whole',
    );
    await refused(
      async (client) => {
        const { rows } = await client.query(begin('draft'));
        await client.query('SELECT vote_freeze($1)', [rows[0].id]);
      },
      '23514',
      'vote_roll_whole',
    );
  });

  test('another community’s round is not frozen by a session of the same county', async () => {
    const { rows } = await asOfficer((client) =>
      client.query(
        `INSERT INTO vote_round (compound_id, rulebook_id, round, attempt, code, test, created_by)
         SELECT compound_id, rulebook_id, 1, 8, 'R-8', test, created_by FROM vote_round WHERE code = 'R-1' RETURNING id`,
      ),
    );
    const freeze = withActorClient(world.actors.lufengCommunity2, (client) =>
      client.query('SELECT vote_freeze($1)', [rows[0].id]),
    );
    await expect(freeze).rejects.toMatchObject({ constraint: 'vote_round_frozen' });
  });

  test('through all of it the chains are whole and the sums right', async () => {
    await sealAudit();
    expect((await verify()).problems).toEqual([]);
  });
});

describe('an intruder with every right, past every trigger', () => {
  /** Changes one table, and looks at what is found of it: kinds, and where the first of the expected kind is. */
  const finds = (table: string, sql: string, kind: ProblemKind, place: Record<string, unknown>) =>
    tampered(world.database.adminUrl, table, sql, async () => {
      const { problems } = await verify();
      expect(problems).toContainEqual(
        expect.objectContaining({ kind, chain: `round:${over.id}`, round: 'R-1', ...place }),
      );
    });

  test('altering one ballot’s choice', () =>
    finds('ballot', `UPDATE ballot SET choice = 'disagree' WHERE id = '${ballots[1]}'`, 'vote_row_altered', {
      seq: 2,
      ballot: ballots[1],
      detail: 'ballot',
    }));

  test('altering a ballot and its hash', () =>
    finds(
      'ballot',
      `UPDATE ballot SET choice = 'disagree' WHERE id = '${ballots[1]}'; UPDATE ballot b SET hash = vote_sha(ballot_text(b)) WHERE id = '${ballots[1]}'`,
      'vote_rows_differ',
      { seq: 2, detail: '3 ballots' },
    ));

  test('deleting a ballot', () =>
    finds('ballot', `DELETE FROM ballot WHERE id = '${ballots[2]}'`, 'vote_rows_differ', {
      seq: 2,
      detail: '2 ballots',
    }));

  test('adding a ballot that nobody recorded', () =>
    finds(
      'ballot',
      `INSERT INTO ballot (round_id, household_id, county_id, seq, choice, channel, collector, collected_at, recorded_by)
       SELECT round_id, household_id, county_id, 99, 'agree', 'paper', 'x', now(), household_id FROM vote_roll WHERE round_id = '${over.id}' AND household_id = '${over.households[3]}'`,
      'vote_row_orphan',
      { seq: 99, detail: 'ballot' },
    ));

  test('altering a second look', () =>
    finds(
      'ballot_check',
      `UPDATE ballot_check SET verdict = 'wrong', note = 'x' WHERE ballot_id = '${ballots[1]}'`,
      'vote_row_altered',
      {
        seq: 4,
        ballot: ballots[1],
        detail: 'check',
      },
    ));

  test('altering one area of the roll', () =>
    finds(
      'vote_roll',
      `UPDATE vote_roll SET area = area + 1 WHERE round_id = '${over.id}' AND household_id = '${over.households[3]}'`,
      'vote_roll_altered',
      {
        seq: 1,
      },
    ));

  test('altering an entry', () =>
    finds(
      'vote_entry',
      `UPDATE vote_entry SET account_id = anju_new_id() WHERE round_id = '${over.id}' AND seq = 3`,
      'vote_entry_broken',
      { seq: 3 },
    ));

  test('altering what an entry says', () =>
    finds(
      'vote_entry',
      `UPDATE vote_entry SET content = content || '{"passed": true}' WHERE round_id = '${over.id}' AND seq = 5`,
      'vote_entry_altered',
      {
        seq: 5,
      },
    ));

  test('taking an entry out', () =>
    finds('vote_entry', `DELETE FROM vote_entry WHERE round_id = '${over.id}' AND seq = 4`, 'vote_entry_missing', {
      seq: 4,
    }));

  test('another first link', () =>
    finds(
      'vote_entry',
      `UPDATE vote_entry SET prev_hash = repeat('a', 64) WHERE round_id = '${over.id}' AND seq = 1`,
      'vote_first',
      { seq: 1 },
    ));

  test('altering the kept sums', () =>
    finds('vote_tally', `UPDATE vote_tally SET agree_households = 4 WHERE round_id = '${over.id}'`, 'vote_sums', {
      detail: 'vote_tally',
    }));

  test.each([
    ['vote_building', 'agree_area = agree_area + 1', /^vote_building /],
    ['vote_voter', 'disagree = 2', 'vote_voter 1'],
    ['vote_standing', `checked = NOT checked`, /^vote_standing /],
  ])('altering %s', (table, set, detail) =>
    finds(table, `UPDATE ${table} SET ${set} WHERE round_id = '${over.id}'`, 'vote_sums', {
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    }),
  );

  test('altering the head that the next entry builds on', () =>
    finds('vote_tally', `UPDATE vote_tally SET head_seq = 5 WHERE round_id = '${over.id}'`, 'vote_head', {
      detail: '5 / 6',
    }));

  test.each([
    [`result = '{"agree": 4}'`, 6, 'certified'],
    [`outcome = 'failed'`, 6, 'certified'],
    [`provisional = '{"agree": 4}'`, 5, 'closed'],
    [`roll_area = roll_area + 1`, 1, 'opened'],
    [`status = 'cancelled', outcome = NULL`, 6, 'certified'],
  ])('altering the round: %s', (set, seq, detail) =>
    finds('vote_round', `UPDATE vote_round SET ${set} WHERE id = '${over.id}'`, 'vote_step', { seq, detail }),
  );

  test('a result that the ballots do not give', () =>
    finds(
      'vote_round',
      `UPDATE vote_round SET result = jsonb_set(result, '{tally,agreeArea}', '"400.00"') WHERE id = '${over.id}'`,
      'vote_result',
      { detail: 'result' },
    ));

  test('a round without its chain', async () => {
    const sql = `UPDATE vote_round SET status = 'closed', roll_hash = 'x', roll_households = 1, roll_area = 1 WHERE code = 'R-8'`;
    await tampered(world.database.adminUrl, 'vote_round', sql, async () => {
      const { problems } = await verify();
      // the overview counts it as the draft that it was
      const [counted, chains] = [true, false].map((is) => problems.filter(({ kind }) => (kind === 'works') === is));
      expect(chains).toMatchObject([{ kind: 'vote_step', round: 'R-8', detail: 'closed' }]);
      expect(counted).toHaveLength(2);
    });
  });

  test('cutting the end off with everything that belongs to it is found beside heads that were printed', async () => {
    const { heads } = await verify();
    const printed = headsFrom(JSON.stringify(heads, null, 2)) ?? [];
    expect(printed.map(({ chain }) => chain)).toContain(`round:${over.id}`);
    await tampered(
      world.database.adminUrl,
      'vote_entry',
      `DELETE FROM vote_entry WHERE round_id = '${over.id}' AND seq = 6`,
      async () => {
        expect((await verify(printed)).problems).toContainEqual({
          kind: 'chain_shorter',
          chain: `round:${over.id}`,
          seq: 6,
        });
      },
    );
    await tampered(
      world.database.adminUrl,
      'vote_entry',
      `UPDATE vote_entry SET hash = repeat('b', 64) WHERE round_id = '${over.id}' AND seq = 6`,
      async () => {
        expect((await verify(printed)).problems).toContainEqual({
          kind: 'chain_differs',
          chain: `round:${over.id}`,
          seq: 6,
        });
      },
    );
  });

  test('npm run audit:verify says which round, which entry and which ballot, in a sentence', () =>
    tampered(
      world.database.adminUrl,
      'ballot',
      `UPDATE ballot SET choice = 'disagree' WHERE id = '${ballots[1]}'`,
      async () => {
        const env = { ...process.env, ANJU_VERIFIER_URL: world.database.verifierUrl };
        const args = ['--conditions=react-server', '--import', 'tsx', rel('scripts/audit-verify.ts')];
        const said = await promisify(execFile)(process.execPath, args, { cwd: rel(), env }).catch((error) => error);
        expect(said.code).toBe(1);
        const place = `轮次 round R-1, chain round:${over.id}, entry 2, 选票 ballot ${ballots[1]}, ballot`;
        expect(said.stdout).toContain(`✗ 选票或复核被改动 ballot or second look was altered: ${place}`);
        expect(said.stdout).toContain('个表决轮次 checked');
      },
    ));

  test.each(['ballot.ballots_counted', 'vote_entry.kept_for_good', 'vote_tally.vote_tally_kept'])(
    '%s that sleeps',
    async (name) => {
      const [table, trigger] = name.split('.');
      await world.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
      expect((await verify()).problems).toEqual([{ kind: 'trigger_disabled', detail: name }]);
      await world.owner.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
    },
  );

  test('and when all is put back nothing is found', async () => {
    expect((await verify()).problems).toEqual([]);
  });
});

describe('an exported file', () => {
  const file = path.join(os.tmpdir(), `anju-votes-${process.pid}.ndjson`);
  const lines: string[] = [];
  beforeAll(async () => {
    await verifyDatabase(world.database.verifierUrl, [], async (line) => {
      lines.push(line);
    });
  });
  afterAll(() => rm(file, { force: true }));
  const check = async (content: string[]) => {
    await writeFile(file, content.map((line) => `${line}\n`).join(''));
    return verifyFile(file);
  };

  test('carries the chains of the rounds and is checked without the database', async () => {
    const verdict = await check(lines);
    expect(verdict.problems).toEqual([]);
    expect(verdict.votes).toBe((await verify()).votes);
    expect(verdict.heads).toEqual((await verify()).heads);
  });

  test('a ballot altered, taken out or put elsewhere in it is found', async () => {
    const at = lines.findIndex((line) => line.includes('"record":"vote"') && line.includes(ballots[1] ?? ''));
    const found = async (content: string[]) => (await check(content)).problems.map(({ kind }) => kind);
    expect(await found(lines.with(at, (lines[at] ?? '').replace('agree', 'disagree')))).toEqual(['vote_row_altered']);
    expect(await found(lines.filter((_, index) => index !== at))).toEqual(['vote_rows_differ', 'closing_differs']);
    expect(
      await found([...lines.slice(0, -1).filter((_, index) => index !== at), lines[at] ?? '', lines.at(-1) ?? '']),
    ).toContain('vote_row_orphan');
  });
});
