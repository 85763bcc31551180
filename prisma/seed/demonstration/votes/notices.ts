import { createHash } from 'node:crypto';
import { addDays } from '@/lib/domain/kernel/calendar-date';
import type { NoticeFacts, RoundFacts } from '@/lib/domain/notices/facts';
import { publishedText } from '@/lib/domain/notices/paper';
import { periodFrom } from '@/lib/domain/notices/period';
import { compoundFacts, type Registered } from '@/lib/domain/notices/scope';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { SchemeView, TallyView, VerdictView } from '@/lib/domain/votes/answers';
import { MEASURE_LABELS, ROUND_LABELS } from '@/lib/domain/votes/labels';
import type { RoundNumber } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import type { NoticeWords } from './notice-words';
import type { Moment, Stage } from './types';

const DAYS = chuxiong2020.notices.days;

const COMPOUNDS = `SELECT c.id, c.name, concat_ws(' ', su.name, mu.name) AS place, c.address, t.buildings, t.households, t.floor_area::text AS "floorArea", t.exclusive_area::text AS "exclusiveArea",
    (SELECT count(DISTINCT o.owner_id)::int FROM household_owner o WHERE o.compound_id = c.id AND o.ended_at IS NULL) AS owners
  FROM compound c JOIN compound_total t ON t.compound_id = c.id LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id
  WHERE c.id = ANY ($1::uuid[]) ORDER BY c.code`;

const schemeFacts = ({ no, title, estimate, ownersShare, hash, parts }: SchemeView) => ({
  no,
  title,
  estimate,
  ownersShare,
  hash: hash ?? '',
  parts: parts.map(({ part, summary }) => ({
    part,
    name: chuxiong2020.votes.schemeParts.find(({ code }) => code === part)?.name ?? part,
    summary,
  })),
});

const SEAL = `SELECT r.code, r.roll_hash AS "rollHash", t.head_seq AS seq, t.head_hash AS hash FROM vote_round r JOIN vote_tally t ON t.round_id = r.id WHERE r.id = $1`;

function roundFacts({ round, attempt, tally, verdicts }: CountedRound, seal: RoundFacts['seal']) {
  const { households, area, agreeHouseholds, agreeArea, disagreeHouseholds, disagreeArea } = tally;
  const { abstainHouseholds, abstainArea } = tally;
  const sums = { agreeHouseholds, agreeArea, disagreeHouseholds, disagreeArea, abstainHouseholds, abstainArea };
  const tests = verdicts.map(({ name, clause, decides, passed, measures }) => ({
    name,
    clause,
    decides,
    passed,
    measures: measures.map(({ of, percent, threshold, strict, reached }) => ({
      name: MEASURE_LABELS[of].zh,
      percent,
      threshold: `${strict ? '超过' : '不少于'}${threshold}`,
      reached,
    })),
  }));
  return { round, attempt, name: ROUND_LABELS[round].zh, seal, households, area, ...sums, tests };
}

async function sealOf(client: Stage['client'], roundId: string): Promise<RoundFacts['seal']> {
  const { rows } = await client.query<RoundFacts['seal']>(SEAL, [roundId]);
  if (!rows[0]) throw new Error('a counted round without its chain');
  return rows[0];
}

interface CountedRound {
  id: string;
  round: RoundNumber;
  attempt: number;
  tally: TallyView;
  verdicts: VerdictView[];
}

export interface NoticeAbout {
  words: NoticeWords;
  compounds: readonly string[];
  scheme?: SchemeView;
  round?: CountedRound;
}

/** Figures as the register, the scheme or the round have them on the day of publication. */
async function factsOf({ client }: Stage, { words, compounds, scheme, round }: NoticeAbout): Promise<NoticeFacts> {
  const { rows } = await client.query<Registered>(COMPOUNDS, [compounds]);
  const note = words.kind === 'list' ? '综合整治' : null;
  return {
    ...compoundFacts(rows, new Map(rows.map(({ id }) => [id, note]))),
    scheme: scheme ? schemeFacts(scheme) : null,
    round: round ? roundFacts(round, await sealOf(client, round.id)) : null,
  };
}

const INSERT = `INSERT INTO notice (county_id, kind, compound_id, round_id, scheme_id, title, document_no, issuer, body, facts, days, created_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${DAYS}, $11) RETURNING id`;
const PUBLISH = `UPDATE notice SET status = 'published', hash = $2, published_at = anju_now(), published_by = $3, starts_on = $4, ends_on = $5, version = version + 1,
  updated_at = anju_now() WHERE id = $1`;
const NAMED = `INSERT INTO notice_compound (notice_id, compound_id, county_id, note)
  SELECT $1, x.id, $3, x.note FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, note text)`;

/** Written and published at once; answers its id. */
export async function publish(stage: Stage, actor: Actor, day: number, about: NoticeAbout): Promise<string> {
  const { client, today } = stage;
  const { kind, ...words } = about.words;
  const facts = await factsOf(stage, about);
  const period = periodFrom(addDays(today, day), DAYS);
  const hash = createHash('sha256')
    .update(publishedText(kind, { ...words, ...period, days: DAYS, facts }))
    .digest('hex');
  const compound = kind === 'list' ? null : about.compounds[0];
  const subject = [actor.countyId, kind, compound, about.round?.id ?? null, about.scheme?.id ?? null];
  const { rows } = await client.query<{ id: string }>(INSERT, [
    ...subject,
    ...[words.title, words.documentNo, words.issuer, words.body, JSON.stringify(facts), actor.accountId],
  ]);
  const id = rows[0]?.id ?? '';
  await client.query(PUBLISH, [id, hash, actor.accountId, period.startsOn, period.endsOn]);
  if (kind === 'list') await client.query(NAMED, [id, JSON.stringify(facts.compounds), actor.countyId]);
  return id;
}

const POSTED = `INSERT INTO notice_photo (notice_id, file_id, county_id, place, taken_on, created_by) SELECT id, $2, county_id, $3, starts_on + 1, $4 FROM notice WHERE id = $1`;

/** After the last day, with the photo of the paper as it hung there; for lists and designs that are over, and results. */
export async function complete({ client, posted }: Stage, actor: Actor, id: string): Promise<void> {
  const place = actor.communityId ? '小区大门公示栏' : '政务公开栏';
  await client.query(POSTED, [id, await posted(actor), place, actor.accountId]);
  await client.query(
    `UPDATE notice SET status = 'completed', completed_at = anju_now(), completed_by = $2, version = version + 1, updated_at = anju_now() WHERE id = $1`,
    [id, actor.accountId],
  );
}

export const isOver = (published: number): boolean => published + DAYS < 0;
/** The morning after the last day. */
export const dayOver = (published: number): Moment => ({ day: published + DAYS + 1, time: '09:20' });
