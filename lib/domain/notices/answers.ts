import { z } from 'zod';
import type { CalendarDate } from '../kernel/calendar-date';
import { countyAnswer } from '../units/named';
import { CHOICES, type Channel, type Choice, ROUND_STATUSES, type RoundNumber } from '../votes/types';
import { noticeFacts } from './facts';
import { NOTICE_KINDS, NOTICE_STATUSES, OBJECTION_SOURCES, VERDICTS } from './types';

const named = z.object({ id: z.uuid(), name: z.string() });
const text = z.string().nullable();

export const noticeRow = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  status: z.enum(NOTICE_STATUSES),
  title: z.string(),
  documentNo: text,
  issuer: z.string(),
  county: countyAnswer,
  compound: named.nullable(),
  days: z.int(),
  publishedAt: text,
  startsOn: text,
  endsOn: text,
  openObjections: z.int(),
  photos: z.int(),
  version: z.int(),
  createdAt: z.string(),
});

export const objectionView = z.object({
  id: z.uuid(),
  source: z.enum(OBJECTION_SOURCES),
  content: z.string(),
  /** how to reach the person is known, and shown for a reason */
  hasContact: z.boolean(),
  receivedAt: z.string(),
  receivedBy: text,
  /** how that household is recorded now */
  household: z
    .object({
      id: z.uuid(),
      where: z.string(),
      choice: z.enum(CHOICES).nullable(),
      hasBallot: z.boolean(),
      round: z.enum(ROUND_STATUSES),
      openedAt: text,
      closedAt: text,
      /** of its good form, where one was printed */
      formNo: text,
    })
    .nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  reply: text,
  /** what an upheld one did with the ballot */
  ballot: z
    .object({ kind: z.enum(['recorded', 'corrected', 'annulled']), choice: z.enum(CHOICES).nullable() })
    .nullable(),
  answeredAt: text,
  answeredBy: text,
  version: z.int(),
});

export const photoView = z.object({
  id: z.uuid(),
  place: z.string(),
  takenOn: z.string(),
  createdBy: text,
  file: z.object({ id: z.uuid(), name: z.string(), width: z.int().nullable(), height: z.int().nullable() }),
});

export const noticeView = noticeRow.extend({
  body: z.string(),
  facts: noticeFacts,
  roundId: z.uuid().nullable(),
  schemeId: z.uuid().nullable(),
  hash: text,
  completedAt: text,
  withdrawnAt: text,
  withdrawnReason: text,
  today: z.string(),
  photoList: z.array(photoView),
  objections: z.array(objectionView),
});

export const noticeList = z.object({ items: z.array(noticeRow), nextCursor: text, total: z.int() });

export type NoticeRow = z.output<typeof noticeRow>;
export type NoticeView = z.output<typeof noticeView>;
export type NoticeList = z.output<typeof noticeList>;
export type ObjectionView = z.output<typeof objectionView>;
export type PhotoView = z.output<typeof photoView>;

/** What a draft can be about. */
export interface NoticeSubjects {
  compounds: { id: string; name: string; place: string; placeEn: string; eligible: boolean }[];
  schemes: { id: string; compound: string; no: number; title: string }[];
  rounds: { id: string; compound: string; round: 1 | 2; attempt: number }[];
}

/** How one household is recorded in one round. */
export interface Receipt {
  compound: string;
  building: string;
  unitNo: string;
  room: string;
  round: RoundNumber;
  attempt: number;
  cancelled: boolean;
  choice: Choice | null;
  annulled: boolean;
  channel: Channel | null;
  collectedOn: CalendarDate | null;
  /** the published notice of the result, and the last day to object */
  noticeId: string | null;
  endsOn: CalendarDate | null;
  mayObject: boolean;
}
