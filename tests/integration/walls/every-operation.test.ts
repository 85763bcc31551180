import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { can, type Permission } from '@/lib/domain/accounts/permissions';
import { levelOf, ROLES, type Role } from '@/lib/domain/accounts/roles';
import { changed, type Digest, digester } from '../../support/every/digest';
import {
  bodies,
  forgeries,
  type Hostile,
  headers,
  ids,
  queries,
  strangeButWhole,
  strangeQueries,
} from '../../support/every/hostile';
import { type EveryOperation, isWrite, missing, operations } from '../../support/every/operations';
import { codeOf, notAProblem } from '../../support/every/problem';
import { type Change, type Example, pathOf, send } from '../../support/every/request';
import { addAccount, type Caller, homeSide, otherCounty, otherPrefecture, type Side } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { NOBODYS_ID } from '../../support/every/strange';
import { swaps, toldApart } from '../../support/every/swaps';
import { makeWorld, openSession, type World } from '../../support/world';
import { EXAMPLES } from './examples';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** Every operation that the API has, against everything that may come at it. What an operation is and takes is read from its own route. */
const isId = (value: string) => /^[0-9a-f]{8}-/.test(value);

let world: World;
let stage: Stage;
let home: Side;
let county: Side;
let neighbour: Side;
let digest: () => Promise<Digest>;
let strangers: [string, Caller | null][];
let newcomer: Caller;
const byRole = new Map<Role, Caller>();
const faults: string[] = [];

const cookieOf = (token: string) => ({ cookie: `next-auth.session-token=${token}` });

async function sessionsThatAreNone(): Promise<typeof strangers> {
  const { accountId } = world.actors.lufengClerk;
  const whole = await openSession(accountId);
  const ended = await openSession(accountId);
  const past = await openSession(accountId);
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const rows = await world.owner.query<{ id: string }>(
    `SELECT id FROM session WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 2`,
    [accountId],
  );
  const [second, first] = rows.rows.map(({ id }) => id);
  await world.owner.query(`UPDATE session SET revoked_at = now(), revoked_reason = 'sign_out' WHERE id = $1`, [first]);
  await world.owner.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`, [second]);
  return [
    ['nobody', null],
    ['a forged cookie', cookieOf('forged.forged.forged')],
    ['a cookie of another secret', cookieOf(await encode({ token: { sid: 'x' }, secret: `${secret}?` }))],
    ['a cookie that names no session', cookieOf(await encode({ token: { sid: 'x' }, secret }))],
    ['a cookie past its time', cookieOf(await encode({ token: { sid: 'x' }, secret, maxAge: -60 }))],
    ['a cookie that was tampered with', { cookie: `${whole.slice(0, -6)}AAAAAA` }],
    ['a session that was ended', { cookie: ended }],
    ['a session past its time', { cookie: past }],
  ];
}

async function oneOfEachRole(): Promise<void> {
  const [town] = world.lufeng.subdistricts;
  const units: Record<string, string | undefined> = {
    prefecture: world.prefectureId,
    subdistrict: town?.id,
    community: town?.communities[0]?.id,
  };
  for (const role of ROLES) {
    const unitId = units[levelOf(role)] ?? world.lufeng.id;
    const countyId = levelOf(role) === 'prefecture' ? null : world.lufeng.id;
    const post = { prefectureId: world.prefectureId, countyId, unitId };
    byRole.set(role, {
      cookie: (await addAccount(world.owner, `role.${role.replaceAll('_', '.')}`, role, post)).cookie,
    });
  }
}

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line: unknown) => {
    faults.push(String(line));
    return true;
  });
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  stage = new Stage(world, rows[0]?.day ?? '');
  home = homeSide(world);
  county = otherCounty(world);
  neighbour = await otherPrefecture(world);
  strangers = await sessionsThatAreNone();
  await oneOfEachRole();
  // whoever asks is signed in before anything is watched
  for (const person of ['lufengClerk', 'prefectureBureau', 'shuangbaiClerk', 'prefectureBureau2'] as const)
    await world.signIn(person);
  const fresh = await stage.account(home);
  newcomer = { cookie: await openSession(fresh.id) };
  digest = await digester(world.owner);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.end();
});

/** What the walls keep whole can be sent again: made once for all that must be refused. */
const unused = new Map<string, Promise<Example>>();
function wholeOf(op: EveryOperation): Promise<Example> {
  const example = unused.get(op.name) ?? make(op, home);
  unused.set(op.name, example);
  return example;
}

const make = async (op: EveryOperation, side: Side): Promise<Example> => {
  const example = EXAMPLES[op.name];
  if (!example) throw new Error(`tests/integration/walls/examples.ts has no example of ${op.name}`);
  return example(stage, side);
};

/** Sends each and says which was answered otherwise than it must be. */
async function refusedAll(op: EveryOperation, example: Example, cases: Hostile[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, change, status, code } of cases) {
    const answer = await send(world, op, example, change);
    const found = codeOf(answer) ?? '';
    const right = typeof code === 'string' ? found === code : code.test(found);
    const fault =
      notAProblem(answer) ?? (answer.status === status && right ? null : `answered ${answer.status} ${found}`);
    if (fault) wrong.push(`${what}: ${fault}`);
  }
  return wrong;
}

/** Nothing may have been written by all of it, and nothing may have gone wrong inside. */
async function withoutTrace(work: () => Promise<string[]>): Promise<void> {
  faults.length = 0;
  const before = await digest();
  const wrong = await work();
  expect([...wrong, ...changed(before, await digest()).map((table) => `wrote into ${table}`), ...faults]).toEqual([]);
}

const foreignSideOf = ({ who }: Example): Side => ('as' in who && who.as === 'prefectureBureau' ? neighbour : county);

/** Things that every county of every prefecture shares. */
const SHARED = ['GET /rulebook/{id}'];
/** Found by words of one's own choice; another's are never reached by any word. */
const OWN_WORDS = [
  ...['GET /drafts/{form}/{subject}', 'PUT /drafts/{form}/{subject}', 'DELETE /drafts/{form}/{subject}'],
  'POST /progress/{month}/summary',
];

test('each operation of the API has an example, and no example is of nothing', () => {
  expect(operations.length).toBeGreaterThan(75);
  expect(Object.keys(EXAMPLES).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(operations)('$name', (op) => {
  test('asks who it is, and from where', () =>
    wholeOf(op).then((example) =>
      withoutTrace(async () => {
        const { permission, beforePasswordChange } = op.spec;
        const outsiders = strangers.map(
          ([what, who]): Hostile => ({ what, change: { who }, status: 401, code: 'sign_in_required' }),
        );
        const without =
          permission === ('signed-in' as string) ? [] : ROLES.filter((role) => !can(role, permission as Permission));
        const unfit = without.map(
          (role): Hostile => ({ what: role, change: { who: byRole.get(role) }, status: 403, code: 'forbidden' }),
        );
        const early: Hostile[] = beforePasswordChange
          ? []
          : [
              {
                what: 'before the own password',
                change: { who: newcomer },
                status: 403,
                code: 'password_change_required',
              },
            ];
        return refusedAll(op, example, [...outsiders, ...unfit, ...early, ...forgeries(op)]);
      }),
    ));

  test('takes nothing that it does not know, in nothing but the shape it says', async () => {
    const example = await wholeOf(op);
    await withoutTrace(() =>
      refusedAll(op, example, [...headers(op), ...ids(op, example), ...queries(op, example), ...bodies(op, example)]),
    );
  });

  test('knows no other territory: foreign and non-existing ids answer alike', async () => {
    const example = await wholeOf(op);
    const other = await make(op, foreignSideOf(example));
    const all = OWN_WORDS.includes(op.name) ? [] : swaps(example, other);
    if (!SHARED.includes(op.name) && !OWN_WORDS.includes(op.name))
      // a number or a word of the address names nothing of anybody's
      expect(all.length).toBeGreaterThanOrEqual(Object.values(example.params ?? {}).filter(isId).length);
    await withoutTrace(async () => {
      const wrong: string[] = [];
      const whole: Change = { params: other.params, body: other.body };
      if (all.some(({ mayAnswer }) => !mayAnswer) && other.body)
        wrong.push(...(await notAllowed(op, example, 'all of it', whole)));
      for (const { what, foreign, nowhere, ids: told, mayAnswer } of all) {
        const there = await send(world, op, example, foreign);
        const fault = mayAnswer && there.status < 400 ? null : notAProblem(there);
        if (fault) wrong.push(`${what} of another territory: ${fault}`);
        const apart = toldApart(there, await send(world, op, example, nowhere), told);
        if (apart) wrong.push(`${what}: ${apart}`);
      }
      return wrong;
    });
  });

  test('answers what is whole, and is never at a loss for what is strange', async () => {
    faults.length = 0;
    const wrong: string[] = [];
    let example = await wholeOf(op);
    const strange = [
      ...strangeButWhole(op, example).map(({ what, body }) => ({ what, change: { body } })),
      ...strangeQueries(op, example).map((query) => ({ what: `?${query}`, change: { query } })),
    ];
    for (const { what, change } of strange) {
      const answer = await send(world, op, example, change);
      const fault = answer.status < 400 ? null : notAProblem(answer);
      if (fault) wrong.push(`${what}: ${fault}`);
      // what was done can't be done to the same again
      if (answer.status < 400 && isWrite(op)) example = await make(op, home);
    }
    expect([...wrong, ...faults]).toEqual([]);
    const answer = await send(world, op, example);
    expect([answer.status, answer.status < 300 ? null : answer.json]).toEqual([expect.toSatisfy((n) => n < 300), null]);
  });
});

async function notAllowed(op: EveryOperation, example: Example, what: string, change: Change): Promise<string[]> {
  const fault = notAProblem(await send(world, op, example, change));
  return fault ? [`${what} of another territory: ${fault}`] : [];
}

describe('methods that a path does not have', () => {
  test('are named as such to everybody, with those that it has', async () => {
    await withoutTrace(async () => {
      const wrong: string[] = [];
      for (const { name, method, path, handler, allowed } of missing)
        for (const who of [{}, { as: 'lufengClerk' } as const]) {
          const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, NOBODYS_ID]));
          const answer = await world.call(handler, { ...who, method, path: pathOf(path, params), params });
          const right = answer.status === 405 && codeOf(answer) === 'method_not_allowed';
          const fault =
            notAProblem(answer) ?? (right && answer.headers.get('allow') === allowed.join(', ') ? null : 'wrong');
          if (fault) wrong.push(`${name}: ${fault}`);
        }
      return wrong;
    });
  });
});
