import type { CalendarDate } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import type { Workflow } from '../rulebook/schema-workflow';
import type { AcceptanceStatus, Opinion } from './types';

type PartyKind = Workflow['acceptanceParties'][number];

export interface PartyOpinion {
  id: string;
  party: string;
  name: string;
  opinion: Opinion;
}

/** The parties of P三(三)9 that nobody has spoken for yet. */
export const absentParties = (
  kinds: readonly PartyKind[],
  given: readonly Pick<PartyOpinion, 'party'>[],
): PartyKind[] => kinds.filter(({ code, required }) => required && !given.some(({ party }) => party === code));

export interface Conclusion {
  outcome: Exclude<AcceptanceStatus, 'draft'>;
  conclusion: string | null;
  projectStatus: string;
  heldOn: CalendarDate;
  today: CalendarDate;
  /** stage 8: complete, and the day on which construction was */
  construction: { completed: boolean; on: CalendarDate | null };
  kinds: readonly PartyKind[];
  opinions: readonly PartyOpinion[];
  /** ids of opinions with conditions that the conclusion answers */
  answered: ReadonlySet<string>;
}

/** Everything that stands against concluding so. A failed acceptance says why; a passed one leaves nobody out and nothing open. */
export function concludeReasons(facts: Conclusion): Reason[] {
  const { outcome, heldOn, today, construction } = facts;
  const clause = 'P三(三)9/验收';
  const reasons: Reason[] = [];
  if (facts.projectStatus !== 'active') reasons.push(reason('acceptance.projectNotActive'));
  if (heldOn > today) reasons.push(reason('acceptance.heldInFuture', { found: heldOn, today }, { field: 'heldOn' }));
  if (outcome === 'failed') {
    if (!facts.conclusion) reasons.push(reason('acceptance.noConclusion', undefined, { field: 'conclusion' }));
    return reasons;
  }
  if (!construction.completed) reasons.push(reason('acceptance.constructionNotComplete', undefined, { clause }));
  if (construction.on !== null && heldOn < construction.on)
    reasons.push(
      reason('acceptance.heldBeforeCompletion', { found: heldOn, expected: construction.on }, { field: 'heldOn' }),
    );
  for (const { name } of absentParties(facts.kinds, facts.opinions))
    reasons.push(reason('acceptance.partyMissing', { party: name }, { clause }));
  for (const { name, opinion } of facts.opinions)
    if (opinion === 'disagree') reasons.push(reason('acceptance.disagrees', { name }, { clause }));
  for (const { id, name, opinion } of facts.opinions)
    if (opinion === 'conditions' && !facts.answered.has(id))
      reasons.push(reason('acceptance.conditionsOpen', { name }, { field: `answers.${id}` }));
  return reasons;
}

/** The conclusion as it is kept: what was concluded, then how each condition was met. */
export function conclusionText(
  conclusion: string | null,
  answers: readonly { name: string; answer: string }[],
): string | null {
  const lines = [conclusion, ...answers.map(({ name, answer }) => `${name}所提意见的落实情况：${answer}`)].filter(
    Boolean,
  );
  return lines.length > 0 ? lines.join('\n') : null;
}
