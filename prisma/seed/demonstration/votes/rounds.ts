import { addDays } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { SchemeView } from '@/lib/domain/votes/answers';
import type { Actor } from '@/lib/server/actor';
import { drawCallBacks } from '@/lib/server/votes/call-backs';
import { type CountedResult, countAnew } from '@/lib/server/votes/count-anew';
import { freezeRoll, registered } from '@/lib/server/votes/roll';
import type { Photograph } from './evidence';
import type { RoundStory } from './journeys';
import { resultWords } from './notice-words';
import { complete, dayOver, publish } from './notices';
import { tellObjections } from './objections';
import { formNoOf, type Opened, recordHastily, recordRound, visitDoors } from './recording';
import type { Place, Stage } from './types';

export interface Telling {
  stage: Stage;
  place: Place;
  photograph: Photograph;
  rulebookId: string;
  /** the programme year of the vote, where it is not the current one */
  year?: number | undefined;
}

const testOf = (round: 1 | 2): string => chuxiong2020.votes.rounds.find((one) => one.round === round)?.test ?? '';

const CREATE = `INSERT INTO vote_round (id, compound_id, county_id, rulebook_id, programme_year_id, round, attempt, code, scheme_id, test, planned_close_on, created_by)
  SELECT $1, $2, $3, $4, (SELECT id FROM programme_year WHERE CASE WHEN $12::int IS NULL THEN current ELSE year = $12::int END), $5::int, $6::int, $7, $8, $9, $10, $11`;
const OPEN = `UPDATE vote_round SET status = 'open', roll_hash = $2, roll_households = $3, roll_area = $4, roll_voters = $5, opened_at = anju_now(), opened_by = $6,
  version = version + 1, updated_at = anju_now() WHERE id = $1`;
const CLOSE = `UPDATE vote_round SET status = 'closed', provisional = $2, closed_at = anju_now(), closed_by = $3, version = version + 1, updated_at = anju_now() WHERE id = $1`;
const CERTIFY = `UPDATE vote_round SET status = 'certified', outcome = $2, result = $3, certified_at = anju_now(), certified_by = $4, version = version + 1,
  updated_at = anju_now() WHERE id = $1`;
const CANCEL = `UPDATE vote_round SET status = 'cancelled', cancelled_at = anju_now(), cancelled_by = $2, cancelled_reason = $3, version = version + 1,
  updated_at = anju_now() WHERE id = $1`;
const FORMS = `INSERT INTO vote_form (form_no, round_id, household_id, county_id, batch, serial, printed_by)
  SELECT f."formNo", $1, f.id, $3, 1, f.serial, $4 FROM jsonb_to_recordset($2::jsonb) AS f ("formNo" text, id uuid, serial int)`;

/** One attempt of a vote, told as far as it came. */
export async function tellRound(
  telling: Telling,
  story: RoundStory,
  attempt: number,
  scheme?: SchemeView,
): Promise<void> {
  const { stage, place, rulebookId } = telling;
  const [id, code] = [stage.next('round'), `${place.code}-${story.round}-${attempt}`];
  await stage.act(place.clerks[0], { day: story.opened, time: '08:40' }, async (actor) => {
    const planned = addDays(stage.today, story.planned ?? story.closed ?? story.opened + 20);
    const subject = [scheme?.id ?? null, testOf(story.round), planned, actor.accountId];
    const values = [
      id,
      place.id,
      actor.countyId,
      rulebookId,
      story.round,
      attempt,
      code,
      ...subject,
      telling.year ?? null,
    ];
    await stage.client.query(CREATE, values);
  });
  if (story.until === 'draft') return;
  const opened = await open(telling, { id, code, story, homes: [], clerks: place.clerks });
  await collect(telling, opened);
  if (story.until === 'open') return;
  if (story.until === 'cancelled') {
    await stage.act(place.clerks[0], { day: story.closed ?? 0, time: '16:20' }, async (actor) => {
      await stage.client.query(CANCEL, [id, actor.accountId, story.cancelledReason]);
    });
    return;
  }
  await close(telling, opened, attempt);
  if (story.until === 'certified') await certify(telling, opened);
}

const open = ({ stage, place }: Telling, round: Opened): Promise<Opened> =>
  stage.act(place.clerks[0], { day: round.story.opened, time: '09:30' }, async (actor) => {
    const { id, code } = round;
    const found = await registered(stage.tx, place.id);
    const { hash, households, area, voters } = await freezeRoll(stage.tx, id, found);
    await stage.client.query(OPEN, [id, hash, households, area, voters, actor.accountId]);
    const homes = found.map((home, at) => ({ id: home.id, area: home.area ?? 0n, formNo: formNoOf(code, at) }));
    await printForms(stage, actor, { ...round, homes });
    return { ...round, homes };
  });

/** 意见征求表 for every household, in the order of the doors. */
async function printForms({ client }: Stage, actor: Actor, { id: roundId, homes }: Opened): Promise<void> {
  const forms = homes.map(({ id, formNo }, at) => ({ id, formNo, serial: at + 1 }));
  await client.query(FORMS, [roundId, JSON.stringify(forms), actor.countyId, actor.accountId]);
}

async function collect({ stage, place, photograph }: Telling, round: Opened): Promise<void> {
  const { story } = round;
  if (story.hasty) return recordHastily(stage, round, photograph);
  const last = (story.closed ?? 0) - 1;
  const answered = await recordRound(stage, round, last, photograph);
  if (story.until === 'open') await visitDoors(stage, round, answered);
  if (story.until !== 'cancelled') await lookAgain(stage, place, round, story.looked ?? 1000, last);
}

const LOOK = `INSERT INTO ballot_check (ballot_id, round_id, county_id, seq, verdict, checked_by)
  SELECT s.ballot_id, $1, s.county_id, 0, 'right', $2 FROM vote_standing s JOIN vote_roll v ON v.round_id = s.round_id AND v.household_id = s.household_id
  WHERE s.round_id = $1 AND s.choice IS NOT NULL ORDER BY v.sort_key, v.household_id
  LIMIT (SELECT (agree_households + disagree_households + abstain_households) * $3::int / 1000 FROM vote_tally WHERE round_id = $1)`;

/** The second look: by the town, over the first so many of a thousand. */
async function lookAgain({ client, act }: Stage, { town }: Place, { id }: Opened, perThousand: number, day: number) {
  if (perThousand === 0) return;
  await act(town, { day, time: '22:10' }, async (actor) => {
    await client.query({ name: 'seed-look', text: LOOK, values: [id, actor.accountId, perThousand] });
  });
}

/** Closing, the result notice of the next day, objections to it, the calls. */
async function close({ stage, place }: Telling, round: Opened, attempt: number): Promise<void> {
  const { id, story } = round;
  const day = story.closed ?? -1;
  const [clerk] = place.clerks;
  const counted = await stage.act(clerk, { day, time: '17:30' }, async (actor) => {
    const result = await countAnew(stage.tx, id, chuxiong2020, testOf(story.round));
    await stage.client.query(CLOSE, [id, JSON.stringify(result), actor.accountId]);
    await drawCallBacks(stage.tx, id, chuxiong2020);
    return result;
  });
  const words = resultWords(place.name, place.community, story.round);
  const about = { words, compounds: [place.id], round: { id, round: story.round, attempt, ...counted } };
  const notice = await stage.act(clerk, { day: day + 1, time: '09:00' }, (actor) =>
    publish(stage, actor, day + 1, about),
  );
  await callBack(stage, place, id, day + 2, story);
  await tellObjections(stage, place, { id, notice, day: day + 3, story, homes: round.homes });
  if (story.until !== 'closed') await stage.act(clerk, dayOver(day + 1), (actor) => complete(stage, actor, notice));
}

const CALL = `WITH drawn AS (SELECT household_id, row_number() OVER (ORDER BY household_id) AS nth, count(*) OVER () AS all_of_them FROM call_back WHERE round_id = $1)
  UPDATE call_back k SET outcome = CASE WHEN $3 AND nth = 1 THEN 'denied' WHEN nth % 7 = 0 THEN 'unreachable' ELSE 'confirmed' END,
    note = CASE WHEN $3 AND nth = 1 THEN '业主称未填过表，也未委托他人' WHEN nth % 7 = 0 THEN '三次拨打无人接听' END, called_by = $2, called_at = anju_now(), version = version + 1
  FROM drawn d WHERE k.round_id = $1 AND k.household_id = d.household_id AND (NOT $4 OR nth * 2 <= all_of_them)`;

/** 回访 by the town: all of the sample, or while the notice still runs the first half. */
async function callBack({ client, act }: Stage, { town }: Place, roundId: string, day: number, story: RoundStory) {
  await act(town, { day, time: '15:15' }, async (actor) => {
    await client.query(CALL, [roundId, actor.accountId, story.denied === true, story.until === 'closed']);
  });
}

async function certify({ stage, place }: Telling, { id, story }: Opened): Promise<void> {
  await stage.act(place.bureau, { day: (story.closed ?? 0) + 10, time: '11:00' }, async (actor) => {
    const result: CountedResult = await countAnew(stage.tx, id, chuxiong2020, testOf(story.round));
    const outcome = result.verdicts.find(({ decides }) => decides)?.passed ? 'passed' : 'failed';
    await stage.client.query(CERTIFY, [id, outcome, JSON.stringify(result), actor.accountId]);
  });
}
