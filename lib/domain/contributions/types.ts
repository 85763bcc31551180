/** How a household paid. */
export const PAY_CHANNELS = ['cash', 'transfer', 'pos', 'wechat', 'alipay', 'other'] as const;
export type PayChannel = (typeof PAY_CHANNELS)[number];

/** Where a household stands with what it owes. */
export const DUE_STATES = ['unpaid', 'part', 'paid'] as const;
export type DueState = (typeof DUE_STATES)[number];
