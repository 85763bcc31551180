import { asClerk, type Make } from './make';

export const WARNING_EXAMPLES: Record<string, Make> = {
  'GET /watch': asClerk(async (_, d) => ({ query: { county: d.county.id, year: '2020', light: 'red', page: '1' } })),
};
