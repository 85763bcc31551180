import 'server-only';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { scoringOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { type FinalResult, gradeIn, resultOf } from '@/lib/domain/scorecards/result';
import type { RewardLine, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { claimOf, claimsOf, claimsTogether } from '@/lib/domain/scorecards/reward';
import type { Actor } from '@/lib/server/actor';
import { seesWhole } from '@/lib/server/annual/ranking';
import { yearOf } from '@/lib/server/annual/year';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { sanctionAnswerOf } from '../season/detail';
import { resultRows, type SeasonRow, sanctionsOf, seasonAnswerOf, seasonRows } from '../season/season-rows';
import { type RewardRow, rewardFacts, rewardRows, rewardView, shareRows } from './rewards';

type OwnRow = NonNullable<FinalResult['own']> & { countyId: string };

/** Of all counties what everyone may read, of those that this person sees the bonus and the grounds too. */
async function finalResults(reader: Reader, actor: Actor, seasonId: string): Promise<FinalResult[]> {
  const results = await resultRows(reader, seasonId);
  const own = await reader.$queryRaw<OwnRow[]>`
    SELECT c.county_id AS "countyId", (SELECT coalesce(sum(b.approved), 0)::int FROM score_bonus b WHERE b.scorecard_id = c.id AND b.retired_at IS NULL) AS bonus,
      (SELECT coalesce(array_agg(v.ground ORDER BY v.ground), '{}') FROM score_veto v WHERE v.scorecard_id = c.id AND v.verdict = 'applies') AS grounds
    FROM scorecard c WHERE c.season_id = ${seasonId}::uuid AND c.status = 'final' AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  const details = new Map(own.map(({ countyId, ...detail }) => [countyId, detail]));
  return results.map((one) => ({ ...one, own: details.get(one.county.id) ?? null }));
}

interface Rewarded {
  lines: RewardLine[];
  claims: bigint;
}

/** The split as it was reckoned when the money was entered; before that, for whoever sees all counties, what it would be reckoned from. */
async function rewarded(
  reader: Reader,
  actor: Actor,
  { book, seasonId, results, reward }: { book: Rulebook; seasonId: string; results: FinalResult[]; reward?: RewardRow },
): Promise<Rewarded> {
  const grades = new Map(results.map(({ county, grade }) => [county.id, grade]));
  const order = new Map(results.map(({ county }, at) => [county.id, at]));
  const shares = reward
    ? await shareRows(reader, reward.id)
    : seesWhole(actor)
      ? claimsOf(await rewardFacts(reader, seasonId), scoringOf(book)).map((one) => ({ ...one, amount: null }))
      : [];
  const lines = shares
    .flatMap(({ countyId, weight, total, completed, amount }): RewardLine[] => {
      const county = results[order.get(countyId) ?? -1]?.county;
      if (!county) return [];
      const claim = formatHundredths(claimOf({ weight, total, completed }));
      const grade = gradeIn(book, grades.get(countyId) ?? '');
      return [{ county, grade, weight, total, completed, claim, amount }];
    })
    .sort((a, b) => (order.get(a.county.id) ?? 0) - (order.get(b.county.id) ?? 0));
  const together = claimsTogether(lines.map((line) => ({ claim: claimOf(line) })));
  return { lines, claims: reward ? BigInt(reward.claims) : together };
}

/** 绩效评价结果 of a season; before it is over there are no counties in it. */
export async function seasonResult(reader: Reader, actor: Actor, id: string): Promise<SeasonResult | null> {
  const [season] = await seasonRows(reader, actor, Prisma.sql`s.id = ${id}::uuid`);
  return season ? (await resultOfSeason(reader, actor, season)).result : null;
}

export interface Resulting {
  result: SeasonResult;
  /** the clauses of the reward are those of the season's book, of the preference those of the year that is planned */
  books: { season: Rulebook; planned: Rulebook };
}

async function resultOfSeason(reader: Reader, actor: Actor, season: SeasonRow): Promise<Resulting> {
  const book = await rulebookOf(reader, season.rulebookId);
  const next = await yearOf(reader, actor, season.year + 1);
  const results = await finalResults(reader, actor, season.id);
  const all = await rewardRows(reader, season.id);
  const reward = all.find(({ replacedAt }) => replacedAt === null);
  const { lines, claims } = await rewarded(reader, actor, {
    ...{ book, seasonId: season.id, results },
    ...(reward ? { reward } : {}),
  });
  const sanctions = await sanctionsOf(reader, actor, season.id);
  const result: SeasonResult = {
    season: seasonAnswerOf(season),
    ...resultOf({ season, book, next: next?.rulebook ?? null, results }),
    reward: reward ? rewardView(reward) : null,
    ...{ claims: formatHundredths(claims), rewardLines: lines, rewardClause: scoringOf(book).reward.clause },
    rewardBefore: seesWhole(actor)
      ? all.flatMap((row) => (row.replacedAt === null ? [] : [{ ...rewardView(row), replacedAt: row.replacedAt }]))
      : [],
    sanctions: sanctions.map((one) => sanctionAnswerOf(book, one)),
    sanctionKinds: scoringOf(book).sanctions.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  };
  return { result, books: { season: book, planned: next?.rulebook ?? book } };
}

/** The result of a year; without a year that of the latest season that is over, else of the latest one. */
export async function resultOfYear(reader: Reader, actor: Actor, year?: number): Promise<Resulting | null> {
  const seasons = await seasonRows(
    reader,
    actor,
    Prisma.sql`(${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int)`,
  );
  const season = seasons.find(({ status }) => status === 'closed') ?? seasons[0];
  return season ? resultOfSeason(reader, actor, season) : null;
}
