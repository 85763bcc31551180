/** What inspections are called in the audit. */
export const entities = {
  inspection: '质量安全检查',
  inspection_check: '检查要点',
  inspection_photo: '检查照片',
  stop_work: '停工通知',
  stop_work_finding: '停工所列问题',
} as const;

export const fields = {
  level: '检查层级',
  kinds: '检查类别',
  inspected_on: '检查日期',
  participants: '参加人员',
  device_at: '设备自报时间',
  check_code: '检查要点',
  sighting: '与以往问题',
  repeat_no: '第几次发生',
  times_seen: '发现次数',
  issued_on: '下发日期',
  lifted_on: '复工日期',
  lift_reason: '复工理由',
} as const;

export const actions = {
  inspection: { create: '登记检查' },
  stopWork: { issue: '下发停工通知', lift: '解除停工' },
} as const;
