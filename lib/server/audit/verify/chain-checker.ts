import 'server-only';
import { createHash, type Hash } from 'node:crypto';
import { EarlierHeads } from './earlier-heads';
import type { Head, LineRecord, Problem, SealRecord } from './records';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
export const firstHash = (identity: string, chain: string): string => sha256(`anju-audit:${identity}:${chain}`);

/** The seal being read: its hash grows with each line, so that memory stays flat however many there are. */
interface Open {
  seal: SealRecord;
  digest: Hash;
  lines: number;
}

/** Recomputes every hash from the stored rows, in order. Knows neither database nor file. */
export class ChainChecker {
  readonly problems: Problem[] = [];
  readonly heads = new Map<string, Head>();
  lines = 0;
  private open: Open | null = null;
  private readonly earlier: EarlierHeads;

  constructor(
    private readonly identity: string,
    earlier: readonly Head[] = [],
  ) {
    this.earlier = new EarlierHeads(earlier);
  }

  seal(seal: SealRecord): void {
    this.closeSeal();
    const last = this.heads.get(seal.chain);
    this.follows(seal, last);
    this.open = { seal, digest: createHash('sha256').update(`${seal.prevHash}:${seal.seq}:`), lines: 0 };
    const { chain, seq, total, hash } = seal;
    const head = { chain, seq, total, hash };
    this.problems.push(...this.earlier.compare(head));
    this.heads.set(chain, head);
  }

  line(line: LineRecord): void {
    const { open } = this;
    const at = { chain: line.chain, seq: line.seq, line: line.id };
    this.lines += 1;
    if (!open || open.seal.chain !== line.chain || open.seal.seq !== line.seq) {
      this.problems.push({ kind: 'orphan_lines', ...at });
      return;
    }
    if (line.text === null) this.problems.push({ kind: 'line_missing', ...at });
    else if (sha256(line.text) !== line.hash) this.problems.push({ kind: 'line_altered', ...at });
    else if (!line.text.startsWith(`[${line.id},`)) this.problems.push({ kind: 'line_misplaced', ...at });
    open.digest.update(`${open.lines === 0 ? '' : ';'}${line.id}=${line.hash}`);
    open.lines += 1;
  }

  /** After the last record: what earlier heads promised and was not met. */
  end(): void {
    this.closeSeal();
    this.problems.push(...this.earlier.left());
  }

  private follows(seal: SealRecord, last: Head | undefined): void {
    const { chain, seq } = seal;
    if (!last) {
      const right =
        seq === 0 && seal.hash === firstHash(this.identity, chain) && seal.prevHash === '' && seal.total === 0;
      if (!right) this.problems.push({ kind: 'first_record', chain, seq });
      return;
    }
    if (seq !== last.seq + 1) this.problems.push({ kind: 'seal_missing', chain, seq: last.seq + 1 });
    if (seal.prevHash !== last.hash) this.problems.push({ kind: 'seal_broken', chain, seq, detail: 'prev_hash' });
    if (seal.total !== last.total + seal.lines) this.problems.push({ kind: 'seal_count', chain, seq, detail: 'total' });
  }

  private closeSeal(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const { chain, seq, lines, hash } = open.seal;
    if (open.lines !== lines) {
      this.problems.push({ kind: 'seal_count', chain, seq, detail: `${open.lines} / ${lines}` });
    }
    if (seq > 0 && open.digest.digest('hex') !== hash) this.problems.push({ kind: 'seal_broken', chain, seq });
  }
}
