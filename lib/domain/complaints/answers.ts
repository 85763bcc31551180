import { z } from 'zod';
import { countyAnswer } from '../units/named';
import { ASSIGNEE_KINDS, CHANNELS, COMPLAINT_KINDS, EVENT_KINDS, STATUSES } from './types';

const text = z.string().nullable();
const day = z.iso.date();
const named = z.object({ id: z.uuid(), name: z.string() }).nullable();

export const complaintRow = z.object({
  id: z.uuid(),
  no: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  subject: z.string(),
  channel: z.enum(CHANNELS),
  content: z.string(),
  county: countyAnswer,
  compound: named,
  receivedOn: day,
  status: z.enum(STATUSES),
  leadId: z.uuid().nullable(),
  /** complaints of this matter, itself among them */
  complaints: z.int(),
  dueOn: day,
  assignedKind: z.enum(ASSIGNEE_KINDS).nullable(),
  assignedUnitId: z.uuid().nullable(),
  assignedUnit: text,
  drafted: z.boolean(),
  answeredOn: day.nullable(),
  endedOn: day.nullable(),
  reopenedOn: day.nullable(),
  lateBefore: z.boolean(),
  version: z.int(),
});

/** Of matters, each once. */
export const complaintCounts = z.object({ open: z.int(), late: z.int(), soon: z.int(), all: z.int() });

export const complaintList = z.object({
  items: z.array(complaintRow),
  nextCursor: text,
  total: z.int(),
  counts: complaintCounts,
});

export const complaintEvent = z.object({
  id: z.uuid(),
  kind: z.enum(EVENT_KINDS),
  note: text,
  by: text,
  at: z.string(),
});

export const complaintView = complaintRow.extend({
  project: named,
  notice: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  hasContact: z.boolean(),
  receivedAt: z.string(),
  receivedBy: text,
  /** the limit of its own receipt */
  ownDueOn: day,
  draft: text,
  draftedBy: text,
  answer: text,
  answeredBy: text,
  endWords: text,
  transferredTo: text,
  lead: z.object({ id: z.uuid(), no: z.string() }).nullable(),
  joined: z.array(
    z.object({ id: z.uuid(), no: z.string(), receivedOn: day, content: z.string(), hasContact: z.boolean() }),
  ),
  events: z.array(complaintEvent),
  today: day,
});

/** The code is shown once, to be told to the complainant. */
export const complaintEntered = complaintView.extend({ code: z.string() });

export const residentReceived = z.object({ received: z.literal(true), code: z.string() });

export type ComplaintRow = z.output<typeof complaintRow>;
export type ComplaintCounts = z.output<typeof complaintCounts>;
export type ComplaintList = z.output<typeof complaintList>;
export type ComplaintView = z.output<typeof complaintView>;
export type ComplaintEvent = z.output<typeof complaintEvent>;

/** Whom a complaint can be assigned to. */
export interface Assignees {
  units: { id: string; kind: 'town' | 'community'; name: string }[];
  entity: boolean;
  supervisor: boolean;
}
