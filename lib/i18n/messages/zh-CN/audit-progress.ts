/** What monthly reports, starts and completions are called in the audit. */
export const entities = {
  progress_sending: '月报报送',
  progress_decision: '月报审核',
  progress_correction: '月报更正申请',
  milestone: '开工竣工报告',
  county_month: '县市月度汇总',
  outage: '系统中断',
} as const;

export const fields = {
  month: '月份',
  percentages: '填写的进度（项）',
  content: '报送内容',
  verdict: '审核结论',
  material: '重大更正',
  remark: '退回原因',
  first_received_at: '首次收到时间',
  received_at: '收到时间',
  filler: '填报人',
  reviewer: '审核人',
  signer: '签发人',
  from_at: '中断时间',
  to_at: '恢复时间',
} as const;

export const actions = {
  report: {
    save: '保存月报草稿',
    send: '报送月报',
    accept: '接收月报',
    return: '退回月报',
    askCorrection: '申请更正月报',
    grantCorrection: '同意更正月报',
    refuseCorrection: '不同意更正月报',
    answerCorrection: '答复更正申请',
    import: '用表格填写月报草稿',
  },
  milestone: {
    report: '报告开工、竣工',
    accept: '接收开工、竣工报告',
    return: '退回开工、竣工报告',
    decide: '办理开工、竣工报告',
  },
  summary: {
    send: '报送县市月度汇总',
    accept: '接收县市月度汇总',
    return: '退回县市月度汇总',
    decide: '办理县市月度汇总',
  },
  outage: { record: '登记系统中断', retire: '撤销系统中断记录' },
} as const;
