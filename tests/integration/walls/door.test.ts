import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clash, created, done, refused } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { makeWorld, type World } from '../../support/world';

/** The door itself, on a small route of its own: what every route of the product inherits. */
const Body = z.strictObject({ name: z.string().min(1).max(50), steps: z.int().min(1).max(100).default(1) });

const counted = operation({
  summary: '计数',
  tag: 'test',
  permission: 'compound.write',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ dry: z.enum(['1']).optional() }),
  body: Body,
  run: async ({ tx, actor, body, query }) => {
    if (!actor.countyId) return refused([{ code: 'input.invalid' }]);
    const [row] = await tx.$queryRaw<{ value: number }[]>`
      INSERT INTO county_counter AS c (county_id, name, value) VALUES (${actor.countyId}::uuid, ${body.name}, ${body.steps})
      ON CONFLICT (county_id, name) DO UPDATE SET value = c.value + EXCLUDED.value RETURNING value`;
    if (query.dry) return clash('busy_retry');
    return created({ value: row?.value ?? 0 });
  },
});
const routes = defineRoutes({
  GET: operation({
    summary: '读',
    tag: 'test',
    permission: 'signed-in',
    run: async ({ actor }) => done({ who: actor.username }),
  }),
  POST: counted,
  PATCH: operation({
    summary: '改',
    tag: 'test',
    permission: 'signed-in',
    ifMatch: true,
    run: async ({ ifMatch }) => done({ ifMatch }, { version: 8 }),
  }),
});
const ID = '018f3c5e-0000-7000-8000-000000000001';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const post = (body: unknown, more: Parameters<World['call']>[1] = {}) =>
  world.call(routes.POST, { method: 'POST', as: 'lufengClerk', params: { id: ID }, body, ...more });
const counter = async (name: string) =>
  (await world.owner.query<{ value: number }>('SELECT value FROM county_counter WHERE name = $1', [name])).rows[0]
    ?.value ?? 0;

describe('the door of the API', () => {
  it('lets in a clerk with a whole request, and nobody else', async () => {
    expect(await post({ name: '甲' })).toMatchObject({ status: 201, json: { value: 1 } });
    const nobody = await world.call(routes.POST, { method: 'POST', params: { id: ID }, body: { name: '甲' } });
    expect(nobody).toMatchObject({
      status: 401,
      json: { code: 'sign_in_required', detail: expect.stringContaining('重新登录') },
    });
    expect(nobody.headers.get('content-type')).toContain('application/problem+json');
    expect(await post({ name: '甲' }, { as: 'lufengLeader' })).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    });
    expect(await post({ name: '甲' }, { cookie: 'next-auth.session-token=forged.forged.forged' })).toMatchObject({
      status: 401,
    });
    expect(await counter('甲')).toBe(1);
  });

  it('refuses a write that did not come from our own page', async () => {
    const forged: Record<string, string>[] = [
      { 'x-anju-request': '' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of forged)
      expect(await post({ name: '乙' }, { headers }), JSON.stringify(headers)).toMatchObject({
        status: 403,
        json: { code: 'csrf' },
      });
    expect(await counter('乙')).toBe(0);
  });

  it('names every field that is wrong, and takes none it does not know', async () => {
    const wrong = await post({ name: '', steps: 1.5, is_admin: true });
    expect(wrong.status).toBe(400);
    const fields = (wrong.json as { reasons: { field: string; code: string }[] }).reasons;
    expect(fields.map(({ field }) => field).sort()).toEqual(['is_admin', 'name', 'steps']);
    expect(fields.map(({ code }) => code).sort()).toEqual([
      'input.required',
      'input.unknownField',
      'input.wholeNumber',
    ]);
    expect(await post({ name: '丙' }, { path: '/api/v1/x?unknown=1' })).toMatchObject({ status: 400 });
    expect(await world.call(routes.GET, { as: 'lufengClerk', path: '/api/v1/x?a=1' })).toMatchObject({
      status: 400,
      json: { code: 'no_parameters' },
    });
  });

  it('answers every kind of broken body with a sentence', async () => {
    const raw = (rawBody: BodyInit, type = 'application/json') =>
      post(undefined, { rawBody, headers: { 'content-type': type } });
    expect(await raw('{"name":')).toMatchObject({ status: 400, json: { code: 'malformed_json' } });
    expect(await raw('name=x', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
      json: { code: 'not_json' },
    });
    expect(await raw('{"name":"a\\u0000b"}')).toMatchObject({ status: 400, json: { code: 'unstorable_text' } });
    expect(await raw('{"name":"a\\ud800b"}')).toMatchObject({ status: 400, json: { code: 'unstorable_text' } });
    expect(await raw('{"name":"a","__proto__":{"steps":5}}')).toMatchObject({ status: 400 });
    expect(await raw(`{"name":"${'长'.repeat(400_000)}"}`)).toMatchObject({ status: 413, json: { code: 'too_large' } });
    expect(await raw('')).toMatchObject({ status: 400 });
  });

  it('treats an id that is no id as not found', async () => {
    expect(await post({ name: '丁' }, { params: { id: '1; DROP TABLE compound' } })).toMatchObject({
      status: 404,
      json: { code: 'not_found' },
    });
  });

  it('says which methods there are', async () => {
    const put = await world.call(routes.PUT, { method: 'PUT', as: 'lufengClerk' });
    expect(put).toMatchObject({ status: 405, json: { code: 'method_not_allowed' } });
    expect(put.headers.get('allow')).toBe('GET, POST, PATCH');
  });

  it('asks for the version that a change is based on', async () => {
    const patch = (headers: Record<string, string>) =>
      world.call(routes.PATCH, { method: 'PATCH', as: 'lufengClerk', headers });
    expect(await patch({})).toMatchObject({ status: 428, json: { code: 'if_match_required' } });
    expect(await patch({ 'if-match': '*' })).toMatchObject({ status: 428 });
    const changed = await patch({ 'if-match': '"7"' });
    expect(changed).toMatchObject({ status: 200, json: { ifMatch: 7 } });
    expect(changed.headers.get('etag')).toBe('"8"');
  });

  it('leaves nothing behind when the answer is no', async () => {
    expect(await post({ name: '戊' }, { path: '/api/v1/x?dry=1' })).toMatchObject({ status: 409 });
    expect(await counter('戊')).toBe(0);
  });

  it('does a thing once for one key: the same answer again, another body refused, twenty at once one effect', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const first = await post({ name: '己' }, { headers });
    const again = await post({ name: '己' }, { headers });
    expect(again).toMatchObject({ status: 201, json: first.json });
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await post({ name: '庚' }, { headers })).toMatchObject({
      status: 422,
      json: { code: 'idempotency_key_reused' },
    });
    const many = await Promise.all(
      Array.from({ length: 20 }, () => post({ name: '己' }, { headers: { 'idempotency-key': 'key-20' } })),
    );
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await counter('己')).toBe(2);
    expect(await counter('庚')).toBe(0);
  });

  it('lets the same key of another person be another key', async () => {
    const headers = { 'idempotency-key': 'shared' };
    await post({ name: '辛' }, { headers });
    await post({ name: '辛' }, { headers, as: 'lufengClerk2' });
    expect(await counter('辛')).toBe(2);
  });

  it('never answers 5xx and never shows its inside, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (body, text) => {
        const answer = await post(undefined, {
          rawBody: JSON.stringify(body),
          path: `/api/v1/x?dry=${encodeURIComponent(text)}`,
          headers: { 'content-type': 'application/json' },
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(JSON.stringify(answer.json)).not.toMatch(/at .*\.ts|SELECT|prisma/i);
      }),
      { numRuns: 100 },
    );
  });
});
