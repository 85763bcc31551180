/** What the votes are called in the audit. */
export const entities = {
  scheme: '改造方案',
  scheme_part: '方案组成部分',
  vote_round: '表决轮次',
  ballot: '表决票',
  ballot_check: '表决票复核',
  vote_form: '意见征求表',
  door_visit: '扫楼',
  call_back: '回访',
} as const;

export const fields = {
  round: '第几次',
  attempt: '轮次',
  test: '认定规则',
  planned_close_on: '计划截止',
  roll_hash: '户册哈希',
  roll_households: '冻结户数',
  roll_area: '冻结面积',
  roll_voters: '业主数',
  opened_at: '开启时间',
  closed_at: '截止时间',
  certified_at: '认定时间',
  outcome: '结果',
  cancelled_at: '作废时间',
  cancelled_reason: '作废原因',
  provisional: '初步结果',
  result: '认定结果',
  choice: '意见',
  channel: '收集方式',
  form_no: '意见表编号',
  proxy_name: '代理人',
  wanted: '改造需求',
  problems: '主要问题',
  collector: '收集人',
  collected_at: '收集时间',
  device_at: '手机时间',
  source: '登记途径',
  recorded_at: '登记时间',
  seq: '链上第几环',
  hash: '哈希',
  verdict: '复核结论',
  checked_at: '复核时间',
  batch: '批次',
  serial: '序号',
  printed_at: '打印时间',
  void_at: '作废时间',
  void_reason: '作废原因',
  visited_on: '走访日期',
  drawn_at: '抽取时间',
  called_at: '回访时间',
  no: '版本',
  title: '名称',
  estimate: '概算（分）',
  owners_share: '业主自筹（分）',
  share_rule: '分摊方式',
  summary: '内容',
  part: '组成部分',
  finalized_at: '定稿时间',
  vote_test: '表决认定规则',
} as const;

export const values = {
  vote_round: {
    status: {
      draft: '筹备',
      open: '表决中',
      closed: '已截止',
      certified: '已认定',
      cancelled: '已作废',
    },
    outcome: {
      passed: '通过',
      failed: '未通过',
    },
  },
  ballot: {
    choice: {
      agree: '同意',
      disagree: '不同意',
      abstain: '弃权',
    },
    channel: {
      paper: '纸质表',
      door: '上门',
      meeting: '会议',
      online: '线上',
    },
    kind: {
      recorded: '登记',
      corrected: '更正',
      annulled: '作废',
      noted: '留存备查',
    },
    source: {
      single: '逐户',
      many: '多户同时',
      sheet: '表格',
      offline: '离线',
      objection: '异议',
    },
  },
  ballot_check: {
    verdict: {
      right: '一致',
      wrong: '有误',
    },
  },
  door_visit: {
    outcome: {
      to_visit: '待上门',
      nobody_in: '家中无人',
      visited: '已上门',
    },
  },
  call_back: {
    outcome: {
      confirmed: '属实',
      denied: '不属实',
      unreachable: '联系不上',
    },
  },
  scheme: {
    status: {
      draft: '草稿',
      final: '已定稿',
    },
    share_rule: {
      area: '按专有面积',
      household: '按户平均',
    },
  },
} as const;

export const actions = {
  scheme: {
    create: '新建改造方案',
    update: '修改改造方案',
    part: '填写方案组成部分',
    finalize: '方案定稿',
  },
  vote: {
    create: '发起征求意见',
    update: '修改表决轮次',
    open: '开启表决',
    close: '截止表决',
    certify: '认定表决结果',
    cancel: '作废表决轮次',
    record: '登记表决票',
    annul: '作废表决票',
    check: '复核表决票',
    visit: '登记扫楼',
    call_back: '登记回访',
    print_forms: '打印意见征求表',
  },
} as const;
