import type pg from 'pg';
import { contributions } from './rows-of-contributions';
import { inspections } from './rows-of-inspections';
import { ledger } from './rows-of-ledger';
import { outage, progress } from './rows-of-progress';
import { sharing } from './rows-of-sharing';
import { insert, type Place } from './world';

interface Office {
  prefectureId: string;
  county: Place;
  code: string;
  account: string;
  rulebookId: string;
}

const day = '2031-03-01';

/** Companies and papers of a project, what was found and accepted, and what is looked at afterwards. */
async function belowProject(owner: pg.Client, of: Record<string, unknown>, office: Office, compoundId: string) {
  const { county, code, account } = office;
  const by = { created_by: account };
  const company = await insert(owner, 'company', {
    county_id: county.id,
    name: `${code} 建工`,
    kinds: ['construction'],
    ...by,
  });
  await insert(owner, 'project_party', { ...of, kind: 'construction', company_id: company, ...by });
  await insert(owner, 'contract', {
    ...{ ...of, kind: 'construction', no: `${code}-1`, name: '施工合同', company_id: company },
    ...{ amount: 100, signed_on: day, ...by },
  });
  const file = await owner.query<{ id: string }>('SELECT id FROM stored_file WHERE county_id = $1 LIMIT 1', [
    county.id,
  ]);
  const paper = { kind: 'design', stage: 4, no: 1, title: '初步设计', file_id: file.rows[0]?.id, file_sha256: 'x' };
  await insert(owner, 'paper', { ...of, ...paper, ...by });
  await insert(owner, 'funding_line', { ...of, source: 'central', amount: 100, ...by });
  await sharing(owner, of, compoundId, account);
  await progress(owner, of, { compoundId, account, fileId: file.rows[0]?.id });
  await contributions(owner, of, { compoundId, code, account });
  await insert(owner, 'item_completion', {
    ...{ ...of, compound_id: compoundId, item: 'C-R07', completed_on: day, reported_by: account },
  });
  await insert(owner, 'finding', {
    ...{ ...of, kind: 'quality', grade: 'minor', place: '1栋', content: '灰缝不满', inspected_on: day, limit_on: day },
    ...by,
  });
  await inspections(owner, { of, compoundId, account, fileId: file.rows[0]?.id, code });
  const acceptance = await insert(owner, 'acceptance', { ...of, no: 1, held_on: day, place: '小区', ...by });
  await insert(owner, 'acceptance_party', {
    ...{ ...of, acceptance_id: acceptance, party: 'town', name: '金山镇', opinion: 'agree', file_id: file.rows[0]?.id },
    ...{ file_sha256: 'x', ...by },
  });
  await insert(owner, 'handover_item', {
    ...{ ...of, compound_id: compoundId, item: 'C-R07', what: '道路', maintainer_kind: 'property', maintainer: '物业' },
    ...by,
  });
  await insert(owner, 'aftercare_check', { ...of, months: 6, due_on: day });
}

/** A plan, a project of its compound, and the year's plan with it. */
export async function projects(owner: pg.Client, office: Office, rows: { compoundId: string }): Promise<void> {
  const { prefectureId, county, code, account, rulebookId } = office;
  const by = { created_by: account };
  const { rows: years } = await owner.query<{ id: string }>(
    'SELECT id FROM programme_year WHERE prefecture_id = $1 ORDER BY year LIMIT 1',
    [prefectureId],
  );
  const year = years[0]?.id;
  const { compoundId } = rows;
  const here = { county_id: county.id };
  const plan = await insert(owner, 'compound_plan', {
    ...{ ...here, compound_id: compoundId, rulebook_id: rulebookId, no: 1, title: '一区一策', ...by },
  });
  await owner.query(
    `INSERT INTO plan_item (plan_id, compound_id, county_id, item, answer, cost) VALUES ($1, $2, $3, 'C-R07', 'todo', 100)`,
    [plan, compoundId, county.id],
  );
  await owner.query(
    `INSERT INTO compound_have (compound_id, have, county_id, attested, attested_by) VALUES ($1, 'culture', $2, true, $3)`,
    [compoundId, county.id, account],
  );
  await insert(owner, 'feasibility_report', {
    ...{ ...here, programme_year_id: year, no: 1, title: '年度可研', investment: 100, ...by },
  });
  await insert(owner, 'leading_group', {
    ...{ ...here, document_no: '1号', document_on: day, head: '张*', head_post: '市长', ...by },
  });
  const project = await insert(owner, 'project', {
    ...{ ...here, prefecture_id: prefectureId, programme_year_id: year, rulebook_id: rulebookId },
    ...{ code: `${code}-2031-001`, name: '粮食局家属院改造', ...by },
  });
  const of = { project_id: project, county_id: county.id };
  await outage(owner, prefectureId, account);
  const insertPair = (table: string, row: Record<string, unknown>) =>
    owner.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
      Object.values(row),
    );
  await insertPair('project_compound', { ...of, compound_id: compoundId, ...by });
  await insertPair('project_person', { ...of, account_id: account, ...by });
  await insertPair('project_stage', { ...of, stage: 1, status: 'current', step: 'complete' });
  await insert(owner, 'project_event', { ...of, kind: 'created', account_id: account });
  await belowProject(owner, of, office, compoundId);
  const file = await owner.query<{ id: string }>('SELECT id FROM stored_file WHERE county_id = $1 LIMIT 1', [
    county.id,
  ]);
  await insert(owner, 'application', {
    ...{ ...of, programme_year_id: year, applicant: '业主委员会', applied_on: day, file_id: file.rows[0]?.id, ...by },
  });
  await yearPlan(owner, office, { year, project });
  await ledger(owner, { prefectureId, countyId: county.id, year, project, code, account });
}

async function yearPlan(
  owner: pg.Client,
  { prefectureId, county, account }: Office,
  of: { year?: string; project: string },
) {
  const { rows: there } = await owner.query<{ id: string }>('SELECT id FROM annual_plan WHERE programme_year_id = $1', [
    of.year,
  ]);
  const plan =
    there[0]?.id ??
    (await insert(owner, 'annual_plan', {
      ...{ prefecture_id: prefectureId, programme_year_id: of.year, no: 1, title: '年度实施计划', weights: '{}' },
      created_by: account,
    }));
  await insert(owner, 'annual_plan_budget', {
    ...{ plan_id: plan, prefecture_id: prefectureId, county_id: county.id, source: 'local', amount: 100 },
  });
  await owner.query('INSERT INTO annual_plan_entry (plan_id, project_id, county_id) VALUES ($1, $2, $3)', [
    plan,
    of.project,
    county.id,
  ]);
  await owner.query('INSERT INTO county_target (plan_id, county_id) VALUES ($1, $2)', [plan, county.id]);
}
