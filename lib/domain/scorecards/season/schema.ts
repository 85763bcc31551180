import { z } from 'zod';
import { dayField, yearField } from '../../feasibility/schema';
import { calendarDateOf } from '../../kernel/calendar-date';
import { parseHundredths } from '../../kernel/hundredths';
import { idField, textField } from '../../kernel/input';
import { COMMENT_KINDS, VETO_VERDICTS } from './types';

const day = dayField.transform(calendarDateOf);
const optional = (max: number) => textField(max).nullable().default(null);
const fileId = idField.nullable().default(null);
const criterion = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/, { error: 'season.criterionUnreadable' })
  .describe('评分标准的编号，如 1.1');
const code = z.string().regex(/^[a-z][A-Za-z]{0,40}$/);

const cardId = { id: idField.describe('评价表') };
export const proofParams = z.strictObject({ ...cardId, proofId: idField });
export const disputeParams = z.strictObject({ ...cardId, disputeId: idField });
export const bonusParams = z.strictObject({ ...cardId, bonusId: idField });

/** Points as text, not below 0, at most two places ('1.50'), into hundredths. */
export const pointsField = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, { error: 'season.pointsUnreadable' })
  .transform((text) => Number(parseHundredths(text) ?? 0n))
  .describe('分值，最多两位小数，如 1.50');

export const seasonOpening = z.strictObject({
  year: yearField,
  selfDueOn: day.describe('县市自评的截止日期'),
  note: optional(1_000),
  documentNo: optional(80),
  fileId,
});
export type SeasonOpening = z.output<typeof seasonOpening>;
export const dueInput = z.strictObject({ selfDueOn: day.describe('新的自评截止日期'), reason: textField(1_000) });
export type DueInput = z.output<typeof dueInput>;
export const seasonsQuery = z.strictObject({ year: z.coerce.number().int().min(2019).max(2100).optional() });

/** 自评 and 审议. Points null: as the records give it (self), as the review gave it (deliberation). */
export const lineInput = z.strictObject({
  criterion,
  points: pointsField.nullable(),
  reason: optional(1_000),
});
export type LineInput = z.output<typeof lineInput>;

/** 自评报告 in the county's words: a draft may lack any of them. */
export const reportInput = z.strictObject({
  summary: optional(4_000).describe('工作总结'),
  problems: optional(4_000).describe('存在的问题'),
  nextSteps: optional(4_000).describe('下一步打算'),
});
export type ReportInput = z.output<typeof reportInput>;

export const returnInput = z.strictObject({ reason: textField(1_000) });

/** Of a criterion or of a bonus entry, one of both. */
export const proofInput = z.strictObject({
  criterion: criterion.nullable().default(null),
  bonusId: idField.nullable().default(null),
  fileId: idField,
  title: textField(120),
  note: optional(500),
});
export type ProofInput = z.output<typeof proofInput>;

export const retireInput = z.strictObject({ reason: textField(500) });

/** agrees: with what the county gave itself; points then stay empty. */
export const opinionInput = z.strictObject({
  criterion,
  agrees: z.boolean(),
  points: pointsField.nullable().default(null),
  reason: optional(1_000),
});
export type OpinionInput = z.output<typeof opinionInput>;

/** Points null: as the county gave itself. */
export const decisionInput = z.strictObject({ criterion, points: pointsField.nullable(), reason: optional(1_000) });
export type DecisionInput = z.output<typeof decisionInput>;
export const restInput = z.strictObject({ reason: textField(1_000) });

export const PHOTOS_MAX = 20;
export const siteCheckInput = z.strictObject({
  criterion: criterion.nullable().default(null),
  checkedOn: day,
  place: textField(120),
  participants: textField(300),
  found: textField(2_000).describe('查看情况'),
  photoIds: z
    .array(idField)
    .max(PHOTOS_MAX)
    .default([])
    .transform((ids) => [...new Set(ids)]),
});
export type SiteCheckInput = z.output<typeof siteCheckInput>;

export const disputeInput = z.strictObject({ criterion, reasons: textField(2_000), fileId });
export type DisputeInput = z.output<typeof disputeInput>;
/** Upheld: with new points. */
export const disputeAnswerInput = z.strictObject({
  upheld: z.boolean(),
  points: pointsField.nullable().default(null),
  reason: textField(1_000),
});
export type DisputeAnswerInput = z.output<typeof disputeAnswerInput>;

export const bonusInput = z.strictObject({
  title: textField(120),
  what: textField(2_000).describe('加分事由'),
  points: pointsField,
});
export type BonusInput = z.output<typeof bonusInput>;
export const bonusDecisionInput = z.strictObject({ points: pointsField, reason: optional(1_000) });
export type BonusDecisionInput = z.output<typeof bonusDecisionInput>;

export const vetoInput = z.strictObject({
  ground: code.describe('否决情形的编号，如 criticised'),
  verdict: z.enum(VETO_VERDICTS),
  reason: optional(2_000),
  documentNo: optional(80),
  fileId,
});
export type VetoInput = z.output<typeof vetoInput>;

export const commentInput = z.strictObject({
  countyId: idField.nullable().default(null),
  kind: z.enum(COMMENT_KINDS),
  who: textField(120).describe('哪个部门、哪些居民代表'),
  text: textField(2_000),
  fileId,
});
export type CommentInput = z.output<typeof commentInput>;

export const deliberationInput = z.strictObject({ opinion: textField(4_000).describe('初评意见') });
export type DeliberationInput = z.output<typeof deliberationInput>;

/** What lacks is told by the rule, all at once. */
export const finalInput = z.strictObject({
  documentNo: optional(80).describe('州政府同意的文号'),
  documentOn: day.nullable().default(null),
  fileId,
});
export type FinalInput = z.output<typeof finalInput>;

export const sanctionInput = z.strictObject({
  countyId: idField,
  kind: code.describe('处理方式的编号'),
  facts: textField(2_000),
  documentNo: textField(80),
  documentOn: day,
  fileId,
});
export type SanctionInput = z.output<typeof sanctionInput>;
