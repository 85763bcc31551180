import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { noticeGate } from '@/lib/domain/notices/gates';
import type { NoticeStatus } from '@/lib/domain/notices/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Neighbours } from '@/lib/domain/stages/contradictions';
import type { CompoundFacts, NoticeFacts, ProjectFacts, VotedFacts, VoteFacts } from '@/lib/domain/stages/types';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

interface RawNotice {
  id: string;
  status: NoticeStatus;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  schemeId?: string;
}
type RawVote = VoteFacts & { schemeId: string | null };
interface RawCompound extends Pick<CompoundFacts, 'id' | 'name' | 'active' | 'eligibility'> {
  rounds: Partial<Record<'1' | '2', RawVote>>;
  lists: RawNotice[];
  designs: RawNotice[];
  schemes: { id: string; no: number; estimate: string; ownersShare: string }[];
  plan:
    | (Omit<NonNullable<CompoundFacts['plan']>, 'cost' | 'residentShare'> & { cost: string; residentShare: string })
    | null;
}
type Amounts = 'fundingSum' | 'fundedByResidents' | 'estimate' | 'budget' | 'finalAccount' | 'audited';
type Raw = Omit<ProjectFacts, Amounts | 'compounds'> & { compounds: RawCompound[] } & Record<Amounts, string | null>;

const NO_VOTE: RawVote = { id: null, attempts: 0, passed: false, openedOn: null, certifiedOn: null, schemeId: null };
const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

function noticeOf(notices: readonly RawNotice[], today: CalendarDate): NoticeFacts | null {
  const { noticeId, over } = noticeGate(
    notices.map((one) => ({ ...one, openObjections: 0 })),
    today,
  );
  const found = notices.find(({ id }) => id === noticeId);
  return found ? { id: found.id, over, startsOn: found.startsOn, endsOn: found.endsOn } : null;
}

function votedOf(schemes: RawCompound['schemes'], roundTwo: RawVote): VotedFacts | null {
  const scheme = schemes.find(({ id }) => id === roundTwo.schemeId);
  if (!roundTwo.passed || !scheme) return null;
  return {
    schemeNo: scheme.no,
    estimate: BigInt(scheme.estimate),
    ownersShare: BigInt(scheme.ownersShare),
    latestNo: schemes[0]?.no ?? scheme.no,
  };
}

function compoundOf(raw: RawCompound, today: CalendarDate): CompoundFacts {
  const { id, name, active, eligibility, rounds, lists, designs, schemes, plan } = raw;
  const roundTwo = rounds['2'] ?? NO_VOTE;
  // the design notice that counts is that of the scheme voted on, or of the latest final one
  const scheme = roundTwo.schemeId ?? schemes[0]?.id;
  return {
    ...{ id, name, active, eligibility, roundOne: rounds['1'] ?? NO_VOTE, roundTwo },
    list: noticeOf(lists, today),
    design: noticeOf(
      designs.filter(({ schemeId }) => schemeId === scheme),
      today,
    ),
    plan: plan && { ...plan, cost: BigInt(plan.cost), residentShare: BigInt(plan.residentShare) },
    voted: votedOf(schemes, roundTwo),
  };
}

const factsFrom = (raw: Raw, today: CalendarDate): ProjectFacts => ({
  ...raw,
  compounds: raw.compounds.map((one) => compoundOf(one, today)),
  fundingSum: fen(raw.fundingSum) ?? 0n,
  fundedByResidents: fen(raw.fundedByResidents) ?? 0n,
  estimate: fen(raw.estimate),
  budget: fen(raw.budget),
  finalAccount: fen(raw.finalAccount),
  audited: fen(raw.audited),
});

export interface Known {
  facts: ProjectFacts;
  rulebook: Rulebook;
  today: CalendarDate;
}

interface Row {
  id: string;
  rulebookId: string;
  facts: Raw;
  today: CalendarDate;
}

/** So many at a time: PostgreSQL takes them for a handful, and joins what it gathered of each with all the others. */
const TOGETHER = 40;

/** What the gates look at, of many projects. The database leaves out those that this session does not see. */
export async function factsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const rows = await reader.$queryRaw<Row[]>`
      SELECT id, rulebook_id AS "rulebookId", facts, anju_today()::text AS today FROM project_facts(${ids.slice(at, at + TOGETHER)}::uuid[])`;
    for (const { id, rulebookId, facts, today } of rows) {
      known.set(id, { facts: factsFrom(facts, today), rulebook: await rulebookOf(reader, rulebookId), today });
    }
  }
  return known;
}

export async function neighboursOf(reader: Reader, ids: readonly string[]): Promise<Map<string, Neighbours>> {
  const rows = await reader.$queryRaw<{ id: string; neighbours: Neighbours }[]>`
    SELECT id, neighbours FROM project_neighbours(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, neighbours }) => [id, neighbours]));
}
