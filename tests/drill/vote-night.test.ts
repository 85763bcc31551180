// A vote night: fifty officers record a ballot every ten seconds and follow what the others record, two hundred residents read what is published
// and how they are recorded.
// Nobody is told to come back later, and every sum is what an independent count of the officers' own notes says.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptCodeOf } from '@/lib/server/votes/receipt-code';
import { type VoteCompound, voteCompound } from '@/tests/support/vote-compound';
import type { Person, World } from '@/tests/support/world';
import { Client } from './support/client';
import { type Drill, openDrill, type Served } from './support/drill';
import { pause, rounds } from './support/form';

const OFFICERS = 50;
const READERS = 200;
const ROUNDS = 10;
const EACH_MS = 10_000;
/** Ballots of each officer: a minute, or ten. */
const TURNS = rounds(6, 60);
const HOMES = (OFFICERS / ROUNDS) * TURNS;
const CHOICES = ['agree', 'agree', 'agree', 'disagree', 'abstain'] as const;

let drill: Drill & { world: World };
let server: Served;
beforeAll(async () => {
  drill = await openDrill();
  server = await drill.serve({ env: { ANJU_LIMIT_FACTOR: '1000' } });
  await drill.work();
});
afterAll(() => drill?.end());

interface Opened {
  id: string;
  version: number;
  compound: VoteCompound;
}
interface Said {
  round: Opened;
  area: number;
  choice: (typeof CHOICES)[number];
}

const clientOf = async (person: Person): Promise<Client> => server.client(await drill.world.signIn(person));

async function open(clerk: Client, households: number): Promise<Opened> {
  const compound = await voteCompound(drill.world.owner, drill.world.lufeng, { households });
  const body = { compoundId: compound.id, round: 1 };
  const draft = await clerk.json<{ id: string; version: number }>('/api/v1/rounds', { method: 'POST', body });
  return { ...(await step(clerk, draft, 'open')), compound };
}

const step = (clerk: Client, { id, version }: { id: string; version: number }, name: string) =>
  clerk.json<{ id: string; version: number }>(`/api/v1/rounds/${id}/${name}`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  });

/** A round whose result is published already: what the residents read tonight. */
async function published(clerk: Client): Promise<{ round: Opened; notice: string }> {
  const round = await open(clerk, 24);
  const ballots = round.compound.homes.map(({ id }) => ({ householdId: id, choice: 'agree', channel: 'door' }));
  await clerk.json(`/api/v1/rounds/${round.id}/ballots`, { method: 'POST', body: { source: 'many', ballots } });
  await step(clerk, round, 'close');
  const body = { kind: 'result', roundId: round.id };
  const draft = await clerk.json<{ id: string; version: number }>('/api/v1/notices', { method: 'POST', body });
  await clerk.json(`/api/v1/notices/${draft.id}/publish`, {
    method: 'POST',
    headers: { 'if-match': `"${draft.version}"` },
  });
  return { round, notice: draft.id };
}

interface Pulse {
  seq: number;
  changed: { tally: { returned: number }; homes: { id: string; choice: string | null }[] } | null;
}

/** What the officer's page asks between two ballots: the link and the households that came since. */
async function follow(client: Client, round: Opened, since: number): Promise<Pulse> {
  const query = `since=${since}&building=${round.compound.buildingIds[0]}&at=${new Date().toISOString()}`;
  const answer = await client.ask(`/api/v1/rounds/${round.id}/pulse?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text);
}

/** One officer's night: the own homes of the round, one at a time, noted down as the server takes them. */
async function officer(number: number, all: readonly Opened[], person: Person): Promise<Said[]> {
  const round = all[number % ROUNDS];
  const first = Math.floor(number / ROUNDS) * TURNS;
  const client = await clientOf(person);
  const said: Said[] = [];
  let seen = 0;
  await pause((number * EACH_MS) / OFFICERS);
  for (let turn = 0; turn < TURNS; turn++) {
    const began = performance.now();
    const home = round?.compound.homes[first + turn];
    const choice = CHOICES[(number + turn) % CHOICES.length] ?? 'agree';
    if (!round || !home) throw new Error('no home is left');
    const ballot = { householdId: home.id, choice, channel: 'door' };
    const asked = { method: 'POST', body: { ballots: [ballot] }, headers: { 'idempotency-key': `${number}-${turn}` } };
    const answer = await client.ask(`/api/v1/rounds/${round.id}/ballots`, asked);
    expect(answer.status, answer.text).toBe(201);
    said.push({ round, area: home.area, choice });
    await pause(EACH_MS / 2 - (performance.now() - began));
    const { seq, changed } = await follow(client, round, seen);
    // at least the own ballot is news
    expect(seq).toBeGreaterThan(seen);
    expect(changed?.tally.returned).toBeGreaterThan(turn);
    seen = seq;
    await pause(EACH_MS - (performance.now() - began));
  }
  return said;
}

/** A resident at home, without an account: the notice, then the own receipt, again and again. */
async function reader(number: number, paths: readonly string[], isOver: () => boolean): Promise<number> {
  const client = new Client(server.url);
  await pause((number * EACH_MS) / READERS);
  for (let turn = 0; ; turn++) {
    if (isOver()) return turn;
    const path = paths[(number + turn) % paths.length] ?? '';
    const answer = await client.ask(path);
    expect(answer.status, path).toBe(200);
    await pause(EACH_MS - Math.min(answer.ms, EACH_MS));
  }
}

const COUNT = `SELECT count(*) FILTER (WHERE choice = 'agree')::int AS agree, count(*) FILTER (WHERE choice = 'disagree')::int AS disagree, count(*) FILTER (WHERE choice = 'abstain')::int AS abstain
  FROM ballot WHERE round_id = $1`;

test('fifty officers and two hundred readers: no error, and every sum is what was said', async () => {
  const clerk = await clientOf('lufengCommunity');
  const all: Opened[] = [];
  for (let at = 0; at < ROUNDS; at++) all.push(await open(clerk, HOMES));
  const shown = await published(clerk);
  const receipts = shown.round.compound.homes.map(({ id }) => `/receipt/${receiptCodeOf(shown.round.id, id)}`);
  const paths = receipts.flatMap((receipt) => [`/gongshi/${shown.notice}`, receipt, '/gongshi']);

  let isOver = false;
  const reading = Promise.all(Array.from({ length: READERS }, (_, at) => reader(at, paths, () => isOver)));
  // whoever fails meanwhile is heard at the end, and no fault is left alone
  reading.catch(() => {});
  const people = ['lufengCommunity', 'lufengClerk', 'lufengClerk2'] as const;
  const notes = await Promise.all(
    Array.from({ length: OFFICERS }, (_, at) => officer(at, all, people[at % people.length] ?? 'lufengClerk')),
  ).finally(() => {
    isOver = true;
  });
  const read = await reading;
  expect(read.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(READERS * (TURNS - 2));

  const said = notes.flat();
  expect(said).toHaveLength(OFFICERS * TURNS);
  for (const round of all) {
    const own = said.filter((one) => one.round === round);
    const of = (choice: string) => own.filter((one) => one.choice === choice);
    const area = (choice: string) => (of(choice).reduce((sum, one) => sum + one.area, 0) / 100).toFixed(2);
    const { tally } = await clerk.json<{ tally: Record<string, unknown> }>(`/api/v1/rounds/${round.id}`);
    expect(tally).toMatchObject({
      returned: own.length,
      agreeHouseholds: of('agree').length,
      disagreeHouseholds: of('disagree').length,
      abstainHouseholds: of('abstain').length,
      agreeArea: area('agree'),
      disagreeArea: area('disagree'),
      abstainArea: area('abstain'),
    });
    const { rows } = await drill.world.owner.query(COUNT, [round.id]);
    expect(rows).toEqual([
      { agree: of('agree').length, disagree: of('disagree').length, abstain: of('abstain').length },
    ]);
  }
});
