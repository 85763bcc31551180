import { asClerk, type Make } from './make';

export const OVERVIEW_EXAMPLES: Record<string, Make> = {
  'GET /dashboards/overview': asClerk(async (_, d) => ({ query: { year: '2020', county: d.county.id } })),
  'GET /dashboards/overview/docx': asClerk(async (_, d) => ({ query: { year: '2020', county: d.county.id } })),
  'GET /dashboards/overview/rows': asClerk(async (_, d) => ({
    query: { figure: 'compounds', year: '2020', county: d.county.id },
  })),
};
