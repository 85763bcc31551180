import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { Receipt } from '@/lib/domain/notices/answers';
import { type NoticeFacts, noticeFacts } from '@/lib/domain/notices/facts';
import type { NoticeKind, NoticeStatus } from '@/lib/domain/notices/types';
import { type Answer, done } from '@/lib/server/answer';
import { pool } from '@/lib/server/db/pool';
import { readReceiptCode, receiptHashOf } from '@/lib/server/votes/receipt-code';
import { giveBothBack, takeBoth, WRONG_CODES } from './resident-limits';

/** For people without an account: only what the functions of the database tell (0023). */

export interface PublicCounty {
  code: string;
  name: string;
  nameEn: string | null;
}

export const countiesForResidents = async (): Promise<PublicCounty[]> =>
  (await pool().query<PublicCounty>('SELECT code, name, name_en AS "nameEn" FROM counties_for_residents()')).rows;

type Published = Exclude<NoticeStatus, 'draft'>;

export interface PublicNoticeRow {
  id: string;
  kind: NoticeKind;
  status: Published;
  title: string;
  issuer: string;
  county: string;
  countyEn: string | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  today: CalendarDate;
}

export const PUBLIC_PAGE = 20;

/** A page of them, newest first; one row more says that there is a next page. */
export async function noticesForResidents(
  county: string | null,
  page: number,
): Promise<{ items: PublicNoticeRow[]; hasNext: boolean }> {
  const { rows } = await pool().query<PublicNoticeRow>(
    `SELECT id, kind, status, title, issuer, county, county_en AS "countyEn", starts_on AS "startsOn", ends_on AS "endsOn", today
     FROM notices_for_residents($1, $2, $3)`,
    [county, (page - 1) * PUBLIC_PAGE, PUBLIC_PAGE + 1],
  );
  return { items: rows.slice(0, PUBLIC_PAGE), hasNext: rows.length > PUBLIC_PAGE };
}

export interface PublicNotice extends PublicNoticeRow {
  documentNo: string | null;
  body: string;
  /** null: withdrawn, and what it said is told no more */
  facts: NoticeFacts | null;
  days: number;
  withdrawnOn: CalendarDate | null;
}

export async function noticeForResidents(id: string): Promise<PublicNotice | null> {
  const { rows } = await pool().query<Omit<PublicNotice, 'facts'> & { facts: unknown }>(
    `SELECT id, kind, status, title, document_no AS "documentNo", issuer, county, county_en AS "countyEn", body, facts, days, starts_on AS "startsOn",
       ends_on AS "endsOn", withdrawn_on AS "withdrawnOn", today FROM notice_for_residents($1)`,
    [id],
  );
  const [row] = rows;
  return row ? { ...row, facts: row.facts === null ? null : noticeFacts.parse(row.facts) } : null;
}

/** null: no household has this code, or it is none; the two look alike, and both count as a guess. */
export async function receiptForResident(typed: string, address: string | null): Promise<Answer<Receipt | null>> {
  const tooOften = await takeBoth(WRONG_CODES, address);
  if (tooOften) return tooOften;
  const code = readReceiptCode(typed);
  const { rows } = await pool().query<Receipt>(
    `SELECT compound, building, unit_no AS "unitNo", room, round, attempt, cancelled, choice, annulled, channel, collected_on AS "collectedOn",
       notice_id AS "noticeId", ends_on AS "endsOn", may_object AS "mayObject" FROM receipt_for_resident($1)`,
    [code === null ? '' : receiptHashOf(code)],
  );
  const [found] = rows;
  if (found) await giveBothBack(WRONG_CODES, address);
  return done(found ?? null);
}
