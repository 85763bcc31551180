/** Where the season of a year, and the card of a county in it, are shown. */
export const seasonHref = (year: number): string => `/scorecards/deliberation?year=${year}`;
export const cardHref = (county: string, year: number): string => `/scorecards/${county}/season?year=${year}`;
