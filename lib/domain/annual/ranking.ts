import { conditionScore, type Measures, mechanismScore, willingnessScore } from './factors';
import { type Candidate, FACTORS, type FactorScore, type Ranked, type Weights } from './types';

function scoreOf(candidate: Candidate, weights: Weights, measures: Measures): FactorScore[] {
  const scores = {
    condition: conditionScore(candidate.compounds, measures),
    willingness: willingnessScore(candidate.compounds),
    mechanism: mechanismScore(candidate, measures.scale),
  };
  return FACTORS.map((factor) => ({ factor, weight: weights[factor], ...scores[factor] }));
}

/** Σ weight × score, rounded half up once, at the total. */
export const totalOf = (factors: readonly Pick<FactorScore, 'weight' | 'score'>[]): number =>
  Math.floor((factors.reduce((sum, { weight, score }) => sum + weight * score, 0) + 50) / 100);

type Scored = Omit<Ranked, 'rank'>;
const of = ({ factors }: Scored, factor: FactorScore['factor']): number =>
  factors.find((one) => one.factor === factor)?.score ?? 0;

/** Ties: the more willing, then the worse condition, then the earlier application, then the code. */
function before(a: Scored, b: Scored): number {
  return (
    b.total - a.total ||
    of(b, 'willingness') - of(a, 'willingness') ||
    of(b, 'condition') - of(a, 'condition') ||
    (a.appliedOn < b.appliedOn ? -1 : a.appliedOn > b.appliedOn ? 1 : 0) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/** P四(三)2: the year's applications in their order, every score with the lines that make it up; the preference is a line beside the factors (决定/优秀倾斜). */
export function rankProjects(candidates: readonly Candidate[], weights: Weights, measures: Measures): Ranked[] {
  return candidates
    .map((candidate): Scored => {
      const factors = scoreOf(candidate, weights, measures);
      const { id, code, appliedOn, preference } = candidate;
      return { id, code, appliedOn, total: totalOf(factors) + (preference?.points ?? 0), factors, preference };
    })
    .sort(before)
    .map((one, at) => ({ ...one, rank: at + 1 }));
}
