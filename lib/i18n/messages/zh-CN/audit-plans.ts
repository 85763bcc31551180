/** What the plans are called in the audit. */
export const entities = {
  compound_plan: '一区一策方案',
  plan_item: '方案内容',
  compound_have: '六有',
} as const;

export const fields = {
  item: '改造内容',
  answer: '结论',
  quantity: '工程量（0.01）',
  unit_cost: '单价（分）',
  cost: '费用（分）',
  payer: '出资',
  method: '实施方式',
  resident_percent: '居民分担（%）',
  photo_sha256: '照片哈希',
  have: '六有',
  attested: '是否确认',
  attested_at: '确认时间',
} as const;

export const actions = {
  plan: {
    create: '新建改造方案版本',
    update: '修改方案名称、说明',
    cells: '填写方案内容',
    copy: '复制楼栋方案',
    finalize: '改造方案定稿',
    have: '确认六有',
  },
} as const;
