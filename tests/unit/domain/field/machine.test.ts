import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestBody } from '@/lib/domain/field/bodies';
import { type FieldEvent, isDue, mayAmend, mayDiscard, type No, pauseAfter, step } from '@/lib/domain/field/machine';
import { ballotRecord } from '@/lib/domain/field/record';
import type { BallotRecord, FieldRecord } from '@/lib/domain/field/types';
import type { BallotView } from '@/lib/domain/votes/answers';

const ME = 'account-me';
const NOW = Date.parse('2026-11-26T08:00:00Z');

const fresh = (more: Partial<Parameters<typeof ballotRecord>[1]> = {}, photos: FieldRecord['photos'] = []) =>
  ballotRecord(
    { id: 'r1', key: 'k1', now: NOW, roundId: 'round', household: { id: 'home', where: '1栋 101' } },
    { choice: 'agree', channel: 'door', ...more },
    photos,
  ) as BallotRecord;

const view = (more: Partial<BallotView> = {}): BallotView => ({
  id: 'ballot-theirs',
  householdId: 'home',
  seq: 1,
  kind: 'recorded',
  choice: 'disagree',
  channel: 'paper',
  formNo: null,
  photoFileId: null,
  proxy: null,
  wanted: [],
  problems: null,
  collector: '王芳',
  collectedAt: '2026-11-26T07:00:00.000Z',
  deviceAt: null,
  source: 'offline',
  replacesId: null,
  besideId: null,
  objectionId: null,
  reason: null,
  recordedBy: { id: 'account-other', name: '王芳' },
  recordedAt: '2026-11-26T07:00:00.000Z',
  check: null,
  samePhoto: [],
  hash: 'h',
  ...more,
});

const following = (record: FieldRecord, ...events: FieldEvent[]) => events.reduce(step, record);
const no = (status: number, code: string, more: Partial<No> = {}): FieldEvent => ({
  is: 'refused',
  at: NOW,
  accountId: ME,
  no: { status, code, sentences: ['因为'], ...more },
});
const exists = (theirs: BallotView) => no(409, 'ballot_exists', { theirs: [theirs] });

describe('a record on its way', () => {
  test('arrives, and is done', () => {
    const done = following(
      fresh(),
      { is: 'begun' },
      { is: 'leaving' },
      { is: 'accepted', at: NOW, madeId: 'b1', version: null },
    );
    expect(done.state).toEqual({ is: 'sent', at: NOW, madeId: 'b1', version: null });
    expect(step(done, { is: 'begun' })).toBe(done);
  });

  test('waits longer after each silence, five minutes at most', () => {
    let record: FieldRecord = fresh();
    const pauses: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      record = following(record, { is: 'begun' }, { is: 'unanswered', at: NOW });
      if (record.state.is === 'waiting') pauses.push(record.state.notBefore - NOW);
    }
    expect(pauses.slice(0, 3)).toEqual([5_000, 10_000, 20_000]);
    expect(Math.max(...pauses)).toBe(300_000);
    expect(pauseAfter(1_000)).toBe(300_000);
    expect(isDue(record, NOW)).toBe(false);
    expect(isDue(step(record, { is: 'hurried' }), NOW)).toBe(true);
  });

  test.each([
    [500, 'internal'],
    [503, 'database_away'],
    [429, 'too_many'],
    [409, 'busy_retry'],
    [0, 'offline'],
  ])('%s %s says nothing of the ballot: it waits', (status, code) => {
    expect(following(fresh(), { is: 'begun' }, no(status, code)).state).toMatchObject({ is: 'waiting', why: 'server' });
  });

  test('a server that names a time is believed', () => {
    const { state } = following(fresh(), { is: 'begun' }, no(429, 'too_many', { retryAfter: 600 }));
    expect(state).toMatchObject({ notBefore: NOW + 600_000 });
  });

  test('the end of the session keeps it, under the same key, until somebody signs in', () => {
    const kept = following(fresh(), { is: 'begun' }, no(401, 'sign_in_required'));
    expect(kept.state).toEqual({ is: 'waiting', why: 'signIn', tries: 0, notBefore: 0 });
    expect(kept.key).toBe('k1');
    expect(following(fresh(), { is: 'begun' }, no(403, 'password_change_required')).state).toMatchObject({
      why: 'signIn',
    });
  });

  test('a refusal stays with the server’s sentences, can be written anew under another key, and discarded', () => {
    const refused = following(
      fresh(),
      { is: 'begun' },
      { is: 'leaving' },
      no(422, 'refused', { sentences: ['不在户册', '已截止'] }),
    );
    expect(refused.state).toMatchObject({ is: 'refused', sentences: ['不在户册', '已截止'] });
    expect([mayAmend(refused), mayDiscard(refused)]).toEqual([true, true]);
    const again = step(refused, { is: 'amended', body: fresh({ choice: 'abstain' }).body, photos: [], key: 'k2' });
    expect(again).toMatchObject({ key: 'k2', left: false, state: { is: 'waiting', why: 'new' } });
  });

  test('what may have arrived is neither written anew nor discarded', () => {
    const unsure = following(fresh(), { is: 'begun' }, { is: 'leaving' }, { is: 'unanswered', at: NOW });
    expect([mayAmend(unsure), mayDiscard(unsure)], 'may have arrived').toEqual([false, false]);
    expect(step(unsure, { is: 'amended', body: fresh().body, photos: [], key: 'k2' })).toBe(unsure);
    const cutOff = following(fresh(), { is: 'begun' }, { is: 'interrupted' });
    expect(mayDiscard(cutOff)).toBe(true);
  });
});

describe('two officers, one household', () => {
  const clash = following(fresh(), { is: 'begun' }, { is: 'leaving' }, exists(view()));

  test('both are shown; nothing is decided by itself', () => {
    expect(clash.state).toMatchObject({ is: 'conflict', theirs: { id: 'ballot-theirs' } });
    expect(mayAmend(clash)).toBe(false);
    expect(step(clash, { is: 'begun' })).toBe(clash);
  });

  test('mine in place of theirs, or theirs with mine beside it: sent again under another key with the reason', () => {
    const decided = (whose: 'mine' | 'theirs') =>
      step(clash, { is: 'decided', whose, reason: '当面核实', key: 'k2' }) as BallotRecord;
    expect(decided('mine')).toMatchObject({ key: 'k2', state: { is: 'waiting' } });
    expect(decided('mine').body.ballots[0]).toMatchObject({ replaces: 'ballot-theirs', reason: '当面核实' });
    expect(decided('theirs').body.ballots[0]).toMatchObject({ beside: 'ballot-theirs', choice: 'agree' });
    const turned = following(decided('mine'), { is: 'begun' }, exists(view({ id: 'third' })), {
      is: 'decided',
      whose: 'theirs',
      reason: '以后者为准',
      key: 'k3',
    }) as BallotRecord;
    expect(turned.body.ballots[0]).toMatchObject({ beside: 'third' });
    expect(turned.body.ballots[0]).not.toHaveProperty('replaces');
  });

  test('no officer clashes with himself: what stands is this very ballot, whose answer was lost', () => {
    const mine = view({
      recordedBy: { id: ME, name: '我' },
      choice: 'agree',
      deviceAt: '2026-11-26T16:00:00+08:00',
    });
    expect(following(fresh(), { is: 'begun' }, exists(mine)).state).toEqual({
      is: 'sent',
      at: NOW,
      madeId: mine.id,
      version: null,
    });
    expect(following(fresh(), { is: 'begun' }, exists({ ...mine, choice: 'abstain' })).state.is).toBe('conflict');
  });
});

test('the body takes the numbers of the photos, and is the same each time', () => {
  const photos = [
    { slot: 'ballot', key: 'p1', fileId: null },
    { slot: 'proxy', key: 'p2', fileId: null },
  ] as const;
  const record = following(
    fresh({ proxyName: '李春梅' }, [...photos]),
    { is: 'begun' },
    { is: 'photoStored', slot: 'ballot', fileId: 'f1' },
    { is: 'photoStored', slot: 'proxy', fileId: 'f2' },
  );
  const { ballots } = requestBody(record) as BallotRecord['body'];
  expect(ballots[0]).toMatchObject({ photoFileId: 'f1', proxy: { name: '李春梅', fileId: 'f2' } });
  expect(requestBody(following(record, { is: 'interrupted' }, { is: 'begun' }))).toEqual(requestBody(record));
});

/** A server that takes up each key once, and of a household one ballot unless told which it replaces or stands beside. */
function office() {
  const byKey = new Map<string, string>();
  const ballots: { id: string; beside?: string; replacedBy?: string }[] = [];
  return {
    ballots,
    standing: () => ballots.filter(({ beside, replacedBy }) => !beside && !replacedBy),
    other: () => ballots.push({ id: `other${ballots.length}` }),
    take(key: string, { replaces, beside }: { replaces?: string; beside?: string }): FieldEvent {
      const known = byKey.get(key);
      if (known) return { is: 'accepted', at: NOW, madeId: known, version: null };
      const stands = ballots.find((one) => !one.beside && !one.replacedBy);
      if (stands && stands.id !== replaces && stands.id !== beside) return exists(view({ id: stands.id }));
      if (!stands && (replaces || beside)) return no(422, 'refused');
      const id = `b${ballots.length}`;
      if (stands && replaces) stands.replacedBy = id;
      ballots.push({ id, ...(beside ? { beside } : {}) });
      byKey.set(key, id);
      return { is: 'accepted', at: NOW, madeId: id, version: null };
    },
  };
}

const HAPPENINGS = [
  'arrives',
  'answerLost',
  'neverArrives',
  'killedBefore',
  'killedAfter',
  'broken',
  'signedOut',
  'refusedOnce',
  'other',
  'mine',
  'theirs',
  'amended',
  'late',
] as const;

test('whatever happens, in whatever order: nothing is lost, nothing is there twice', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 40 }), (happenings) => {
      const server = office();
      let record: FieldRecord = fresh();
      let keys = 1;
      const key = () => `k${++keys}`;
      const others = () => server.ballots.filter(({ id }) => id.startsWith('other')).length;
      for (const what of happenings) {
        const sending = following(record, { is: 'begun' }, { is: 'leaving' });
        const isOnItsWay = sending.state.is === 'sending';
        const take = () =>
          isOnItsWay ? server.take(sending.key, (requestBody(sending) as BallotRecord['body']).ballots[0]) : null;
        if (what === 'arrives') record = isOnItsWay ? following(sending, take() as FieldEvent) : sending;
        if (what === 'answerLost') {
          take();
          record = step(sending, { is: 'unanswered', at: NOW });
        }
        if (what === 'neverArrives') record = step(sending, { is: 'unanswered', at: NOW });
        if (what === 'killedBefore') record = following(record, { is: 'begun' }, { is: 'interrupted' });
        if (what === 'killedAfter') {
          take();
          record = step(sending, { is: 'interrupted' });
        }
        if (what === 'broken') record = step(sending, no(500, 'internal'));
        if (what === 'signedOut') record = step(sending, no(401, 'sign_in_required'));
        // the server refuses only what it has not taken up: the same key answers as the first time
        if (what === 'refusedOnce' && !server.ballots.some(({ id }) => id.startsWith('b')))
          record = step(sending, no(422, 'refused'));
        if (what === 'other' && server.standing().length === 0) server.other();
        if (what === 'mine' || what === 'theirs')
          record = step(record, { is: 'decided', whose: what, reason: '核实', key: key() });
        if (what === 'amended')
          record = step(record, { is: 'amended', body: fresh({ choice: 'abstain' }).body, photos: [], key: key() });
        if (what === 'late') record = step(record, { is: 'accepted', at: NOW, madeId: 'late', version: null });
        // of mine there is one at most, of all one stands at most
        expect(server.ballots.length - others()).toBeLessThanOrEqual(1);
        expect(server.standing().length).toBeLessThanOrEqual(1);
        // it is here, or there: sent is said only of what the server has
        if (record.state.is === 'sent') expect(server.ballots.map(({ id }) => id)).toContain(record.state.madeId);
        expect(record.id).toBe('r1');
        if (mayDiscard(record)) expect(server.ballots.some(({ id }) => id.startsWith('b'))).toBe(false);
      }
      // and in the end it arrives, once its officer has decided what only he can decide
      for (let turn = 0; turn < 6 && record.state.is !== 'sent'; turn++) {
        if (record.state.is === 'conflict')
          record = step(record, { is: 'decided', whose: 'mine', reason: '核实', key: key() });
        if (record.state.is === 'refused')
          record = step(record, { is: 'amended', body: fresh().body, photos: [], key: key() });
        record = following(record, { is: 'hurried' }, { is: 'begun' }, { is: 'leaving' });
        if (record.state.is === 'sending')
          record = step(record, server.take(record.key, (requestBody(record) as BallotRecord['body']).ballots[0]));
      }
      expect(record.state.is).toBe('sent');
      expect(server.ballots.length - others()).toBe(1);
    }),
    { numRuns: 1_000 },
  );
});
