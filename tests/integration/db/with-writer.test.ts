import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '@/lib/server/db/sql';
import { withActor } from '@/lib/server/db/with-actor';
import { sendTo, type Writer, withWriter } from '@/lib/server/db/with-writer';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const claim = (key: string) => Prisma.sql`
  INSERT INTO idempotency_key (account_id, county_id, key, request_hash, status, answer)
  VALUES (${world.actors.lufengClerk.accountId}::uuid, ${world.lufeng.id}::uuid, ${key}, 'h', 0, '{}')`;
const write = <T>(work: (tx: Writer) => Promise<T>) => withWriter(world.actors.lufengClerk, work);
async function kept() {
  const { rows } = await world.owner.query<{ key: string }>('SELECT key FROM idempotency_key ORDER BY key');
  return rows.map(({ key }) => key);
}

it('keeps what was sent and not waited for, in the order in which it was written', async () => {
  await write(async (tx) => {
    await tx.$executeRaw(claim('a'));
    await sendTo(tx, claim('b'));
    await sendTo(tx, Prisma.sql`UPDATE idempotency_key SET status = 201 WHERE key = 'b'`);
  });
  const { rows } = await world.owner.query('SELECT key, status FROM idempotency_key ORDER BY key');
  expect(rows).toEqual([
    { key: 'a', status: 0 },
    { key: 'b', status: 201 },
  ]);
});

it('says what was wrong with it, and keeps nothing of the whole', async () => {
  const broken = write(async (tx) => {
    await tx.$executeRaw(claim('c'));
    await sendTo(tx, claim('a'));
    return 'answered too early';
  });
  await expect(broken).rejects.toMatchObject({ code: '23505', constraint: 'idempotency_key_pkey' });
  const covered = write(async (tx) => {
    await sendTo(tx, claim('a'));
    // says only that the transaction is lost
    await tx.$queryRaw`SELECT 1`;
  });
  await expect(covered).rejects.toMatchObject({ code: '23505' });
  expect(await kept()).toEqual(['a', 'b']);
});

it('keeps nothing of it when the command itself fails behind it', async () => {
  const failed = write(async (tx) => {
    await sendTo(tx, claim('d'));
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await kept()).toEqual(['a', 'b']);
});

it('is waited for in a transaction that cannot send', async () => {
  await withActor(world.actors.lufengClerk, (tx) => sendTo(tx, claim('e')));
  expect(await kept()).toEqual(['a', 'b', 'e']);
});
