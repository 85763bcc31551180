import 'server-only';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { ScoreFacts } from '@/lib/domain/scorecards/facts';
import type { RawCounty, RawProject } from '@/lib/domain/scorecards/raw-facts';
import { readScoreFacts } from '@/lib/domain/scorecards/read-facts';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { outagesAfter } from '@/lib/server/progress/outages';

const FIRST = '2000-01' as ReportMonth;

type Part = { kind: 'county'; facts: RawCounty } | { kind: 'project'; facts: RawProject };

export interface WhichFacts {
  year: number;
  /** one of them; nothing named: all that the actor may see */
  county?: string | undefined;
}

/**
 * What the scores of a year are reckoned from, of each county that this person may see, in the order of the units: one reading for one county or for all.
 * Nobody below the county has any; of a year that was not opened there are none.
 */
export async function scoreFacts(reader: Reader, actor: Actor, { year, county }: WhichFacts): Promise<ScoreFacts[]> {
  const asked = county === undefined ? actor.counties : actor.counties.filter((id) => id === county);
  const [parts, outages] = await Promise.all([
    reader.$queryRaw<Part[]>`SELECT kind, facts FROM score_facts(${[...asked]}::uuid[], ${year}::int)`,
    // a project may have begun to report years before its own
    outagesAfter(reader, actor, FIRST),
  ]);
  const counties = parts.flatMap((part) => (part.kind === 'county' && part.facts.head ? [part.facts] : []));
  const projects = parts.flatMap((part) => (part.kind === 'project' ? [part.facts] : []));
  return readScoreFacts({ counties, projects, outages });
}
