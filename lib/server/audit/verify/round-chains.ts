import 'server-only';
import { createHash, type Hash } from 'node:crypto';
import { sha256 } from './chain-checker';
import { EarlierHeads } from './earlier-heads';
import type { EntryRecord, Head, Problem, VoteRecord } from './records';

export const ROUND = 'round:';
export const firstOfRound = (identity: string, chain: string): string =>
  sha256(`anju-vote:${identity}:${chain.slice(ROUND.length)}`);

/** What an entry of this kind records, if rows. */
const ROWS: Record<string, VoteRecord['what']> = { ballots: 'ballot', checks: 'check' };

/** The entry being read: its digest grows with each row. */
interface Open {
  entry: EntryRecord;
  digest: Hash;
  rows: number;
}

/** The chain of each round, recomputed from the stored rows in order. Knows neither database nor file. */
export class RoundChains {
  readonly problems: Problem[] = [];
  readonly heads = new Map<string, Head>();
  rows = 0;
  private open: Open | null = null;
  private readonly rounds = new Map<string, string>();
  private readonly earlier: EarlierHeads;

  constructor(
    private readonly identity: string,
    earlier: readonly Head[] = [],
  ) {
    this.earlier = new EarlierHeads(earlier);
  }

  entry(entry: EntryRecord): void {
    this.closeEntry();
    if (entry.round) this.rounds.set(entry.chain, entry.round);
    this.follows(entry, this.heads.get(entry.chain));
    const { prevHash, seq, kind, at, account, digest } = entry;
    if (sha256(`${prevHash}:${seq}:${kind}:${at}:${account ?? '-'}:${digest}`) !== entry.hash) {
      this.tell('vote_entry_broken', entry);
    }
    if (!ROWS[kind] && sha256(entry.content ?? '') !== digest) this.tell('vote_entry_altered', entry);
    this.open = { entry, digest: createHash('sha256'), rows: 0 };
  }

  row(row: VoteRecord): void {
    const { open } = this;
    this.rows += 1;
    const here = open && open.entry.chain === row.chain && open.entry.seq === row.seq;
    if (!here || ROWS[open.entry.kind] !== row.what) {
      const { chain, seq, id: ballot, what: detail } = row;
      this.problems.push({ kind: 'vote_row_orphan', chain, round: this.rounds.get(chain), seq, ballot, detail });
      return;
    }
    if (sha256(row.text) !== row.hash) this.tell('vote_row_altered', open.entry, { ballot: row.id, detail: row.what });
    open.digest.update(`${open.rows === 0 ? '' : ';'}${row.hash}`);
    open.rows += 1;
  }

  /** After the last record. */
  end(): void {
    this.closeEntry();
    this.problems.push(...this.earlier.left());
  }

  private tell(kind: Problem['kind'], { chain, round, seq }: EntryRecord, more: Partial<Problem> = {}): void {
    this.problems.push({ kind, chain, round: round ?? undefined, seq, ...more });
  }

  private follows(entry: EntryRecord, last: Head | undefined): void {
    const { chain, prevHash } = entry;
    const next = (last?.seq ?? 0) + 1;
    if (entry.seq !== next) this.tell('vote_entry_missing', { ...entry, seq: next });
    if (prevHash === (last?.hash ?? firstOfRound(this.identity, chain))) return;
    if (last) this.tell('vote_entry_broken', entry, { detail: 'prev_hash' });
    else if (entry.seq === next) this.tell('vote_first', entry);
  }

  private closeEntry(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const { chain, seq, hash, kind, digest } = open.entry;
    const right = open.rows > 0 && open.digest.digest('hex') === digest;
    if (ROWS[kind] && !right) this.tell('vote_rows_differ', open.entry, { detail: `${open.rows} ${kind}` });
    const head = { chain, seq, total: (this.heads.get(chain)?.total ?? 0) + open.rows, hash };
    this.heads.set(chain, head);
    this.problems.push(...this.earlier.compare(head));
  }
}
