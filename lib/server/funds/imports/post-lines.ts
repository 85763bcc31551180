import 'server-only';
import { decisionReasons } from '@/lib/domain/funds/imports/decisions';
import type { LineDecision } from '@/lib/domain/funds/imports/types';
import type { EntryInput } from '@/lib/domain/funds/schema';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import type { Answer } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { askPayment } from '../orders';
import { type Posted, post } from '../post';
import { bookedOf } from './facts';
import type { StoredLine } from './statement';

export interface LineResult {
  /** of a line that is split, one of its parts as a line */
  line: PostLine;
  reasons: Reason[];
  entryId: string | null;
  orderId: string | null;
}

/** `part`: from 1, of a line that is split; 0: the line itself. */
export type PostLine = StoredLine & { part: number };

/** A line as what it stands for: itself, or each of its parts with its sum, its own number and what was said of it. */
export function partsAsLines(line: StoredLine): PostLine[] {
  if (!line.parts) return [{ ...line, part: 0 }];
  return line.parts.map(({ amount, voucherNo, ...said }, at) => ({
    ...{ ...line, ...said, parts: null, part: at + 1 },
    amount: line.amount < 0n ? -amount : amount,
    voucherNo: voucherNo ?? `${voucherOf(line)}-${at + 1}`,
  }));
}

/** What comes first in the books: money is allocated, received, then paid. */
const TURN: Record<LineDecision, number> = {
  ...{ entry: 0, order: 0, outside: 0, split: 0, allocation: 1, assignment: 2, receipt: 3, payment: 4 },
};
const inTurn = (a: StoredLine, b: StoredLine): number =>
  TURN[a.decision ?? 'outside'] - TURN[b.decision ?? 'outside'] ||
  (a.day < b.day ? -1 : a.day > b.day ? 1 : a.rowNo - b.rowNo);

const MOVEMENT = { allocation: 'allocated', assignment: 'assigned', receipt: 'received' } as const;

/** The number of the voucher: as it was said, as the bank gave it, or made of the day and the row. */
const voucherOf = ({ voucherNo, serialNo, day, rowNo }: StoredLine): string =>
  voucherNo ?? serialNo ?? `流水${day.replaceAll('-', '')}-${rowNo}`;

const cut = (text: string | null, length: number): string | undefined =>
  text === null ? undefined : [...text].slice(0, length).join('') || undefined;

function write(tx: Writer, actor: Actor, line: StoredLine, decision: keyof typeof MOVEMENT | 'payment') {
  const { projectId, source, kind, earmark, day, counterparty, remark, contractId, items } = line;
  if (projectId === null || source === null) throw new Error('a line that is to be written names project and source');
  const amount = line.amount < 0n ? -line.amount : line.amount;
  const same = { source, kind, earmark, amount, voucherNo: voucherOf(line) };
  if (decision === 'payment')
    return askPayment(tx, actor, projectId, {
      ...same,
      ...{ contractId: contractId ?? '', items: [...(items ?? [])], payOn: day },
      purpose: cut(remark, 200) ?? '银行流水、台账导入',
    });
  const input: EntryInput = {
    ...{ ...same, movement: MOVEMENT[decision], entryOn: day },
    ...{ counterparty: cut(counterparty, 100), note: cut(remark, 300) },
  };
  return post(tx, actor, projectId, input);
}

const field = ({ rowNo, part }: PostLine, name: string): string =>
  part > 0 ? `rows.${rowNo}.parts.${part - 1}.${name}` : `rows.${rowNo}.${name}`;

const reasonsOf = (line: PostLine, answer: Answer<Posted>): Reason[] => {
  if (answer.ok) return [];
  const found = answer.reasons ?? [reason('bankImport.projectGone')];
  return found.map((one) => ({ ...one, field: field(line, one.field ?? 'projectId') }));
};

/** Held in one order, so that two imports and whoever posts by hand wait for each other. */
const holdProjects = (tx: Writer, lines: readonly StoredLine[]) =>
  tx.$queryRaw`SELECT 1 FROM project WHERE id = ANY(${lines.flatMap(({ projectId }) => projectId ?? [])}::uuid[]) ORDER BY id FOR UPDATE`;

/**
 * Every line through the commands that a person uses by hand, with their rules. A refused one writes nothing and the next is tried, so that all reasons are
 * told at once; whoever asks keeps everything or nothing.
 */
export async function postLines(
  tx: Writer,
  actor: Actor,
  countyId: string,
  given: readonly StoredLine[],
): Promise<LineResult[]> {
  const lines = given.flatMap(partsAsLines);
  await holdProjects(tx, lines);
  const free = new Map(
    (
      await bookedOf(tx, countyId, {
        ids: lines.flatMap(({ entryId, orderId }) => [entryId, orderId].filter((id) => id !== null)),
      })
    ).map((one) => [one.id, one] as const),
  );
  const used = new Set<string>();
  const results: LineResult[] = [];
  for (const line of [...lines].sort(inTurn)) {
    const { decision, entryId, orderId } = line;
    const result: LineResult = { line, reasons: [], entryId, orderId };
    results.push(result);
    if (decision === 'outside' || decision === 'split' || decision === null) continue;
    if (decision === 'entry' || decision === 'order') {
      const id = (decision === 'entry' ? entryId : orderId) ?? '';
      const target = used.has(id) ? null : (free.get(id) ?? null);
      used.add(id);
      result.reasons = decisionReasons(line, decision, target, field(line, 'decision'));
      continue;
    }
    const answer = await write(tx, actor, line, decision);
    result.reasons = reasonsOf(line, answer);
    if (answer.ok && decision === 'payment') result.orderId = answer.value.id;
    else if (answer.ok) result.entryId = answer.value.id;
  }
  return results.sort((a, b) => a.line.rowNo - b.line.rowNo || a.line.part - b.line.part);
}
