import { parseHundredths } from '../kernel/hundredths';
import { compareRatios, percentForEye } from '../kernel/ratio';
import type { RankingScale } from '../rulebook/schema-workflow';
import type { Candidate, RankedCompound, ScorePart } from './types';

/** What the rule book counts: how many deficiencies it lists, how many facilities, the cut-off year, and what each line can bring. */
export interface Measures {
  deficiencies: number;
  facilities: number;
  cutOffYear: number;
  scale: RankingScale;
}

/** How a factor's 100 points are made up: each line brings its share of what it could bring, weighted by the households of the project's compounds. */
type Scored = { score: number; parts: ScorePart[] };

/** full × part / whole, rounded half up once; nothing of a whole of 0. */
function pointsOf(part: bigint, whole: bigint, full: number): number {
  if (whole <= 0n) return 0;
  return Number((2n * BigInt(full) * part + whole) / (2n * whole));
}

const line = (code: string, part: bigint, whole: bigint, full: number): ScorePart => ({
  code,
  part,
  whole,
  full,
  points: pointsOf(part, whole, full),
  counts: true,
});

const sum = (parts: readonly ScorePart[]): number =>
  parts.reduce((total, { points, counts }) => total + (counts ? points : 0), 0);
const scored = (parts: ScorePart[]): Scored => ({ score: sum(parts), parts });

/** Households weigh; where no compound has any, each weighs the same. */
function weigher(compounds: readonly RankedCompound[]) {
  const known = compounds.some(({ households }) => households > 0);
  const weight = ({ households }: RankedCompound) => BigInt(known ? households : 1);
  return (code: string, full: number, most: number, found: (one: RankedCompound) => number): ScorePart => {
    let [part, whole] = [0n, 0n];
    for (const one of compounds) {
      part += weight(one) * BigInt(Math.min(found(one), most));
      whole += weight(one) * BigInt(most);
    }
    return line(code, part, whole, full);
  };
}

/** 小区基本状况: the worse it stands, the more points. */
export function conditionScore(compounds: readonly RankedCompound[], measures: Measures): Scored {
  const { condition, ageYears } = measures.scale;
  const weigh = weigher(compounds);
  const older = ({ decisiveYear }: RankedCompound) =>
    decisiveYear === null ? 0 : Math.max(0, measures.cutOffYear - decisiveYear);
  return scored([
    weigh('deficiencies', condition.deficiencies, measures.deficiencies, (one) => one.deficiencies),
    weigh('facilities', condition.facilities, 2 * measures.facilities, (one) => one.worn),
    weigh('age', condition.age, ageYears, older),
  ]);
}

/** The share as it is shown: never 100 while somebody is missing. */
function share(code: string, part: bigint, whole: bigint, counts: boolean): ScorePart {
  const points = Number(parseHundredths(percentForEye(part, whole) ?? '0') ?? 0n);
  return { code, part, whole, full: 10_000, points, counts };
}

/** 居民改造意愿: of all households and of all area those that agreed; the smaller share counts. A compound without a certified round agreed to nothing. */
export function willingnessScore(compounds: readonly RankedCompound[]): Scored {
  let [agree, households, agreeArea, area] = [0n, 0n, 0n, 0n];
  for (const one of compounds) {
    agree += BigInt(one.round?.agreeHouseholds ?? 0);
    households += BigInt(one.round?.households ?? one.households);
    agreeArea += one.round?.agreeArea ?? 0n;
    area += one.round?.area ?? one.area;
  }
  if (households <= 0n || area <= 0n) {
    return scored([share('agreeHouseholds', 0n, households, true), share('agreeArea', 0n, area, false)]);
  }
  const byArea = compareRatios(agreeArea, area, agree, households) < 0;
  return scored([share('agreeHouseholds', agree, households, !byArea), share('agreeArea', agreeArea, area, byArea)]);
}

/** 长效机制建设: who looks after it later, as recorded of the compounds and as filed for the project. */
export function mechanismScore(
  { compounds, papers }: Pick<Candidate, 'compounds' | 'papers'>,
  { mechanism, mechanismPapers }: RankingScale,
): Scored {
  const weigh = weigher(compounds);
  return scored([
    ...(['ownersCommittee', 'propertyService', 'maintenanceFund'] as const).map((fact) =>
      weigh(fact, mechanism[fact], 1, (one) => (one[fact] ? 1 : 0)),
    ),
    ...mechanismPapers.map(({ code, points }) => line(code, papers.includes(code) ? 1n : 0n, 1n, points)),
  ]);
}
