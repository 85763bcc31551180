import { NEWS_LEVELS, type NewsLevel, type NewsRules } from '../rulebook/schema-news';

export interface NewsCount {
  kind: string;
  level: NewsLevel;
  count: number;
}

export interface NewsCriterion {
  /** of the scorecard */
  code: string;
  found: number;
  atLeast: number;
  met: boolean;
  clause: string;
}

const reaches = (level: NewsLevel, from: NewsLevel): boolean => NEWS_LEVELS.indexOf(level) >= NEWS_LEVELS.indexOf(from);

/** What the filed news of a county and year comes to, criterion by criterion; each piece counts once in each. */
export function newsCriteria(counts: readonly NewsCount[], { criteria }: NewsRules): NewsCriterion[] {
  return criteria.map(({ code, atLeast, clause, counts: ways }) => {
    const counted = counts.filter(({ kind, level }) =>
      ways.some(({ kinds, from }) => kinds.includes(kind) && reaches(level, from)),
    );
    const found = counted.reduce((sum, { count }) => sum + count, 0);
    return { code, found, atLeast, met: found >= atLeast, clause };
  });
}
