import { hrefWith } from '@/components/ui/url';
import { FEES } from '@/lib/domain/funds/types';

export interface Behind {
  year?: number;
  project?: string;
  county?: string;
  source?: string;
  kind?: string;
  movement?: string;
  item?: string;
  /** '2020-05' */
  month?: string;
}

const lastDay = (month: string): string => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10);
};

/** The entries behind a figure: their sum is the figure. */
export const entriesHref = ({ year, item, month, ...more }: Behind): string =>
  hrefWith('/funds/entries', {
    ...(year === undefined ? {} : { year: String(year) }),
    ...more,
    ...(item === undefined ? {} : { item: item === FEES ? 'fees' : item }),
    ...(month ? { from: `${month}-01`, to: lastDay(month) } : {}),
  });
