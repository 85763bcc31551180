import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SCOPES, type Scope } from '@/lib/domain/accounts/scopes';
import { tokenAccess } from '@/lib/server/define-route';
import { changed, type Digest, digester } from '../../support/every/digest';
import { type EveryOperation, isWrite, keepsADraft, operations, readsItsBody } from '../../support/every/operations';
import { codeOf, notAProblem } from '../../support/every/problem';
import { type Example, send } from '../../support/every/request';
import { type Caller, homeSide, otherCounty, otherPrefecture, type Side } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { swaps, toldApart } from '../../support/every/swaps';
import { makeToken, tokensThatOpenNothing } from '../../support/every/tokens';
import { makeWorld, type World } from '../../support/world';
import { EXAMPLES } from './examples';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** Every operation of the API, asked by another system: what a token opens is what its account opens, less what it was not given. */
let world: World;
let stage: Stage;
let home: Side;
let county: Side;
let neighbour: Side;
let digest: () => Promise<Digest>;
let useless: [code: string, bearer: string][];
const given = new Map<string, string>();
const faults: string[] = [];

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => void faults.push(String(line)));
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  stage = new Stage(world, rows[0]?.day ?? '');
  home = homeSide(world);
  county = otherCounty(world);
  neighbour = await otherPrefecture(world);
  given.set('lufengClerk', await makeToken(world, world.actors.lufengClerk.accountId, SCOPES));
  given.set('prefectureBureau', await makeToken(world, world.actors.prefectureBureau.accountId, SCOPES));
  useless = await tokensThatOpenNothing(world, home);
  digest = await digester(world.owner);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.end();
});

const make = async (op: EveryOperation, side: Side): Promise<Example> => {
  const example = EXAMPLES[op.name];
  if (!example) throw new Error(`no example of ${op.name}`);
  return example(stage, side);
};

const ownerOf = ({ who }: Example) => ('as' in who ? who.as : null);
const foreignSideOf = (example: Example): Side => (ownerOf(example) === 'prefectureBureau' ? neighbour : county);

/** The same person's token, with all scopes or without one. */
async function tokenFor(example: Example, without?: Scope): Promise<Caller> {
  const person = ownerOf(example) ?? 'lufengClerk';
  const accountId = example.accountId ?? world.actors[person].accountId;
  if (!without)
    return { bearer: example.accountId ? await makeToken(world, accountId, SCOPES) : (given.get(person) ?? '') };
  const key = `${accountId} without ${without}`;
  const scopes = SCOPES.filter((scope) => scope !== without);
  const bearer = given.get(key) ?? (await makeToken(world, accountId, scopes));
  given.set(key, bearer);
  return { bearer };
}

async function withoutTrace(work: () => Promise<string[]>): Promise<void> {
  faults.length = 0;
  const before = await digest();
  const wrong = await work();
  expect([...wrong, ...changed(before, await digest()).map((table) => `wrote into ${table}`), ...faults]).toEqual([]);
}

async function refusal(op: EveryOperation, example: Example, who: Caller, status: number, code: string) {
  const answer = await send(world, op, example, { who });
  const fault = notAProblem(answer);
  if (fault) return [`${code}: ${fault}`];
  const found = codeOf(answer);
  return answer.status === status && found === code ? [] : [`${code}: answered ${answer.status} ${found}`];
}

/** What the example's account asks in a session of its own can't be asked with that account's token. */
const closed = operations.filter(({ spec }) => tokenAccess(spec as never) === 'never');
const open = operations.filter(({ spec }) => tokenAccess(spec as never) !== 'never');

test('most of the API is open to other systems, and the rest is what only people do', () => {
  expect(open.length).toBeGreaterThan(50);
  expect(closed.map(({ name }) => name).sort()).toMatchSnapshot();
});

describe.each(closed)('$name', (op) => {
  test('is done in person only: no token does it, whatever it was given', async () => {
    const example = await make(op, home);
    const who = await tokenFor(example);
    await withoutTrace(() => refusal(op, example, who, 403, 'token_not_allowed'));
  });
});

/** Without the operation's own scope: refused, and the answer says which it is, for people and for programs. */
async function withoutTheScope(op: EveryOperation, example: Example): Promise<string[]> {
  const scope = tokenAccess(op.spec as never);
  if (scope === 'any' || scope === 'never') return [];
  const who = await tokenFor(example, scope);
  const answer = await send(world, op, example, { who });
  const said = answer.headers.get('www-authenticate') ?? '';
  const named = said.includes(`scope="${scope}"`) && JSON.stringify(answer.json).includes(scope);
  const wrong = await refusal(op, example, who, 403, 'token_scope_missing');
  return named ? wrong : [...wrong, `does not say which scope: ${said}`];
}

async function foreignIds(op: EveryOperation, example: Example, other: Example, who: Caller): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, foreign, nowhere, ids, mayAnswer } of swaps(example, other)) {
    const there = await send(world, op, example, { ...foreign, who });
    const fault = mayAnswer && there.status < 400 ? null : notAProblem(there);
    if (fault) wrong.push(`${what} of another territory: ${fault}`);
    const apart = toldApart(there, await send(world, op, example, { ...nowhere, who }), ids);
    if (apart) wrong.push(`${what}: ${apart}`);
  }
  return wrong;
}

describe.each(open)('$name', (op) => {
  test('opens to no token that is over or lacks the scope, and never another territory', async () => {
    const example = await make(op, home);
    const other = await make(op, foreignSideOf(example));
    const who = await tokenFor(example);
    const scope = tokenAccess(op.spec as never);
    // made before the digest is taken: a token is a row
    if (scope !== 'any' && scope !== 'never') await tokenFor(example, scope);
    await withoutTrace(async () => {
      const wrong: string[] = [];
      for (const [code, bearer] of useless) wrong.push(...(await refusal(op, example, { bearer }, 401, code)));
      wrong.push(...(await withoutTheScope(op, example)));
      return op.path.startsWith('/rulebook') ? wrong : [...wrong, ...(await foreignIds(op, example, other, who))];
    });
  });

  test('is done for the account, and the record says that a token did it', async () => {
    faults.length = 0;
    const example = await make(op, home);
    const who = await tokenFor(example);
    const last = await world.owner.query<{ id: string }>('SELECT coalesce(max(id), 0)::text AS id FROM audit_line');
    const answer = await send(world, op, example, { who });
    expect([answer.status, answer.status < 300 ? null : answer.json]).toEqual([expect.toSatisfy((n) => n < 300), null]);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(faults).toEqual([]);
    if (!isWrite(op) || readsItsBody(op) || keepsADraft(op)) return;
    const { rows } = await world.owner.query<{ actor: string; token: string | null }>(
      'SELECT actor, token_id::text AS token FROM audit_line WHERE id > $1 ORDER BY id',
      [last.rows[0]?.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { actor, token } of rows) {
      expect(actor).toContain('；令牌“');
      expect(token).not.toBeNull();
    }
  });
});
