import { application } from './examples-annual';
import { asClerk, type Make, of } from './make';

/** Of the official papers: one example for every operation that came with their register. */
export const OFFICIAL_PAPER_EXAMPLES: Record<string, Make> = {
  'GET /applications/{id}/docx': asClerk(of((s, d) => application(s, d))),
  'GET /official-papers': asClerk(async (s, d) => {
    await s.notice(d);
    return { query: { county: d.county.id, kind: 'listNotice' } };
  }),
  'GET /progress/{month}/summary.docx': asClerk(async (_, d) => ({
    params: { month: '2020-05' },
    query: { county: d.county.id },
  })),
};
