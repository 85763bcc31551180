/** What complaints and satisfaction surveys are called in the audit. */
export const entities = {
  complaint: '投诉',
  complaint_event: '投诉办理经过',
  satisfaction_survey: '满意度调查',
} as const;

export const fields = {
  subject: '事项',
  content: '内容',
  received_on: '收到日期',
  due_on: '答复期限',
  assigned_kind: '承办单位类别',
  draft: '拟写的答复',
  answer: '答复',
  answered_on: '答复日期',
  reopened_on: '要求再办日期',
  ended_on: '办结日期',
  end_words: '办结说明',
  transferred_to: '转往单位',
  answered: '答复户数',
  satisfied: '满意户数',
} as const;

export const actions = {
  complaint: {
    insert: '居民提出投诉',
    update: '居民要求再办',
    enter: '登记投诉',
    assign: '交办投诉',
    draft: '拟写投诉答复',
    answer: '答复投诉',
    merge: '投诉并案',
    separate: '投诉分开办理',
    close: '办结投诉',
    turnAway: '不予受理或转出投诉',
    reopen: '登记要求再办',
    reveal: '查看投诉人联系方式',
  },
  complaint_event: { insert: '居民提出投诉' },
  satisfaction: {
    open: '开始满意度调查',
    record: '登记满意度答复',
    close: '结束满意度调查',
    cancel: '作废满意度调查',
  },
} as const;
