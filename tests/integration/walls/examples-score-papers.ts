import * as seasonsRoute from '@/app/api/v1/scorecards/seasons/route';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { asBureau, asClerk, type Make, of } from './make';

/** A year of its own has one season: each is opened for a year that nobody else has. */
async function season(s: Stage, d: Side): Promise<SeasonDetail> {
  await s.year(d);
  return s.post<SeasonDetail>(d.bureau, seasonsRoute, { year: s.lastYearNumber(), selfDueOn: '2090-01-31' });
}

async function card(s: Stage, d: Side): Promise<{ id: string }> {
  const { cards } = await season(s, d);
  const own = cards.find(({ county }) => county.id === d.county.id);
  if (!own) throw new Error(`no card of ${d.name}`);
  return { id: own.id };
}
const sheet = async (s: Stage, d: Side) => ({ id: (await season(s, d)).id });

/** Of the papers of the scorecard: one example for every operation. */
export const SCORE_PAPER_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/{id}/annex': asClerk(of(card, undefined, { form: 'all' })),
  'GET /scorecards/{id}/annex-sheet': asClerk(of(card, undefined, { form: 'printed' })),
  'GET /scorecards/{id}/report/docx': asClerk(of(card)),
  'GET /scorecards/{id}/proofs-package': asClerk(of(card)),
  'GET /scorecards/seasons/{id}/decision-sheet': asBureau(of(sheet)),
  'GET /scorecards/seasons/{id}/decision-sheet/docx': asBureau(of(sheet)),
};
