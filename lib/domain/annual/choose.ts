import { Needs, Purse } from './purse';
import type { Outcome, PlanCandidate, PlanInput, Shortage, Verdict } from './types';

/** Somebody's turn at which the money did not suffice. */
interface Missed {
  candidate: PlanCandidate;
  short: Shortage[];
}

const fits = (short: readonly Shortage[], extra: readonly Shortage[]): boolean =>
  short.every(({ source, amount }) => extra.some((one) => one.source === source && one.amount >= amount));

/** The choice as it goes on: each candidate's turn, in the order of turns. */
class Choice {
  readonly purse: Purse;
  readonly verdicts = new Map<string, Verdict>();
  readonly missed: Missed[] = [];
  /** those whose turn came */
  readonly turns = new Set<string>();
  private readonly ofCounty = new Map<string, number>();

  constructor({ budgets }: Pick<PlanInput, 'budgets'>) {
    this.purse = new Purse(budgets);
  }

  countOf = (countyId: string): number => this.ofCounty.get(countyId) ?? 0;

  turn(candidate: PlanCandidate, by: 'lock' | 'minimum' | 'rank'): void {
    const { id, countyId, asks } = candidate;
    this.turns.add(id);
    const short = this.purse.shortOf(countyId, asks);
    if (short.length > 0) {
      this.missed.push({ candidate, short });
      return;
    }
    this.purse.draw(countyId, asks);
    this.verdicts.set(id, { id, countyId, chosen: true, by });
    this.ofCounty.set(countyId, this.countOf(countyId) + 1);
  }

  isOpen = ({ id, lock }: PlanCandidate): boolean => lock === null && !this.verdicts.has(id);

  /** What kept somebody out: what was lacking at the first turn, and with how much more it would be chosen. */
  leftOut(candidate: PlanCandidate, together: Shortage[]): Verdict {
    const { id, countyId, lock } = candidate;
    if (lock === 'out') return { id, countyId, chosen: false, why: 'locked' };
    const first = this.missed.findIndex((one) => one.candidate.id === id);
    const short = this.missed[first]?.short ?? [];
    // Whoever was left out before it and lacks no more than this would take the money first.
    const rival = this.missed.slice(0, first).some((one) => fits(one.short, short));
    const extra = rival ? together : short;
    return { id, countyId, chosen: false, why: lock === 'in' ? 'lockShort' : 'money', short, extra, withOthers: rival };
  }
}

/**
 * For each candidate what the pot lacks if all that could come before it came in with it: those ranked before it, those locked in, and
 * whoever had a turn for a county's minimum.
 */
function lackTogether({ candidates, budgets }: PlanInput, choice: Choice, early: ReadonlySet<string>) {
  const needs = new Needs(budgets, choice.purse.isLimited);
  for (const { id, countyId, asks } of candidates) if (early.has(id)) needs.add(countyId, asks);
  return new Map(
    candidates.map(({ id, countyId, asks, lock }) => {
      if (!early.has(id) && lock !== 'out') needs.add(countyId, asks);
      return [id, choice.verdicts.has(id) ? [] : needs.lack()] as const;
    }),
  );
}

/**
 * P四(三)2: the year's projects within the year's money. First who is locked in, then each county's best up to its minimum, then all in the
 * order of the ranking; who does not fit is passed over and the next is tried. Locked out: never.
 */
export function choose(input: PlanInput): Outcome {
  const choice = new Choice(input);
  const { candidates, minimum } = input;
  for (const one of candidates) if (one.lock === 'in') choice.turn(one, 'lock');
  for (const one of candidates) {
    if (choice.isOpen(one) && choice.countOf(one.countyId) < (minimum.get(one.countyId) ?? 0))
      choice.turn(one, 'minimum');
  }
  const early = new Set(choice.turns);
  for (const one of candidates) if (choice.isOpen(one)) choice.turn(one, 'rank');
  const together = lackTogether(input, choice, early);
  const verdicts = candidates.map(
    (one) => choice.verdicts.get(one.id) ?? choice.leftOut(one, together.get(one.id) ?? []),
  );
  return {
    verdicts,
    drawn: choice.purse.drawn(),
    unlimited: choice.purse.unlimited(),
    lockShort: candidates.filter(({ id, lock }) => lock === 'in' && !choice.verdicts.has(id)).map(({ id }) => id),
    minimumShort: [...minimum].flatMap(([countyId, least]) => {
      const chosen = choice.countOf(countyId);
      return chosen < least ? [{ countyId, minimum: least, chosen }] : [];
    }),
  };
}
