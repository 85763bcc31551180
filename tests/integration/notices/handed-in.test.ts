import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as receiptObjections from '@/app/(public)/api/receipt/objections/route';
import * as annulRoute from '@/app/api/v1/ballots/[id]/annul/route';
import * as filesRoute from '@/app/api/v1/files/route';
import * as objectionsRoute from '@/app/api/v1/notices/[id]/objections/route';
import * as publishRoute from '@/app/api/v1/notices/[id]/publish/route';
import * as noticesRoute from '@/app/api/v1/notices/route';
import * as answerRoute from '@/app/api/v1/objections/[id]/answer/route';
import * as ballotsRoute from '@/app/api/v1/rounds/[id]/ballots/route';
import * as checksRoute from '@/app/api/v1/rounds/[id]/checks/route';
import * as closeRoute from '@/app/api/v1/rounds/[id]/close/route';
import * as formsRoute from '@/app/api/v1/rounds/[id]/forms/route';
import * as historyRoute from '@/app/api/v1/rounds/[id]/households/[householdId]/ballots/route';
import * as openRoute from '@/app/api/v1/rounds/[id]/open/route';
import * as roundRoute from '@/app/api/v1/rounds/[id]/route';
import * as roundsRoute from '@/app/api/v1/rounds/route';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { withActorClient } from '@/lib/server/db/with-actor';
import type { Handler } from '@/lib/server/define-route';
import { receiptForResident } from '@/lib/server/notices/residents';
import { receiptCodeOf } from '@/lib/server/votes/receipt-code';
import { photo } from '../../support/every/stage';
import { tampered } from '../../support/tampering';
import { voteCompound } from '../../support/vote-compound';
import { makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
const officer: Person = 'lufengCommunity';
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const tell = async (
  { POST }: { POST: Handler },
  params: Record<string, string>,
  body?: unknown,
  { as = officer, version }: { as?: Person; version?: number } = {},
) => {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, json } = await world.call(POST, { as, method: 'POST', params, body, headers });
  return { status, json: json as Json };
};
const told = async (...asked: Parameters<typeof tell>): Promise<Json> => {
  const { status, json } = await tell(...asked);
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
};
const see = async ({ GET }: { GET: Handler }, params: Record<string, string>, as = officer): Promise<Json> =>
  (await world.call(GET, { as, params })).json;
const codes = ({ json }: { json: Json }): string[] => json.reasons?.map(({ code }: { code: string }) => code) ?? [];

let pictures = 0;
async function file(as: Person = officer, purpose = 'photo'): Promise<string> {
  pictures += 1;
  const rawBody = purpose === 'photo' ? new Uint8Array(await photo(pictures)) : '%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF';
  const headers = { 'x-file-name': purpose === 'photo' ? 'a.png' : 'a.pdf' };
  const path = `/api/v1/files?purpose=${purpose}`;
  const { json, status } = await world.call(filesRoute.POST, { as, method: 'POST', path, rawBody, headers });
  expect(status, JSON.stringify(json)).toBe(201);
  return (json as Json).id;
}

interface Vote {
  id: string;
  homes: string[];
  /** the good form of each home */
  forms: string[];
  noticeId: string;
  closedAt: string;
}

async function openVote() {
  const { id: compoundId, homes } = await voteCompound(world.owner, world.lufeng, { households: 4 });
  const { id, version } = await told(roundsRoute, {}, { compoundId, round: 1 });
  await told(openRoute, { id }, undefined, { version });
  await told(formsRoute, { id }, {});
  const { rows } = await world.owner.query<{ form_no: string }>(
    'SELECT form_no FROM vote_form WHERE round_id = $1 ORDER BY array_position($2::uuid[], household_id)',
    [id, homes.map((home) => home.id)],
  );
  return { id, homes: homes.map((home) => home.id), forms: rows.map(({ form_no }) => form_no) };
}

/** Closed, its result published: the first agrees, the second's ballot was annulled, nothing is recorded of the third and fourth. */
async function closedVote(): Promise<Vote> {
  const { id, homes, forms } = await openVote();
  const paper = async (at: number) => ({
    householdId: homes[at],
    ...{ choice: 'agree', channel: 'paper', formNo: forms[at], photoFileId: await file() },
  });
  const made = await told(ballotsRoute, { id }, { ballots: [await paper(0), await paper(1)] });
  await told(annulRoute, { id: made.ballots[1].id }, { reason: '登记错户' });
  const { version } = await see(roundRoute, { id });
  const { closedAt } = await told(closeRoute, { id }, undefined, { version });
  const notice = await told(noticesRoute, {}, { kind: 'result', roundId: id });
  await told(publishRoute, { id: notice.id }, undefined, { version: notice.version });
  return { id, homes, forms, noticeId: notice.id, closedAt };
}

const object = (noticeId: string, householdId: string | undefined): Promise<Json> =>
  told(objectionsRoute, { id: noticeId }, { content: '我家交了表，没有登记', householdId });
const handedIn = async ({ forms, closedAt }: Vote, at: number, more: object = {}) => ({
  ...{ change: 'record', choice: 'disagree', channel: 'paper', formNo: forms[at], collector: '陈芳' },
  ...{ collectedAt: new Date(Date.parse(closedAt) - 1_000).toISOString(), photoFileId: await file() },
  ...more,
});
const uphold = (id: string, ballot: object, as: Person = officer, verdict = 'upheld') =>
  tell(answerRoute, { id }, { verdict, reply: '查到原表，漏登', ballot }, { as, version: 1 });
const problems = async () => {
  await sealAudit();
  return (await verifyDatabase(world.database.verifierUrl)).problems;
};

describe('a form that was handed in and never recorded', () => {
  test('is recorded by the upheld objection, counted, chained, looked at by another, and seen on the receipt', async () => {
    const vote = await closedVote();
    const [, , home = ''] = vote.homes;
    const code = receiptCodeOf(vote.id, home);
    expect(await receiptForResident(code, '10.3.0.1')).toMatchObject({ value: { choice: null, channel: null } });
    const headers = { 'x-forwarded-for': '10.3.0.1' };
    const body = { code, content: '我家交了表，没有登记' };
    expect((await world.call(receiptObjections.POST, { method: 'POST', body, headers })).status).toBe(201);
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM objection WHERE household_id = $1', [
      home,
    ]);
    const before = await see(roundRoute, { id: vote.id });

    const ballot = await handedIn(vote, 2);
    const said = await uphold(rows[0]?.id ?? '', ballot);
    expect(said.json, JSON.stringify(said.json)).toMatchObject({
      verdict: 'upheld',
      ballot: { kind: 'recorded', choice: 'disagree' },
      household: { choice: 'disagree', hasBallot: true, formNo: vote.forms[2], closedAt: vote.closedAt },
    });
    const after = await see(roundRoute, { id: vote.id });
    expect(after.tally).toMatchObject({ agreeHouseholds: 1, disagreeHouseholds: 1, returned: 2, votersIn: 2 });
    expect(after.head.seq).toBe(before.head.seq + 1);
    const { items } = await see(historyRoute, { id: vote.id, householdId: home });
    expect(items).toMatchObject([
      {
        ...{ kind: 'recorded', choice: 'disagree', channel: 'paper', formNo: vote.forms[2], collector: '陈芳' },
        ...{ photoFileId: ballot.photoFileId, collectedAt: ballot.collectedAt, source: 'objection' },
        ...{ objectionId: rows[0]?.id, reason: '查到原表，漏登', replacesId: null, check: null },
        recordedBy: { id: world.actors[officer].accountId },
      },
    ]);
    expect(await receiptForResident(code, '10.3.0.1')).toMatchObject({
      value: { choice: 'disagree', annulled: false, channel: 'paper' },
    });
    const kept = await world.owner.query('SELECT purpose FROM stored_file WHERE id = $1', [ballot.photoFileId]);
    expect(kept.rows).toEqual([{ purpose: 'ballot' }]);

    const unchecked = after.next.conditions.find((one: Json) => one.code === 'checked');
    expect(unchecked).toMatchObject({ met: false, reason: { params: { count: 2 } } });
    const look = (as: Person) =>
      tell(checksRoute, { id: vote.id }, { checks: [{ ballotId: items[0].id, verdict: 'right' }] }, { as });
    expect(codes(await look(officer))).toEqual(['vote.checkedByRecorder']);
    expect((await look('lufengTown')).status).toBe(201);
    expect(await problems()).toEqual([]);
  });

  test('comes after an annulled one, on the form that is still good', async () => {
    const vote = await closedVote();
    const { id } = await object(vote.noticeId, vote.homes[1]);
    const said = await uphold(id, await handedIn(vote, 1, { photoFileId: await file('lufengTown') }), 'lufengTown');
    expect(said.json).toMatchObject({ ballot: { kind: 'corrected', choice: 'disagree' } });
    const { items } = await see(historyRoute, { id: vote.id, householdId: vote.homes[1] ?? '' });
    expect(items.map(({ kind }: Json) => kind)).toEqual(['corrected', 'annulled', 'recorded']);
    expect(items[0]).toMatchObject({ replacesId: items[1].id, formNo: vote.forms[1], source: 'objection' });
    expect(await problems()).toEqual([]);
  });

  test('keeps a proxy’s name and authorisation, which is evidence like the form', async () => {
    const vote = await closedVote();
    const { id } = await object(vote.noticeId, vote.homes[2]);
    const proxy = { name: '李小红', fileId: await file() };
    expect((await uphold(id, await handedIn(vote, 2, { proxy }))).status).toBe(200);
    const { items } = await see(historyRoute, { id: vote.id, householdId: vote.homes[2] ?? '' });
    expect(items).toMatchObject([{ proxy }]);
    expect(await problems()).toEqual([]);
  });

  test('is recorded once, of two officers who answer two objections at once', async () => {
    const vote = await closedVote();
    const both = [await object(vote.noticeId, vote.homes[3]), await object(vote.noticeId, vote.homes[3])];
    const ballots = [await handedIn(vote, 3), await handedIn(vote, 3, { choice: 'agree' })];
    const said = await Promise.all(
      both.map(({ id }, at) => uphold(id, ballots[at] ?? {}, at ? 'lufengClerk' : officer)),
    );
    expect(said.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(said.flatMap(codes)).toEqual(['notices.ballotStands']);
    expect(await problems()).toEqual([]);
  });
});

describe('refused', () => {
  let vote: Vote;
  let other: Vote;
  let id: string;
  beforeAll(async () => {
    [vote, other] = [await closedVote(), await closedVote()];
    ({ id } = await object(vote.noticeId, vote.homes[2]));
  });
  const refuses = async (more: object, expected: string[]) => {
    const said = await uphold(id, await handedIn(vote, 2, more));
    expect([said.status, codes(said)]).toEqual([422, expected]);
    return said;
  };
  afterAll(async () => {
    const { items } = await see(historyRoute, { id: vote.id, householdId: vote.homes[2] ?? '' });
    expect(items, 'nothing of all that was kept').toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('without its photo, or with what is no picture of the office', async () => {
    const said = await refuses({ photoFileId: undefined }, ['notices.handedInPhoto']);
    expect(said.json.reasons[0]).toMatchObject({ field: 'ballot.photoFileId', message: expect.stringMatching(/照片/) });
    await refuses({ photoFileId: await file(officer, 'document') }, ['vote.photoUnknown']);
    await refuses({ photoFileId: await file('shuangbaiClerk') }, ['vote.photoUnknown']);
    const foreign = { name: '李小红', fileId: await file('shuangbaiClerk') };
    const proxied = await refuses({ proxy: foreign }, ['vote.photoUnknown']);
    expect(proxied.json.reasons[0].field).toBe('ballot.proxy.fileId');
  });

  test('collected after closing, before opening, or nobody knows when', async () => {
    const at = (ms: number) => new Date(Date.parse(vote.closedAt) + ms).toISOString();
    const said = await refuses({ collectedAt: at(60_000) }, ['notices.handedInLate']);
    expect(said.json.reasons[0].message).toMatch(/截止后交来的票不能补登/);
    await refuses({ collectedAt: at(-3 * 86_400_000) }, ['vote.collectedEarlier']);
    await refuses({ collectedAt: undefined }, ['notices.handedInWhen']);
  });

  test('on a form of another round, of another household, void, or never printed', async () => {
    await refuses({ formNo: other.forms[2] }, ['vote.formOfOtherRound']);
    await refuses({ formNo: vote.forms[0] }, ['vote.formOfOtherHome']);
    await refuses({ formNo: 'NO-SUCH' }, ['vote.formUnknown']);
    await world.owner.query(`UPDATE vote_form SET void_at = anju_now(), void_reason = '重印' WHERE form_no = $1`, [
      vote.forms[2],
    ]);
    await refuses({}, ['vote.formVoid']);
    await world.owner.query('UPDATE vote_form SET void_at = NULL, void_reason = NULL WHERE form_no = $1', [
      vote.forms[2],
    ]);
  });

  test('where one stands, of nobody’s household, or by an objection that is dismissed', async () => {
    const standing = await object(vote.noticeId, vote.homes[0]);
    expect(codes(await uphold(standing.id, await handedIn(vote, 0)))).toEqual(['notices.ballotStands']);
    const general = await object(vote.noticeId, undefined);
    expect(codes(await uphold(general.id, await handedIn(vote, 2)))).toEqual(['notices.noHousehold']);
    const foreign = await tell(
      objectionsRoute,
      { id: vote.noticeId },
      { content: '漏登', householdId: other.homes[2] },
    );
    expect(codes(foreign)).toEqual(['notices.notInRoll']);
    const dismissed = await uphold(id, await handedIn(vote, 2), officer, 'dismissed');
    expect(codes(dismissed)).toEqual(['notices.dismissedChangesNothing']);
  });

  test('by another county, another community, the prefecture, and with a field that it has not', async () => {
    const ballot = await handedIn(vote, 2);
    expect((await uphold(id, ballot, 'shuangbaiClerk')).status).toBe(404);
    expect((await uphold(id, ballot, 'lufengCommunity2')).status).toBe(404);
    expect((await uphold(id, ballot, 'prefectureBureau')).status).toBe(403);
    expect((await uphold(id, ballot, 'lufengFinance')).status).toBe(403);
    expect((await uphold(id, { ...ballot, householdId: other.homes[2] })).status).toBe(400);
  });

  test('while the round is open, and once it is certified', async () => {
    const open = await openVote();
    const { rows } = await world.owner.query<{ id: string }>(
      `INSERT INTO notice (county_id, kind, compound_id, round_id, title, issuer, body, facts, days, status, published_at, published_by, starts_on, ends_on, hash, created_by)
       SELECT county_id, 'result', compound_id, id, '公示', '金山社区', '……', (SELECT facts FROM notice WHERE id = $2), 7, 'published', now(), created_by, anju_today(), anju_today() + 7, 'x', created_by
       FROM vote_round WHERE id = $1 RETURNING id`,
      [open.id, vote.noticeId],
    );
    const early = await object(rows[0]?.id ?? '', open.homes[0]);
    const said = await uphold(early.id, await handedIn({ ...vote, forms: open.forms }, 0));
    expect(codes(said)).toEqual(['notices.recordWhileOpen']);

    const over = await closedVote();
    const late = await object(over.noticeId, over.homes[2]);
    await world.owner.query(
      `UPDATE vote_round r SET status = 'certified', outcome = 'failed', certified_at = anju_now(),
         result = r.provisional || jsonb_build_object('head', jsonb_build_object('seq', t.head_seq, 'hash', t.head_hash)) FROM vote_tally t WHERE t.round_id = r.id AND r.id = $1`,
      [over.id],
    );
    expect(codes(await uphold(late.id, await handedIn(over, 2)))).toEqual(['notices.roundOver']);
  });
});

describe('the database itself, asked as the app’s role', () => {
  let vote: Vote;
  let about: string;
  let dismissed: string;
  let foreign: string;
  let photoId: string;
  beforeAll(async () => {
    vote = await closedVote();
    about = (await object(vote.noticeId, vote.homes[2])).id;
    foreign = (await object(vote.noticeId, vote.homes[3])).id;
    dismissed = (await object(vote.noticeId, vote.homes[2])).id;
    await tell(answerRoute, { id: dismissed }, { verdict: 'dismissed', reply: '没有交过' }, { version: 1 });
    photoId = await file();
  });

  interface Row {
    home?: number;
    objection?: string | null;
    source?: string;
    photo?: boolean;
    late?: string;
  }
  /** A first ballot as the command writes it, but for what is said; taken back again. */
  const insert = ({ home = 2, objection = about, source = 'objection', photo: with_ = true, late = '0' }: Row) =>
    withActorClient(world.actors[officer], async (client) => {
      await client.query('SAVEPOINT before');
      await client.query(
        `INSERT INTO ballot (round_id, household_id, county_id, seq, choice, channel, collector, collected_at, recorded_by, source, objection_id, photo_file_id, photo_sha256)
         SELECT r.id, $2, r.county_id, 0, 'agree', 'paper', '陈芳', r.closed_at + $5::interval, $3, $6, $4, $7, $8 FROM vote_round r WHERE r.id = $1`,
        [
          ...[vote.id, vote.homes[home], world.actors[officer].accountId, objection, late, source],
          ...(with_ ? [photoId, 'x'] : [null, null]),
        ],
      );
      await client.query('ROLLBACK TO before');
    });

  test('lets a first ballot through with an objection that fits', () => expect(insert({})).resolves.toBeUndefined());

  test.each([
    ['without an objection', () => ({ objection: null })],
    ['with another household’s', () => ({ objection: foreign })],
    ['with one that was dismissed', () => ({ objection: dismissed })],
    ['without a photo', () => ({ photo: false })],
    ['collected after closing', () => ({ late: '1 millisecond' })],
    ['by another door', () => ({ source: 'single' })],
  ] as [string, () => Row][])('refuses one %s', (_, row) =>
    expect(insert(row())).rejects.toMatchObject({ code: '42501', constraint: 'round_not_open' }),
  );

  test('and one where a ballot stands or was annulled', async () => {
    for (const home of [0, 1]) {
      const { id } = await object(vote.noticeId, vote.homes[home]);
      await expect(insert({ home, objection: id })).rejects.toMatchObject({
        constraint: 'ballot_first',
      });
    }
  });
});

describe('audit:verify', () => {
  test('finds a late ballot that no objection made, and one whose photo was taken away', async () => {
    const vote = await closedVote();
    const { id } = await object(vote.noticeId, vote.homes[2]);
    await uphold(id, await handedIn(vote, 2));
    expect(await problems()).toEqual([]);
    const { items } = await see(historyRoute, { id: vote.id, householdId: vote.homes[2] ?? '' });
    const late = { kind: 'vote_after_closing', ballot: items[0].id, seq: items[0].seq, detail: 'recorded' };
    const found = (table: string, sql: string) =>
      tampered(world.database.adminUrl, table, sql, async () => {
        const { problems: all } = await verifyDatabase(world.database.verifierUrl);
        expect(all).toContainEqual(expect.objectContaining(late));
      });
    await found('objection', `UPDATE objection SET verdict = 'dismissed' WHERE id = '${id}'`);
    await found('objection', `UPDATE objection SET ballot_id = NULL WHERE id = '${id}'`);
    await found('ballot', `UPDATE ballot SET photo_file_id = NULL, photo_sha256 = NULL WHERE id = '${items[0].id}'`);
    await found(
      'ballot',
      `UPDATE ballot SET collected_at = collected_at + interval '1 day' WHERE id = '${items[0].id}'`,
    );
    expect(await problems()).toEqual([]);
  });
});
