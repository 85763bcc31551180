import 'server-only';
import { today } from '@/lib/domain/kernel/calendar-date';
import { inChinese } from '@/lib/domain/notices/paper';
import type { PlanPaperFacts } from '@/lib/domain/plans/paper';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { demandOf } from '@/lib/server/votes/queries';
import { planFacts } from './read';
import { planScope } from './scope';
import { viewOf } from './view';

/** The plan as it goes on paper: issued by the county's bureau, on the day it was final or last changed. */
export async function planPaperFacts(reader: Reader, actor: Actor, id: string): Promise<PlanPaperFacts | null> {
  const facts = await planFacts(reader, actor, id);
  if (!facts) return null;
  const [county] = await reader.$queryRaw<{ name: string }[]>`SELECT name FROM unit WHERE id = ${facts.countyId}::uuid`;
  const demand = facts.demandOf && (await demandOf(reader, facts.demandOf.roundId));
  const at = new Date(facts.finalizedAt ?? facts.updatedAt);
  return {
    plan: viewOf(facts, demand),
    issuer: `${county?.name ?? ''}住房和城乡建设局`,
    date: inChinese(today(at)),
    sources: facts.rulebook.funding.sources,
  };
}

/** Which writing of a plan there is, and what its file is called: a fraction of what its facts cost. */
export async function planPaperHead(reader: Reader, actor: Actor, id: string) {
  const [head] = await reader.$queryRaw<{ no: number; version: number; compound: string }[]>`
    SELECT p.no, p.version, c.name AS compound FROM compound_plan p JOIN compound c ON c.id = p.compound_id WHERE p.id = ${id}::uuid AND ${planScope(actor)}`;
  return head ?? null;
}
