import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// These tests are of the limits as they stand; everywhere else they are a thousandfold.
process.env.ANJU_LIMIT_FACTOR = '1';

import * as auditRoute from '@/app/api/v1/audit/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as filesRoute from '@/app/api/v1/files/route';
import { LIMITS, type Limit, TOKEN_CEILING } from '@/lib/server/api/limits';
import { pool } from '@/lib/server/db/pool';
import { operations } from '../../support/every/operations';
import { codeOf } from '../../support/every/problem';
import { makeToken } from '../../support/every/tokens';
import { type Called, type CallOptions, makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const search = (who: CallOptions) => world.call(auditRoute.GET, { path: '/api/v1/audit?limit=1', ...who });

/** So many at once as are allowed; what was counted stands in the database, where other app servers see it too. */
async function useUp({ count }: Limit, ask: () => Promise<Called>): Promise<void> {
  for (let done = 0; done < count; done += 20) {
    const answers = await Promise.all(Array.from({ length: Math.min(20, count - done) }, ask));
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  }
}

function expectTooOften(answer: Called, { count, seconds }: Limit): void {
  expect([answer.status, codeOf(answer)]).toEqual([429, 'too_often']);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const wait = Number(answer.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(seconds);
  expect((answer.json as { detail: string }).detail).toContain(`${count} 次`);
}

/** As if the time of that count had passed. */
async function later(limit: Limit): Promise<void> {
  await world.owner.query('DELETE FROM request_count WHERE key LIKE $1', [`${limit.name}:%`]);
}

describe('what is heavy', () => {
  it('is counted wherever it is heavy', () => {
    const limited = Object.fromEntries(
      operations.filter(({ spec }) => spec.limit).map(({ name, spec }) => [name, spec.limit]),
    );
    expect(limited).toEqual({
      'GET /projects/{id}/contributions/reminders.xlsx': 'export',
      'POST /projects/{id}/contributions/reminders.xlsx': 'export',
      'GET /annual-plans/{id}/docx': 'export',
      'GET /annual-plans/{id}/list.xlsx': 'export',
      'GET /audit': 'search',
      'GET /dashboards/overview/docx': 'export',
      'GET /search': 'find',
      'GET /funds/batches/{id}/docx': 'export',
      'GET /funds/table.xlsx': 'export',
      'GET /funds/watch.xlsx': 'export',
      'GET /statistics/{table}/docx': 'export',
      'GET /statistics/{table}/xlsx': 'export',
      'GET /plans/{id}/workbook.xlsx': 'export',
      'GET /applications/{id}/docx': 'export',
      'GET /progress/{month}/summary.docx': 'export',
      'GET /progress/{month}/summary.xlsx': 'export',
      'GET /progress/{month}/workbook.xlsx': 'export',
      'GET /projects/{id}/package': 'export',
      'POST /plans/{id}/workbook': 'import',
      'POST /progress/{month}/workbook': 'import',
      'GET /exports/{id}/file': 'export',
      'GET /funds/imports/template.xlsx': 'export',
      'GET /funds/imports/{id}/marked.xlsx': 'export',
      'GET /imports/{id}/marked.xlsx': 'export',
      'POST /audit/{id}/personal': 'reveal',
      'POST /exports': 'export',
      'POST /files': 'upload',
      'POST /funds/imports': 'import',
      'POST /imports': 'import',
      'POST /complaints/{id}/contact': 'reveal',
      'POST /objections/{id}/contact': 'reveal',
      'POST /owners/{id}/reveal': 'reveal',
      'GET /scorecards/{id}/annex': 'export',
      'GET /scorecards/{id}/annex-sheet': 'export',
      'GET /scorecards/{id}/proofs-package': 'export',
      'GET /scorecards/{id}/report/docx': 'export',
      'GET /scorecards/seasons/{id}/decision-sheet': 'export',
      'GET /scorecards/seasons/{id}/decision-sheet/docx': 'export',
      'GET /supervision/{id}/docx': 'export',
      'GET /projects/{id}/stop-works/{stopWorkId}/docx': 'export',
      'GET /projects/{id}/stop-works/{stopWorkId}/lift/docx': 'export',
      'GET /rounds/{id}/ballots/template.xlsx': 'export',
      'POST /rounds/{id}/ballots/sheet': 'import',
      'POST /rounds/{id}/ballots/sheet/marked.xlsx': 'import',
      'POST /tokens': 'token',
    });
  });

  it('one person’s too many are answered 429 with when to come back; another person, another app server’s count and other work go on', async () => {
    await useUp(LIMITS.search, () => search({ as: 'lufengClerk' }));
    expectTooOften(await search({ as: 'lufengClerk' }), LIMITS.search);
    expectTooOften(await search({ as: 'lufengClerk' }), LIMITS.search);
    expect((await search({ as: 'lufengClerk2' })).status).toBe(200);
    expect((await world.call(compoundsRoute.GET, { as: 'lufengClerk' })).status).toBe(200);
    const { rows } = await pool().query<{ key: string; points: number }>(
      `SELECT key, points FROM request_count WHERE key = $1`,
      [`search:account:${world.actors.lufengClerk.accountId}`],
    );
    expect(rows[0]?.points).toBeGreaterThanOrEqual(LIMITS.search.count);
  });

  it('what the schema refuses costs nothing of it', async () => {
    for (let asked = 0; asked < 5; asked += 1)
      expect((await search({ as: 'prefectureBureau', path: '/api/v1/audit?limit=0' })).status).toBe(400);
    const { rows } = await world.owner.query(`SELECT 1 FROM request_count WHERE key LIKE $1`, [
      `search:account:${world.actors.prefectureBureau.accountId}`,
    ]);
    expect(rows).toEqual([]);
  });

  it('a token counts for itself: it locks out neither its person nor another token, and its ceiling holds for everything it asks', async () => {
    const { accountId } = world.actors.shuangbaiClerk;
    const one = { bearer: await makeToken(world, accountId, ['audit.read', 'compounds.read']) };
    const two = { bearer: await makeToken(world, accountId, ['audit.read']) };
    await useUp(LIMITS.search, () => search(one));
    expectTooOften(await search(one), LIMITS.search);
    expect((await search(two)).status).toBe(200);
    expect((await search({ as: 'shuangbaiClerk' })).status).toBe(200);
    const { rows } = await world.owner.query<{ key: string }>(
      `UPDATE request_count SET points = $1 WHERE key LIKE 'ceiling:token:%' RETURNING key`,
      [TOKEN_CEILING.count],
    );
    expect(rows).toHaveLength(2);
    expectTooOften(await world.call(compoundsRoute.GET, one), TOKEN_CEILING);
    expect((await world.call(compoundsRoute.GET, { as: 'shuangbaiClerk' })).status).toBe(200);
  });

  it('comes back when the time is over', async () => {
    const { accountId } = world.actors.lufengCommunity;
    const file = () =>
      world.call(filesRoute.POST, {
        method: 'POST',
        as: 'lufengCommunity',
        rawBody: '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n',
        headers: { 'x-file-name': 'a.pdf' },
      });
    expect((await file()).status).toBe(201);
    const count = (points: number, ends: string) =>
      world.owner.query(
        `UPDATE request_count SET points = $2, expire = (extract(epoch FROM now() + $3::interval) * 1000)::bigint WHERE key = $1`,
        [`upload:account:${accountId}`, points, ends],
      );
    // one second before the end of the time: over the limit; after it: counted from one again
    await count(LIMITS.upload.count, '1 second');
    const refused = await file();
    expectTooOften(refused, LIMITS.upload);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await file()).status).toBe(201);
    await later(LIMITS.upload);
  });
});
