import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { asClerk, type Make } from './make';

const year = async (s: Stage, d: Side): Promise<string> => {
  await s.year(d);
  return String(s.lastYearNumber());
};

/** Of 今日得分: one example for every operation; the id is the county. */
export const SCORE_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/live': asClerk(async (s, d) => ({ query: { year: await year(s, d) } })),
  'GET /scorecards/live/{id}': asClerk(async (s, d) => ({
    params: { id: d.county.id },
    query: { year: await year(s, d) },
  })),
  'GET /scorecards/live/{id}/criteria/{criterion}': asClerk(async (s, d) => ({
    params: { id: d.county.id, criterion: '1.1' },
    query: { year: await year(s, d) },
  })),
  'GET /scorecards/live/{id}/what-if': asClerk(async (s, d) => ({
    params: { id: d.county.id },
    query: { year: await year(s, d), project: (await s.projects.project(d)).id, on: '2020-06-30', accepted: 'true' },
  })),
};
