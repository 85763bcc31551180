import type pg from 'pg';
import { insert } from './world';

interface Planned {
  compoundId: string;
  countyId: string;
  rulebookId: string;
  account: string;
  /** a building of the compound: 'B-R01' there and 'C-R07' in the compound are to be done, at these fen */
  buildingId: string;
  costs: [building: number, compound: number];
}

/** A plan of a compound with two items to be done and one that already meets the standard. */
export async function planOf(owner: pg.Client, planned: Planned): Promise<string> {
  const { compoundId, countyId, rulebookId, account, buildingId, costs } = planned;
  const plan = await insert(owner, 'compound_plan', {
    ...{ compound_id: compoundId, county_id: countyId, rulebook_id: rulebookId, no: 1, title: '一区一策' },
    created_by: account,
  });
  const of = { plan_id: plan, compound_id: compoundId, county_id: countyId };
  await insert(owner, 'plan_item', {
    ...{ ...of, building_id: buildingId, item: 'B-R01', answer: 'todo', cost: costs[0] },
  });
  await insert(owner, 'plan_item', { ...of, item: 'C-R07', answer: 'todo', cost: costs[1] });
  await insert(owner, 'plan_item', {
    ...{ ...of, building_id: buildingId, item: 'B-R02', answer: 'impossible', reason: '没有地下室', cost: 0 },
  });
  return plan;
}
