import { homeSide, otherCounty, otherPrefecture, type Side } from '../every/side';
import type { Place, World } from '../world';

/** Where what is asked for lies, seen from 金山社区 of 禄丰市. */
export const PLACES = ['own', 'sibling community', 'other subdistrict', 'other county', 'other prefecture'] as const;
export type Where = (typeof PLACES)[number];
export type Sides = Record<Where, Side & { mark: string; wideMark: string }>;

function within({ id, subdistricts }: Place, subdistrict: number, community: number): Place {
  const town = subdistricts[subdistrict];
  const quarter = town?.communities[community];
  if (!town || !quarter) throw new Error('the world is smaller than the matrix');
  return { id, subdistricts: [{ ...town, communities: [quarter] }] };
}

/** Each with a word of its own in all its names: birds that nest nowhere else. */
export async function makeSides(world: World): Promise<Sides> {
  const wideMark = '楚雄鹰';
  const home = { ...homeSide(world), wideMark };
  return {
    own: { ...home, county: within(home.county, 0, 0), mark: '金山燕' },
    'sibling community': { ...home, county: within(home.county, 0, 1), mark: '东河雀' },
    'other subdistrict': { ...home, county: within(home.county, 1, 0), mark: '广通鹭' },
    'other county': { ...otherCounty(world), mark: '双柏鹤', wideMark },
    'other prefecture': { ...(await otherPrefecture(world)), mark: '邻州雁', wideMark: '邻州雁' },
  };
}
