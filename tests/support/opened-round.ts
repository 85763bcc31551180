import { expect } from 'vitest';
import * as open from '@/app/api/v1/rounds/[id]/open/route';
import * as rounds from '@/app/api/v1/rounds/route';
import { type VoteCompound, voteCompound } from './vote-compound';
import type { World } from './world';

export interface Opened {
  id: string;
  version: number;
  compound: VoteCompound;
}

interface Step {
  id: string;
  version: number;
}

/** Round 1 of the compound, made and opened by its community as officers do it. */
export async function openRoundOf(world: World, compound: VoteCompound): Promise<Opened> {
  const as = 'lufengCommunity';
  const draft = await world.call(rounds.POST, { as, method: 'POST', body: { compoundId: compound.id, round: 1 } });
  expect(draft.status, JSON.stringify(draft.json)).toBe(201);
  const { id, version } = draft.json as Step;
  const headers = { 'if-match': `"${version}"` };
  const opened = await world.call(open.POST, { as, method: 'POST', params: { id }, headers });
  expect(opened.status, JSON.stringify(opened.json)).toBe(200);
  return { id, version: (opened.json as Step).version, compound };
}

export const openedRound = async (world: World, households: number): Promise<Opened> =>
  openRoundOf(world, await voteCompound(world.owner, world.lufeng, { households }));
