import type { Label } from '../kernel/label';
import type { MeasureOf } from './count';
import type {
  BallotKind,
  CallOutcome,
  Channel,
  Choice,
  Door,
  RoundNumber,
  RoundStatus,
  ShareRule,
  VoteOutcome,
} from './types';

export const CHOICE_LABELS: Record<Choice, Label> = {
  agree: { zh: '同意', en: 'Agree' },
  disagree: { zh: '不同意', en: 'Disagree' },
  abstain: { zh: '弃权', en: 'Abstain' },
};

export const CHANNEL_LABELS: Record<Channel, Label> = {
  paper: { zh: '纸质表', en: 'Paper form' },
  door: { zh: '上门', en: 'At the door' },
  meeting: { zh: '会议', en: 'Meeting' },
  online: { zh: '线上', en: 'Online' },
};

export const ROUND_LABELS: Record<RoundNumber, Label> = {
  1: { zh: '第一次征求意见', en: 'First vote (willingness)' },
  2: { zh: '第二次征求意见', en: 'Second vote (scheme)' },
};

export const ROUND_STATUS_LABELS: Record<RoundStatus, Label> = {
  draft: { zh: '筹备', en: 'Draft' },
  open: { zh: '表决中', en: 'Open' },
  closed: { zh: '已截止，待认定', en: 'Closed, provisional' },
  certified: { zh: '已认定', en: 'Certified' },
  cancelled: { zh: '已作废', en: 'Cancelled' },
};

export const OUTCOME_LABELS: Record<VoteOutcome, Label> = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Not passed' },
};

export const BALLOT_KIND_LABELS: Record<BallotKind, Label> = {
  recorded: { zh: '登记', en: 'Recorded' },
  corrected: { zh: '更正', en: 'Corrected' },
  annulled: { zh: '作废', en: 'Annulled' },
  noted: { zh: '留存备查（不计票）', en: 'Kept, not counted' },
};

export const DOOR_LABELS: Record<Door, Label> = {
  to_visit: { zh: '待上门', en: 'To visit' },
  nobody_in: { zh: '家中无人', en: 'Nobody in' },
  visited: { zh: '已上门', en: 'Visited' },
};

export const CALL_LABELS: Record<CallOutcome, Label> = {
  confirmed: { zh: '属实', en: 'Confirmed' },
  denied: { zh: '不属实', en: 'Denied' },
  unreachable: { zh: '联系不上', en: 'Not reached' },
};

export const SHARE_RULE_LABELS: Record<ShareRule, Label> = {
  area: { zh: '按专有面积分摊（民法典283）', en: 'By exclusive area (Civil Code 283)' },
  household: { zh: '按户平均分摊', en: 'Equal per household' },
};

export const MEASURE_LABELS: Record<MeasureOf, Label> = {
  households: { zh: '同意户数', en: 'Households that agree' },
  area: { zh: '同意面积', en: 'Area that agrees' },
  participantOwners: { zh: '参与表决人数', en: 'Owners taking part' },
  participantArea: { zh: '参与表决面积', en: 'Area taking part' },
  agreeingOwners: { zh: '参与者中同意人数', en: 'Owners agreeing, of those taking part' },
  agreeingArea: { zh: '参与者中同意面积', en: 'Area agreeing, of that taking part' },
};
