/** What the use of a scorecard's result is called in the audit. */
export const entities = { score_reward: 'Reward money', score_reward_share: 'Suggested share of the reward' } as const;
export const fields = {
  reward_id: 'Reward money',
  claims: 'Sum of weight × total × compounds',
  weight: 'Weight of the grade',
  completed: 'Compounds completed',
} as const;
