import 'server-only';
import type { OverviewQuery } from '@/lib/domain/overview/answers';
import type { OfficialPaper } from '@/lib/domain/papers/types';
import { addMonths, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { watchList } from '@/lib/server/warnings/watch';
import { briefPaper } from './brief-paper';
import type { BriefFacts } from './brief-sentences';
import { overview } from './queries';

/** As many projects as one page holds beside the sentences. */
const PROJECTS = 10;

/** Of a month's end, what it is compared with is the month's end before it, where that was kept. */
async function factsOf(actor: Actor, query: OverviewQuery): Promise<Answer<BriefFacts>> {
  const told = await overview(actor, query);
  if (!told.ok) return told;
  if (query.asOf === undefined) return done({ told: told.value, before: told.value.compared });
  const earlier = addMonths(query.asOf as ReportMonth, -1);
  if (!told.value.months.includes(earlier)) return done({ told: told.value, before: null });
  const before = await overview(actor, { ...query, asOf: earlier });
  return before.ok ? done({ told: told.value, before: before.value }) : before;
}

/** 一页简报 of the prefecture or a county, from the figures of the overview; issued by the housing bureau whose figures they are. */
export async function brief(actor: Actor, query: OverviewQuery): Promise<Answer<OfficialPaper>> {
  const facts = await factsOf(actor, query);
  if (!facts.ok) return facts;
  const { unit, year, month } = facts.value.told;
  const isCounty = unit.level === 'county' && month === null;
  const [projects, book] = await Promise.all([
    isCounty ? watchList(actor, { county: unit.id, year, page: 1 }) : null,
    withReader(actor, async (reader) => (await rulebookInForce(reader)).rulebook),
  ]);
  return done(
    briefPaper(facts.value, {
      issuer: `${unit.name}住房和城乡建设局`,
      projects: projects?.items.slice(0, PROJECTS) ?? [],
      book,
    }),
  );
}
