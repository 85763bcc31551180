import { z } from 'zod';
import { idField } from '../kernel/input';
import { eventAnswer } from '../projects/events';
import { countyAnswer } from '../units/named';
import { PROJECT_STATUSES, STAGE_STATUSES } from './types';

const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  clause: z.string().optional(),
  field: z.string().optional(),
});
const lackShape = z.object({ need: z.string(), reason: reasonShape, href: z.string() });
const namedShape = z.object({ code: z.string(), name: z.string(), nameEn: z.string(), clause: z.string() });

const contradictionShape = z.object({ reason: reasonShape, href: z.string() });

export const conditionAnswer = z.object({
  need: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string(),
  met: z.boolean(),
  byStep: z.string().nullable().describe('由哪一步办理后满足'),
  unmet: z.array(lackShape).describe('还缺什么，到哪里补'),
});

export const stageAnswer = z.object({
  stage: z.int(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string(),
  status: z.enum(STAGE_STATUSES),
  step: z.string().nullable(),
  steps: z.array(
    namedShape.extend({
      kind: z.string(),
      by: z.array(z.string()),
      paper: z.string().nullable(),
      returnsTo: z.string().nullable(),
      taken: z.boolean(),
    }),
  ),
  conditions: z.array(conditionAnswer),
  actualOn: z.string().nullable().describe('实际完成日期'),
  statedOn: z.string().nullable().describe('县市填报的完成日期'),
  receivedAt: z.string().nullable().describe('系统首次收到的时间'),
  acceptedAt: z.string().nullable().describe('认可的时间'),
  completedBy: z.string().nullable(),
  /** what whoever asks may do now */
  may: z.object({ step: z.boolean(), return: z.boolean(), sendBack: z.boolean() }),
  /** what stands against the step that is next, all of it */
  against: z.array(reasonShape),
});

export const stagesAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  status: z.enum(PROJECT_STATUSES),
  stage: z.int(),
  stages: z.array(stageAnswer),
  permits: z.object({
    green: z.boolean(),
    touched: z.array(namedShape),
    unknown: z.array(namedShape),
    needed: z.array(namedShape),
    spared: z.array(namedShape),
  }),
  /** 重新征求意见? what changed since the second vote; money in yuan */
  changes: z.array(
    z.object({
      what: z.enum(['design', 'estimate', 'ownersShare']),
      voted: z.string(),
      now: z.string(),
      percent: z.string().nullable(),
      beyond: z.boolean(),
    }),
  ),
  tolerancePercent: z.int(),
  contradictions: z.array(contradictionShape),
  events: z.array(eventAnswer),
});

/** The address of the list of contradictions: of which county and year. */
export const contradictionsQuery = z.strictObject({
  county: idField.optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
});
export type ContradictionsQuery = z.output<typeof contradictionsQuery>;

export const contradictoryProject = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  county: countyAnswer,
  year: z.int(),
  contradictions: z.array(contradictionShape).describe('不可能都对的记录，各有核对的地方'),
});

export type ContradictoryProject = z.infer<typeof contradictoryProject>;
export type ConditionAnswer = z.infer<typeof conditionAnswer>;
export type StageAnswer = z.infer<typeof stageAnswer>;
export type StagesAnswer = z.infer<typeof stagesAnswer>;
