/** A house is shown so many dwellings at a time; the largest house there is fits on one page. */
export const HOMES_AT_ONCE = 120;
export const MOST_HOMES = 3_000;

interface Shown {
  building: string;
  view: 'grid' | 'table';
  homes?: number;
}

/** What is shown of the register stands in the address, so that it can be sent and survives a save. */
export function registerHref(compoundId: string, { building, view, homes }: Shown): string {
  const more = homes === undefined ? '' : `&homes=${homes}`;
  return `/compounds/${compoundId}?building=${building}&view=${view}${more}#register`;
}
