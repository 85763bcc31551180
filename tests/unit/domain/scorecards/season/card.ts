import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import { criteriaOf, scoreOf } from '@/lib/domain/scorecards/score';
import type { Card } from '@/lib/domain/scorecards/season/card';
import { county } from '../county';

/** A card of a county whose records are all as they should be. */
export const cardOf = (more: Partial<Card> = {}, facts: Partial<ScoreFacts> = {}): Card => ({
  ...{ status: 'open', book: chuxiong2020, sheet: scoreOf(county(facts), chuxiong2020) },
  ...{ lines: [], opinions: [], bonus: [], vetoes: [], proved: new Set<string>() },
  ...more,
});

export const CRITERIA = criteriaOf(scoreOf(county(), chuxiong2020));

export const self = (criterion: string, points: number | null, reason: string | null = null) =>
  ({ criterion, stage: 'self', points, reason }) as const;
export const reviewLine = (criterion: string, points: number | null = null) =>
  ({ criterion, stage: 'review', points, reason: '核对' }) as const;
export const opinion = (criterion: string, points: number | null, reason: string | null = '理由') => ({
  ...{ criterion, agrees: points === null, points, reason },
});

/** The last word of each code: what an office would find in its sentence. */
export const codesOf = (reasons: readonly { code: string }[]): string[] =>
  reasons.map(({ code }) => code.replace('season.', '')).sort();
