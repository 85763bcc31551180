import 'server-only';
import { createHash } from 'node:crypto';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { completable } from '@/lib/domain/notices/complete';
import { draftText, issuerOf } from '@/lib/domain/notices/draft-text';
import { publishedText } from '@/lib/domain/notices/paper';
import { periodFrom } from '@/lib/domain/notices/period';
import {
  againstEditing,
  againstWithdrawing,
  lengthReasons,
  publishable,
  subjectReasons,
} from '@/lib/domain/notices/publish';
import { mayPublish } from '@/lib/domain/notices/publishers';
import type { NoticeCreate, NoticeUpdate } from '@/lib/domain/notices/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, forbidden, notFound, refused } from '@/lib/server/answer';
import { searchTextOfTitle } from '@/lib/server/compounds/names';
import { setAct, type Tx } from '@/lib/server/db/with-actor';
import { type Listed, readSource, type Source, type Subject } from './facts';
import { type LockedNotice, lockNotice } from './locked';
import { noticeView } from './queries';

const subjectOf = (input: NoticeCreate): Subject => ({
  kind: input.kind,
  compounds: input.kind === 'list' ? input.compounds : input.kind === 'plan' ? [{ compoundId: input.compoundId }] : [],
  schemeId: input.kind === 'design' ? input.schemeId : null,
  roundId: input.kind === 'result' ? input.roundId : null,
});

/** One design notice of a scheme, one result notice of a round, at a time. */
async function alreadyThere(tx: Tx, { kind, schemeId, roundId }: Subject): Promise<Reason[]> {
  if (kind !== 'design' && kind !== 'result') return [];
  const found = await tx.notice.findFirst({
    where: { kind, status: { not: 'withdrawn' }, ...(schemeId ? { schemeId } : {}), ...(roundId ? { roundId } : {}) },
    select: { title: true },
  });
  return found ? [reason('notices.alreadyOne', { title: found.title })] : [];
}

async function saved(tx: Tx, actor: Actor, id: string): Promise<Answer<NoticeView>> {
  const view = await noticeView(tx, actor, id);
  return view ? done(view, { version: view.version }) : notFound();
}

/** A draft with its title and text prefilled from what it is about. */
export async function createNotice(tx: Tx, actor: Actor, input: NoticeCreate): Promise<Answer<NoticeView>> {
  if (!mayPublish(actor.role, input.kind)) return forbidden('notice_of_county');
  const subject = subjectOf(input);
  const source = await readSource(tx, actor, subject);
  if (!source) return notFound();
  const reasons = [...subjectReasons({ kind: input.kind, ...source }), ...(await alreadyThere(tx, subject))];
  if (reasons.length > 0) return refused(reasons);
  const [clock] = await tx.$queryRaw<{ today: string }[]>`SELECT anju_today()::text AS today`;
  const issuer = issuerOf(actor.role, actor.unit.name);
  const text = draftText({
    kind: input.kind,
    county: source.county.name,
    issuer,
    facts: source.facts,
    today: clock?.today ?? '',
  });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notice (county_id, kind, compound_id, round_id, scheme_id, title, search_text, issuer, body, facts, days, created_by)
    VALUES (${source.county.id}::uuid, ${input.kind}, ${source.compoundId}::uuid, ${subject.roundId}::uuid, ${subject.schemeId}::uuid,
      ${text.title}, ${searchTextOfTitle(text.title)}, ${issuer}, ${text.body}, ${JSON.stringify(source.facts)}::jsonb, ${source.leastDays}, ${actor.accountId}::uuid) RETURNING id`;
  const view = await noticeView(tx, actor, row?.id ?? '');
  return view ? created(view, { version: view.version }) : notFound();
}

interface Held {
  notice: LockedNotice;
}

/** Whoever acts on a notice as its publisher: it is there, it is theirs to publish, and it is the version that they saw. */
async function hold(tx: Tx, actor: Actor, id: string, version: number, yours: unknown): Promise<Answer<Held>> {
  const notice = await lockNotice(tx, actor, id);
  if (!notice) return notFound();
  if (!mayPublish(actor.role, notice.kind)) return forbidden('notice_of_county');
  return notice.version === version
    ? done({ notice })
    : conflict(await noticeView(tx, actor, id), yours, notice.version);
}

const listedIn = ({ kind, facts, compoundId }: LockedNotice): Listed[] =>
  kind === 'list'
    ? facts.compounds.map(({ id, note }) => ({ compoundId: id, note }))
    : [{ compoundId: compoundId ?? '' }];

/** As it would be read from the register, the scheme or the round at this moment. */
const sourceOf = (tx: Tx, actor: Actor, notice: LockedNotice, compounds: readonly Listed[]): Promise<Source | null> =>
  readSource(tx, actor, { kind: notice.kind, compounds, schemeId: notice.schemeId, roundId: notice.roundId });

export async function updateNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: NoticeUpdate,
): Promise<Answer<NoticeView>> {
  const held = await hold(tx, actor, id, version, input);
  if (!held.ok) return held;
  const { notice } = held.value;
  const against = againstEditing(notice, input.compounds !== undefined);
  if (against.length > 0) return refused(against);
  const source = await sourceOf(tx, actor, notice, input.compounds ?? listedIn(notice));
  if (!source || source.county.id !== notice.countyId) return notFound();
  const days = input.days ?? notice.days;
  const tooShort = lengthReasons(days, source.leastDays);
  if (tooShort.length > 0) return refused(tooShort);
  const title = input.title ?? notice.title;
  const documentNo = input.documentNo === undefined ? notice.documentNo : input.documentNo;
  await tx.$executeRaw`
    UPDATE notice SET title = ${title}, document_no = ${documentNo}, search_text = ${searchTextOfTitle(title, documentNo)},
      issuer = ${input.issuer ?? notice.issuer}, body = ${input.body ?? notice.body}, days = ${days},
      facts = ${JSON.stringify(source.facts)}::jsonb, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return saved(tx, actor, id);
}

/** From here on everybody reads it, and what it says stays: the facts are read once more and kept with the hash of all of it. */
export async function publishNotice(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<NoticeView>> {
  const held = await hold(tx, actor, id, version, null);
  if (!held.ok) return held;
  const { notice } = held.value;
  const source = await sourceOf(tx, actor, notice, listedIn(notice));
  if (!source) return refused([reason('notices.compoundGone')]);
  const decision = publishable({ ...notice, ...source });
  if (!decision.ok) return refused(decision.reasons);
  const period = periodFrom(notice.today, notice.days);
  const hash = createHash('sha256')
    .update(publishedText(notice.kind, { ...notice, ...period, facts: source.facts }))
    .digest('hex');
  await tx.$executeRaw`
    UPDATE notice SET status = 'published', facts = ${JSON.stringify(source.facts)}::jsonb, hash = ${hash}, published_at = anju_now(),
      published_by = ${actor.accountId}::uuid, starts_on = ${period.startsOn}::date, ends_on = ${period.endsOn}::date,
      version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  if (notice.kind === 'list') {
    for (const { compoundId, note } of listedIn(notice)) {
      await tx.$executeRaw`INSERT INTO notice_compound (notice_id, compound_id, county_id, note)
        VALUES (${id}::uuid, ${compoundId}::uuid, ${notice.countyId}::uuid, ${note ?? null})`;
    }
  }
  return saved(tx, actor, id);
}

/** The period is over, every objection answered, the posted paper photographed; how to reach people is needed no longer. */
export async function completeNotice(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<NoticeView>> {
  const held = await hold(tx, actor, id, version, null);
  if (!held.ok) return held;
  const { notice } = held.value;
  const [openObjections, photos] = [
    await tx.objection.count({ where: { noticeId: id, verdict: null } }),
    await tx.noticePhoto.count({ where: { noticeId: id } }),
  ];
  const decision = completable({ ...notice, openObjections, photos }, notice.today);
  if (!decision.ok) return refused(decision.reasons);
  await tx.$executeRaw`
    UPDATE notice SET status = 'completed', completed_at = anju_now(), completed_by = ${actor.accountId}::uuid, version = version + 1,
      updated_at = anju_now() WHERE id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE objection SET contact = NULL WHERE notice_id = ${id}::uuid AND contact IS NOT NULL`;
  return saved(tx, actor, id);
}

/** A draft that is dropped, or a published one that was wrong: it stays on record, and the public page says that it was withdrawn. */
export async function withdrawNotice(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  why: string,
): Promise<Answer<NoticeView>> {
  const held = await hold(tx, actor, id, version, { reason: why });
  if (!held.ok) return held;
  const against = againstWithdrawing(held.value.notice.status);
  if (against.length > 0) return refused(against);
  await setAct(tx, { action: 'notice.withdraw', reason: why });
  await tx.$executeRaw`
    UPDATE notice SET status = 'withdrawn', withdrawn_at = anju_now(), withdrawn_by = ${actor.accountId}::uuid, withdrawn_reason = ${why},
      version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  return saved(tx, actor, id);
}
