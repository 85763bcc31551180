import 'server-only';
import type { CampaignDetail, YearAnswer } from '@/lib/domain/programme/answers';
import { yearCalendar } from '@/lib/domain/programme/calendar';
import { clause } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import { rulebookContent, rulebookVersions } from '@/lib/server/rulebook/queries';
import { campaignDetail, campaigns } from './campaigns';
import { programmeYears } from './years';

export interface YearChoice {
  id: string;
  label: string;
  years: { year: number; targetShare: number; startBy: string; completeBy: string; reportDay: number }[];
  /** the tests of its votes, one of which decides */
  tests: { code: string; name: string; nameEn: string }[];
}

/** A test that decides a year's votes, with its sentence. */
export interface DecidingTest {
  name: string;
  nameEn: string;
  clause: { clause: string; sentence: string } | null;
}

export interface ProgrammeOverview {
  years: (YearAnswer & {
    surveyed: number | null;
    clauses: { clause: string; sentence: string }[];
    deciding: DecidingTest[];
  })[];
  campaigns: CampaignDetail[];
  rulebooks: YearChoice[];
  /** the first year that is not set up yet */
  nextYear: number;
}

const SHARE = 'P三(一)/比例';

/** What a year rests on: the share's sentence and that of its dates. */
function clausesOf(rulebook: Rulebook | undefined, year: number) {
  if (!rulebook) return [];
  const ids = [SHARE, yearCalendar(rulebook, year)?.clause ?? ''];
  return ids.flatMap((id) => {
    const found = clause(rulebook, id);
    return found ? [{ clause: found.clause, sentence: found.text }] : [];
  });
}

/** The one that the year chose, or those that the rule book names for its rounds. */
function decidingOf(rulebook: Rulebook | undefined, chosen: string | undefined): DecidingTest[] {
  if (!rulebook) return [];
  const { rounds, tests } = rulebook.votes;
  const codes = chosen ? [chosen] : rounds.map(({ test }) => test);
  return tests
    .filter(({ code }) => codes.includes(code))
    .map(({ name, nameEn, clause: id }) => {
      const found = clause(rulebook, id);
      return { name, nameEn, clause: found ? { clause: found.clause, sentence: found.text } : null };
    });
}

function choiceOf(id: string, rulebook: Rulebook): YearChoice {
  return {
    id,
    label: `${rulebook.code}（${rulebook.version}）`,
    years: rulebook.calendar.years.flatMap(({ year }) => {
      const found = yearCalendar(rulebook, year);
      return found ? [found] : [];
    }),
    tests: rulebook.votes.tests.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  };
}

export async function programmeOverview(tx: Tx, actor: Actor): Promise<ProgrammeOverview> {
  const years = await programmeYears(tx, actor);
  const [clock] = await tx.$queryRaw<{ year: number }[]>`SELECT extract(year FROM anju_today())::int AS year`;
  const details: CampaignDetail[] = [];
  for (const { id } of await campaigns(tx, actor)) {
    const detail = await campaignDetail(tx, actor, id);
    if (detail) details.push(detail);
  }
  const books = new Map<string, Rulebook>();
  for (const { id } of await rulebookVersions(tx, actor)) {
    const content = await rulebookContent(tx, id);
    if (content) books.set(id, content);
  }
  return {
    years: years.map((year) => ({
      ...year,
      surveyed: details.find(({ id }) => id === year.campaign?.id)?.sum.inForce?.compounds || null,
      clauses: clausesOf(books.get(year.rulebook.id), year.year),
      deciding: decidingOf(books.get(year.rulebook.id), year.voteTest?.code),
    })),
    campaigns: details,
    rulebooks: [...books].map(([id, book]) => choiceOf(id, book)),
    nextYear: Math.max((clock?.year ?? 0) - 1, ...years.map(({ year }) => year)) + 1,
  };
}
