import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { PERSONAS } from '../../support/personas';
import { type Subject, WALKED, type WalkedPage } from '../../support/walked-pages';

const OF_LUFENG = `county_id = (SELECT id FROM unit WHERE code = '532302')`;
const oldest = (table: string, where = 'true') =>
  `SELECT id FROM ${table} WHERE ${OF_LUFENG} AND ${where} ORDER BY id LIMIT 1`;
/** The project of the demonstration with the most of it. */
const richest = (table: string) =>
  `SELECT project_id AS id FROM ${table} JOIN project p ON p.id = project_id
   WHERE p.${OF_LUFENG} GROUP BY project_id ORDER BY count(*) DESC, project_id LIMIT 1`;
const PAYING = richest('contribution_payment');
const PAYMENT = `FROM contribution_payment WHERE project_id = (${PAYING}) AND receipt_no IS NOT NULL`;
/** The smallest batch of forms: each of its sheets is a page of its own. */
const PRINTED = `FROM vote_form WHERE ${OF_LUFENG} GROUP BY round_id, batch ORDER BY count(*), round_id, batch LIMIT 1`;
const REPORT = `FROM progress_report WHERE ${OF_LUFENG}`;
const VOTING = `SELECT r.id FROM vote_round r WHERE r.${OF_LUFENG} AND r.status = 'open'
  AND community_id = (SELECT unit_id FROM account WHERE username = '${PERSONAS.lufengCommunity.username}')`;
const SURVEY = oldest('satisfaction_survey');

/** Codes that only their owners know, and what the demonstration has none of: made before the walk. */
type Made = 'complaintCode' | 'receiptCode' | 'import';

/** Where the demonstration has what an address names: the oldest, so that no other journey's is taken. */
const FOUND: Record<Exclude<Subject, Made>, string> = {
  annualPlan: `SELECT id FROM annual_plan ORDER BY id DESC LIMIT 1`,
  bankStatement: oldest('bank_statement'),
  batch: `SELECT id FROM fund_batch ORDER BY status = 'draft' DESC, id LIMIT 1`,
  campaign: `SELECT id FROM survey_campaign WHERE status = 'frozen' ORDER BY id LIMIT 1`,
  complaint: oldest('complaint', `status <> 'closed'`),
  compound: `SELECT compound_id AS id FROM project_compound WHERE project_id = (${PAYING}) LIMIT 1`,
  county: `SELECT id FROM unit WHERE code = '532302'`,
  criterion: `SELECT '3.2' AS id`,
  entry: oldest('ledger_entry', 'project_id IS NOT NULL'),
  feasibility: `SELECT id FROM feasibility_report ORDER BY status = 'approved', id LIMIT 1`,
  finished: `SELECT id FROM project WHERE ${OF_LUFENG} ORDER BY stage DESC, id LIMIT 1`,
  heard: oldest('vote_round', 'round = 1 AND opened_at IS NOT NULL'),
  household: `SELECT household_id AS id ${PAYMENT} ORDER BY id LIMIT 1`,
  inspection: oldest('inspection'),
  laterPlan: `SELECT id FROM compound_plan WHERE ${OF_LUFENG} ORDER BY no DESC, id LIMIT 1`,
  maintained: `SELECT compound_id AS id FROM maintenance_account WHERE ${OF_LUFENG} ORDER BY compound_id LIMIT 1`,
  notice: oldest('notice'),
  officer: oldest('account', `username = '${PERSONAS.lufengCommunity.username}'`),
  openPlan: oldest('compound_plan', `status = 'draft'`),
  payment: `SELECT id ${PAYMENT} ORDER BY id LIMIT 1`,
  printed: `SELECT round_id AS id ${PRINTED}`,
  printedBatch: `SELECT batch AS id ${PRINTED}`,
  project: PAYING,
  publicNotice: oldest('notice', `status NOT IN ('draft', 'withdrawn')`),
  report: `SELECT project_id AS id ${REPORT} ORDER BY id LIMIT 1`,
  reportMonth: `SELECT to_char(month, 'YYYY-MM') AS id ${REPORT} ORDER BY id LIMIT 1`,
  round: `${VOTING} ORDER BY r.id LIMIT 1`,
  supervision: `SELECT id FROM supervision ORDER BY id LIMIT 1`,
  survey: SURVEY,
  surveyed: `SELECT project_id AS id FROM satisfaction_survey WHERE id = (${SURVEY})`,
};

export type Subjects = Record<Subject, string>;

/** Everything that an address of the table names, but what only its owner knows. */
export async function subjects(): Promise<Omit<Subjects, Made>> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  const found = new Map<string, string>();
  try {
    for (const [subject, sql] of Object.entries(FOUND)) {
      const { rows } = await owner.query<{ id: string | number | null }>(sql);
      if (rows[0]?.id) found.set(subject, String(rows[0].id));
    }
  } finally {
    await owner.end();
  }
  const lacking = Object.keys(FOUND).filter((subject) => !found.has(subject));
  expect(lacking, 'the demonstration has none of these').toEqual([]);
  return Object.fromEntries(found) as Omit<Subjects, Made>;
}

/** '/projects/[id]' → '/projects/019…' */
export function addressOf(pattern: string, { of = [], query = '' }: WalkedPage, found: Subjects): string {
  const named = [...of];
  const path = pattern.replace(/\[\w+\]/g, () => found[named.shift() as Subject]);
  return path + query.replace(/\{(\w+)\}/g, (_, subject: string) => found[subject as Subject]);
}

export const pagesOf = (who: WalkedPage['as']) => Object.entries(WALKED).filter(([, { as }]) => as === who);

/** Opens it, and it is itself: no error, no other page, one title. */
export async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
  expect(new URL(page.url()).pathname, address).toBe(address.replace(/[?#].*$/, ''));
  await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
  // what is still on its way says so
  await expect(page.locator('main [aria-busy=true]'), address).toHaveCount(0);
}
