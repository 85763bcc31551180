import type { Side } from '../../support/every/side';
import { asBureau, asClerk, type Make } from './make';

const MONTH = '2020-05';
const ofCounty = (table: string) => async (_: unknown, d: Side) => ({
  params: { table },
  query: { year: '2020', county: d.county.id, ...(table === 'county-month' ? { month: MONTH } : {}) },
});

/** One for each way that a table of the statistics is asked for. */
export const STATISTICS_EXAMPLES: Record<string, Make> = {
  'GET /statistics/{table}': asClerk(ofCounty('county-month')),
  'GET /statistics/{table}/docx': asClerk(ofCounty('national')),
  'GET /statistics/{table}/xlsx': asBureau(ofCounty('finance')),
};
