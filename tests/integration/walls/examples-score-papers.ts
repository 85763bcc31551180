import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { cardRow } from '../../support/season-rows';
import { asBureau, asClerk, type Make, of } from './make';

const made = (s: Stage, d: Side) =>
  cardRow(s.world.owner, { prefectureId: d.prefectureId, county: d.county, account: d.clerkId }, 'open');
const card = async (s: Stage, d: Side) => ({ id: (await made(s, d)).id });
const sheet = async (s: Stage, d: Side) => ({ id: (await made(s, d)).seasonId });

/** Of the papers of the scorecard: one example for every operation. */
export const SCORE_PAPER_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/{id}/annex': asClerk(of(card, undefined, { form: 'all' })),
  'GET /scorecards/{id}/annex-sheet': asClerk(of(card, undefined, { form: 'printed' })),
  'GET /scorecards/{id}/report/docx': asClerk(of(card)),
  'GET /scorecards/{id}/proofs-package': asClerk(of(card)),
  'GET /scorecards/seasons/{id}/decision-sheet': asBureau(of(sheet)),
  'GET /scorecards/seasons/{id}/decision-sheet/docx': asBureau(of(sheet)),
};
