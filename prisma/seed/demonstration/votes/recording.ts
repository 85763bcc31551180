import { formNumber } from '@/lib/domain/votes/form-number';
import type { BallotKind, Channel, Choice } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { choose, share } from '../../shared/sequence';
import type { Photo, Photograph } from './evidence';
import type { RoundStory } from './journeys';
import { answersOf, channelOf, type Home, wishesOf } from './opinions';
import { type Sitting, sittingsOf } from './sittings';
import type { Moment, Stage } from './types';

export interface Opened {
  id: string;
  code: string;
  story: RoundStory;
  /** in the order of the doors */
  homes: readonly (Home & { formNo: string })[];
  /** the two accounts that record */
  clerks: readonly [string, string];
}
type Door = Opened['homes'][number];

export const formNoOf = (code: string, at: number): string => formNumber(code, at + 1);

interface Ballot {
  id: string;
  household_id: string;
  kind: BallotKind;
  choice: Choice | null;
  channel: Channel;
  form_no?: string | undefined;
  photo_file_id?: string;
  photo_sha256?: string;
  proxy_name?: string;
  proxy_file_id?: string;
  proxy_sha256?: string;
  wanted: string[];
  problems?: string | undefined;
  device_at?: string;
  replaces_id?: string;
  reason?: string;
}

const RECORD = `INSERT INTO ballot (round_id, county_id, seq, source, recorded_by, collector, collected_at, id, household_id, kind, choice, channel, form_no, photo_file_id, photo_sha256,
    proxy_name, proxy_file_id, proxy_sha256, wanted, problems, device_at, replaces_id, reason)
  SELECT $1, $2, 0, $3, $4, $5, coalesce(i.device_at, anju_now()), i.* FROM jsonb_to_recordset($6::jsonb) AS i(id uuid, household_id uuid, kind text, choice text, channel text, form_no text,
    photo_file_id uuid, photo_sha256 text, proxy_name text, proxy_file_id uuid, proxy_sha256 text, wanted text[], problems text, device_at timestamptz, replaces_id uuid, reason text)`;

async function record(
  { client }: Stage,
  actor: Actor,
  roundId: string,
  source: string,
  ballots: readonly Ballot[],
): Promise<void> {
  const values = [roundId, actor.countyId, source, actor.accountId, actor.displayName, JSON.stringify(ballots)];
  await client.query({ name: 'seed-record', text: RECORD, values });
}

function ballotOf({ story, code }: Opened, home: Door, choice: Choice, sitting: Sitting<Door>, stage: Stage): Ballot {
  const { wanted = [], problems } = story.round === 1 ? wishesOf(home.id) : {};
  const before: Moment = { day: sitting.moment.day, time: '08:05' };
  return {
    id: stage.next('ballot'),
    household_id: home.id,
    kind: 'recorded',
    choice,
    channel: channelOf(`${code}/${home.id}`),
    wanted,
    ...(problems ? { problems } : {}),
    ...(sitting.source === 'offline' ? { device_at: stage.instant(before) } : {}),
  };
}

/** Forms on paper with their photo in each round; the last of them came with an authorisation. */
const PAPER = 3;

async function onPaper(ballots: Ballot[], homes: readonly Door[], actor: Actor, photograph: Photograph): Promise<void> {
  for (const [at, ballot] of ballots.entries()) {
    ballot.channel = 'paper';
    ballot.form_no = homes[at]?.formNo;
    Object.assign(ballot, asPhoto(await photograph(actor, `意见征求表 ${ballot.form_no}`)));
    if (at < PAPER - 1) continue;
    const { id, sha256 } = await photograph(actor, '授权委托书');
    Object.assign(ballot, { proxy_name: '李*', proxy_file_id: id, proxy_sha256: sha256 });
  }
}
const asPhoto = ({ id, sha256 }: Photo) => ({ photo_file_id: id, photo_sha256: sha256 });

const REASONS = ['录入时看错行，已对照原表更正', '住户来电说明，当面核对原表后更正', '楼栋号抄错，已更正'];
const OTHER: Record<Choice, Choice> = { agree: 'abstain', disagree: 'agree', abstain: 'agree' };

/** The usual way: over the days, by two people, most of it at doors; one slip is put right. Answers who has answered. */
export async function recordRound(
  stage: Stage,
  round: Opened,
  last: number,
  photograph: Photograph,
): Promise<Set<string>> {
  const { homes, story, clerks, id, code } = round;
  const answers = answersOf(homes, story.opinion, code);
  const answered = homes.filter((home) => answers.has(home.id));
  const sittings = sittingsOf(answered, story.opened + 1, last);
  const longest = sittings.findIndex(({ source }) => source !== 'single');
  for (const [at, sitting] of sittings.entries()) {
    await stage.act(clerks[sitting.by], sitting.moment, async (actor) => {
      const ballots = sitting.homes.map((home) =>
        ballotOf(round, home, answers.get(home.id) ?? 'agree', sitting, stage),
      );
      if (at === longest) await onPaper(ballots.slice(0, PAPER), sitting.homes, actor, photograph);
      const slip = at === longest && story.until !== 'certified' ? ballots.at(-1) : undefined;
      const meant = slip?.choice;
      if (slip?.choice) slip.choice = OTHER[slip.choice];
      await record(stage, actor, id, sitting.source, ballots);
      if (slip && meant) await putRight(stage, round, { ...slip, choice: meant }, sitting.moment.day);
    });
  }
  return new Set(answered.map((home) => home.id));
}

/** That night: corrected with the reason or, in every third round, taken back and recorded anew. */
async function putRight(stage: Stage, { clerks, id, code }: Opened, meant: Ballot, day: number): Promise<void> {
  const corrected = (replaces_id: string, reason: string): Ballot => ({
    ...meant,
    id: stage.next('ballot'),
    kind: 'corrected',
    replaces_id,
    reason,
  });
  await stage.act(clerks[1], { day, time: '21:05' }, async (actor) => {
    if (share(code, 'slip', 3) > 0) {
      await record(stage, actor, id, 'single', [corrected(meant.id, choose(REASONS, code, 'reason'))]);
      return;
    }
    const reason = '登记到了隔壁住户名下，作废后按原表重新登记';
    const annulled: Ballot = { ...corrected(meant.id, reason), kind: 'annulled', choice: null, wanted: [] };
    await record(stage, actor, id, 'single', [annulled]);
    await record(stage, actor, id, 'single', [corrected(annulled.id, '作废后重新登记')]);
  });
}

/** So many one by one, every two seconds; the rest of them in one pile. */
const IN_HASTE = 26;

/** What nobody should do: one account, faster than a person can, in the order of the printed forms, and the same photo again and again. */
export async function recordHastily(stage: Stage, { homes, story, clerks, id }: Opened, photograph: Photograph) {
  const day = story.opened + 4;
  let photo: Photo | undefined;
  const ballotAt = ({ id: household_id, formNo }: Door, at: number): Ballot => ({
    ...{ id: stage.next('ballot'), household_id, kind: 'recorded', choice: 'agree', channel: 'paper', wanted: [] },
    form_no: formNo,
    ...(photo && at % 4 === 0 ? asPhoto(photo) : {}),
  });
  for (const [at, home] of homes.slice(0, IN_HASTE).entries()) {
    await stage.act(clerks[0], { day, time: `20:10:${String(at * 2).padStart(2, '0')}` }, async (actor) => {
      photo ??= await photograph(actor, '意见征求表');
      await record(stage, actor, id, 'single', [ballotAt(home, at)]);
    });
  }
  await stage.act(clerks[0], { day, time: '20:13' }, (actor) =>
    record(stage, actor, id, 'many', homes.slice(IN_HASTE).map(ballotAt)),
  );
}

const NOTES = {
  nobody_in: ['两次上门无人应答', '邻居说在外地务工', '已留便条'],
  to_visit: ['电话约定周末上门'],
} as const;
const VISIT = `INSERT INTO door_visit (round_id, county_id, household_id, outcome, note, visited_on, recorded_by)
  SELECT $1, $2, i.household, i.outcome, i.note, anju_today(), $3 FROM jsonb_to_recordset($4::jsonb) AS i(household uuid, outcome text, note text)`;
const MOST_DOORS = 60;

/** 扫楼: at doors that have not answered yet, yesterday evening. */
export async function visitDoors(stage: Stage, { homes, clerks, id }: Opened, answered: ReadonlySet<string>) {
  const visits = homes
    .filter((home) => !answered.has(home.id) && share(home.id, 'door', 10) < 7)
    .slice(0, MOST_DOORS)
    .map(({ id: household }) => {
      const outcome = choose(['nobody_in', 'nobody_in', 'to_visit', 'visited'] as const, household, 'outcome');
      const note = outcome === 'visited' ? null : choose(NOTES[outcome], household, 'note');
      return { household, outcome, note };
    });
  if (visits.length === 0) return;
  await stage.act(clerks[0], { day: -1, time: '21:30' }, async (actor) => {
    await stage.client.query(VISIT, [id, actor.countyId, actor.accountId, JSON.stringify(visits)]);
  });
}
