import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { finalSeason, newYear } from '../../support/final-season';
import { rewardRow } from '../../support/rows-of-score-reward';
import { asBureau, type Make } from './make';

async function closed(s: Stage, d: Side): Promise<{ id: string }> {
  const { owner } = s.world;
  const { prefectureId, county, clerkId: by } = d;
  const result = { countyId: county.id, total: 9_300, grade: 'excellent', rank: 1, completed: 2 };
  return {
    id: await finalSeason(owner, { ...(await newYear(owner, prefectureId)), prefectureId, by, results: [result] }),
  };
}

/** Of the result of a season: one example for every operation. */
export const RESULT_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/seasons/{id}/result': asBureau(async (s, d) => ({ params: await closed(s, d) })),
  'PUT /scorecards/seasons/{id}/reward': asBureau(async (s, d) => {
    const season = await closed(s, d);
    await rewardRow(s.world.owner, {
      season: season.id,
      prefectureId: d.prefectureId,
      county: d.county,
      account: d.clerkId,
    });
    return {
      ...{ params: season, version: 1 },
      body: {
        ...{ amount: '1000000.00', note: '州级预算', documentNo: `楚财建〔2020〕${s.next()}号`, documentOn: s.today },
        fileId: (await s.file(d, d.bureau)).id,
      },
    };
  }),
};
