import type { Page } from '@playwright/test';
import pg from 'pg';
import { PERSONAS } from '../../support/personas';
import { planOf } from '../../support/projects';
import { send } from './office';

interface Building {
  id: string;
}

/** The plan is put there by its own table: its pages have their own journey. 150.00 yuan. */
export async function planned(page: Page, compoundId: string): Promise<void> {
  const { items } = await send<{ items: Building[] }>(page, 'GET', `/compounds/${compoundId}/buildings`);
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ county: string; rulebook: string; account: string }>(
      `SELECT c.county_id AS county, y.rulebook_id AS rulebook, a.id AS account FROM compound c, programme_year y, account a
       WHERE c.id = $1 AND y.current AND a.username = $2 LIMIT 1`,
      [compoundId, PERSONAS.lufengClerk.username],
    );
    const { county = '', rulebook = '', account = '' } = rows[0] ?? {};
    const place = { compoundId, countyId: county, rulebookId: rulebook, account, buildingId: items[0]?.id ?? '' };
    await planOf(owner, { ...place, costs: [10_000, 5_000] });
  } finally {
    await owner.end();
  }
}
