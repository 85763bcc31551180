import 'server-only';
import { createHmac } from 'node:crypto';
import type { ResidentObjection } from '@/lib/domain/notices/schema';
import { type Answer, created, failure, notFound } from '@/lib/server/answer';
import { newId } from '@/lib/server/db/new-id';
import { pool } from '@/lib/server/db/pool';
import { env } from '@/lib/server/env';
import { readReceiptCode, receiptHashOf } from '@/lib/server/votes/receipt-code';
import { sealContact } from './contact';
import { giveBothBack, OBJECTIONS, takeBoth, WRONG_CODES } from './resident-limits';

export interface Sent {
  address: string | null;
  /** sent again under the same key it is the same objection */
  key: string | null;
}

/** Nobody's account holds the key of a request without one: its number is made from it. */
function idOf(about: string, key: string | null): string {
  if (key === null) return newId();
  const hex = createHmac('sha256', env().NEXTAUTH_SECRET).update(`anju-objection:${about}:${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Outcome = 'unknown' | 'over' | 'taken';
export interface Received {
  received: true;
}

function answerOf(outcome: Outcome | undefined): Answer<Received> {
  if (outcome === 'taken') return created({ received: true });
  return outcome === 'over' ? failure(409, 'objection_period_over') : notFound();
}

const ask = async (text: string, values: unknown[]): Promise<Outcome | undefined> =>
  (await pool().query<{ outcome: Outcome }>(text, values)).rows[0]?.outcome;

/** From the public page, while the period runs. */
export async function objectByPage(
  noticeId: string,
  { content, contact }: ResidentObjection,
  { address, key }: Sent,
): Promise<Answer<Received>> {
  const tooOften = await takeBoth(OBJECTIONS, address);
  if (tooOften) return tooOften;
  const id = idOf(noticeId, key);
  const sealed = sealContact(id, contact);
  return answerOf(await ask('SELECT object_by_page($1, $2, $3, $4) AS outcome', [id, noticeId, content, sealed]));
}

/** About how the household of a receipt code is recorded. A wrong code counts as a guess, here as where it is looked up. */
export async function objectByReceipt(
  typed: string,
  { content, contact }: ResidentObjection,
  { address, key }: Sent,
): Promise<Answer<Received>> {
  const tooOften = (await takeBoth(OBJECTIONS, address)) ?? (await takeBoth(WRONG_CODES, address));
  if (tooOften) return tooOften;
  const code = readReceiptCode(typed);
  const digest = code === null ? '' : receiptHashOf(code);
  const id = idOf(digest, key);
  const sealed = sealContact(id, contact);
  const outcome = await ask('SELECT object_by_receipt($1, $2, $3, $4) AS outcome', [id, digest, content, sealed]);
  if (outcome !== 'unknown') await giveBothBack(WRONG_CODES, address);
  return answerOf(outcome);
}
