import 'server-only';
import type { Head, Problem } from './records';

/** Heads that were printed or exported before: a chain may have grown since, and is otherwise as it was. */
export class EarlierHeads {
  private readonly expected: Map<string, Head>;

  constructor(heads: readonly Head[]) {
    this.expected = new Map(heads.map((head) => [head.chain, head]));
  }

  /** The chain as it stands after one of its links. */
  compare(head: Head): Problem[] {
    const earlier = this.expected.get(head.chain);
    if (!earlier || head.seq !== earlier.seq) return [];
    this.expected.delete(head.chain);
    if (earlier.hash === head.hash && earlier.total === head.total) return [];
    return [{ kind: 'chain_differs', chain: head.chain, seq: head.seq }];
  }

  /** After the last link: what was promised and not met. */
  left(): Problem[] {
    const problems = [...this.expected.values()].map(({ chain, seq }) => ({
      kind: 'chain_shorter' as const,
      chain,
      seq,
    }));
    this.expected.clear();
    return problems;
  }
}
