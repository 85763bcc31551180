import { towards } from './decisions';
import type { BallotInput } from './schema';
import type { SheetRowView } from './sheet-answers';

/** What a person decided about a row whose household is recorded otherwise. */
export type Fate = 'keep' | 'correct' | 'beside';

export interface RowDecision {
  fate?: Fate;
  reason?: string;
  /** photo of the authorisation of a proxy */
  proxyFileId?: string;
  leftOut?: boolean;
}

export type Decisions = Readonly<Record<number, RowDecision>>;

export interface ToRecord {
  ballots: BallotInput[];
  fresh: number;
  corrected: number;
  kept: number;
  /** rows that cannot go like this yet */
  withoutPhoto: number[];
  withoutReason: number[];
}

const isAsked = ({ state }: SheetRowView, { fate, leftOut }: RowDecision): boolean =>
  !leftOut && (state === 'new' || (state === 'differs' && (fate === 'correct' || fate === 'beside')));

export const reasonOf = (row: SheetRowView, decision: RowDecision | undefined): string =>
  (decision?.reason ?? row.remarks ?? '').trim();

/** The ballots of one request, as the rows and the decisions about them say; and what is still missing. */
export function ballotsOf(rows: readonly SheetRowView[], decisions: Decisions): ToRecord {
  const made: ToRecord = { ballots: [], fresh: 0, corrected: 0, kept: 0, withoutPhoto: [], withoutReason: [] };
  for (const row of rows) {
    const decision = decisions[row.rowNo] ?? {};
    const { input, theirs, proxyName, rowNo } = row;
    if (!input || !isAsked(row, decision)) continue;
    const { fate, proxyFileId } = decision;
    const reason = reasonOf(row, decision);
    if (proxyName && !proxyFileId) made.withoutPhoto.push(rowNo);
    if (theirs && reason === '') made.withoutReason.push(rowNo);
    const proxy = proxyName && proxyFileId ? { proxy: { name: proxyName, fileId: proxyFileId } } : {};
    const ballot = { ...input, ...proxy };
    made.ballots.push(
      theirs ? towards(ballot, fate === 'beside' ? 'beside' : 'replaces', theirs.ballotId, reason) : ballot,
    );
    if (!theirs) made.fresh += 1;
    else if (fate === 'beside') made.kept += 1;
    else made.corrected += 1;
  }
  return made;
}

/** Short and the same for the same text: the key of a confirmation, beside the digest of its sheet. */
export function marking(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(36);
}
