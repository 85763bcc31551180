import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { ORDER_LABELS } from '@/lib/domain/funds/labels';
import type { OrderState } from '@/lib/domain/funds/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { NOTICE_KIND_LABELS, NOTICE_STATUS_LABELS } from '@/lib/domain/notices/labels';
import type { NoticeKind, NoticeStatus } from '@/lib/domain/notices/types';
import type { SearchHit } from '@/lib/domain/search/answers';
import { wordsOf } from '@/lib/domain/search/words';
import { yuanText } from '@/lib/format/money-text';
import { pinyinOf } from '@/lib/server/compounds/names';
import { like, plainly } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import { within } from '@/lib/server/notices/locked';
import { noticesSearched } from '@/lib/server/notices/queries';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { BROUGHT, nearFirst } from './near';
import { type Asked, found, note } from './shown';

/** A paper of any kind, as it is ranked among the others. */
interface Sheet {
  hit: SearchHit;
  number: string | null;
}

const PAPER: Label = { zh: '项目资料', en: 'Paper' };
const BATCH: Label = { zh: '资金下达批次', en: 'Batch' };
const ORDER: Label = { zh: '支付申请', en: 'Payment' };
const near = (q: string, name: string, code: string) => nearFirst(q, { name, code });

/** What stands in the archive of projects now; former versions are found there. */
async function filed({ reader, actor, locale, q }: Asked): Promise<Sheet[]> {
  const words = wordsOf(q).map(
    (word) => Prisma.sql`coalesce(x.search_text, ${plainly('x.title', 'x.document_no')}) LIKE ${like(word)}`,
  );
  const rows = await reader.$queryRaw<
    { id: string; title: string; no: string | null; kind: string; project: string; projectId: string }[]
  >`
    SELECT x.id, x.title, x.document_no AS no, x.kind, p.name AS project, p.id AS "projectId" FROM (
      SELECT x.id, x.title, x.document_no, x.kind, x.project_id, x.created_at FROM paper x
      WHERE x.status = 'current' AND ${projectScope(actor, Prisma.sql`x.project_id`, Prisma.sql`x.county_id`)} AND ${Prisma.join(words, ' AND ')}
      ORDER BY ${near(q, 'x.title', 'x.document_no')}, x.created_at DESC, x.id LIMIT ${BROUGHT}::int) x JOIN project p ON p.id = x.project_id
    ORDER BY ${near(q, 'x.title', 'x.document_no')}, x.created_at DESC, x.id`;
  return rows.map(({ id, title, no, kind, project, projectId }) => ({
    number: no,
    hit: {
      ...{ kind: 'paper', id, title, note: note([labelIn(PAPER, locale), no, project]) },
      href: `/projects/${projectId}/papers#${kind}`,
    },
  }));
}

async function notices({ reader, actor, locale, q }: Asked): Promise<Sheet[]> {
  const rows = await reader.$queryRaw<
    { id: string; title: string; no: string | null; kind: NoticeKind; status: NoticeStatus }[]
  >`
    SELECT n.id, n.title, n.document_no AS no, n.kind, n.status FROM notice n WHERE ${within(actor)} AND ${Prisma.join(noticesSearched(q), ' AND ')}
    ORDER BY ${near(q, 'n.title', 'n.document_no')}, n.created_at DESC, n.id LIMIT ${BROUGHT}::int`;
  return rows.map(({ id, title, no, kind, status }) => ({
    number: no,
    hit: {
      ...{ kind: 'notice', id, title, href: `/notices/${id}` },
      note: note([labelIn(NOTICE_KIND_LABELS[kind], locale), no, labelIn(NOTICE_STATUS_LABELS[status], locale)]),
    },
  }));
}

/** A county finds what was issued and has a line of its own, as in the list of batches. */
async function batches({ reader, actor, locale, q }: Asked): Promise<Sheet[]> {
  if (actor.level !== 'prefecture' && actor.level !== 'county') return [];
  const words = wordsOf(q).map((word) => Prisma.sql`${plainly('b.title', 'b.document_no')} LIKE ${like(word)}`);
  const mine = Prisma.sql`b.status = 'issued' AND EXISTS (SELECT 1 FROM fund_batch_line l WHERE l.batch_id = b.id AND l.retired_at IS NULL
    AND l.county_id = ANY(${[...actor.counties]}::uuid[]))`;
  const rows = await reader.$queryRaw<{ id: string; title: string; no: string }[]>`
    SELECT b.id, b.title, b.document_no AS no FROM fund_batch b WHERE b.prefecture_id = ${actor.prefectureId}::uuid AND b.status <> 'discarded'
      AND ${actor.level === 'prefecture' ? Prisma.sql`true` : mine} AND ${Prisma.join(words, ' AND ')}
    ORDER BY ${near(q, 'b.title', 'b.document_no')}, b.document_on DESC, b.id LIMIT ${BROUGHT}::int`;
  return rows.map(({ id, title, no }) => ({
    number: no,
    hit: { kind: 'batch', id, title, note: note([labelIn(BATCH, locale), no]), href: `/funds/batches/${id}` },
  }));
}

/** By number alone: whom money went to is in the ledger. */
async function orders({ reader, actor, locale, q }: Asked): Promise<Sheet[]> {
  const words = wordsOf(q).map((word) => Prisma.sql`${plainly('o.voucher_no')} LIKE ${like(word)}`);
  const scope = projectScope(actor, Prisma.sql`o.project_id`, Prisma.sql`o.county_id`);
  const rows = await reader.$queryRaw<
    { id: string; no: string; amount: string; project: string; status: OrderState }[]
  >`
    SELECT o.id, o.voucher_no AS no, ${yuan('o.amount')} AS amount, p.name AS project, o.status FROM payment_order o JOIN project p ON p.id = o.project_id
    WHERE ${scope} AND ${Prisma.join(words, ' AND ')} ORDER BY ${nearFirst(q, { name: 'o.voucher_no' })}, o.created_at DESC, o.id LIMIT ${BROUGHT}::int`;
  return rows.map(({ id, no, amount, project, status }) => ({
    number: no,
    hit: {
      ...{ kind: 'order', id, title: no, href: `/funds/payments?order=${id}` },
      note: note([labelIn(ORDER, locale), yuanText(amount, locale), project, labelIn(ORDER_LABELS[status], locale)]),
    },
  }));
}

/** Papers of every kind together, the nearest first: each kind for those who may open it. */
export async function paperHits(asked: Asked) {
  const { role } = asked.actor;
  const kinds = await Promise.all([
    can(role, 'project.read') ? filed(asked) : [],
    can(role, 'notice.read') ? notices(asked) : [],
    ...(can(role, 'fund.read') ? [batches(asked), orders(asked)] : []),
  ]);
  return found('papers', kinds.flat(), {
    q: asked.q,
    knownBy: ({ hit, number }) => ({ name: hit.title, code: number, pinyin: pinyinOf(hit.title) }),
    hit: ({ hit }) => hit,
  });
}
