import { asBureau, asClerk, type Make } from './make';

export const FUND_VIEW_EXAMPLES: Record<string, Make> = {
  'GET /funds/entries': asClerk(async (_, d) => ({ query: { year: '2020', county: d.county.id } })),
  'GET /funds/overview': asClerk(async (_, d) => ({ query: { year: '2020', county: d.county.id } })),
  'GET /funds/table.xlsx': asBureau(async (_, d) => ({ query: { year: '2020', county: d.county.id } })),
};
