/** What the sharing of a project's costs is called in the audit. */
export const entities = { sharing: '资金分摊', sharing_change: '分摊的改变', agreed_share: '采用的分摊' } as const;

export const fields = {
  cover: '政府资金构成',
  subsidy: '对管线单位补助（分）',
  civil: '土建费用',
  payers: '出资单位',
  agreed_no: '采用的稿次',
  parts: '各方金额',
  share_rule: '居民分摊办法',
} as const;

export const actions = {
  sharing: {
    update: '填写分摊的前提',
    change: '改变一项的分摊',
    retireChange: '撤去分摊的改变',
    agree: '采用分摊方案',
  },
} as const;
