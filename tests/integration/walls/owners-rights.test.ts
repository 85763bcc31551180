import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, type World } from '../../support/world';

/**
 * What runs with the owner's rights, past row security, and for whom: reviewed one by one. A function that is new here is
 * one more door in the second wall: its line says why it must be one.
 */
const DOORS: Record<
  string,
  [forWhom: 'app' | 'backup' | 'verifier' | 'app, backup' | 'app, verifier' | 'nobody', why: string]
> = {
  'anju_audit_import()': ['nobody', 'trigger: the line of an import'],
  'anju_audit_owners()': ['nobody', 'trigger: lines of owners, encrypted'],
  'anju_audit_pending()': ['nobody', 'trigger: numbers the lines of a transaction'],
  'anju_audit_rows()': ['nobody', 'trigger: the lines of a change'],
  'anju_audit_seal(integer)': ['app', 'seals lines into the chain of every county'],
  'anju_clean_imports(interval)': ['app', 'nightly, without an actor: forgets abandoned imports'],
  'anju_company_name(uuid)': [
    'app',
    'the name of a company, and nothing else of it, for towns and communities whose project it takes part in',
  ],
  'anju_expire_exports(interval)': ['app', 'nightly, without an actor: forgets exports whose time is over'],
  'anju_forget_notifications()': ['app', 'hourly, without an actor: messages older than half a year'],
  'anju_give_up_import(uuid,jsonb)': ['app', 'a job given up says so on its import'],
  'anju_keep_frozen()': ['nobody', 'trigger: sums of what a campaign recorded'],
  'anju_keep_gap()': ['nobody', 'trigger: what the register lacks'],
  'anju_keep_places()': ['nobody', 'trigger: sums of towns and communities'],
  'anju_keep_reminders(jsonb)': ['app', 'nightly, without an actor: the reminders of each county'],
  'anju_keep_thumbnail(uuid,text)': ['app', 'a job without an actor keeps the small picture'],
  'anju_move_with_building()': ['nobody', 'trigger: households stand where their building stands'],
  'anju_move_with_compound()': ['nobody', 'trigger: what lies in a compound moves with it'],
  'anju_name_of(uuid)': [
    'app',
    'the display name of an official of the own county or prefecture, beside what that person recorded',
  ],
  'anju_picture(uuid)': ['app', 'a job without an actor reads one picture'],
  'anju_place_compound()': ['nobody', 'trigger: a compound stands where its community stands'],
  'anju_place_in_building()': ['nobody', 'trigger: a household stands where its building stands'],
  'anju_place_in_compound()': ['nobody', 'trigger: a part stands where its compound stands'],
  'anju_place_in_owner()': ['nobody', 'trigger: personal data stand where their owner stands'],
  'anju_placed()': ['nobody', 'trigger: the same for rows in bulk'],
  'anju_record(text,text,text,uuid,jsonb,text)': ['app', 'a line of what is no change of a row'],
  'anju_refresh_totals(uuid[])': ['nobody', 'called by triggers: kept totals'],
  'anju_reminder_facts()': ['app', 'nightly, without an actor: dates and counts, no names'],
  'anju_survey_kept()': ['nobody', 'trigger: what a frozen survey counted stays'],
  'anju_total_takes_stated()': ['nobody', 'trigger: stated numbers in the totals'],
  'anju_totals_of_rows()': ['nobody', 'trigger: kept totals'],
  'auth_end_sessions(uuid,text)': ['app', 'a new password ends what is open'],
  'auth_find_account(text)': ['app', 'before signing in nobody is anybody yet'],
  'auth_job_actor(uuid)': ['app', 'a job acts for whoever asked for it'],
  'auth_open_session(uuid,text,text,text,interval)': ['app', 'signing in'],
  'auth_record(uuid,text,jsonb,text)': ['app', 'signing in is on record'],
  'auth_record_stranger(text,jsonb,text)': ['app', 'a stranger at the door is on record'],
  'auth_session(text)': ['app', 'whose cookie this is'],
  'auth_token(text)': ['app', 'whose token this is'],
  'auth_token_refused(uuid,text,text,text)': ['app', 'a token that opens nothing is on record'],
  'auth_touch_session(uuid)': ['app', 'when a session was last seen'],
  'auth_touch_token(uuid)': ['app', 'when a token was last used'],
  'ballots_counted()': [
    'nobody',
    'trigger: what a ballot moves in standings, sums and chain, which nobody else may write',
  ],
  'backup_begin(text,timestamp with time zone)': ['backup', 'a copy begins'],
  'backup_end(uuid,text,bigint,text,text)': ['backup', 'a copy ended, well or not'],
  'backup_state()': ['app, backup', 'when the last copy was made'],
  'call_back_drawn()': ['nobody', 'trigger: a call is drawn before it is answered'],
  'call_back_stepped()': ['nobody', 'trigger: the answer of a call is an entry of the chain'],
  'check_stamp()': ['nobody', 'trigger: a second look is another account’s, and where it stands in the chain'],
  'bank_line_guard()': ['nobody', 'trigger: a line keeps to its county, and stays once its statement is decided'],
  'bank_match_guard()': ['nobody', 'trigger: what the bank confirms is of the same county and sum'],
  'checks_counted()': ['nobody', 'trigger: what a second look moves'],
  'door_counted()': ['nobody', 'trigger: the last visit of a door'],
  'roll_filled()': ['nobody', 'trigger: a roll is filled before it is frozen, where its round stands'],
  'contribution_share_place()': ['nobody', 'trigger: a share stands where its setting stands'],
  'contribution_shared()': ['nobody', 'trigger: shares make their setting, and what is due'],
  'contribution_payment_place()': ['nobody', 'trigger: a payment stands where its due stands'],
  'contribution_paid()': ['nobody', 'trigger: what a payment moves in what was paid, which nobody else may write'],
  'contribution_receipts_used(uuid,text[])': [
    'app',
    'of the receipt numbers asked for, those used in the county: its communities do not see each other’s payments',
  ],
  'contribution_move_with_compound()': ['nobody', 'trigger: contributions and funds move with their compound'],
  'maintenance_entered()': ['nobody', 'trigger: number and balance of an entry of a maintenance fund'],
  'acceptance_party_place()': [
    'nobody',
    'trigger: an opinion stands where its acceptance stands, while it is under way',
  ],
  'annual_plan_guard()': ['nobody', 'trigger: what a confirmed plan decided stays'],
  'anju_project_compounds()': ['app', 'for row security: compounds of the projects that somebody is named to'],
  'anju_project_counties()': ['app', 'for row security: counties of the projects that somebody is named to'],
  'anju_projects()': ['app', 'for row security: projects that somebody is named to, or with a compound of the place'],
  'contract_paid_guard()': ['nobody', 'trigger: a contract is not made smaller than what was paid on it'],
  'fund_batch_guard()': ['nobody', 'trigger: an issued batch stays; a line is of a project of its county'],
  'fund_planned_add(uuid,uuid,text,text,bigint)': ['nobody', 'kept sums of what funding plans name'],
  'fund_planned_begun()': ['nobody', 'trigger: kept sums of what funding plans name'],
  'fund_planned_kept()': ['nobody', 'trigger: kept sums of what funding plans name'],
  'ledger_account_of(ledger_entry,uuid,text)': ['nobody', 'the account of a pot, opened when money first moves there'],
  'ledger_counted(uuid,uuid)': ['verifier', 'all kept sums of a county’s year, counted anew'],
  'ledger_entry_place()': ['nobody', 'trigger: an entry stands where its project, batch or original stands'],
  'ledger_moves_with_project()': ['nobody', 'trigger: a project that goes to another year takes its movements along'],
  'ledger_post()': ['nobody', 'trigger: an entry writes its debits and credits and keeps the balances'],
  'ledger_recount(uuid,uuid)': ['nobody', 'kept sums of a county’s year, written anew'],
  'notification_of_batch()': ['nobody', 'trigger: counties are told that money was allocated to them'],
  'notification_of_complaint()': ['nobody', 'trigger: who is given a complaint is told'],
  'notification_of_export()': ['nobody', 'trigger: who asked for a file is told how it ended'],
  'notification_of_import()': ['nobody', 'trigger: who brought a sheet is told how it ended'],
  'notification_of_milestone()': ['nobody', 'trigger: who reported a start or completion is told what became of it'],
  'notification_of_month()': ['nobody', 'trigger: who sent a county’s month is told what became of it'],
  'notification_of_plan()': ['nobody', 'trigger: counties are told that a plan was confirmed'],
  'notification_of_report()': ['nobody', 'trigger: who sent a report is told what became of it'],
  'notification_of_score()': ['nobody', 'trigger: the county is told of a review, the prefecture of a dispute'],
  'notification_of_stage()': ['nobody', 'trigger: bureau and people of a project are told that a stage was sent back'],
  'notification_of_supervision()': [
    'nobody',
    'trigger: the county is told of a supervision notice, its issuer of the answer',
  ],
  'notification_offices(uuid,uuid,text[])': ['nobody', 'called by triggers: the accounts of some roles'],
  'notification_tell(text,text,jsonb,uuid[])': ['nobody', 'called by triggers: writes a message for somebody else'],
  'plan_guard()': ['nobody', 'trigger: a final plan stays'],
  'plan_item_counted()': ['nobody', 'trigger: kept sums of a plan'],
  'plan_item_place()': ['nobody', 'trigger: an item stands where its plan stands, at a building of its compound'],
  'plan_move_with_compound()': ['nobody', 'trigger: plans move with their compound'],
  'project_compound_place()': ['nobody', 'trigger: one county, one project of a year'],
  'project_counted()': ['nobody', 'trigger: kept sums of a project'],
  'month_end_keep()': ['app', 'nightly, without an actor: the figures of the month that is over, of each county'],
  'score_facts_of_all(uuid,integer)': [
    'app',
    'a job without an actor reads what scores are reckoned from: dates, counts and sums, of people only the head of a leading group',
  ],
  'score_keep(uuid,integer,jsonb)': ['app', 'a job without an actor keeps the scores as they stand'],
  'score_years()': ['app', 'a job without an actor: the current years, their rule books and outages'],
  'works_begun()': ['nobody', 'trigger: a project has its figures'],
  'works_changed()': ['nobody', 'trigger: figures are reckoned anew when a fact of a project changes'],
  'works_fold()': ['app', 'a job without an actor adds up lines, which changes no sum'],
  'works_moved()': ['nobody', 'trigger: figures go with the project, its stage and its year'],
  'works_of_compounds_changed()': ['nobody', 'trigger: the same when one of the six haves is attested'],
  'works_of_plan_changed()': ['nobody', 'trigger: the same when a plan becomes final'],
  'works_of_size_changed()': ['nobody', 'trigger: the same when households come in'],
  'works_of_votes()': ['nobody', 'trigger: rounds of votes are counted'],
  'works_of_year_changed()': ['nobody', 'trigger: the same when the dates of a year change'],
  'works_reckoned(uuid[],date)': ['verifier', 'what the records of projects say: counts, no names'],
  'works_refresh(uuid[])': ['nobody', 'called by triggers: what is different is written down'],
  'light_total_begun()': ['nobody', 'trigger: how many projects have which light is counted when one is made'],
  'light_total_kept()': ['nobody', 'trigger: how many projects have which light is counted when one changes'],
  'project_light_begun()': ['nobody', 'trigger: a project has its light'],
  'project_light_changed()': ['nobody', 'trigger: the light is reckoned anew when a fact of a project changes'],
  'project_light_facts(uuid[])': [
    'app, verifier',
    'dates, counts and percentages of projects, for the rule of their lights; nobody in particular asks',
  ],
  'project_light_keep(jsonb)': ['app', 'what the rule said of them, where no fact has changed meanwhile'],
  'project_light_moved()': [
    'nobody',
    'trigger: the light is reckoned anew when the stage or status of a project changes',
  ],
  'project_light_of_plan_changed()': ['nobody', 'trigger: lights are reckoned anew when a plan comes into force'],
  'project_light_of_year_changed()': ['nobody', 'trigger: lights are reckoned anew when the dates of a year change'],
  'project_light_stale(uuid[],uuid,integer)': ['app', 'ids of projects whose light is to be reckoned anew'],
  'project_light_touch(uuid[])': ['nobody', 'the light of these projects is to be reckoned anew'],
  'progress_part_guard()': ['nobody', 'trigger: nobody writes in a report that was sent'],
  'project_month_kept()': ['nobody', 'trigger: what counts of a month is what was accepted'],
  'project_gap_counted(uuid[])': [
    'verifier',
    'what was given to projects and what their plans still lack, counted anew',
  ],
  'project_gap_given()': ['nobody', 'trigger: what a project lacks is counted when money is given to it'],
  'project_gap_planned()': ['nobody', 'trigger: what a project lacks is counted when its funding plan changes'],
  'project_gap_recount(uuid[])': ['nobody', 'what projects lack, written anew'],
  'project_facts(uuid[])': [
    'app',
    'what the gates of visible projects look at, the same for everyone who sees the project',
  ],
  'project_neighbours(uuid[])': ['app', 'codes of other projects with the same compounds, of visible projects'],
  'project_place()': ['nobody', 'trigger: what belongs to a project stands where it stands'],
  'project_total_begun()': ['nobody', 'trigger: how many projects there are'],
  'project_total_kept()': ['nobody', 'trigger: how many projects there are'],
  'project_year_place()': ['nobody', 'trigger: in the year it goes over to, each compound is in one project'],
  'complaint_place()': ['nobody', 'trigger: a complaint stands where its compound stands, with its number and project'],
  'complaint_event_place()': [
    'nobody',
    'trigger: what happened stands where its complaint stands, done by whoever acts',
  ],
  'complaint_guard()': [
    'nobody',
    'trigger: what was said stays; a complaint joins one that stands for itself, also for who does not see it',
  ],
  'complaint_move_with_compound()': ['nobody', 'trigger: complaints move with their compound'],
  'rulebook_for_residents()': ['app', 'without an account: which rule book is in force'],
  'compounds_for_residents(text,text,integer)': [
    'app',
    'without an account: names of twenty compounds of a county, to choose one',
  ],
  'compound_for_resident(uuid)': ['app', 'without an account: name, town and county of one compound'],
  'notice_subject_for_resident(uuid)': ['app', 'without an account: what a published notice is about'],
  'complain_by_page(uuid,text,uuid,uuid,uuid,integer,text,text,text,bytea,text)': [
    'app',
    'without an account: a complaint or an opinion',
  ],
  'complaint_for_resident(text)': [
    'app',
    'without an account: how the complaint of a code stands, nobody else’s words',
  ],
  'reopen_by_resident(text,text,integer,integer)': [
    'app',
    'without an account: the complaint of a code is looked at again, once',
  ],
  'satisfaction_place()': ['nobody', 'trigger: a survey stands where its compound stands, and begins open'],
  'satisfaction_frozen()': ['nobody', 'trigger: the roll and the row of sums of a survey, which nobody else may write'],
  'satisfaction_answer(uuid,uuid,text,text,text)': [
    'app',
    'a household of the own place answers, once; nobody reads the sums that it adds to',
  ],
  'satisfaction_close(uuid,integer,text[])': [
    'app',
    'the sums of a survey of the own county become known, of enough households',
  ],
  'satisfaction_move_with_compound()': ['nobody', 'trigger: surveys move with their compound'],
  'scheme_guard()': ['nobody', 'trigger: a final scheme stays, also for who does not see it'],
  'counties_for_residents()': ['app', 'without an account: names and codes of the counties, to choose one'],
  'notice_for_residents(uuid)': [
    'app',
    'without an account: one published notice; of a withdrawn one only that it was',
  ],
  'notices_for_residents(text,integer,integer)': ['app', 'without an account: titles and periods of what is published'],
  'object_by_page(uuid,uuid,text,bytea)': ['app', 'without an account: an objection to a notice while its period runs'],
  'object_by_receipt(uuid,text,text,bytea)': [
    'app',
    'without an account: the same, about the household of a receipt code',
  ],
  'receipt_for_resident(text)': ['app', 'without an account: how the household of a receipt code is recorded, no name'],
  'units_for_residents()': ['app', 'without an account: the names of the bodies that run the programme'],
  'vote_freeze(uuid)': ['app', 'opening a round: standings and sums of its own place, which only the database writes'],
  'vote_link(uuid,text,text,jsonb)': ['nobody', 'called by triggers: the next entry of a chain'],
  'vote_move_with_compound()': ['nobody', 'trigger: votes and notices move with their compound'],
  'vote_place_in_parent()': ['nobody', 'trigger: a part stands where its round, notice or scheme stands'],
  'vote_round_stepped()': ['nobody', 'trigger: each step of a round is an entry of its chain'],
  'news_guard()': ['nobody', 'trigger: news stays as it was filed'],
  'stop_work_named()': ['nobody', 'trigger: a stop-work note keeps the names of its day, and who lifted it'],
  'score_facts(uuid[],integer)': [
    'app, verifier',
    'what the scores of the own counties are reckoned from, the same for everyone of county and prefecture; dates, counts, codes and money',
  ],
  'score_papers()': ['app', 'for row security: the files of the prefecture’s seasons, for its counties to read'],
  'score_part_guard()': ['nobody', 'trigger: each part of a card is written only while its step lasts'],
  'score_place()': ['nobody', 'trigger: what belongs to a card stands where it stands, with files of that county'],
  'score_results(uuid)': [
    'app',
    'total, grade and place of every county of the own prefecture, once the season is closed',
  ],
  'score_reward_guard()': ['nobody', 'trigger: reward money is of a season that is over, and stays as it was entered'],
  'score_reward_share_guard()': ['nobody', 'trigger: a part is of a county with that final total'],
  'score_reward_whole()': ['nobody', 'trigger: the parts make the whole, of all counties at once'],
  'score_season_guard()': ['nobody', 'trigger: a season is of a year of its prefecture and stays as it was opened'],
  'score_season_place()': ['nobody', 'trigger: opinions and sanctions are of a county of their season'],
  'scorecard_guard()': ['nobody', 'trigger: a card goes its way step by step, and its words are the county’s'],
  'supervision_guard()': ['nobody', 'trigger: a notice goes to a county of its prefecture and stays as it was issued'],
  'supervision_place()': [
    'nobody',
    'trigger: what belongs to a notice stands where it stands, about projects of that county',
  ],
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface Door {
  name: string;
  settings: string[];
  everybody: boolean;
  forWhom: string;
}

const doors = async (): Promise<Door[]> => {
  const { rows } = await world.owner.query<Door>(
    `SELECT p.oid::regprocedure::text AS name, coalesce(p.proconfig, '{}') AS settings,
       coalesce(nullif(concat_ws(', ', CASE WHEN has_function_privilege('anju_app', p.oid, 'EXECUTE') THEN 'app' END,
         CASE WHEN has_function_privilege('anju_backup', p.oid, 'EXECUTE') THEN 'backup' END,
         CASE WHEN has_function_privilege('anju_verifier', p.oid, 'EXECUTE') THEN 'verifier' END), ''), 'nobody') AS "forWhom",
       has_function_privilege('public', p.oid, 'EXECUTE') AS everybody
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND p.prosecdef ORDER BY 1`,
  );
  return rows;
};

describe('what runs with the owner’s rights', () => {
  test('is on the reviewed list, for nobody but whom it is for', async () => {
    const found = Object.fromEntries((await doors()).map(({ name, forWhom }) => [name, forWhom]));
    expect(found).toEqual(Object.fromEntries(Object.entries(DOORS).map(([name, [forWhom]]) => [name, forWhom])));
  });

  test('is open to nobody by default, and finds its tables whatever the caller’s search path says', async () => {
    const wrong = (await doors()).filter(
      ({ everybody, settings }) => everybody || !settings.includes('search_path=public, pg_temp'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('no view looks past row security: each reads as whoever asks', async () => {
    const { rows } = await world.owner.query(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
         AND (c.relkind = 'm' OR c.relkind = 'v' AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false))`,
    );
    expect(rows).toEqual([]);
  });
});
