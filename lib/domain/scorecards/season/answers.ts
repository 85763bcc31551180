import { z } from 'zod';
import { fileAnswer } from '../../feasibility/answers';
import { countyAnswer } from '../../units/named';
import { SCORE_STAGES } from '../columns';
import { rowAnswer } from '../live-answers';
import { PROOFS } from '../sheet';
import {
  CARD_STATES,
  COMMENT_KINDS,
  DISPUTE_STATES,
  LINE_ORIGINS,
  REVIEW_BODIES,
  SCORE_EVENTS,
  SEASON_STATES,
  VETO_VERDICTS,
} from './types';

const points = z.int().describe('百分之一分：200 是 2 分');
const at = z.iso.datetime();
const day = z.iso.date();
const by = z.string().nullable();

/** 记录、自评、复核、审议. What this person may not see yet is null. */
export const fourAnswer = z.object({
  computed: points,
  self: points.nullable().describe('空：县市没有提交自评'),
  review: points.nullable(),
  deliberation: points.nullable(),
});
export type Four = z.infer<typeof fourAnswer>;

export const lineAnswer = z.object({
  id: z.uuid(),
  stage: z.enum(SCORE_STAGES),
  origin: z.enum(LINE_ORIGINS),
  points: points.nullable().describe('空：按系统记录'),
  reason: z.string().nullable(),
  version: z.int(),
  at,
  by,
  replacedAt: at.nullable().describe('被后来的决定代替的时间'),
});
export type LineAnswer = z.infer<typeof lineAnswer>;

export const proofAnswer = z.object({
  id: z.uuid(),
  criterion: z.string().nullable(),
  bonusId: z.uuid().nullable(),
  title: z.string(),
  note: z.string().nullable(),
  file: fileAnswer,
  at,
  by,
  retired: z.object({ at, reason: z.string() }).nullable(),
});
export type ProofAnswer = z.infer<typeof proofAnswer>;

export const opinionAnswer = z.object({
  id: z.uuid(),
  body: z.enum(REVIEW_BODIES),
  agrees: z.boolean(),
  points: points.describe('该意见给的分'),
  reason: z.string().nullable(),
  mine: z.boolean(),
  version: z.int(),
  at,
  by,
});
export type OpinionAnswer = z.infer<typeof opinionAnswer>;

export const criterionAnswer = z.object({
  id: z.string(),
  text: z.string(),
  textEn: z.string(),
  proof: z.enum(PROOFS),
  points,
  clause: z.string(),
  values: fourAnswer,
  today: points.describe('按今天的数据'),
  difference: points.describe('今天的数据减去提交时的数据'),
  self: lineAnswer.nullable(),
  review: lineAnswer.nullable(),
  deliberation: lineAnswer.nullable(),
  before: z.array(lineAnswer).describe('被代替的复核分，最近的在前'),
  proofs: z.array(proofAnswer),
  opinions: z.array(opinionAnswer),
  disagree: z.boolean().describe('复核意见不一致，还没有决定'),
});
export type CriterionAnswer = z.infer<typeof criterionAnswer>;

const named = { code: z.string(), name: z.string(), nameEn: z.string(), points, values: fourAnswer };
export const scoreIndicatorAnswer = z.object({
  ...named,
  explanation: z.string(),
  today: points,
  criteria: z.array(criterionAnswer),
});
export const scoreGroupAnswer = z.object({ ...named, today: points, indicators: z.array(scoreIndicatorAnswer) });
export type ScoreGroupAnswer = z.infer<typeof scoreGroupAnswer>;

const gradeAnswer = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
export const totalAnswer = z.object({ base: points, bonus: points, total: points, grade: gradeAnswer });
export type TotalAnswer = z.infer<typeof totalAnswer>;
export const totalsAnswer = z.object({
  computed: totalAnswer,
  self: totalAnswer.nullable().describe('空：县市没有提交自评'),
  review: totalAnswer.nullable(),
  deliberation: totalAnswer.nullable(),
});
export type TotalsAnswer = z.infer<typeof totalsAnswer>;

export const siteCheckAnswer = z.object({
  id: z.uuid(),
  criterion: z.string().nullable(),
  checkedOn: day,
  place: z.string(),
  participants: z.string(),
  found: z.string(),
  photos: z.array(fileAnswer),
  body: z.enum(REVIEW_BODIES),
  at,
  by,
});

export const disputeAnswer = z.object({
  id: z.uuid(),
  criterion: z.string(),
  reasons: z.string(),
  file: fileAnswer.nullable(),
  status: z.enum(DISPUTE_STATES),
  answer: z.string().nullable(),
  points: points.nullable().describe('成立时改定的分'),
  at,
  by,
  answeredAt: at.nullable(),
  answeredBy: by,
  version: z.int(),
});
export type DisputeAnswer = z.infer<typeof disputeAnswer>;

export const bonusAnswer = z.object({
  id: z.uuid(),
  title: z.string(),
  what: z.string(),
  claimed: points,
  proofs: z.array(proofAnswer),
  decision: z.object({ points, reason: z.string().nullable(), at, by }).nullable(),
  retired: z.object({ at, reason: z.string() }).nullable(),
  version: z.int(),
});
export type BonusAnswer = z.infer<typeof bonusAnswer>;

export const vetoAnswer = z.object({
  ground: z.string(),
  name: z.string(),
  nameEn: z.string(),
  clause: z.string(),
  standing: z.enum(['none', 'risk', 'proposed']).describe('系统按提交时的数据提出'),
  peopleOnly: z.boolean(),
  evidence: z.array(rowAnswer).describe('提交时的数据里的依据'),
  decision: z
    .object({
      verdict: z.enum(VETO_VERDICTS),
      reason: z.string(),
      documentNo: z.string().nullable(),
      file: fileAnswer.nullable(),
      evidence: z.array(rowAnswer).describe('决定时的数据里的依据'),
      at,
      by,
    })
    .nullable(),
  version: z.int().describe('还没有决定的为 0'),
});
export type VetoAnswer = z.infer<typeof vetoAnswer>;

export const scoreEventAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(SCORE_EVENTS),
  criterion: z.string().nullable(),
  words: z.string().nullable(),
  at,
  by,
});

export const snapshotAnswer = z.object({
  no: z.int().describe('第几次提交'),
  takenAt: at,
  hash: z.string(),
  matches: z.boolean().describe('按内容重新计算的校验码与所存一致'),
  by,
});

export const sanctionAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  kind: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }),
  facts: z.string(),
  documentNo: z.string(),
  documentOn: day,
  file: fileAnswer.nullable(),
  at,
  by,
});
export type SanctionAnswer = z.infer<typeof sanctionAnswer>;

const resultAnswer = z.object({ total: points, grade: gradeAnswer, rank: z.int() });

/** A card in the list of its season: the decision sheet of all counties is made of these. */
export const cardAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer,
  status: z.enum(CARD_STATES),
  version: z.int(),
  totals: totalsAnswer,
  today: points.describe('按今天的数据'),
  vetoed: z.boolean(),
  vetoesProposed: z.int().describe('系统提出、还没有决定的否决情形'),
  proofs: z.int(),
  siteChecks: z.int(),
  criteria: z.int(),
  reviewed: z.int().describe('已有复核分或一致意见的评分标准'),
  disagreements: z.int(),
  disputesOpen: z.int(),
  submittedAt: at.nullable(),
  late: z.boolean().describe('没有在自评截止日期前提交'),
  takenIn: z.boolean().describe('县市没有提交自评，按记录转入复核'),
  disputeUntil: day.nullable(),
  result: resultAnswer.nullable(),
});
export type CardAnswer = z.infer<typeof cardAnswer>;

export const seasonAnswer = z.object({
  id: z.uuid(),
  year: z.int(),
  status: z.enum(SEASON_STATES),
  selfDueOn: day,
  note: z.string().nullable(),
  documentNo: z.string().nullable(),
  file: fileAnswer.nullable(),
  openedAt: at,
  openedBy: by,
  deliberation: z.object({ opinion: z.string().describe('州一级和定稿后可见'), at, by }).nullable(),
  final: z.object({ documentNo: z.string(), documentOn: day, file: fileAnswer.nullable(), at, by }).nullable(),
  version: z.int(),
});
export type SeasonAnswer = z.infer<typeof seasonAnswer>;

export const commentAnswer = z.object({
  id: z.uuid(),
  county: countyAnswer.nullable(),
  kind: z.enum(COMMENT_KINDS),
  who: z.string(),
  text: z.string(),
  file: fileAnswer.nullable(),
  at,
  by,
});
export type CommentAnswer = z.infer<typeof commentAnswer>;

export const seasonDetailAnswer = seasonAnswer.extend({
  cards: z.array(cardAnswer).describe('本人可见的县市'),
  results: z
    .array(z.object({ county: countyAnswer, vetoed: z.boolean() }).extend(resultAnswer.shape))
    .describe('定稿后各县市的总分、等次和名次，各县市可见'),
  comments: z.array(commentAnswer).describe('州一级可见'),
  sanctions: z.array(sanctionAnswer),
  missing: z
    .array(z.object({ county: countyAnswer, status: z.enum(CARD_STATES) }))
    .describe('还没有复核完的县市，审议前要全部复核'),
});
export type SeasonDetail = z.infer<typeof seasonDetailAnswer>;

/** What this person can do on the card now; the same rules say so when it is done. */
export const cardMayAnswer = z.object({
  self: z.boolean(),
  takeIn: z.boolean().describe('按记录转入复核'),
  opinion: z.boolean(),
  decide: z.boolean(),
  return: z.boolean(),
  dispute: z.boolean(),
  answerDispute: z.boolean(),
  deliberate: z.boolean(),
});

export const scorecardAnswer = z.object({
  id: z.uuid(),
  season: seasonAnswer,
  county: countyAnswer,
  status: z.enum(CARD_STATES),
  version: z.int(),
  may: cardMayAnswer,
  report: z.object({
    summary: z.string().nullable(),
    problems: z.string().nullable(),
    nextSteps: z.string().nullable(),
    version: z.int(),
  }),
  submitted: z
    .object({
      ...{ at, by, late: z.boolean() },
      takenIn: z.string().nullable().describe('县市没有提交自评、按记录转入复核的理由'),
    })
    .nullable(),
  overdue: z.boolean().describe('过了自评截止日期，还没有提交'),
  returned: z.object({ at, by, reason: z.string() }).nullable().describe('最近一次退回'),
  reviewed: z.object({ at, by }).nullable(),
  disputeUntil: day.nullable().describe('可以提出异议的最后一天'),
  factsOn: day.describe('数据是哪一天的：提交后是提交那天'),
  noTarget: z.boolean(),
  snapshots: z.array(snapshotAnswer).describe('每次提交冻结的数据，最近的在前'),
  totals: totalsAnswer,
  today: totalAnswer.describe('按今天的数据，不含加分'),
  groups: z.array(scoreGroupAnswer),
  bonusCap: points,
  bonus: z.array(bonusAnswer),
  vetoes: z.array(vetoAnswer),
  vetoed: z.boolean(),
  siteChecks: z.array(siteCheckAnswer),
  disputes: z.array(disputeAnswer),
  sanctions: z.array(sanctionAnswer),
  events: z.array(scoreEventAnswer).describe('经过，最近的在前'),
  result: resultAnswer.nullable(),
});
export type ScorecardAnswer = z.infer<typeof scorecardAnswer>;

export const seasonsAnswer = z.object({ items: z.array(seasonAnswer) });
