import { afterAll, beforeAll, expect, test } from 'vitest';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as householdsRoute from '@/app/api/v1/households/route';
import { makeWorld, type World } from '../../support/world';

const CLERKS = 12;
const TURNS = 8;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

test('many who work on compounds of one community at once: nobody is told to come back, and the sums are right', async () => {
  const communityId = world.lufeng.subdistricts[0]?.communities[0]?.id;
  const refused: string[] = [];
  async function post(handler: typeof buildingsRoute.POST, body: object): Promise<string> {
    const { status, json } = await world.call(handler, { as: 'lufengClerk', method: 'POST', body });
    const { id = '', code } = json as { id?: string; code?: string };
    if (status !== 201) refused.push(`${status} ${code}`);
    return id;
  }
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, clerk) => {
      for (let turn = 0; turn < TURNS; turn++) {
        const compoundId = await post(compoundsRoute.POST, {
          name: `一起录${clerk}-${turn}号院`,
          communityId,
          yearBuilt: 1980 + clerk,
        });
        const buildingId = await post(buildingsRoute.POST, { compoundId, name: '1栋', floorArea: '100.00' });
        await post(householdsRoute.POST, { buildingId, room: '101', exclusiveArea: '88.33' });
      }
    }),
  );
  expect(refused).toEqual([]);
  const { rows } = await world.owner.query<{ kept: string; there: string }>(
    `SELECT (SELECT sum(households) FROM survey_place_total WHERE community_id = $1 AND dimension = 'all') AS kept,
       (SELECT count(*) FROM household WHERE community_id = $1 AND status = 'active') AS there`,
    [communityId],
  );
  expect(rows).toEqual([{ kept: String(CLERKS * TURNS), there: String(CLERKS * TURNS) }]);
});
