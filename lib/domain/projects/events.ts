import { z } from 'zod';
import { EVENT_KINDS } from './types';

/** One line of a project's history; written once. */
export const eventAnswer = z.object({
  id: z.uuid(),
  stage: z.int().nullable(),
  kind: z.enum(EVENT_KINDS),
  step: z.string().nullable(),
  reason: z.string().nullable(),
  documentNo: z.string().nullable(),
  documentOn: z.string().nullable(),
  statedOn: z.string().nullable().describe('县市填报的完成日期'),
  fileId: z.uuid().nullable(),
  actor: z.string(),
  at: z.string(),
});

export type EventAnswer = z.infer<typeof eventAnswer>;
