import type pg from 'pg';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';

export interface CampaignFacts {
  prefectureId: string;
  counties: string[];
  today: CalendarDate;
  frozenBy: string;
  /** left out of the baseline by mistake, and added to it by document */
  lateAddition: { compoundId: string; countyId: string };
}

async function insertCampaign(
  client: pg.Client,
  prefectureId: string,
  name: string,
  opens: string,
  closes: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO survey_campaign (prefecture_id, name, opens_on, closes_on) VALUES ($1, $2, $3, $4) RETURNING id',
    [prefectureId, name, opens, closes],
  );
  return rows[0]?.id ?? '';
}

/** The survey of 2019: its baseline frozen as the totals stand now, before the compound that it forgot is counted. */
export async function freezeFirstCampaign(client: pg.Client, facts: CampaignFacts): Promise<void> {
  const id = await insertCampaign(client, facts.prefectureId, '2019年城镇老旧小区排查摸底', '2019-03-01', '2019-11-30');
  await client.query('SELECT anju_freeze_survey($1, $2)', [id, facts.counties]);
  await client.query(
    `UPDATE survey_campaign SET status = 'frozen', baseline_on = '2019-12-31', frozen_at = '2020-01-20T08:30:00Z', frozen_by = $2,
       document_no = '楚住建城〔2020〕2号', version = version + 1 WHERE id = $1`,
    [id, facts.frozenBy],
  );
  await client.query('UPDATE programme_year SET campaign_id = $1 WHERE prefecture_id = $2 AND NOT current', [
    id,
    facts.prefectureId,
  ]);
  await client.query('SELECT anju_refresh_totals($1)', [[facts.lateAddition.compoundId]]);
  await client.query(
    `INSERT INTO baseline_amendment (campaign_id, county_id, compounds_delta, buildings_delta, households_delta, floor_area_delta, document_no, document_on, reason, created_by)
     SELECT $1, county_id, 1, buildings, households, floor_area, '楚住建城〔2020〕15号', '2020-04-10', '排查遗漏，经核实后补登', $3
     FROM compound_total WHERE compound_id = $2`,
    [id, facts.lateAddition.compoundId, facts.frozenBy],
  );
}

/** The survey that is open on the day of loading. */
export async function openCurrentCampaign(client: pg.Client, { prefectureId, today }: CampaignFacts): Promise<void> {
  const name = `${today.slice(0, 4)}年城镇老旧小区排查摸底`;
  const id = await insertCampaign(client, prefectureId, name, addDays(today, -30), addDays(today, 60));
  await client.query('UPDATE programme_year SET campaign_id = $1 WHERE prefecture_id = $2 AND current', [
    id,
    prefectureId,
  ]);
}
