import type { Label } from '../kernel/label';
import type { ShareRule } from '../votes/types';
import type { DueState, PayChannel } from './types';

export const PAY_CHANNEL_LABELS: Record<PayChannel, Label> = {
  cash: { zh: '现金', en: 'Cash' },
  transfer: { zh: '银行转账', en: 'Bank transfer' },
  pos: { zh: '刷卡', en: 'Card' },
  wechat: { zh: '微信', en: 'WeChat Pay' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  other: { zh: '其他', en: 'Other' },
};

export const DUE_STATE_LABELS: Record<DueState, Label> = {
  unpaid: { zh: '未交', en: 'Nothing paid' },
  part: { zh: '部分交纳', en: 'Partly paid' },
  paid: { zh: '已交清', en: 'Paid in full' },
};

export const DUE_RULE_LABELS: Record<ShareRule, Label> = {
  area: { zh: '按专有面积分摊', en: 'By exclusive area' },
  household: { zh: '按户平均分摊', en: 'Equal per household' },
};
