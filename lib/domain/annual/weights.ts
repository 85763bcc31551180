import { type Reason, reason } from '../kernel/result';
import type { Rulebook } from '../rulebook/schema';
import { FACTORS, type Weights } from './types';

/** The year's own weights, else those of the rule book (决定/排序权重). */
export function weightsOf(rulebook: Rulebook, own: Weights | null): Weights {
  if (own) return own;
  const of = (code: string) => rulebook.ranking.find((one) => one.code === code)?.weight ?? 0;
  return { condition: of('condition'), willingness: of('willingness'), mechanism: of('mechanism') };
}

export function weightReasons(weights: Weights): Reason[] {
  const sum = FACTORS.reduce((total, factor) => total + weights[factor], 0);
  return sum === 100
    ? []
    : [
        reason(
          'annual.weightsSum',
          { found: sum, expected: 100 },
          { field: 'rankingWeights', clause: '决定/排序权重' },
        ),
      ];
}
