/** Where a season and a card of it are shown. */
export const seasonHref = (id: string): string => `/scorecards/seasons/${id}`;
export const cardHref = (id: string): string => `/scorecards/cards/${id}`;
