import type pg from 'pg';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { loadLedger } from '../funds/load-ledger';
import { loadSite } from '../site/load-site';
import { tellAnnualPlans } from './annual';
import { dayOf } from './calendars';
import { toldOf } from './cast';
import { tellAcceptances, tellChecks, tellHandover, tellHaves } from './ending';
import { countiesOf } from './facts';
import { groundOf } from './ground';
import { tellContracts } from './money';
import { tellPapers } from './papers';
import { tellParties } from './people-of';
import { tellPlans } from './plan-rows';
import { tellEnd, tellProject } from './project-rows';
import type { Rows } from './rows';
import { tellFunding } from './sharing';
import { tellEvents, tellStages } from './stages';
import type { Told } from './told';
import { tellCompletions, tellFindings } from './works-done';
import { feasibilityVersions, tellApplication, tellFeasibility, tellLeadingGroup } from './year-rows';

/** One project after the other, each as far as it came. */
function tell(all: readonly Told[]): void {
  const groups = groupBy(all, ({ county, year }) => `${county.code}-${year}`);
  const feasibility = new Map<string, string>();
  for (const group of groups.values()) {
    const versions = feasibilityVersions(group);
    tellFeasibility(versions);
    for (const { id, projects } of versions) for (const told of projects) feasibility.set(told.id, id);
  }
  for (const told of all) {
    tellProject(told, feasibility.get(told.id) ?? null);
    for (const piece of PIECES) piece(told);
  }
}

const PIECES = [
  ...[tellPlans, tellStages, tellEvents, tellParties, tellFunding, tellContracts, tellPapers, tellApplication],
  ...[tellCompletions, tellFindings, tellAcceptances, tellHandover, tellChecks, tellHaves, tellEnd],
];

const TABLES = [
  ...[
    'company',
    'feasibility_report',
    'leading_group',
    'project',
    'project_compound',
    'compound_plan',
    'plan_item',
    'compound_have',
    'project_person',
  ],
  ...[
    'project_party',
    'contract',
    'project_stage',
    'project_event',
    'paper',
    'sharing',
    'sharing_change',
    'agreed_share',
    'funding_line',
    'item_completion',
    'inspection',
    'finding',
    'inspection_check',
    'acceptance',
    'acceptance_party',
  ],
  ...['handover_item', 'aftercare_check', 'application'],
];

const SEAL = `UPDATE compound_plan p SET status = 'final', hash = x.hash, finalized_at = x.at, finalized_by = x.by, version = version + 1, updated_at = x.at
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, hash text, at timestamptz, by uuid) WHERE p.id = x.id`;
const CONCLUDE = `UPDATE acceptance a SET status = x.status, conclusion = x.conclusion, concluded_at = x.at, concluded_by = x.by, version = version + 1, updated_at = x.at
  FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, status text, conclusion text, at timestamptz, by uuid) WHERE a.id = x.id`;

/** Codes that people give out go on after the last one loaded. */
const COUNTERS = `INSERT INTO county_counter (county_id, name, value) SELECT county_id, 'project-' || split_part(code, '-', cardinality(string_to_array(code, '-')) - 1), max(right(code, 3)::int)
  FROM project GROUP BY 1, 2 ON CONFLICT (county_id, name) DO UPDATE SET value = greatest(county_counter.value, EXCLUDED.value)`;

/** A project that was withdrawn lets its compounds go. */
const ENDS = [
  `UPDATE project_compound c SET live = false, left_reason = x.reason FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, status text, reason text)
   WHERE c.project_id = x.id AND x.status = 'withdrawn'`,
  `UPDATE project p SET status = x.status, version = version + 1 FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, status text, reason text) WHERE p.id = x.id`,
];

/** Withdrawn before the adjustment that takes note of it; suspended after all plans were made. */
async function end(client: pg.Client, rows: Rows, status: 'withdrawn' | 'suspended'): Promise<void> {
  const ended = JSON.stringify(rows.of('project_end').filter((row) => row.status === status));
  for (const sql of ENDS) await client.query(sql, [ended]);
}

const LATER = ['compound_plan', 'plan_item', 'acceptance', 'acceptance_party'];

/** Plans become final and acceptances are concluded once all of them is written, as the tables ask. */
async function conclude(client: pg.Client, rows: Rows, prefix: string): Promise<void> {
  await client.query(SEAL, [JSON.stringify(rows.of(`${prefix}plan_seal`))]);
  await client.query(CONCLUDE, [JSON.stringify(rows.of(`${prefix}acceptance_end`))]);
}

/** Projects at every stage with all that their stages imply, and the years' plans. Answers what was loaded. */
export async function loadProjects(
  client: pg.Client,
  today: CalendarDate,
  rulebookId: string,
): Promise<Record<string, number>> {
  const ground = await groundOf(client, today, rulebookId);
  const all = await toldOf(client, ground);
  tell(all);
  for (const county of (await countiesOf(client)).values())
    tellLeadingGroup(ground, county, dayOf('2020-02-12', today));
  for (const table of ['stored_file', ...TABLES]) await ground.rows.write(client, table);
  await conclude(client, ground.rows, '');
  for (const table of LATER) await ground.rows.write(client, table, `later_${table}`);
  await conclude(client, ground.rows, 'later_');
  await tellAnnualPlans(client, ground, all, 'first');
  await ground.rows.write(client, 'application', 'later_application');
  await end(client, ground.rows, 'withdrawn');
  await tellAnnualPlans(client, ground, all, 'later');
  await end(client, ground.rows, 'suspended');
  const entries = await loadLedger(client, ground, all);
  const site = await loadSite(client, ground, all);
  await ground.rows.write(client, 'stored_file');
  await ground.files.store();
  await client.query(COUNTERS);
  await client.query(
    'ANALYZE project, project_stage, project_compound, compound_plan, plan_item, agreed_share, paper, item_completion, stored_file',
  );
  return { projects: all.length, entries, ...site };
}
