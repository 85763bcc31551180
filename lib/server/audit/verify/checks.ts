import 'server-only';
import { ChainChecker } from './chain-checker';
import type { Closing, EntryRecord, Head, LineRecord, Problem, SealRecord, VoteRecord } from './records';
import { ROUND, RoundChains } from './round-chains';

/** All chains of an installation: the audit's, and each round's of the votes. */
export class Checks {
  private readonly audit: ChainChecker;
  private readonly rounds: RoundChains;

  constructor(identity: string, earlier: readonly Head[] = []) {
    const ofRound = ({ chain }: Head) => chain.startsWith(ROUND);
    this.audit = new ChainChecker(
      identity,
      earlier.filter((head) => !ofRound(head)),
    );
    this.rounds = new RoundChains(identity, earlier.filter(ofRound));
  }

  take(record: SealRecord | LineRecord | EntryRecord | VoteRecord): void {
    if (record.record === 'seal') this.audit.seal(record);
    else if (record.record === 'line') this.audit.line(record);
    else if (record.record === 'entry') this.rounds.entry(record);
    else this.rounds.row(record);
  }

  end(): void {
    this.audit.end();
    this.rounds.end();
  }

  get lines(): number {
    return this.audit.lines;
  }

  get votes(): number {
    return this.rounds.rows;
  }

  get heads(): Head[] {
    return [...this.audit.heads.values(), ...this.rounds.heads.values()];
  }

  get problems(): Problem[] {
    return [...this.audit.problems, ...this.rounds.problems];
  }

  /** What the last record of a file promises, beside what was read. */
  unlike(closing: Closing | null): Problem[] {
    if (!closing) return [{ kind: 'closing_missing' }];
    const problems: Problem[] = [];
    if (closing.lines !== this.lines) {
      problems.push({ kind: 'closing_differs', detail: `${this.lines} / ${closing.lines}` });
    }
    const promised = new Map(closing.heads.map((head) => [head.chain, head]));
    const found = new Map(this.heads.map((head) => [head.chain, head]));
    for (const chain of new Set([...promised.keys(), ...found.keys()])) {
      const [a, b] = [promised.get(chain), found.get(chain)];
      if (a?.hash !== b?.hash || a?.seq !== b?.seq || a?.total !== b?.total)
        problems.push({ kind: 'closing_differs', chain });
    }
    return problems;
  }
}
