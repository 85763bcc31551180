import 'server-only';
import type { EntryDetail, EntryView, OrderView } from '@/lib/domain/funds/answers';
import type { OrderState } from '@/lib/domain/funds/types';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { entryScope } from './scope';

const FILE = (id: string) =>
  Prisma.raw(
    `(SELECT json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) FROM stored_file f WHERE f.id = ${id})`,
  );
/** Names of people as they are written on screens; who is not to be seen from here is not told. */
const PERSON = (id: string) => Prisma.raw(`anju_name_of(${id})`);
const PARTS = (items: string) =>
  Prisma.raw(
    `(SELECT json_agg(json_build_object('item', i ->> 'item', 'amount', ((i ->> 'amount')::bigint * 0.01)::text)) FROM jsonb_array_elements(${items}) i)`,
  );

/** Of entry e or request o; a county that is not to be seen from here keeps its place. */
const countyOf = (alias: 'e' | 'o') =>
  Prisma.sql`coalesce((SELECT ${namedUnit()} FROM unit u WHERE u.id = ${Prisma.raw(alias)}.county_id), json_build_object('id', ${Prisma.raw(alias)}.county_id, 'name', '—', 'nameEn', NULL))`;

/** Of entry e: one JSON object. */
export const ENTRY = Prisma.sql`'id', e.id, 'kind', e.kind, 'reversesKind', (SELECT w.kind FROM ledger_entry w WHERE w.id = e.reverses_id), 'source', e.source, 'fundKind', e.fund_kind,
  'earmark', e.earmark, 'amount', ${yuan('e.amount')}, 'entryOn', e.entry_on, 'voucherNo', e.voucher_no, 'counterparty', e.counterparty, 'note', e.note, 'items', ${PARTS('e.items')},
  'contractNo', (SELECT k.no FROM contract k WHERE k.id = e.contract_id), 'reversed', EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id), 'reversesId', e.reverses_id,
  'ofBatch', e.batch_line_id IS NOT NULL, 'createdBy', coalesce(${PERSON('e.created_by')}, '—'), 'approvedBy', ${PERSON('e.approved_by')}, 'createdAt', ${instant('e.created_at')},
  'file', ${FILE('e.file_id')}`;

export async function entriesOfProject(
  reader: Reader,
  actor: Actor,
  projectId: string,
  limit: number,
): Promise<EntryView[]> {
  const rows = await reader.$queryRaw<{ doc: EntryView }[]>`
    SELECT json_build_object(${ENTRY}) AS doc FROM ledger_entry e WHERE e.project_id = ${projectId}::uuid AND ${entryScope(actor)}
    ORDER BY e.entry_on DESC, e.id DESC LIMIT ${limit}`;
  return rows.map(({ doc }) => doc);
}

/** An entry with its debits and credits, what it reverses, what reverses it, and the request or the household's payment that it came from. */
export async function entryDetail(reader: Reader, actor: Actor, id: string): Promise<EntryDetail | null> {
  const [row] = await reader.$queryRaw<{ doc: EntryDetail }[]>`
    SELECT json_build_object(${ENTRY}, 'project', (SELECT json_build_object('id', p.id, 'name', p.name, 'code', p.code) FROM project p WHERE p.id = e.project_id),
      'county', ${countyOf('e')},
      'reversalId', (SELECT r.id FROM ledger_entry r WHERE r.reverses_id = e.id), 'orderId', (SELECT o.id FROM payment_order o WHERE o.entry_id = e.id),
      'receiptId', (SELECT c.id FROM contribution_payment c WHERE c.entry_id = e.id AND c.kind = 'payment'), 'sha256', e.file_sha256,
      'lines', (SELECT json_agg(json_build_object('no', l.no, 'class', a.class, 'ofProject', a.project_id IS NOT NULL, 'side', l.side, 'amount', ${yuan('l.amount')}, 'item', l.item) ORDER BY l.no)
        FROM ledger_line l JOIN ledger_account a ON a.id = l.account_id WHERE l.entry_id = e.id)) AS doc
    FROM ledger_entry e WHERE e.id = ${id}::uuid AND ${entryScope(actor)}`;
  return row?.doc ?? null;
}

const ORDER = Prisma.sql`json_build_object('id', o.id, 'project', json_build_object('id', p.id, 'name', p.name, 'code', p.code),
  'county', ${countyOf('o')},
  'contract', json_build_object('id', k.id, 'no', k.no, 'name', k.name), 'reversesId', o.reverses_id, 'source', o.source, 'kind', o.fund_kind, 'earmark', o.earmark,
  'amount', ${yuan('o.amount')}, 'items', ${PARTS('o.items')}, 'payee', o.payee, 'purpose', o.purpose, 'payOn', o.pay_on, 'voucherNo', o.voucher_no, 'status', o.status,
  'createdBy', json_build_object('id', o.created_by, 'name', coalesce(${PERSON('o.created_by')}, '—')), 'createdAt', ${instant('o.created_at')}, 'decidedBy', ${PERSON('o.decided_by')},
  'decidedAt', ${instant('o.decided_at')}, 'decisionNote', o.decision_note, 'entryId', o.entry_id, 'file', ${FILE('o.file_id')}, 'version', o.version)`;
const ORDERS = Prisma.sql`payment_order o JOIN project p ON p.id = o.project_id JOIN contract k ON k.id = o.contract_id`;
const orderScope = (actor: Actor) => projectScope(actor, Prisma.sql`o.project_id`, Prisma.sql`o.county_id`);

export interface OrderFilter {
  id?: string;
  projectId?: string;
  status?: OrderState;
  countyId?: string;
  limit?: number;
  offset?: number;
}

const matching = (actor: Actor, { id, projectId, status, countyId }: OrderFilter) => Prisma.sql`${orderScope(actor)}
  AND (${id ?? null}::uuid IS NULL OR o.id = ${id ?? null}::uuid) AND (${projectId ?? null}::uuid IS NULL OR o.project_id = ${projectId ?? null}::uuid) AND (${status ?? null}::text IS NULL OR o.status = ${status ?? null})
  AND (${countyId ?? null}::uuid IS NULL OR o.county_id = ${countyId ?? null}::uuid)`;

/** Requests for payment, those that wait first and of them the oldest. */
export async function paymentOrders(reader: Reader, actor: Actor, filter: OrderFilter): Promise<OrderView[]> {
  const rows = await reader.$queryRaw<{ doc: OrderView }[]>`
    SELECT ${ORDER} AS doc FROM ${ORDERS} WHERE ${matching(actor, filter)}
    ORDER BY (o.status = 'submitted') DESC, CASE WHEN o.status = 'submitted' THEN o.created_at END, o.created_at DESC, o.id
    LIMIT ${filter.limit ?? 50} OFFSET ${filter.offset ?? 0}`;
  return rows.map(({ doc }) => doc);
}

export async function countOrders(reader: Reader, actor: Actor, filter: OrderFilter): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${ORDERS} WHERE ${matching(actor, filter)}`;
  return row?.count ?? 0;
}
