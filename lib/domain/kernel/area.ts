import { formatHundredths, parseHundredths } from './hundredths';
import { type Decision, ok, reason, refused } from './result';

/** Area in integers of 0.01 m². */
export type Area = bigint;

/** Reads square metres ('88.33') exactly. Refuses negatives (area.negative), more than two decimals and anything else (area.unreadable). */
export function parseArea(text: string): Decision<Area> {
  const area = parseHundredths(text);
  if (area === undefined) return refused(reason('area.unreadable', { found: text }));
  if (area < 0n) return refused(reason('area.negative', { found: text }));
  return ok(area);
}

/** Square metres with two places, as in JSON and workbooks: 8833n → '88.33'. */
export function formatArea(area: Area): string {
  return formatHundredths(area);
}

/** Sum in 0.01 m²; an empty list is 0. */
export function sumAreas(areas: Iterable<Area>): Area {
  let total = 0n;
  for (const area of areas) total += area;
  return total;
}
