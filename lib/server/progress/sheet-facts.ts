import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import { againstWriting } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { type SheetProject, sheetWorks } from '@/lib/domain/progress/sheet';
import { againstActing } from '@/lib/domain/projects/acting';
import { againstWork } from '@/lib/domain/projects/facts';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import type { Reader } from '@/lib/server/db/with-reader';
import { monthRows } from './county-month';
import { type ReportFacts, reportFactsOf } from './facts';

/** Why nothing can be written in a report of this month, by the rules that say so when it is written. */
export const closedReasons = (actor: Actor, facts: ReportFacts) => [
  ...againstWork(facts.status),
  ...againstActing(actor, facts),
  ...(facts.report ? againstWriting(facts.report.status) : []),
];

/** The projects that report in the month, each with its report or what last month left: as many questions for eighty as for one. */
export async function sheetProjects(
  reader: Reader,
  actor: Actor,
  month: ReportMonth,
  county?: string,
): Promise<SheetProject[]> {
  const rows = await monthRows(reader, actor, month, county);
  const facts = await reportFactsOf(reader, actor, { ids: rows.map(({ project }) => project.id), month });
  const known = new Map(facts.map((one) => [one.id, one]));
  return rows.flatMap(({ project }) => {
    const one = known.get(project.id);
    if (!one) return [];
    const { id, code, name, report, content, ground, planned, rulebook } = one;
    const itemNames = new Map(rulebook.menu.map((item) => [item.code, item.name]));
    return [
      {
        ...{ id, code, name, content, ground },
        status: report?.status ?? null,
        version: report?.version ?? 0,
        planned: sheetWorks(planned, itemNames),
        closed: closedReasons(actor, one),
      },
    ];
  });
}

export interface SheetOf {
  /** undefined: all that this person may see, who is of no county alone */
  county: string | undefined;
  /** for titles and file names */
  name: string;
}

/** Whose month it is: the prefecture names a county, everybody else has one. Another county is as if it were not there. */
export async function sheetOf(reader: Reader, actor: Actor, asked: string | undefined): Promise<Answer<SheetOf>> {
  const ofPrefecture = actor.level === 'prefecture';
  if (ofPrefecture && asked === undefined)
    return refused([reason('progressSheet.countyMissing', undefined, { field: 'county' })]);
  const isOwn = ofPrefecture ? actor.counties.includes(asked ?? '') : asked === undefined || asked === actor.countyId;
  if (!isOwn) return notFound();
  // people of projects have those that they are named to, wherever these lie
  const county = asked ?? (actor.level === 'project' ? undefined : (actor.countyId ?? undefined));
  if (county === undefined) return done({ county, name: actor.unit.name });
  const [unit] = await reader.$queryRaw<{ name: string }[]>`SELECT name FROM unit WHERE id = ${county}::uuid`;
  return unit ? done({ county, name: unit.name }) : notFound();
}
