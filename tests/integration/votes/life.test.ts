import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as annul from '@/app/api/v1/ballots/[id]/annul/route';
import * as ballots from '@/app/api/v1/rounds/[id]/ballots/route';
import * as callBack from '@/app/api/v1/rounds/[id]/call-backs/[householdId]/route';
import * as callBacks from '@/app/api/v1/rounds/[id]/call-backs/route';
import * as cancel from '@/app/api/v1/rounds/[id]/cancel/route';
import * as certify from '@/app/api/v1/rounds/[id]/certify/route';
import * as checks from '@/app/api/v1/rounds/[id]/checks/route';
import * as close from '@/app/api/v1/rounds/[id]/close/route';
import * as demand from '@/app/api/v1/rounds/[id]/demand/route';
import * as doors from '@/app/api/v1/rounds/[id]/doors/route';
import * as history from '@/app/api/v1/rounds/[id]/households/[householdId]/ballots/route';
import * as households from '@/app/api/v1/rounds/[id]/households/route';
import * as open from '@/app/api/v1/rounds/[id]/open/route';
import * as pack from '@/app/api/v1/rounds/[id]/package/route';
import * as changes from '@/app/api/v1/rounds/[id]/register-changes/route';
import * as round from '@/app/api/v1/rounds/[id]/route';
import * as suspicions from '@/app/api/v1/rounds/[id]/suspicions/route';
import * as visits from '@/app/api/v1/rounds/[id]/visits/route';
import * as rounds from '@/app/api/v1/rounds/route';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import type { Handler } from '@/lib/server/define-route';
import { openedRound } from '../../support/opened-round';
import { type VoteCompound, voteCompound } from '../../support/vote-compound';
import { type CallOptions, makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function ask(handler: Handler, as: Person, options: Omit<CallOptions, 'as'> = {}) {
  const called = await world.call(handler, { as, ...options });
  return { status: called.status, json: called.json as Json, headers: called.headers };
}
const post = (handler: Handler, as: Person, params: Record<string, string>, body?: unknown, version?: number) =>
  ask(handler, as, {
    method: 'POST',
    params,
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

const opened = (households = 12) => openedRound(world, households);
const ballot = (compound: VoteCompound, at: number, choice = 'agree', more: object = {}) => ({
  householdId: compound.homes[at]?.id,
  choice,
  channel: 'door',
  ...more,
});
const record = (id: string, list: object[], as: Person = 'lufengCommunity', headers: Record<string, string> = {}) =>
  ask(ballots.POST, as, { method: 'POST', params: { id }, body: { ballots: list }, headers });
const read = async (id: string, as: Person = 'lufengCommunity') => (await ask(round.GET, as, { params: { id } })).json;

/** The posted result notice, as if its days had passed: the notices have tests of their own. */
async function resultNotice(id: string): Promise<void> {
  await world.owner.query(
    `INSERT INTO notice (county_id, kind, compound_id, round_id, title, issuer, body, days, status, published_at, published_by, starts_on, ends_on, completed_at, completed_by, hash, created_by)
     SELECT county_id, 'result', compound_id, id, '表决结果公示', '金山社区', '……', 7, 'completed', now(), created_by, anju_today() - 9, anju_today() - 2, now(), created_by, 'x', created_by
     FROM vote_round WHERE id = $1`,
    [id],
  );
}

describe('a round from its draft to its certificate', () => {
  it('goes the whole way, and every step leaves its link in the chain', async () => {
    const { id, compound } = await opened(12);
    const first = await read(id);
    expect(first).toMatchObject({
      status: 'open',
      code: `${compound.code}-1-1`,
      tally: { households: 12, area: '1059.96', voters: 12, returned: 0 },
    });
    expect(first.rollHash).toMatch(/^[0-9a-f]{64}$/);
    // 9 of 12 agree, one does not, one abstains, one says nothing
    const said = [...Array(9).keys()].map((at) =>
      ballot(compound, at, 'agree', at === 0 ? { wanted: ['B-R01', 'C-R02'], problems: '屋顶漏水' } : {}),
    );
    const made = await record(id, [...said, ballot(compound, 9, 'disagree'), ballot(compound, 10, 'abstain')]);
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    expect(made.json.tally).toMatchObject({
      returned: 11,
      agreeHouseholds: 9,
      agreeArea: '794.97',
      votersIn: 11,
      votersAgree: 9,
    });
    const tallied = await read(id);
    expect(tallied.verdicts[0]).toMatchObject({ test: 'policy-two-thirds', decides: true, passed: true });
    expect(tallied.verdicts[0].measures[0]).toMatchObject({
      of: 'households',
      part: '9',
      whole: '12',
      threshold: '2/3',
      percent: '75.00',
      reached: true,
    });
    expect(tallied.buildings).toMatchObject([
      { name: '1栋', households: 8, agree: 8 },
      { name: '2栋', households: 4, agree: 1, disagree: 1, abstain: 1 },
    ]);
    const wanted = (await ask(demand.GET, 'lufengClerk', { params: { id } })).json;
    expect(wanted.items.slice(0, 2)).toMatchObject([
      { code: 'B-R01', households: 1, area: '88.33' },
      { code: 'C-R02', households: 1 },
    ]);
    expect(wanted.problems).toMatchObject([{ problems: '屋顶漏水' }]);

    const closed = await post(close.POST, 'lufengCommunity', { id }, undefined, tallied.version);
    expect(closed.json).toMatchObject({ status: 'closed', next: { step: 'certify' } });
    expect(closed.json.next.conditions.filter((one: Json) => !one.met).map((one: Json) => one.code)).toEqual([
      'checked',
      'callBacks',
      'result',
    ]);
    const early = await post(certify.POST, 'lufengClerk', { id }, undefined, closed.json.version);
    expect(early.status).toBe(422);
    expect(codes(early.json)).toEqual(['vote.unchecked', 'vote.callBacksOpen', 'vote.resultNotPublished']);

    const ids = made.json.ballots.map((one: Json) => one.id);
    const looks = { checks: ids.map((ballotId: string) => ({ ballotId, verdict: 'right' })) };
    expect(codes((await post(checks.POST, 'lufengCommunity', { id }, looks)).json)).toEqual(
      ids.map(() => 'vote.checkedByRecorder'),
    );
    expect((await post(checks.POST, 'lufengTown', { id }, looks)).json).toEqual({ checked: 11 });
    expect(codes((await post(checks.POST, 'lufengTown', { id }, looks)).json)[0]).toBe('vote.checkedAlready');

    const drawn = (await ask(callBacks.GET, 'lufengTown', { params: { id } })).json.items;
    expect(drawn).toHaveLength(10);
    for (const one of drawn) {
      const params = { id, householdId: one.householdId };
      const call = { method: 'PUT' as const, params, headers: { 'if-match': '"1"' } };
      expect((await ask(callBack.PUT, 'lufengCommunity', { ...call, body: { outcome: 'confirmed' } })).status).toBe(
        422,
      );
      expect((await ask(callBack.PUT, 'lufengTown', { ...call, body: { outcome: 'confirmed' } })).status).toBe(200);
    }
    await resultNotice(id);
    const ready = await read(id);
    expect(ready.next.conditions.every((one: Json) => one.met)).toBe(true);
    expect((await post(certify.POST, 'lufengCommunity', { id }, undefined, ready.version)).status).toBe(403);
    const certified = await post(certify.POST, 'lufengClerk', { id }, undefined, ready.version);
    expect(certified.json, JSON.stringify(certified.json)).toMatchObject({
      status: 'certified',
      outcome: 'passed',
      next: { step: null },
    });
    const chain = await world.owner.query<{ kind: string }>(
      'SELECT kind FROM vote_entry WHERE round_id = $1 ORDER BY seq',
      [id],
    );
    expect(chain.rows.map(({ kind }) => kind)).toEqual([
      'opened',
      'ballots',
      'closed',
      'checks',
      ...drawn.map(() => 'call_back'),
      'certified',
    ]);
    expect(codes((await record(id, [ballot(compound, 11)])).json)).toEqual(['vote.roundNotOpen.certified']);
    expect(
      (await post(rounds.POST, 'lufengCommunity', {}, { compoundId: compound.id, round: 1 })).json.reasons[0].code,
    ).toBe('vote.passedAlready');
  });

  it('a failed round can be run again as a new attempt, and a cancelled one stays with its reason', async () => {
    const { id, compound } = await opened(3);
    expect((await post(rounds.POST, 'lufengCommunity', {}, { compoundId: compound.id, round: 1 })).json.code).toBe(
      'round_under_way',
    );
    const over = await post(
      cancel.POST,
      'lufengCommunity',
      { id },
      { reason: '户册有误，重新登记后再开' },
      (await read(id)).version,
    );
    expect(over.json).toMatchObject({ status: 'cancelled', cancelledReason: '户册有误，重新登记后再开' });
    expect(codes((await record(id, [ballot(compound, 0)])).json)).toEqual(['vote.roundNotOpen.cancelled']);
    const again = await post(rounds.POST, 'lufengCommunity', {}, { compoundId: compound.id, round: 1 });
    expect(again.json).toMatchObject({ attempt: 2, code: `${compound.code}-1-2`, status: 'draft' });
  });
});

describe('recording', () => {
  it('refuses what cannot be, each with its reason at its field', async () => {
    const [{ id, compound }, other] = [await opened(6), await opened(2)];
    const refused = await record(id, [
      ballot(other.compound, 0),
      ballot(compound, 1, 'agree', { wanted: ['X-R01'.replace('X', 'B').replace('01', '99')] }),
      ballot(compound, 2),
      ballot(compound, 2),
    ]);
    expect(refused.status).toBe(422);
    expect(refused.json.reasons.map((one: Json) => [one.code, one.field])).toEqual([
      ['vote.notInRoll', 'ballots.0.householdId'],
      ['vote.itemUnknown', 'ballots.1.wanted'],
      ['vote.twiceInRequest', 'ballots.3.householdId'],
    ]);
    expect((await read(id)).tally.returned).toBe(0);
  });

  it('twice with one key is one ballot; twice without is a conflict that shows the first', async () => {
    const { id, compound } = await opened(4);
    const key = { 'idempotency-key': 'doorstep-1' };
    const one = await record(id, [ballot(compound, 0)], 'lufengCommunity', key);
    const same = await record(id, [ballot(compound, 0)], 'lufengCommunity', key);
    expect([one.status, same.status, same.json.ballots]).toEqual([201, 201, one.json.ballots]);
    const again = await record(id, [ballot(compound, 0, 'disagree')], 'lufengClerk');
    expect(again).toMatchObject({
      status: 409,
      json: {
        code: 'ballot_exists',
        conflict: {
          theirs: [{ id: one.json.ballots[0].id, choice: 'agree', recordedBy: { name: '金山社区 陈芳' } }],
          yours: [{ choice: 'disagree' }],
        },
      },
    });
    // the second officer decides: kept beside, or corrected with a reason; neither is lost
    const theirs = one.json.ballots[0].id;
    const kept = await record(
      id,
      [ballot(compound, 0, 'disagree', { beside: theirs, reason: '两人同时上门' })],
      'lufengClerk',
    );
    expect(kept.json.tally).toMatchObject({ agreeHouseholds: 1, disagreeHouseholds: 0 });
    expect(
      codes((await record(id, [ballot(compound, 0, 'disagree', { replaces: theirs })], 'lufengClerk')).json),
    ).toEqual(['vote.reasonMissing']);
    const corrected = await record(
      id,
      [ballot(compound, 0, 'disagree', { replaces: theirs, reason: '当面核实' })],
      'lufengClerk',
    );
    expect(corrected.json.tally).toMatchObject({ agreeHouseholds: 0, disagreeHouseholds: 1, returned: 1 });
    const past = await ask(history.GET, 'lufengCommunity', {
      params: { id, householdId: compound.homes[0]?.id ?? '' },
    });
    expect(past.json.items.map((one: Json) => [one.kind, one.choice])).toEqual([
      ['corrected', 'disagree'],
      ['noted', 'disagree'],
      ['recorded', 'agree'],
    ]);
    expect(
      codes((await record(id, [ballot(compound, 0, 'agree', { replaces: theirs, reason: '再改' })])).json),
    ).toEqual(['vote.notWhatStands']);
  });

  it('takes back a ballot with a reason, and takes a new one for the same household', async () => {
    const { id, compound } = await opened(4);
    const one = await record(id, [ballot(compound, 0)]);
    const gone = await post(annul.POST, 'lufengCommunity', { id: one.json.ballots[0].id }, { reason: '登记错户' });
    expect(gone.json.tally).toMatchObject({ returned: 0, votersIn: 0 });
    expect((await record(id, [ballot(compound, 0, 'abstain')])).json.tally).toMatchObject({ abstainHouseholds: 1 });
  });

  it('keeps a phone clock that is wrong by a year as stated, and counts by its own', async () => {
    const { id, compound } = await opened(2);
    const stated = '2019-01-01T08:00:00.000Z';
    await record(id, [ballot(compound, 0, 'agree', { collectedAt: stated, deviceAt: stated })]);
    const [kept] = (
      await ask(history.GET, 'lufengCommunity', { params: { id, householdId: compound.homes[0]?.id ?? '' } })
    ).json.items;
    expect(kept.deviceAt).toBe(stated);
    expect(Math.abs(Date.parse(kept.collectedAt) - Date.parse(kept.recordedAt))).toBeLessThan(60_000);
    expect(codes((await record(id, [ballot(compound, 1, 'agree', { collectedAt: stated })])).json)).toEqual([
      'vote.collectedEarlier',
    ]);
    const next = new Date(Date.now() + 86_400_000).toISOString();
    expect(codes((await record(id, [ballot(compound, 1, 'agree', { collectedAt: next })])).json)).toEqual([
      'vote.collectedLater',
    ]);
  });

  it('2,000 ballots in one request, all or none', async () => {
    const { id, compound } = await opened(2_000);
    const all = compound.homes.map((_, at) => ballot(compound, at, at % 3 === 0 ? 'disagree' : 'agree'));
    const spoiled = await record(id, [...all.slice(0, 1_999), { ...all[1_999], formNo: 'NO-SUCH' }]);
    expect([spoiled.status, codes(spoiled.json)]).toEqual([422, ['vote.formUnknown']]);
    const whole = await record(id, all);
    expect(whole.json.tally).toMatchObject({ returned: 2_000, agreeHouseholds: 1_333, disagreeHouseholds: 667 });
    expect((await read(id)).verdicts[0].passed).toBe(false);
  }, 60_000);

  it('2,000 ballots that say all that a ballot may say are still one request', async () => {
    const { id, compound } = await opened(2_000);
    const collectedAt = new Date().toISOString();
    const all = compound.homes.map((_, at) =>
      ballot(compound, at, 'agree', {
        problems: '楼'.repeat(500),
        collector: '陈'.repeat(40),
        collectedAt,
        deviceAt: collectedAt,
      }),
    );
    const whole = await record(id, all);
    expect([whole.status, whole.json.tally?.returned]).toEqual([201, 2_000]);
  }, 60_000);
});

describe('opening', () => {
  it('is refused on an empty register and on a household of area 0, each with the way to mend it', async () => {
    const empty = await voteCompound(world.owner, world.lufeng, { households: 0 });
    const one = await post(rounds.POST, 'lufengCommunity', {}, { compoundId: empty.id, round: 1 });
    expect(
      codes((await post(open.POST, 'lufengCommunity', { id: one.json.id }, undefined, one.json.version)).json),
    ).toEqual(['vote.registerEmpty']);
    const flat = await voteCompound(world.owner, world.lufeng, { households: 3 });
    await world.owner.query('UPDATE household SET exclusive_area = NULL WHERE id = $1', [flat.homes[0]?.id]);
    const two = await post(rounds.POST, 'lufengCommunity', {}, { compoundId: flat.id, round: 1 });
    expect(
      codes((await post(open.POST, 'lufengCommunity', { id: two.json.id }, undefined, two.json.version)).json),
    ).toEqual(['vote.areaMissing']);
    await world.owner.query('UPDATE household SET exclusive_area = 0 WHERE id = $1', [flat.homes[0]?.id]);
    const zero = await post(open.POST, 'lufengCommunity', { id: two.json.id }, undefined, two.json.version);
    expect(codes(zero.json)).toEqual(['vote.areaMissing']);
  });

  it('freezes the roll: what the register says later is listed and changes nothing', async () => {
    const { id, compound } = await opened(3);
    await record(id, [ballot(compound, 0), ballot(compound, 1)]);
    expect((await read(id)).verdicts[0].passed).toBe(true);
    await world.owner.query('UPDATE household SET exclusive_area = 90000 WHERE id = $1', [compound.homes[2]?.id]);
    await world.owner.query('UPDATE household SET exclusive_area = 8900 WHERE id = $1', [compound.homes[0]?.id]);
    const { items: listed, wouldChange } = (await ask(changes.GET, 'lufengClerk', { params: { id } })).json;
    expect(wouldChange).toBe(true);
    expect(listed.map((one: Json) => [one.kind, one.from, one.to, one.wouldChange]).sort()).toEqual([
      ['area', '88.33', '89.00', false],
      ['area', '88.33', '900.00', true],
    ]);
    expect(await read(id)).toMatchObject({ tally: { area: '264.99' }, verdicts: [{ passed: true }, {}, {}] });
  });

  it('opens the second vote only on a passed first one, a list that was public, and a final scheme that is public', async () => {
    const compound = await voteCompound(world.owner, world.lufeng, { households: 3 });
    const none = await post(rounds.POST, 'lufengCommunity', {}, { compoundId: compound.id, round: 2 });
    expect(codes(none.json)).toEqual(['vote.schemeMissing']);
    const { rows } = await world.owner.query<{ id: string }>(
      `INSERT INTO scheme (compound_id, county_id, no, title, estimate, owners_share, created_by) VALUES ($1, $2, 1, '文化路改造方案', 41800000, 5000000, $3) RETURNING id`,
      [compound.id, world.lufeng.id, world.actors.lufengClerk.accountId],
    );
    const made = await post(
      rounds.POST,
      'lufengCommunity',
      {},
      { compoundId: compound.id, round: 2, schemeId: rows[0]?.id },
    );
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    const no = await post(open.POST, 'lufengCommunity', { id: made.json.id }, undefined, made.json.version);
    expect(codes(no.json)).toEqual([
      'vote.roundOneNotPassed',
      'vote.listNoticeNotOver',
      'vote.schemeNotFinal',
      'vote.designNotPublished',
    ]);
  });
});

describe('who sees and does what', () => {
  it('the door list is the fewest doors, in the order of the staircases', async () => {
    const { id, compound } = await opened(12);
    await record(
      id,
      [0, 1, 2, 3, 4].map((at) => ballot(compound, at)),
    );
    const list = (await ask(doors.GET, 'lufengCommunity', { params: { id } })).json;
    expect([list.needed.length, list.undecided]).toEqual([3, 7]);
    const visited = await post(
      visits.POST,
      'lufengCommunity',
      { id },
      { visits: [{ householdId: list.needed[0].id, outcome: 'nobody_in', note: '晚上再来' }] },
    );
    expect(visited.json).toEqual({ recorded: 1 });
    const homes = (
      await ask(households.GET, 'lufengCommunity', {
        params: { id },
        path: `/api/v1/rounds/x/households?building=${compound.buildingIds[0]}`,
      })
    ).json.items;
    expect(homes).toHaveLength(8);
    expect(homes.find((home: Json) => home.id === list.needed[0].id)).toMatchObject({
      door: 'nobody_in',
      choice: null,
      owners: [{ name: '王*' }],
    });
    expect((await ask(pack.GET, 'lufengCommunity', { params: { id } })).json).toMatchObject({
      homes: { length: 12 },
      menu: { length: 36 },
      round: { round: 1 },
    });
  });

  it('shows a leader the round, its counts and what is wanted, and no single household', async () => {
    const { id, compound } = await opened(2);
    await record(id, [ballot(compound, 0, 'agree', { wanted: ['B-R01'], problems: '三楼漏水' })]);
    expect((await read(id, 'lufengLeader')).tally).toMatchObject({ returned: 1, agreeHouseholds: 1 });
    const wanted = async (as: Person) => (await ask(demand.GET, as, { params: { id } })).json;
    const [told, whole] = [await wanted('lufengLeader'), await wanted('lufengFinance')];
    expect([told.items, told.problems]).toEqual([whole.items, []]);
    expect(whole.problems).toMatchObject([{ problems: '三楼漏水' }]);
    for (const route of [households, doors, callBacks, changes])
      expect((await ask(route.GET, 'lufengLeader', { params: { id } })).status).toBe(403);
    const own = { id, householdId: compound.homes[0]?.id ?? '' };
    expect((await ask(history.GET, 'lufengLeader', { params: own })).status).toBe(403);
    expect((await ask(history.GET, 'lufengFinance', { params: own })).status).toBe(200);
  });

  it('shows nothing of it to another county, another community, and people of projects', async () => {
    const { id } = await opened(2);
    for (const as of ['shuangbaiClerk', 'shuangbaiCommunity', 'lufengCommunity2'] as const)
      expect((await ask(round.GET, as, { params: { id } })).status, as).toBe(404);
    expect((await ask(round.GET, 'lufengEntity', { params: { id } })).status).toBe(403);
    expect((await ask(round.GET, 'prefectureBureau', { params: { id } })).status).toBe(200);
    expect((await ask(suspicions.GET, 'shuangbaiClerk', { params: { id } })).status).toBe(404);
    expect((await ask(suspicions.GET, 'lufengTown', { params: { id } })).json).toEqual({ items: [] });
  });
});

// after all that was recorded, corrected, annulled, noted, looked at and called above
it('a year later anyone can check that nothing was altered', async () => {
  await world.owner.query('SELECT anju_audit_seal()');
  const verdict = await verifyDatabase(world.database.verifierUrl);
  expect(verdict.problems).toEqual([]);
});
