// Everybody opens the same thing at once, as when a meeting is told where to look: every page and every read of the API, on a prefecture
// of true size. Nobody may be told to come back later, and all see the same.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PEOPLE } from '@/prisma/seed/demonstration/people';
import { OPERATIONS, PAGES } from '@/tests/support/matrix/entries';
import { PERSONAS } from '@/tests/support/personas';
import type { Client } from './support/client';
import { type Drill, openDemonstrationDrill, type Served } from './support/drill';
import { LONG } from './support/form';

/** More than a process has connections of either kind. */
const CROWD = 20;

/** Looked for where there is nothing of the kind. */
const NOBODY = `'00000000-0000-7000-8000-000000000000'::uuid`;

/** Of what a path is about: the one with the most in it. */
const SUBJECTS: Record<string, string> = {
  compounds: 'SELECT compound_id AS id FROM compound_total ORDER BY households DESC, compound_id LIMIT 1',
  buildings: 'SELECT id FROM building ORDER BY id LIMIT 1',
  households: 'SELECT id FROM household ORDER BY id LIMIT 1',
  owners: 'SELECT id FROM owner ORDER BY id LIMIT 1',
  files: 'SELECT f.id FROM stored_file f JOIN compound_file c ON c.file_id = f.id ORDER BY f.id LIMIT 1',
  campaigns: `SELECT id FROM survey_campaign WHERE status = 'frozen' ORDER BY id LIMIT 1`,
  years: 'SELECT id FROM programme_year ORDER BY year LIMIT 1',
  rulebook: 'SELECT id FROM rulebook_version ORDER BY id LIMIT 1',
  units: `SELECT id FROM unit WHERE kind = 'county' ORDER BY code LIMIT 1`,
  users: `SELECT id FROM account WHERE county_id IS NOT NULL ORDER BY username LIMIT 1`,
  rounds: `SELECT coalesce((SELECT id FROM vote_round ORDER BY roll_households DESC, id LIMIT 1), '00000000-0000-7000-8000-000000000000') AS id`,
  schemes: `SELECT coalesce((SELECT id FROM scheme ORDER BY id LIMIT 1), '00000000-0000-7000-8000-000000000000') AS id`,
  votes: `SELECT coalesce((SELECT id FROM vote_round ORDER BY roll_households DESC, id LIMIT 1), '00000000-0000-7000-8000-000000000000') AS id`,
  applications: `SELECT coalesce((SELECT id FROM application ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  plans: `SELECT coalesce((SELECT plan_id FROM plan_item GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), ${NOBODY}) AS id`,
  projects: `SELECT coalesce((SELECT id FROM project ORDER BY compounds DESC, id LIMIT 1), ${NOBODY}) AS id`,
  'payment-notices': `SELECT coalesce((SELECT project_id FROM agreed_share GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), ${NOBODY}) AS id`,
  receipts: `SELECT coalesce((SELECT id FROM contribution_payment ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  payments: `SELECT coalesce((SELECT id FROM contribution_payment ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  acceptances: `SELECT coalesce((SELECT a.id FROM acceptance a JOIN project p ON p.id = a.project_id ORDER BY p.compounds DESC, p.id, a.no LIMIT 1), ${NOBODY}) AS id`,
  entries: `SELECT coalesce((SELECT id FROM ledger_entry ORDER BY entry_on DESC, id LIMIT 1), ${NOBODY}) AS id`,
  'stop-works': `SELECT coalesce((SELECT s.id FROM stop_work s JOIN project p ON p.id = s.project_id ORDER BY p.compounds DESC, p.id, s.id LIMIT 1), ${NOBODY}) AS id`,
  inspections: `SELECT coalesce((SELECT id FROM inspection ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  companies: `SELECT coalesce((SELECT id FROM company ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  feasibility: `SELECT coalesce((SELECT id FROM feasibility_report ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  'feasibility-reports': `SELECT coalesce((SELECT id FROM feasibility_report ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  supervision: `SELECT coalesce((SELECT id FROM supervision ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  // pages of the scorecard are about a county
  scorecards: `SELECT id FROM unit WHERE kind = 'county' ORDER BY code LIMIT 1`,
  live: `SELECT id FROM unit WHERE kind = 'county' ORDER BY code LIMIT 1`,
  seasons: `SELECT coalesce((SELECT id FROM score_season ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  news: `SELECT coalesce((SELECT id FROM news ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  batches: `SELECT coalesce((SELECT id FROM fund_batch ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  'annual-plans': `SELECT coalesce((SELECT plan_id FROM annual_plan_entry GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), ${NOBODY}) AS id`,
  complaints: `SELECT coalesce((SELECT id FROM complaint ORDER BY id LIMIT 1), ${NOBODY}) AS id`,
  satisfaction: `SELECT coalesce((SELECT id FROM satisfaction_survey ORDER BY households DESC, id LIMIT 1), ${NOBODY}) AS id`,
  // of these the demonstration has none: nothing is looked for at once
  notices: `SELECT '00000000-0000-7000-8000-000000000000' AS id`,
  gongshi: `SELECT '00000000-0000-7000-8000-000000000000' AS id`,
  imports: `SELECT '00000000-0000-7000-8000-000000000000' AS id`,
  exports: `SELECT '00000000-0000-7000-8000-000000000000' AS id`,
};
const WORDS: Record<string, string> = {
  form: 'compound',
  subject: 'new',
  status: '404',
  code: '0000-0000-0000-0000',
  batch: '1',
  month: '2020-05',
  table: 'national',
  criterion: '1.1',
};

/** What is asked besides: a past year, a long list, a search, what nobody finds. */
const MORE = [
  '/dashboard?year=2020',
  '/api/v1/dashboards/survey?year=2020',
  '/compounds?q=xiaoqu',
  '/api/v1/compounds?q=xiaoqu&limit=200&sort=area&order=desc',
  '/api/v1/compounds?condition=missing&status=all',
  '/api/v1/audit?q=nobody&from=2020-01-01',
  '/api/v1/search?q=xiaoqu',
];

let drill: Drill;
let owner: pg.Client;
let server: Served;
const clients = new Map<string, Client>();

beforeAll(async () => {
  drill = await openDemonstrationDrill();
  server = await drill.serve({ env: { ANJU_LIMIT_FACTOR: '1000' } });
  await drill.work();
  owner = new pg.Client({ connectionString: drill.database.adminUrl });
  await owner.connect();
  for (const who of ['prefectureBureau', 'lufengClerk', 'lufengTown'] as const) {
    const client = server.client();
    expect((await client.signIn(PERSONAS[who].username, PERSONAS[who].password)).status).toBe(200);
    clients.set(who, client);
  }
});
afterAll(async () => {
  await owner?.end().catch(() => {});
  await drill?.end();
});

/** The path with what it is about, each parameter by the word before it. */
async function filled(pattern: string): Promise<string> {
  const parts = pattern.split('/');
  for (const [at, part] of parts.entries()) {
    const name = part.match(/^[[{](\w+)[\]}]$/)?.[1];
    if (!name) continue;
    const sql = SUBJECTS[parts[at - 1] ?? ''];
    const word = WORDS[name] ?? (sql && (await owner.query<{ id: string }>(sql)).rows[0]?.id);
    if (!word) throw new Error(`whom is ${pattern} about? Say so in SUBJECTS of ${import.meta.filename}`);
    parts[at] = word;
  }
  return parts.join('/');
}

const READS = Object.keys(OPERATIONS)
  .filter((name) => name.startsWith('GET '))
  .map((name) => `/api/v1${name.slice(4)}`);
const CROWDED = [...Object.keys(PAGES), ...READS, ...MORE];
const SEEN_BY = LONG ? ['prefectureBureau', 'lufengClerk', 'lufengTown'] : ['prefectureBureau'];

test.each(SEEN_BY.flatMap((who) => CROWDED.map((pattern) => [who, pattern] as const)))(
  'for a crowd of %s: %s',
  async (who, pattern) => {
    const client = clients.get(who);
    const path = await filled(pattern);
    const ask = async () => (await client?.ask(path, { headers: { accept: 'text/html, */*' } }))?.status;
    const alone = await ask();
    const all = await Promise.all(Array.from({ length: CROWD }, ask));
    expect([path, ...new Set(all)]).toEqual([path, alone]);
    expect(alone).toBeLessThan(500);
  },
);

const CLASS = PEOPLE.filter(
  ({ username }) => !Object.values(PERSONAS).some((known) => known.username === username),
).slice(0, CROWD);

test('in the morning everybody signs in at once, and a class chooses its passwords together', async () => {
  expect(CLASS).toHaveLength(CROWD);
  const { password } = PERSONAS.lufengClerk;
  const desks = CLASS.map(({ username }) => ({ username, client: server.client() }));
  const signIn = (with_: string) =>
    Promise.all(desks.map(async ({ username, client }) => (await client.signIn(username, with_)).status));
  expect(new Set(await signIn(password))).toEqual(new Set([200]));
  const chosen = '一号楼 二单元 三零一 2020';
  const changes = await Promise.all(
    desks.map(({ client }) =>
      client.ask('/api/v1/password', { method: 'POST', body: { currentPassword: password, newPassword: chosen } }),
    ),
  );
  expect(changes.filter(({ status }) => status !== 204).map(({ status, text }) => [status, text])).toEqual([]);
  expect(new Set(await signIn(chosen))).toEqual(new Set([200]));
});
