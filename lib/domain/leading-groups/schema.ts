import { z } from 'zod';
import { fileAnswer } from '../feasibility/answers';
import { dayField } from '../feasibility/schema';
import { idField, textField } from '../kernel/input';
import { type Reason, reason } from '../kernel/result';
import { countyAnswer } from '../units/named';

const memberInput = z.strictObject({
  name: textField(30),
  post: textField(60),
  unit: textField(60),
  duty: textField(60),
});

export const leadingGroupCreate = z.strictObject({
  documentNo: textField(80),
  documentOn: dayField,
  fileId: idField.nullable().optional(),
  head: textField(30),
  headPost: textField(60),
  members: z.array(memberInput).min(1).max(60),
});

export const leadingGroupAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  documentNo: z.string(),
  documentOn: z.iso.date(),
  file: fileAnswer.nullable(),
  head: z.string(),
  headPost: z.string(),
  members: z.array(z.object({ name: z.string(), post: z.string(), unit: z.string(), duty: z.string() })),
  endedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export type LeadingGroupCreate = z.infer<typeof leadingGroupCreate>;
export type LeadingGroupAnswer = z.infer<typeof leadingGroupAnswer>;

/** P四(一)1: set up by a document; a later one takes the place of the former. */
export function againstGroup(
  { documentNo, documentOn }: Pick<LeadingGroupCreate, 'documentNo' | 'documentOn'>,
  former: readonly Pick<LeadingGroupAnswer, 'documentNo' | 'documentOn'>[],
  today: string,
): Reason[] {
  const clause = 'P四(一)1';
  const reasons: Reason[] = [];
  if (documentOn > today)
    reasons.push(
      reason('leading.documentInFuture', { found: documentOn, expected: today }, { field: 'documentOn', clause }),
    );
  if (former.some((one) => one.documentNo === documentNo))
    reasons.push(reason('leading.documentUsed', { found: documentNo }, { field: 'documentNo', clause }));
  const latest = former
    .map((one) => one.documentOn)
    .toSorted()
    .at(-1);
  if (latest && documentOn < latest)
    reasons.push(
      reason('leading.documentOlder', { found: documentOn, expected: latest }, { field: 'documentOn', clause }),
    );
  return reasons;
}
