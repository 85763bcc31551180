import { asClerk, type Make } from './make';

/** There for everybody: a year of its own for each example would use up those that a request can name. */
const year = '2020';

/** Of 今日得分: one example for every operation; the id is the county. */
export const SCORE_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/live': asClerk(async () => ({ query: { year } })),
  'GET /scorecards/live/{id}': asClerk(async (_, d) => ({
    params: { id: d.county.id },
    query: { year },
  })),
  'GET /scorecards/live/{id}/criteria/{criterion}': asClerk(async (_, d) => ({
    params: { id: d.county.id, criterion: '1.1' },
    query: { year },
  })),
  'GET /scorecards/live/{id}/what-if': asClerk(async (s, d) => ({
    params: { id: d.county.id },
    query: { year, project: (await s.projects.project(d)).id, on: '2020-06-30', accepted: 'true' },
  })),
};
