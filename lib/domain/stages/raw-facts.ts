import type { CalendarDate } from '../kernel/calendar-date';
import { noticeGate } from '../notices/gates';
import type { NoticeStatus } from '../notices/types';
import type { CompoundFacts, NoticeFacts, ProjectFacts, VotedFacts, VoteFacts } from './types';

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
/** The facts as project_facts() gives them: money as text, and of notices and schemes all that there are. */
export type RawFacts = Omit<ProjectFacts, Amounts | 'compounds'> & { compounds: RawCompound[] } & Record<
    Amounts,
    string | null
  >;

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

/** Which notice and which scheme counts is decided here; the database only tells what there is. */
export const readFacts = (raw: RawFacts, today: CalendarDate): ProjectFacts => ({
  ...raw,
  compounds: raw.compounds.map((one) => compoundOf(one, today)),
  fundingSum: fen(raw.fundingSum) ?? 0n,
  fundedByResidents: fen(raw.fundedByResidents) ?? 0n,
  estimate: fen(raw.estimate),
  budget: fen(raw.budget),
  finalAccount: fen(raw.finalAccount),
  audited: fen(raw.audited),
});
