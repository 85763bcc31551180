import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as batchRoute from '@/app/api/v1/rounds/[id]/forms/[batch]/route';
import * as formsRoute from '@/app/api/v1/rounds/[id]/forms/route';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { readFormNumber } from '@/lib/domain/votes/form-number';
import type { FormBatch, FormRow, FormsAnswer } from '@/lib/domain/votes/forms';
import { withReader } from '@/lib/server/db/with-reader';
import { formPrint } from '@/lib/server/votes/form-print';
import { readReceiptCode, receiptHashOf } from '@/lib/server/votes/receipt-code';
import { finalScheme, type OpenRound, openRound } from '@/tests/support/open-round';
import { makeWorld, type Person, type World } from '@/tests/support/world';

let world: World;
let last = 0;
const round = (homes = 6, community = 0): Promise<OpenRound> => {
  last += 1;
  const compoundCode = `532302-${String(last).padStart(4, '0')}`;
  const { rulebookId, actors, owner, lufeng } = world;
  return openRound(owner, lufeng, { compoundCode, homes, community, rulebookId, by: actors.lufengClerk.accountId });
};
const print = (id: string, body: object = {}, as: Person = 'lufengCommunity') =>
  world.call(formsRoute.POST, { as, method: 'POST', params: { id }, body });
const printed = async (id: string, body: object = {}): Promise<FormsAnswer> => {
  const answer = await print(id, body);
  expect(answer.status, JSON.stringify(answer.json)).toBe(201);
  return answer.json;
};
const batch = async (id: string, no: number): Promise<FormRow[]> =>
  (
    (await world.call(batchRoute.GET, { as: 'lufengCommunity', params: { id, batch: String(no) } })).json as {
      items: FormRow[];
    }
  ).items;
const reasons = (answer: { json: never }) =>
  ((answer.json as { reasons?: { code: string }[] }).reasons ?? []).map(({ code }) => code);

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

describe('printing', () => {
  test('a form for each household, in the order of the doors, each with a number that reads back', async () => {
    const { id, code, homes } = await round(125);
    expect(await printed(id)).toMatchObject({ batch: 1, count: 125, voided: 0 });
    const forms = await batch(id, 1);
    expect(forms.map(({ householdId }) => householdId)).toEqual(homes);
    for (const [at, { formNo, serial }] of forms.entries())
      expect(readFormNumber(formNo)).toEqual({
        number: formNo,
        roundCode: code,
        serial: at + 1 === serial ? serial : -1,
      });
    expect(forms[0]).toMatchObject({
      buildingName: '1栋',
      unitNo: '1',
      room: '101',
      area: '60.00',
      owners: [{ name: '张**', kind: 'person' }],
    });
  });

  test('of those without a good one only: printed again, nobody is left', async () => {
    const { id, homes } = await round();
    await printed(id, { householdIds: homes.slice(0, 2) });
    expect(await printed(id)).toMatchObject({ batch: 2, count: 4 });
    const answer = await print(id);
    expect([answer.status, reasons(answer)]).toEqual([422, ['form.nobodyWithout']]);
  });

  test('a household that has a good form gets another only for a reason, and the former is void', async () => {
    const { id, homes } = await round();
    await printed(id);
    const refused = await print(id, { householdIds: [homes[0]] });
    expect([refused.status, reasons(refused)]).toEqual([422, ['form.reasonMissing']]);
    expect(await printed(id, { householdIds: [homes[0]], reason: '业主遗失' })).toMatchObject({
      batch: 2,
      count: 1,
      voided: 1,
    });
    const [former] = await batch(id, 1);
    expect(former).toMatchObject({ householdId: homes[0], voidReason: '业主遗失', voidAt: expect.any(String) });
    const { rows } = await world.owner.query(
      `SELECT DISTINCT action, reason FROM audit_line WHERE entity = 'vote_form' AND after->>'round_id' = $1 AND reason IS NOT NULL`,
      [id],
    );
    expect(rows).toEqual([{ action: 'vote.print_forms', reason: '业主遗失' }]);
  });

  test('all or nothing: one stranger among them, and none is printed', async () => {
    const { id, homes } = await round();
    const other = await round();
    const answer = await print(id, { householdIds: [...homes, other.homes[0]] });
    expect([answer.status, reasons(answer)]).toEqual([422, ['form.notInRoll']]);
    const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM vote_form WHERE round_id = $1', [id]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('a household named twice gets one form', async () => {
    const { id, homes } = await round();
    expect(await printed(id, { householdIds: [homes[0], homes[0]] })).toMatchObject({ count: 1 });
  });

  test('the same request again under its key prints nothing more', async () => {
    const { id } = await round();
    const again = () =>
      world.call(formsRoute.POST, {
        as: 'lufengCommunity',
        method: 'POST',
        params: { id },
        body: {},
        headers: { 'idempotency-key': `print-${id}` },
      });
    const [one, two] = [await again(), await again()];
    expect(two.json).toEqual(one.json);
  });

  test.each(['closed', 'cancelled'])('not for a round that is %s', async (status) => {
    const { id } = await round();
    await world.owner.query(
      status === 'closed'
        ? `UPDATE vote_round SET status = 'closed', provisional = '{}', closed_at = anju_now() WHERE id = $1`
        : `UPDATE vote_round SET status = 'cancelled', cancelled_at = anju_now(), cancelled_reason = '重来' WHERE id = $1`,
      [id],
    );
    const answer = await print(id);
    expect([answer.status, reasons(answer)]).toEqual([422, [`form.notOpen.${status}`]]);
  });
});

describe('several at once', () => {
  test('two who print for all: one prints, the other is told that nobody is left', async () => {
    const { id } = await round(40);
    const answers = await Promise.all([print(id), print(id, {}, 'lufengClerk')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('twelve who print for one household each: twelve numbers, twelve batches, no gap', async () => {
    const { id, homes } = await round(12);
    const answers = await Promise.all(
      homes.map((home, at) => print(id, { householdIds: [home] }, at % 2 ? 'lufengClerk' : 'lufengCommunity')),
    );
    expect(answers.map(({ status }) => status)).toEqual(homes.map(() => 201));
    const { rows } = await world.owner.query<{ serial: number; batch: number }>(
      'SELECT serial, batch FROM vote_form WHERE round_id = $1 ORDER BY serial',
      [id],
    );
    expect(rows).toEqual(homes.map((_, at) => ({ serial: at + 1, batch: at + 1 })));
  });

  test('eight who print the same household anew: one good form, and each former one is void', async () => {
    const { id, homes } = await round(3);
    await printed(id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => print(id, { householdIds: [homes[1]], reason: '重新打印' })),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const { rows } = await world.owner.query(
      'SELECT count(*)::int AS all, count(void_at)::int AS void FROM vote_form WHERE round_id = $1 AND household_id = $2',
      [id, homes[1]],
    );
    expect(rows).toEqual([{ all: 9, void: 8 }]);
  });
});

test('2,000 households in one batch, within seconds', async () => {
  const { id } = await round(2_000);
  const before = performance.now();
  expect(await printed(id)).toMatchObject({ count: 2_000 });
  expect(performance.now() - before).toBeLessThan(10_000);
  const numbers = new Set((await batch(id, 1)).map(({ formNo }) => formNo));
  expect(numbers.size).toBe(2_000);
});

describe('whose it is', () => {
  test('a round of another county, or of the community beside it, is none', async () => {
    const { id } = await round();
    const beside = await round(6, 1);
    await print(beside.id, {}, 'lufengClerk');
    const asked = await Promise.all([
      print(id, {}, 'shuangbaiClerk'),
      print(beside.id),
      world.call(formsRoute.GET, { as: 'shuangbaiClerk', params: { id } }),
      world.call(batchRoute.GET, { as: 'lufengCommunity', params: { id: beside.id, batch: '1' } }),
      world.call(batchRoute.GET, { as: 'lufengCommunity', params: { id, batch: '9' } }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test('who only reads votes prints nothing, and finds no receipt code in what was printed', async () => {
    const { id } = await round();
    await printed(id);
    expect((await print(id, {}, 'lufengTown')).status).toBe(403);
    const { response, json } = await world.call(formsRoute.GET, { as: 'lufengTown', params: { id } });
    expect((json as { items: FormBatch[] }).items).toMatchObject([
      { batch: 1, count: 6, voided: 0, printedBy: { name: '金山社区 陈芳' } },
    ]);
    expect(response.status).toBe(200);
    const forms = await world.call(batchRoute.GET, { as: 'lufengTown', params: { id, batch: '1' } });
    expect(Object.keys((forms.json as { items: FormRow[] }).items[0] ?? {})).not.toContain('receiptCode');
  });
});

describe('the sheets of a batch', () => {
  const sheetsOf = (id: string, no: number, as: Person = 'lufengCommunity', part = 1) =>
    withReader(world.actors[as], (reader) => formPrint(reader, world.actors[as], id, no, part));

  test('carry the code that the roll knows by its hash, and the voided ones are left out', async () => {
    const { id, homes } = await round();
    await printed(id);
    await printed(id, { householdIds: [homes[2]], reason: '填写错误' });
    const print = await sheetsOf(id, 1);
    expect(print).toMatchObject({ count: 6, voided: 1, places: { community: '金山社区' }, round: { status: 'open' } });
    expect(print?.sheets.map(({ householdId }) => householdId)).toEqual(homes.filter((home) => home !== homes[2]));
    expect(print?.menu.flatMap(({ items }) => items)).toHaveLength(36);
    const { rows } = await world.owner.query<{ id: string; hash: string }>(
      'SELECT household_id AS id, receipt_hash AS hash FROM vote_roll WHERE round_id = $1',
      [id],
    );
    const known = new Map(rows.map((row) => [row.id, row.hash]));
    for (const { householdId, receipt } of print?.sheets ?? [])
      expect(receiptHashOf(readReceiptCode(receipt) ?? '')).toBe(known.get(householdId));
  });

  test('no address of residents, no address on the form', async () => {
    const { id } = await round(2);
    await printed(id);
    expect((await sheetsOf(id, 1))?.sheets.map(({ receiptUrl }) => receiptUrl)).toEqual([null, null]);
  });

  test('round 2: the version that is voted on, and parts that make the owners’ share', async () => {
    last += 1;
    const { rulebookId, actors, owner, lufeng } = world;
    const by = actors.lufengClerk.accountId;
    const schemeId = (compoundId: string) => finalScheme(owner, compoundId, lufeng, by);
    const compoundCode = `532302-${String(last).padStart(4, '0')}`;
    const { id } = await openRound(owner, lufeng, { compoundCode, homes: 61, round: 2, schemeId, rulebookId, by });
    await printed(id);
    const print = await sheetsOf(id, 1);
    expect(print?.scheme).toMatchObject({ no: 2, ownersShare: '100000.01', parts: { length: 6 } });
    const fen = (print?.sheets ?? []).reduce((sum, { share }) => sum + (parseHundredths(share ?? '') ?? 0n), 0n);
    expect(fen).toBe(10_000_001n);
  });

  test('three hundred at once, the rest in the next part', async () => {
    const { id } = await round(320);
    await printed(id);
    expect((await sheetsOf(id, 1))?.sheets).toHaveLength(300);
    expect((await sheetsOf(id, 1, 'lufengCommunity', 2))?.sheets).toHaveLength(20);
  });

  test('another county’s are not there', async () => {
    const { id } = await round();
    await printed(id);
    expect(await sheetsOf(id, 1, 'shuangbaiClerk')).toBeNull();
    expect(await sheetsOf(id, 1, 'lufengCommunity2')).toBeNull();
  });
});
