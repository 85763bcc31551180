import type { SearchFound, SearchGroup, SearchHit } from '@/lib/domain/search/answers';

/** A line of the palette that can be chosen: a hit, or the way to all of its group. */
export type Line = { key: string; href: string; hit: SearchHit } | { key: string; href: string; all: SearchGroup };

export interface LinesOfGroup {
  group: SearchGroup;
  /** of its first line among all lines */
  from: number;
  lines: Line[];
}

/** Groups with their lines, counted through: arrow keys know one list. */
export function linesOf(groups: readonly SearchFound[]): LinesOfGroup[] {
  let from = 0;
  return groups.map(({ group, hits, all }) => {
    const lines: Line[] = [
      ...hits.map((hit) => ({ key: `${hit.kind}-${hit.id}`, href: hit.href, hit })),
      ...(all ? [{ key: `all-${group}`, href: all, all: group }] : []),
    ];
    const placed = { group, from, lines };
    from += lines.length;
    return placed;
  });
}
