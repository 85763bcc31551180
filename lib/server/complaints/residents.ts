import 'server-only';
import { createHmac } from 'node:crypto';
import { dueDay } from '@/lib/domain/complaints/limit';
import type { ResidentComplaint, ResidentReopen } from '@/lib/domain/complaints/schema';
import type { ComplaintKind, Status } from '@/lib/domain/complaints/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { type Answer, created, done, failure, notFound, refused } from '@/lib/server/answer';
import { keepRulebook } from '@/lib/server/compounds/rulebook-in-force';
import { newId } from '@/lib/server/db/new-id';
import { pool } from '@/lib/server/db/pool';
import { env } from '@/lib/server/env';
import { giveBothBack, takeBoth, WRONG_CODES } from '@/lib/server/notices/resident-limits';
import { readReceiptCode, writeReceiptCode } from '@/lib/server/votes/receipt-code';
import { complaintCodeOf, complaintHashOf, sealContact } from './sealed';

/** For people without an account: only what the functions of the database tell and take (0023, 0048). */

export interface Sent {
  address: string | null;
  /** sent again under the same key it is the same complaint, with the same code */
  key: string | null;
}

/** A family behind one address writes a few; the office must read each. */
const COMPLAINTS = {
  address: { name: 'complaint', count: 10, seconds: 600 },
  all: { name: 'complaint-all', count: 300, seconds: 600 },
};

async function rulebookForResidents(id?: string): Promise<{ id: string; rulebook: Rulebook }> {
  const { rows } = await pool().query<{ id: string; content: unknown }>(
    'SELECT v.id, v.content FROM rulebook_version v WHERE v.id = coalesce($1::uuid, rulebook_for_residents())',
    [id ?? null],
  );
  const [row] = rows;
  if (!row) throw new Error('no rule book is loaded');
  return { id: row.id, rulebook: keepRulebook(row.id, row.content) };
}

/** What a complaint can be about, and within how many days it is answered. */
export async function rulesForResidents() {
  const { rulebook } = await rulebookForResidents();
  return { subjects: siteRulesOf(rulebook).complaints.subjects, replyDays: rulebook.complaints.replyDays };
}

export interface PublicCompound {
  id: string;
  name: string;
  place: string;
}

/** Compounds of a county by a part of their name: of two letters at least, twenty at most. */
export async function compoundsForResidents(county: string, words: string): Promise<PublicCompound[]> {
  if ([...words].length < 2) return [];
  const { rows } = await pool().query<PublicCompound>(
    'SELECT id, name, place FROM compounds_for_residents($1, $2, 20)',
    [county, words],
  );
  return rows;
}

export async function compoundForResident(id: string): Promise<(PublicCompound & { county: string }) | null> {
  const { rows } = await pool().query<PublicCompound & { county: string }>(
    'SELECT id, name, place, county FROM compound_for_resident($1)',
    [id],
  );
  return rows[0] ?? null;
}

export interface PublicSubject {
  title: string;
  county: string;
  compoundId: string | null;
}

export async function noticeSubject(id: string): Promise<PublicSubject | null> {
  const { rows } = await pool().query<PublicSubject>(
    'SELECT title, county, compound_id AS "compoundId" FROM notice_subject_for_resident($1)',
    [id],
  );
  return rows[0] ?? null;
}

/** Nobody's account holds the key of a request without one: its number is made from it. */
function idOf(key: string | null): string {
  if (key === null) return newId();
  const hex = createHmac('sha256', env().NEXTAUTH_SECRET).update(`anju-complaint:${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export async function complainByPage(
  input: ResidentComplaint,
  { address, key }: Sent,
): Promise<Answer<{ received: true; code: string }>> {
  const tooOften = await takeBoth(COMPLAINTS, address);
  if (tooOften) return tooOften;
  const { id: book, rulebook } = await rulebookForResidents();
  if (!siteRulesOf(rulebook).complaints.subjects.some(({ code }) => code === input.subject))
    return refused([reason('complaint.subjectUnknown', { found: input.subject }, { field: 'subject' })]);
  const id = idOf(key);
  const code = complaintCodeOf(id);
  const { rows } = await pool().query<{ outcome: 'unknown' | 'taken' }>(
    'SELECT complain_by_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS outcome',
    [
      id,
      input.county,
      input.compoundId ?? null,
      input.noticeId ?? null,
      book,
      rulebook.complaints.replyDays,
      input.kind,
      input.subject,
      input.content,
      sealContact(id, input.contact),
      complaintHashOf(code),
    ],
  );
  return rows[0]?.outcome === 'taken' ? created({ received: true, code: writeReceiptCode(code) }) : notFound();
}

export interface PublicComplaint {
  no: string;
  kind: ComplaintKind;
  subject: string;
  content: string;
  receivedOn: CalendarDate;
  county: string;
  compound: string | null;
  status: Status;
  dueOn: CalendarDate;
  answer: string | null;
  answeredOn: CalendarDate | null;
  endWords: string | null;
  transferredTo: string | null;
  /** when the complainant asked for it to be looked at again */
  reopenedOn: CalendarDate | null;
  /** until when it can be asked to be looked at again; null: not, or no more */
  reopenUntil: CalendarDate | null;
}

type Found = Omit<PublicComplaint, 'reopenUntil'> & {
  rulebookId: string;
  today: CalendarDate;
};

const digestOf = (typed: string): string => {
  const code = readReceiptCode(typed);
  return code === null ? '' : complaintHashOf(code);
};

async function find(digest: string): Promise<{ found: Found; rulebook: Rulebook } | null> {
  const { rows } = await pool().query<Found>(
    `SELECT no, kind, subject, content, received_on AS "receivedOn", county, compound, rulebook_id AS "rulebookId", status, due_on AS "dueOn", answer, answered_on AS "answeredOn",
       reopened_on AS "reopenedOn", end_words AS "endWords", transferred_to AS "transferredTo", today FROM complaint_for_resident($1)`,
    [digest],
  );
  const [found] = rows;
  return found ? { found, rulebook: (await rulebookForResidents(found.rulebookId)).rulebook } : null;
}

/** null: nobody's code, or none; the two look alike, and both count as a guess. */
export async function complaintForResident(
  typed: string,
  address: string | null,
): Promise<Answer<(PublicComplaint & { subjectName: string; subjectNameEn: string }) | null>> {
  const tooOften = await takeBoth(WRONG_CODES, address);
  if (tooOften) return tooOften;
  const known = await find(digestOf(typed));
  if (!known) return done(null);
  await giveBothBack(WRONG_CODES, address);
  const { rulebookId: _, today, ...found } = known.found;
  const { subjects, reopenDays } = siteRulesOf(known.rulebook).complaints;
  const until = found.status === 'answered' && found.answeredOn ? dueDay(found.answeredOn, reopenDays) : null;
  const subject = subjects.find(({ code }) => code === found.subject);
  return done({
    ...found,
    subjectName: subject?.name ?? found.subject,
    subjectNameEn: subject?.nameEn ?? found.subject,
    reopenUntil: until !== null && found.reopenedOn === null && today <= until ? until : null,
  });
}

/** Not content with the answer: looked at again, once. */
export async function reopenByResident(
  { code, words }: ResidentReopen,
  address: string | null,
): Promise<Answer<{ received: true }>> {
  const tooOften = (await takeBoth(COMPLAINTS, address)) ?? (await takeBoth(WRONG_CODES, address));
  if (tooOften) return tooOften;
  const digest = digestOf(code);
  const known = await find(digest);
  if (!known) return notFound();
  await giveBothBack(WRONG_CODES, address);
  const { rulebook } = known;
  const { rows } = await pool().query<{ outcome: 'unknown' | 'over' | 'taken' }>(
    'SELECT reopen_by_resident($1, $2, $3, $4) AS outcome',
    [digest, words, siteRulesOf(rulebook).complaints.reopenDays, rulebook.complaints.replyDays],
  );
  return rows[0]?.outcome === 'taken' ? created({ received: true }) : failure(409, 'complaint_reopen_over');
}
