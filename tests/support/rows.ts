import type pg from 'pg';
import { statements } from './rows-of-bank-import';
import { complaints } from './rows-of-complaints';
import { projects } from './rows-of-projects';
import { scoreReward } from './rows-of-score-reward';
import { scorecards } from './rows-of-scorecards';
import { supervision } from './rows-of-supervision';
import { votes } from './rows-of-votes';
import type { Place } from './world';

/** One row at least of every table for a county, made as the owner: what the second wall must hide from all others. */
export interface CountyRows {
  compoundId: string;
  buildingId: string;
  householdId: string;
  ownerId: string;
}

async function one(owner: pg.Client, sql: string, values: unknown[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(sql, values);
  return rows[0]?.id ?? '';
}

/** Compounds with all that lies below them, in the first community of the place. */
export async function register(owner: pg.Client, county: Place, code: string): Promise<CountyRows> {
  const community = county.subdistricts[0]?.communities[0]?.id;
  const compound = (suffix: string) =>
    one(
      owner,
      `INSERT INTO compound (county_id, community_id, code, name, pinyin, search_text) VALUES ($1, $2, $3, '粮食局家属院', 'liang shi ju', '粮食局家属院') RETURNING id`,
      [county.id, community, `${code}-${suffix}`],
    );
  const compoundId = await compound('0001');
  const mergedInto = await compound('0002');
  await owner.query(
    `INSERT INTO compound_alias (compound_id, county_id, name, normalised) VALUES ($1, $2, '粮食局宿舍', '粮食局')`,
    [compoundId, county.id],
  );
  await owner.query(
    `INSERT INTO compound_lineage (county_id, subdistrict_id, community_id, kind, from_id, to_id, reason, created_by)
     SELECT county_id, subdistrict_id, community_id, 'merge', id, $2, '连片改造', id FROM compound WHERE id = $1`,
    [compoundId, mergedInto],
  );
  const buildingId = await one(
    owner,
    `INSERT INTO building (compound_id, county_id, name, sort_key, floor_area) VALUES ($1, $2, '1栋', '0001', 100000) RETURNING id`,
    [compoundId, county.id],
  );
  const householdId = await one(
    owner,
    `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, sort_key, exclusive_area) VALUES ($1, $2, $3, '1', '101', '0001', 8833) RETURNING id`,
    [buildingId, compoundId, county.id],
  );
  const ownerId = await one(
    owner,
    `INSERT INTO owner (county_id, compound_id, kind, name_masked) VALUES ($1, $2, 'person', '张*') RETURNING id`,
    [county.id, compoundId],
  );
  await owner.query(
    'INSERT INTO household_owner (household_id, owner_id, compound_id, county_id) VALUES ($1, $2, $3, $4)',
    [householdId, ownerId, compoundId, county.id],
  );
  return { compoundId, buildingId, householdId, ownerId };
}

async function papers(owner: pg.Client, prefectureId: string, county: Place, rows: CountyRows, account: string) {
  const keyId = await one(
    owner,
    `INSERT INTO personal_key (prefecture_id, county_id, purpose, period, wrapped) VALUES ($1, $2, 'register', 'register', '\\x00') RETURNING id`,
    [prefectureId, county.id],
  );
  await owner.query(
    `INSERT INTO owner_personal (owner_id, county_id, key_id, cipher, audit_key_id, audit_cipher) VALUES ($1, $2, $3, '\\x01', $3, '\\x02')`,
    [rows.ownerId, county.id, keyId],
  );
  const fileId = await one(
    owner,
    `INSERT INTO stored_file (prefecture_id, county_id, purpose, name, media_type, size, sha256, storage_key, uploaded_by)
     VALUES ($1, $2, 'import', '摸底表.xlsx', 'application/octet-stream', 1, 'x', 'x', $3) RETURNING id`,
    [prefectureId, county.id, account],
  );
  await owner.query(
    `INSERT INTO compound_file (compound_id, file_id, county_id, kind, created_by) VALUES ($1, $2, $3, 'photo', $4)`,
    [rows.compoundId, fileId, county.id, account],
  );
  const batchId = await one(
    owner,
    `INSERT INTO import_batch (county_id, created_by, kind, file_id, file_name) VALUES ($1, $2, 'template', $3, '摸底表.xlsx') RETURNING id`,
    [county.id, account, fileId],
  );
  await owner.query(
    `INSERT INTO import_row (batch_id, county_id, entity, row_no, sheet, action, data) VALUES ($1, $2, 'compound', 4, '小区', 'new', '{}')`,
    [batchId, county.id],
  );
  await owner.query(
    `INSERT INTO import_finding (batch_id, seq, county_id, level, sheet, code) VALUES ($1, 1, $2, 'error', '小区', 'x')`,
    [batchId, county.id],
  );
  await owner.query(
    `INSERT INTO import_mapping (county_id, fingerprint, name, mapping, created_by) VALUES ($1, 'f', '计划表', '{}', $2)`,
    [county.id, account],
  );
  await owner.query(`INSERT INTO export_job (county_id, created_by, kind) VALUES ($1, $2, 'survey')`, [
    county.id,
    account,
  ]);
  await owner.query(`INSERT INTO county_counter (county_id, name, value) VALUES ($1, 'compound', 2)`, [county.id]);
  await owner.query(`INSERT INTO backup_run (prefecture_id, kind) VALUES ($1, 'manual')`, [prefectureId]);
  return keyId;
}

async function people(owner: pg.Client, prefectureId: string, county: Place, account: string, keyId: string) {
  await owner.query(
    `INSERT INTO account_password (account_id, prefecture_id, county_id, hash) VALUES ($1, $2, $3, 'x')`,
    [account, prefectureId, county.id],
  );
  await owner.query(
    `INSERT INTO session (account_id, prefecture_id, county_id, token_hash, expires_at) VALUES ($1, $2, $3, $1::uuid::text, now() + interval '1 hour')`,
    [account, prefectureId, county.id],
  );
  const token = await one(
    owner,
    `INSERT INTO access_token (account_id, prefecture_id, county_id, unit_id, name, hint, scopes, expires_on) VALUES ($1, $2, $3, $3, '省平台', 'anju_Abcd', '{compounds.read}', anju_today() + 30) RETURNING id`,
    [account, prefectureId, county.id],
  );
  await owner.query(
    `INSERT INTO access_token_secret (token_id, account_id, prefecture_id, county_id, digest) VALUES ($1, $2, $3, $4, encode(sha256($1::uuid::text::bytea), 'hex'))`,
    [token, account, prefectureId, county.id],
  );
  await owner.query(
    `INSERT INTO draft (account_id, county_id, form, subject, key_id, cipher) VALUES ($1, $2, 'compound', 'new', $3, '\\x00')`,
    [account, county.id, keyId],
  );
  await owner.query(
    `INSERT INTO idempotency_key (account_id, county_id, key, request_hash, status, answer) VALUES ($1, $2, 'k', 'h', 200, '{}')`,
    [account, county.id],
  );
  await owner.query(
    `INSERT INTO unit_version (unit_id, prefecture_id, county_id, code, name, kind, valid_from) VALUES ($1, $2, $1::uuid, 'x', '旧名', 'county', '1990-01-01')`,
    [county.id, prefectureId],
  );
}

async function programme(owner: pg.Client, prefectureId: string, county: Place, rows: CountyRows, account: string) {
  const campaign = await one(
    owner,
    `INSERT INTO survey_campaign (prefecture_id, name, opens_on, closes_on) VALUES ($1, '2019年摸底', '2019-03-01', '2019-06-30') RETURNING id`,
    [prefectureId],
  );
  await owner.query(
    'INSERT INTO survey_baseline (campaign_id, county_id, compounds, buildings, households, floor_area) VALUES ($1, $2, 1, 1, 1, 1)',
    [campaign, county.id],
  );
  await owner.query(
    `INSERT INTO survey (campaign_id, compound_id, county_id, eligibility, facts) VALUES ($1, $2, $3, 'eligible', '{"contribution": [["all", ""]]}')`,
    [campaign, rows.compoundId, county.id],
  );
  await owner.query(
    `INSERT INTO baseline_amendment (campaign_id, county_id, compounds_delta, buildings_delta, households_delta, floor_area_delta, document_no, document_on, reason, created_by)
     VALUES ($1, $2, 1, 0, 0, 0, '楚住建〔2020〕9号', '2020-03-01', '补登', $3)`,
    [campaign, county.id, account],
  );
}

export async function fillEveryTable(
  owner: pg.Client,
  place: { prefectureId: string; county: Place; code: string; account: string; rulebookId: string },
): Promise<CountyRows> {
  const rows = await register(owner, place.county, place.code);
  const keyId = await papers(owner, place.prefectureId, place.county, rows, place.account);
  await people(owner, place.prefectureId, place.county, place.account, keyId);
  await programme(owner, place.prefectureId, place.county, rows, place.account);
  await votes(owner, place, rows);
  await owner.query(
    `INSERT INTO programme_year (prefecture_id, year, rulebook_id, target_share, start_by, complete_by) VALUES ($1, 2031, $2, 70, '2031-02-28', '2031-06-30') ON CONFLICT DO NOTHING`,
    [place.prefectureId, place.rulebookId],
  );
  await projects(owner, place, rows);
  await complaints(owner, place, rows.compoundId);
  await statements(owner, place);
  await supervision(owner, place);
  await scorecards(owner, place);
  await scoreReward(owner, place);
  const reminder = await one(
    owner,
    `INSERT INTO reminder (prefecture_id, county_id, kind, subject, mark, due_on) VALUES ($1, $2, 'yearStart', 'x', '7', '2031-02-28') RETURNING id`,
    [place.prefectureId, place.county.id],
  );
  await owner.query(
    `INSERT INTO notification (account_id, prefecture_id, kind, href) VALUES ($1, $2, 'export.done', '/imports')`,
    [place.account, place.prefectureId],
  );
  await owner.query('INSERT INTO reminder_aside (reminder_id, account_id, prefecture_id) VALUES ($1, $2, $3)', [
    reminder,
    place.account,
    place.prefectureId,
  ]);
  await owner.query('SELECT anju_audit_seal()');
  return rows;
}
