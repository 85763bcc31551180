export const NEWS_STATES = ['filed', 'withdrawn'] as const;
export type NewsState = (typeof NEWS_STATES)[number];
