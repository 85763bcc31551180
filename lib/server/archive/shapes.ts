import 'server-only';
import { z } from 'zod';
import { PAPER_STATUSES } from '@/lib/domain/archive/types';

/** What the routes of a project's papers answer, for the OpenAPI document. */
const named = z.object({ id: z.uuid(), name: z.string() });
const text = z.string().nullable();

export const paperParams = z.strictObject({ id: z.uuid(), paperId: z.uuid() });

export const PaperShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  stage: z.int(),
  no: z.int(),
  title: z.string(),
  documentNo: text,
  issuedOn: text,
  issuer: text,
  note: text,
  status: z.enum(PAPER_STATUSES),
  endedReason: text,
  compound: named.nullable(),
  file: named.extend({ size: z.int(), mediaType: z.string() }),
  sha256: z.string(),
  filedBy: z.string(),
  filedAt: z.string(),
});

const KindShape = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  numbered: z.boolean(),
  required: z.enum(['always', 'optional', 'permit']),
  clause: z.string(),
  why: z.string(),
  state: z.enum(['present', 'missing', 'optional', 'spared', 'unknown']),
  mayFile: z.boolean(),
});

export const PapersShape = z.object({
  project: z.object({ id: z.uuid(), code: z.string(), name: z.string(), status: z.string(), stage: z.int() }),
  compounds: z.array(named),
  permits: z.enum(['needed', 'spared', 'unknown']),
  stages: z.array(
    z.object({
      stage: z.int(),
      name: z.string(),
      nameEn: z.string(),
      completed: z.boolean(),
      whole: z.boolean(),
      kinds: z.array(KindShape),
      papers: z.array(PaperShape),
    }),
  ),
  current: z.object({ papers: z.int(), bytes: z.int() }),
});
