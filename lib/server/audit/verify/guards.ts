import 'server-only';
import type pg from 'pg';
import type { Problem } from './records';

/** Tables whose every write leaves a line. */
const AUDITED = [
  ...['unit', 'unit_version', 'account', 'account_password', 'programme_year', 'survey_campaign', 'survey_baseline'],
  ...['baseline_amendment', 'compound', 'compound_alias', 'compound_lineage', 'building', 'household', 'owner'],
  ...[
    'owner_personal',
    'household_owner',
    'stored_file',
    'compound_file',
    'import_mapping',
    'export_job',
    'personal_key',
    'access_token',
    'backup_run',
  ],
  ...['scheme', 'scheme_part', 'vote_round', 'ballot', 'ballot_check', 'vote_form', 'door_visit', 'call_back'],
  ...['notice', 'notice_compound', 'notice_photo', 'objection'],
  ...['ledger_entry', 'payment_order', 'fund_batch', 'fund_batch_line'],
  ...['progress_sending', 'progress_decision', 'progress_correction', 'milestone', 'county_month', 'outage'],
];
/** Tables that refuse to be changed afterwards. */
const KEPT = [
  ...['audit_line', 'audit_seal', 'audit_sealed_line', 'survey_baseline', 'baseline_amendment'],
  ...['rulebook_version', 'compound_lineage', 'ledger_line'],
  ...['progress_sending', 'progress_decision'],
  'month_end',
];
/** What a vote recorded moves with its compound and in nothing else. */
const RECORDED = ['vote_roll', 'vote_entry', 'ballot', 'ballot_check', 'door_visit'];
/** Changed as work goes on, never taken away. */
const NEVER_DELETED = [
  ...['vote_round', 'vote_standing', 'vote_tally', 'vote_building', 'vote_voter', 'vote_form', 'call_back'],
  ...['scheme', 'scheme_part', 'notice', 'notice_compound', 'notice_photo', 'objection'],
  ...['ledger_account', 'ledger_entry', 'contract_paid', 'payment_order', 'fund_batch', 'fund_batch_line'],
  'project_gap',
  'project_light',
  'works_figure',
  ...['progress_report', 'progress_item', 'progress_photo', 'progress_correction', 'project_month', 'milestone'],
  ...['county_month', 'outage'],
];
/** What counts the votes and writes their chains. */
const COUNTING = [
  ...['vote_round.vote_round_born', 'vote_round.vote_round_guard', 'vote_round.vote_round_stepped'],
  ...['vote_roll.roll_filled', 'vote_tally.vote_tally_kept', 'ballot.ballot_stamp', 'ballot.ballots_counted'],
  ...['ballot_check.ballot_check_stamp', 'ballot_check.checks_counted', 'door_visit.door_counted'],
  ...['call_back.call_back_drawn', 'call_back.call_back_stepped'],
  ...['scheme.scheme_guard', 'scheme_part.scheme_guard', 'notice.notice_guard', 'objection.objection_guard'],
  'compound.compound_moved_votes',
];
/** What stamps and locks the monthly reports. */
const REPORTS = [
  ...['progress_sending.receipt_stamped', 'county_month.receipt_stamped', 'progress_report.progress_report_guard'],
  ...['progress_item.progress_part_guard', 'progress_photo.progress_part_guard', 'milestone.milestone_guard'],
  ...['county_month.county_month_guard', 'outage.outage_guard', 'progress_decision.project_month_kept'],
  'progress_correction.decided_stays',
];
/** What writes the books and keeps them as they were. */
const BOOKS = [
  ...['ledger_entry.ledger_entry_place', 'ledger_entry.ledger_post', 'ledger_entry.ledger_kept'],
  ...['ledger_line.ledger_balanced', 'contract.contract_paid_guard', 'payment_order.decided_stays'],
  ...['fund_batch.decided_stays', 'fund_batch_line.fund_batch_guard', 'funding_line.fund_planned_insert'],
  ...['funding_line.fund_planned_update', 'project.ledger_moves_with_project'],
  ...['ledger_entry.project_gap_given', 'funding_line.project_gap_insert', 'funding_line.project_gap_update'],
];
/** What says that a light is to be reckoned anew, and keeps their totals. */
const LIGHTS = [
  ...['project.project_light_begun', 'project.project_light_moved', 'programme_year.project_light_of_year'],
  ...['project_light.light_total_insert', 'project_light.light_total_update', 'annual_plan.project_light_of_plan'],
  ...['project_month', 'milestone', 'finding', 'stop_work', 'project_stage'].flatMap((table) => [
    `${table}.project_light_insert`,
    `${table}.project_light_update`,
  ]),
];
/** What reckons the figures of the overview anew. */
const WORKS = [
  ...['project.works_begun', 'project.works_moved', 'programme_year.works_of_year', 'vote_round.works_of_votes'],
  ...['compound_plan.works_update', 'compound_total.works_update'],
  ...['project_compound', 'milestone', 'item_completion', 'project_stage', 'compound_have'].flatMap((table) => [
    `${table}.works_insert`,
    `${table}.works_update`,
  ]),
];
/** What tells people what happened to their work. */
const TOLD = [
  ...['progress_decision', 'milestone', 'county_month', 'project_event', 'annual_plan', 'fund_batch'],
  ...['supervision_event', 'complaint_event', 'import_batch', 'export_job', 'score_event'],
];
const EXPECTED = [
  ...AUDITED.flatMap((table) => [`${table}.audit_insert`, `${table}.audit_update`]),
  ...['import_batch.audit_insert', 'import_batch.audit_status', 'audit_line.audit_pending_insert'],
  ...[...KEPT, ...RECORDED].map((table) => `${table}.kept_for_good`),
  ...RECORDED.map((table) => `${table}.never_emptied`),
  ...NEVER_DELETED.map((table) => `${table}.never_deleted`),
  ...COUNTING,
  ...REPORTS,
  ...BOOKS,
  ...LIGHTS,
  ...WORKS,
  ...TOLD.map((table) => `${table}.notified`),
  ...['household', 'owner', 'owner_personal', 'household_owner'].map((table) => `${table}.${table}_placed`),
];

const TRIGGERS = `SELECT c.relname || '.' || t.tgname AS name, t.tgenabled IN ('O', 'A') AS enabled
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`;
const UNFORCED = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`;

/** What watches over the tables, and whether it is awake. */
export async function guardProblems(client: pg.Client): Promise<Problem[]> {
  const triggers = await client.query<{ name: string; enabled: boolean }>(TRIGGERS);
  const unforced = await client.query<{ relname: string }>(UNFORCED);
  const found = new Set(triggers.rows.map(({ name }) => name));
  return [
    ...EXPECTED.filter((name) => !found.has(name)).map((detail) => ({ kind: 'trigger_missing' as const, detail })),
    ...triggers.rows
      .filter(({ enabled }) => !enabled)
      .map(({ name }) => ({ kind: 'trigger_disabled' as const, detail: name })),
    ...unforced.rows.map(({ relname }) => ({ kind: 'row_security' as const, detail: relname })),
  ];
}

const ORPHANS = `SELECT count(*)::int AS count, min(line_id)::text AS first FROM audit_sealed_line h
  WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.chain = h.chain AND s.seq = h.seq)`;
const UNACCOUNTED = `SELECT count(*)::int AS count, min(id)::text AS first FROM audit_line l
  WHERE NOT EXISTS (SELECT 1 FROM audit_sealed_line h WHERE h.line_id = l.id) AND NOT EXISTS (SELECT 1 FROM audit_pending p WHERE p.line_id = l.id)`;
const LOST = `SELECT count(*)::int AS count, min(line_id)::text AS first FROM audit_pending p
  WHERE NOT EXISTS (SELECT 1 FROM audit_line l WHERE l.id = p.line_id)`;

/** Lines that stand in no seal that exists, or on no list at all. */
export async function strayLines(client: pg.Client): Promise<Problem[]> {
  const kinds = [
    ['orphan_lines', ORPHANS],
    ['unaccounted_lines', UNACCOUNTED],
    ['line_missing', LOST],
  ] as const;
  const problems: Problem[] = [];
  for (const [kind, sql] of kinds) {
    const { rows } = await client.query<{ count: number; first: string | null }>(sql);
    const [row] = rows;
    if (row && row.count > 0) problems.push({ kind, line: row.first ?? undefined, detail: String(row.count) });
  }
  return problems;
}
