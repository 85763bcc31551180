export default {
  says: 'The idempotency key is kept in a transaction of its own, apart from its effect.',
  file: 'lib/server/api/idempotency.ts',
  find: "await tx.$executeRaw`INSERT INTO idempotency_key (account_id, county_id, key, request_hash, status, answer)\n    VALUES (${actor.accountId}::uuid, ${actor.countyId}::uuid, ${key}, ${hash}, 0, '{}') ON CONFLICT DO NOTHING`;",
  put: "await (await import('@/lib/server/db/with-actor')).withActor(\n      actor,\n      (own) => own.$executeRaw`INSERT INTO idempotency_key (account_id, county_id, key, request_hash, status, answer)\n    VALUES (${actor.accountId}::uuid, ${actor.countyId}::uuid, ${key}, ${hash}, 0, '{}') ON CONFLICT DO NOTHING`,\n    );",
  run: ['drill', 'tests/drill/killed.test.ts', '-t', 'the database is killed'],
  fails: /200 .*\/problems\/undefined/,
  minutes: 6,
};
