/** What the use of a scorecard's result is called in the audit. */
export const entities = { score_reward: '奖励资金', score_reward_share: '奖励资金建议分配' } as const;
export const fields = {
  reward_id: '奖励资金',
  claims: '各县市权重×总分×完成小区数之和',
  weight: '等次权重',
  completed: '完成小区数',
} as const;
