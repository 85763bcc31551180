import 'server-only';
import { NOTICE_KIND_LABELS } from '@/lib/domain/notices/labels';
import { NOTICE_KINDS } from '@/lib/domain/notices/types';
import { ROUND_LABELS } from '@/lib/domain/votes/labels';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { within } from '@/lib/server/notices/locked';
import { planScope } from '@/lib/server/plans/scope';
import { type Branch, dayOf, issuedIf } from './branch';

/** A round that is open can have its forms printed; of one that is over there are those that were. */
const opinionForms = (actor: Actor): Branch => ({
  kind: 'opinionForm',
  from: Prisma.sql`vote_round r JOIN compound c ON c.id = r.compound_id`,
  where: Prisma.sql`r.county_id = ANY(${[...actor.counties]}::uuid[]) AND r.opened_at IS NOT NULL
    AND (r.status = 'open' OR EXISTS (SELECT 1 FROM vote_form f WHERE f.round_id = r.id))`,
  id: Prisma.sql`r.id`,
  on: dayOf('r.opened_at'),
  title: Prisma.sql`c.name || '意见征求表（' || CASE r.round WHEN 1 THEN ${ROUND_LABELS[1].zh}::text ELSE ${ROUND_LABELS[2].zh}::text END || '）'`,
  documentNo: Prisma.sql`r.code`,
  state: Prisma.sql`CASE r.status WHEN 'cancelled' THEN 'void' ELSE 'issued' END`,
  county: Prisma.sql`r.county_id`,
  about: Prisma.sql`c.name`,
});

/** A notice that was withdrawn has no file any more. */
const notices = (actor: Actor): Branch[] =>
  NOTICE_KINDS.map((kind) => ({
    kind: `${kind}Notice` as const,
    from: Prisma.sql`notice n LEFT JOIN compound c ON c.id = n.compound_id`,
    where: Prisma.sql`n.kind = ${kind} AND n.status <> 'withdrawn' AND ${within(actor)}`,
    id: Prisma.sql`n.id`,
    on: dayOf('coalesce(n.published_at, n.created_at)'),
    title: Prisma.sql`coalesce(nullif(n.title, ''), ${NOTICE_KIND_LABELS[kind].zh}::text)`,
    documentNo: Prisma.sql`n.document_no`,
    state: issuedIf(Prisma.sql`n.status <> 'draft'`),
    county: Prisma.sql`n.county_id`,
    about: Prisma.sql`c.name`,
  }));

const plans = (actor: Actor): Branch => ({
  kind: 'compoundPlan',
  from: Prisma.sql`compound_plan p JOIN compound c ON c.id = p.compound_id`,
  where: planScope(actor),
  id: Prisma.sql`p.id`,
  on: dayOf('coalesce(p.finalized_at, p.updated_at)'),
  title: Prisma.sql`c.name || '改造方案（第' || p.no || '版）'`,
  state: issuedIf(Prisma.sql`p.status = 'final'`),
  county: Prisma.sql`p.county_id`,
  about: Prisma.sql`c.name`,
});

/** 征求意见、公示、方案: papers of a compound. */
export const compoundBranches = (actor: Actor): Branch[] => [opinionForms(actor), ...notices(actor), plans(actor)];
