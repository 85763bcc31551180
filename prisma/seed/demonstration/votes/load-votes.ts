import type pg from 'pg';
import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { CHUXIONG } from '../../places/chuxiong';
import { COUNTY_LETTERS } from '../people';
import { votesOfProjects } from '../projects/stories';
import { communitiesOf, townsOf } from '../towns';
import { photographs } from './evidence';
import { DECLARED, JOURNEYS, type Journey } from './journeys';
import { designWords, listWords } from './notice-words';
import { complete, dayOver, isOver, publish } from './notices';
import { journeyOfProject, type Where } from './past-journeys';
import { type Telling, tellRound } from './rounds';
import { writeScheme } from './schemes';
import { onStage } from './stage';
import type { Place } from './types';

/** The communities of a county town that have accounts (people.ts). */
const WITH_ACCOUNTS = 3;

const FIND = `SELECT c.id, c.code, c.name, t.households::int AS homes, m.name AS community, s.name AS town FROM compound c JOIN compound_total t ON t.compound_id = c.id
  JOIN unit m ON m.id = c.community_id JOIN unit s ON s.id = c.subdistrict_id WHERE m.code = $1 AND c.name = $2 AND c.status = 'active'`;

type Found = Place & { homes: number; townName: string };

async function find(client: pg.Client, { county, community, compound }: Where): Promise<Found> {
  const unit = communitiesOf(townsOf(county)[0]?.code ?? '')[community - 1];
  const { rows } = await client.query(FIND, [unit?.code, compound]);
  const [row] = rows;
  if (!row) throw new Error(`demonstration: no ${compound} in ${unit?.name}`);
  const letters = COUNTY_LETTERS[county];
  const post = community <= WITH_ACCOUNTS ? `${letters}.sq${community}-` : `${letters}.zjj`;
  const people = { clerks: [`${post}1`, `${post}2`] as const, town: `${letters}.zhen1`, bureau: `${letters}.zjj2` };
  const { id, code, name } = row;
  return { id, code, name, homes: row.homes, community: row.community, townName: row.town, ...people };
}

interface Told extends Telling {
  place: Found;
  journey: Journey;
}

const ofRound = ({ rounds }: Pick<Journey, 'rounds'>, round: 1 | 2) =>
  rounds.filter((story) => story.round === round).entries();

/** Round 1 first, then the lists that name what passed, then schemes and round 2: each waits for what is before it, as the rules have it. */
async function tellCounty(county: string, all: readonly Told[]): Promise<void> {
  for (const one of all) for (const [at, story] of ofRound(one.journey, 1)) await tellRound(one, story, at + 1);
  const days = [...new Set(all.flatMap(({ journey }) => journey.listed ?? []))].sort((a, b) => a - b);
  const batches = new Map<string, number>();
  for (const day of days) {
    const named = all.filter(({ journey }) => journey.listed === day);
    await publishList(county, batches, day, named);
  }
  for (const one of all) if (one.journey.scheme) await tellSecond(one, one.journey);
}

/** Batches are counted within the programme year, numbers of papers within the year in which they are written. */
async function publishList(county: string, batches: Map<string, number>, day: number, named: readonly Told[]) {
  const [first] = named;
  if (!first) return;
  const { stage, place, year } = first;
  const count = (what: string): number => {
    batches.set(what, (batches.get(what) ?? 0) + 1);
    return batches.get(what) ?? 1;
  };
  const written = addDays(stage.today, day).slice(0, 4);
  const programme = String(year ?? stage.today.slice(0, 4));
  const words = listWords(county, {
    ...{ programme, batch: count(`batch ${programme}`) },
    ...{ written, number: count(`number ${written}`) },
  });
  const compounds = named.map((one) => one.place.id);
  const id = await stage.act(place.bureau, { day, time: '10:00' }, (actor) =>
    publish(stage, actor, day, { words, compounds }),
  );
  if (isOver(day)) await stage.act(place.bureau, dayOver(day), (actor) => complete(stage, actor, id));
}

async function tellSecond(one: Told, { scheme: written, rounds }: Journey): Promise<void> {
  const { stage, place } = one;
  if (!written) return;
  const scheme = await writeScheme(stage, place, written);
  const { published } = written;
  if (published !== null) {
    const words = designWords(place.name, place.townName);
    const id = await stage.act(place.town, { day: published, time: '16:00' }, (actor) =>
      publish(stage, actor, published, { words, compounds: [place.id], scheme }),
    );
    if (isOver(published)) await stage.act(place.town, dayOver(published), (actor) => complete(stage, actor, id));
  }
  for (const [at, story] of ofRound({ rounds }, 2)) await tellRound(one, story, at + 1, scheme);
}

/** Both votes of some compounds in every county, in every state in which somebody may find them. Answers what was loaded. */
export async function loadVotes(
  client: pg.Client,
  today: CalendarDate,
  rulebookId: string,
): Promise<Record<string, number>> {
  await onStage(client, today, async (stage) => {
    const photograph = await photographs(stage);
    const ofProjects = votesOfProjects();
    for (const { code, name } of CHUXIONG.filter(({ kind }) => kind === 'county')) {
      const told: Told[] = [];
      for (const declared of DECLARED.filter(({ county }) => county === code)) {
        const place = await find(client, declared);
        told.push({ stage, place, photograph, rulebookId, journey: JOURNEYS[declared.journey] });
      }
      for (const declared of ofProjects.filter(({ county }) => county === code)) {
        const place = await find(client, declared);
        const journey = journeyOfProject(declared.kind, today);
        told.push({ stage, place, photograph, rulebookId, journey, year: declared.year });
      }
      await tellCounty(name, told);
    }
  });
  await client.query('ANALYZE vote_round, vote_roll, vote_standing, vote_form, ballot, ballot_check, vote_entry');
  const { rows } = await client.query<Record<string, number>>(
    'SELECT (SELECT count(*)::int FROM vote_round) AS rounds, (SELECT count(*)::int FROM ballot) AS ballots, (SELECT count(*)::int FROM notice) AS notices',
  );
  return rows[0] ?? {};
}
