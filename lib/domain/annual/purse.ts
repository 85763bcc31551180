import type { Money } from '../kernel/money';
import type { Asks, BudgetRow, Drawn, Shortage } from './types';

/** Government's money is there only as far as a budget says (决定/年度资金): a source without a row has none for the year. */
export const GOVERNMENT_SOURCES = ['central', 'local', 'bonds'] as const;
const isGovernment = (source: string) => GOVERNMENT_SOURCES.some((one) => one === source);

const POT = null;
const keyOf = (countyId: string | null, source: string) => `${countyId ?? ''} ${source}`;

/** The year's money by county and source, with the prefecture's pot: what is left, and what is drawn from where. */
export class Purse {
  private readonly left = new Map<string, Money>();
  private readonly limited = new Set<string>(GOVERNMENT_SOURCES);
  private readonly free = new Map<string, Money>();

  constructor(private readonly budgets: readonly BudgetRow[]) {
    for (const { countyId, source, amount } of budgets) {
      this.left.set(keyOf(countyId, source), amount);
      // What a company, owners or a bank bring is theirs to promise, and limited only where the plan says how much there is.
      if (amount > 0n) this.limited.add(source);
    }
  }

  isLimited = (source: string): boolean => isGovernment(source) || this.limited.has(source);

  private has = (countyId: string | null, source: string): Money => this.left.get(keyOf(countyId, source)) ?? 0n;

  /** What is lacking; nothing: it can be paid. */
  shortOf(countyId: string, asks: Asks): Shortage[] {
    return Object.entries(asks).flatMap(([source, amount]) => {
      if (!this.isLimited(source)) return [];
      const lack = amount - this.has(countyId, source) - this.has(POT, source);
      return lack > 0n ? [{ source, amount: lack }] : [];
    });
  }

  /** The county's own money first, then the prefecture's. */
  draw(countyId: string, asks: Asks): void {
    for (const [source, amount] of Object.entries(asks)) {
      if (!this.isLimited(source)) {
        this.free.set(source, (this.free.get(source) ?? 0n) + amount);
        continue;
      }
      const own = this.has(countyId, source);
      let fromOwn = amount;
      if (fromOwn > own) fromOwn = own;
      if (fromOwn > 0n) this.left.set(keyOf(countyId, source), own - fromOwn);
      if (amount > fromOwn) this.left.set(keyOf(POT, source), this.has(POT, source) - (amount - fromOwn));
    }
  }

  drawn = (): Drawn[] =>
    this.budgets.map(({ countyId, source, amount }) => ({
      countyId,
      source,
      budget: amount,
      used: amount - this.has(countyId, source),
    }));

  unlimited = () => [...this.free].map(([source, used]) => ({ source, used })).filter(({ used }) => used > 0n);
}

/** What the pot would have to hold so that all of those added can be paid at once, beyond what it holds. */
export class Needs {
  private readonly asked = new Map<string, Money>();
  private readonly fromPot = new Map<string, Money>();
  private readonly budget: ReadonlyMap<string, Money>;

  constructor(
    budgets: readonly BudgetRow[],
    private readonly isLimited: (source: string) => boolean,
  ) {
    this.budget = new Map(budgets.map(({ countyId, source, amount }) => [keyOf(countyId, source), amount]));
  }

  add(countyId: string, asks: Asks): void {
    for (const [source, amount] of Object.entries(asks)) {
      if (!this.isLimited(source)) continue;
      const key = keyOf(countyId, source);
      const [was, own] = [this.asked.get(key) ?? 0n, this.budget.get(key) ?? 0n];
      const over = (total: Money) => (total > own ? total - own : 0n);
      this.asked.set(key, was + amount);
      this.fromPot.set(source, (this.fromPot.get(source) ?? 0n) + over(was + amount) - over(was));
    }
  }

  lack = (): Shortage[] =>
    [...this.fromPot].flatMap(([source, amount]) => {
      const lack = amount - (this.budget.get(keyOf(POT, source)) ?? 0n);
      return lack > 0n ? [{ source, amount: lack }] : [];
    });
}
