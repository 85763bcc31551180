/** What supervision notices and news are called in the audit. */
export const entities = {
  supervision: '督办通知',
  supervision_project: '督办的项目',
  supervision_event: '督办经过',
  news: '新闻信息',
} as const;

export const fields = {
  why: '督办原因',
  news: '新闻信息数',
  demand: '办理要求',
  first_limit_on: '原定期限',
  reminders: '催办次数',
  reminded_on: '最近催办日期',
  answered_late: '逾期答复',
  limit_from: '原期限',
  limit_to: '新期限',
  late: '逾期',
  facts: '当时情况',
  happened_on: '日期',
  medium: '媒体种类',
  outlet: '媒体名称',
  link: '链接',
  issuer: '发文机关',
  participants: '参加人数',
  withdrawn_reason: '撤回原因',
} as const;

export const actions = {
  supervision: {
    issue: '发出督办',
    answer: '答复督办',
    return: '退回督办答复',
    prolong: '延长督办期限',
    remind: '催办',
    close: '办结督办',
    withdraw: '撤销督办',
  },
  news: { file: '报送新闻信息', withdraw: '撤回新闻信息' },
} as const;
