import 'server-only';
import {
  againstChange,
  decisionReasons,
  itemsReasons,
  type LineDecisionInput,
  type PartInput,
  partsReasons,
} from '@/lib/domain/funds/imports/decisions';
import type { LinePart } from '@/lib/domain/funds/imports/types';
import type { ItemPart } from '@/lib/domain/funds/types';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import type { Writer } from '@/lib/server/db/with-writer';
import { bookedOf } from './facts';
import { holdStatement, linesOf, type StoredLine, seenNow, targetsOf } from './statement';

type Said = LineDecisionInput | PartInput;

/** What is said of a line, or of each of its parts, with what of its sum it is about and where it stands in the request. */
function saidOf(input: LineDecisionInput): { said: Said; amount: bigint | null; at: string }[] {
  if (input.decision !== 'split') return [{ said: input, amount: null, at: '' }];
  return input.parts.map((part, place) => ({ said: part, amount: part.amount, at: `.parts.${place}` }));
}

/** Projects and contracts that are the county's; another's look as not there. */
async function placesOf(tx: Writer, countyId: string, inputs: readonly LineDecisionInput[]) {
  const named = inputs.flatMap(saidOf).flatMap(({ said }) => ('projectId' in said ? [said.projectId] : []));
  const rows = await tx.$queryRaw<{ id: string; contracts: string[] }[]>`
    SELECT p.id, coalesce((SELECT json_agg(k.id) FROM contract k WHERE k.project_id = p.id), '[]') AS contracts
    FROM project p WHERE p.id = ANY(${named}::uuid[]) AND p.county_id = ${countyId}::uuid`;
  return new Map(rows.map(({ id, contracts }) => [id, contracts] as const));
}

function inputReasons(
  line: { amount: bigint },
  input: Said,
  places: ReadonlyMap<string, readonly string[]>,
  at: string,
): Reason[] {
  if (!('projectId' in input)) return [];
  const contracts = places.get(input.projectId);
  if (!contracts) return [reason('bankImport.projectGone', undefined, { field: `${at}.projectId` })];
  if (input.decision !== 'payment') return [];
  return [
    ...(contracts.includes(input.contractId)
      ? []
      : [reason('fund.contractUnknown', undefined, { field: `${at}.contractId` })]),
    ...itemsReasons(input.items, line, `${at}.items`),
  ];
}

const targetOf = (said: Said): string | null =>
  'entryId' in said ? said.entryId : 'orderId' in said ? said.orderId : null;

const CLEAR = {
  entryId: null,
  orderId: null,
  projectId: null,
  source: null,
  kind: null,
  earmark: null,
  contractId: null,
  items: null,
  voucherNo: null,
  note: null,
  parts: null,
};

/** Sums as they are kept in a document: fen, as text. */
type Kept<T> = Omit<T, 'amount' | 'items'> & { amount: string; items: { item: string; amount: string }[] | null };
const itemsKept = (items: readonly ItemPart[] | null): Kept<LinePart>['items'] =>
  items?.map(({ item, amount }) => ({ item, amount: String(amount) })) ?? null;

const partOf = ({ decision, amount, ...said }: PartInput): Kept<LinePart> => {
  const { parts: _, ...empty } = CLEAR;
  const {
    reason: note,
    items,
    ...more
  } = { reason: null, items: null, ...said } as { reason: string | null; items: ItemPart[] | null };
  const pot = { source: 'other', kind: '', earmark: 'general' } as const;
  return { ...empty, ...pot, ...more, note, decision, amount: String(amount), items: itemsKept(items) };
};

function rowOf(id: string, input: LineDecisionInput) {
  if (input.decision === 'split') return { ...CLEAR, id, decision: input.decision, parts: input.parts.map(partOf) };
  const { lineId, decision, ...said } = input;
  const {
    reason: note,
    items,
    ...more
  } = { reason: null, items: null, ...said } as { reason: string | null; items: ItemPart[] | null };
  const kept = decision === 'undecided' ? null : decision;
  return { ...CLEAR, ...more, note, items: itemsKept(items), id, decision: kept };
}

/** What becomes of the lines of a bank statement, said by a person, many at once; nothing is written to the books yet. */
export async function decideLines(
  tx: Writer,
  actor: Actor,
  { id, version }: { id: string; version: number },
  inputs: readonly LineDecisionInput[],
): Promise<Answer<{ id: string; version: number }>> {
  const statement = await holdStatement(tx, actor, id);
  if (!statement) return notFound();
  const against = againstChange(statement.status);
  if (against.length > 0) return refused(against);
  if (statement.kind === 'ledger') return refused([reason('bankImport.ledgerDecides')]);
  if (statement.version !== version) return conflict(seenNow(statement), { version }, statement.version);
  const lines = new Map((await linesOf(tx, id)).map((line) => [line.id, line] as const));
  const places = await placesOf(tx, statement.countyId, inputs);
  const ids = inputs.flatMap(saidOf).flatMap(({ said }) => targetOf(said) ?? []);
  const free = new Map((await bookedOf(tx, statement.countyId, { ids })).map((one) => [one.id, one] as const));
  const reasons: Reason[] = [];
  const taken = new Set<string>(otherTargets([...lines.values()], inputs));
  for (const [at, input] of inputs.entries()) {
    const line = lines.get(input.lineId);
    const field = `decisions.${at}`;
    if (!line) reasons.push(reason('bankImport.lineGone', undefined, { field }));
    else if (line.known) reasons.push(reason('bankImport.lineKnown', { row: line.rowNo }, { field }));
    else {
      if (input.decision === 'split') reasons.push(...partsReasons(line, input.parts, field));
      for (const { said, amount, at: place } of saidOf(input)) {
        const part = { amount: amount === null ? line.amount : line.amount < 0n ? -amount : amount };
        const target = targetOf(said);
        const where = field + place;
        if (target && taken.has(target))
          reasons.push(reason('bankImport.targetTwice', { row: line.rowNo }, { field: where }));
        if (target) taken.add(target);
        reasons.push(
          ...decisionReasons(part, said.decision, target ? (free.get(target) ?? null) : null, where),
          ...inputReasons(part, said, places, where),
        );
      }
    }
  }
  if (reasons.length > 0) return refused(reasons);
  const rows = inputs.map((input) => rowOf(input.lineId, input));
  await tx.$executeRaw`
    UPDATE bank_line l SET decision = r.decision, entry_id = r."entryId", order_id = r."orderId", project_id = r."projectId", source = r.source, fund_kind = r.kind, earmark = r.earmark,
      contract_id = r."contractId", items = r.items, voucher_no = r."voucherNo", note = r.note, parts = r.parts
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, decision text, "entryId" uuid, "orderId" uuid, "projectId" uuid, source text, kind text, earmark text,
      "contractId" uuid, items jsonb, "voucherNo" text, note text, parts jsonb) WHERE l.id = r.id AND l.statement_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE bank_statement SET version = version + 1 WHERE id = ${id}::uuid`;
  return done({ id, version: version + 1 }, { version: version + 1 });
}

/** Entries and requests that lines which are not changed now stand beside: one line each. */
function otherTargets(lines: readonly StoredLine[], inputs: readonly LineDecisionInput[]): string[] {
  const changed = new Set(inputs.map(({ lineId }) => lineId));
  return lines.filter(({ id }) => !changed.has(id)).flatMap(targetsOf);
}
