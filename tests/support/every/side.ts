import type pg from 'pg';
import { insert, makeCounty, newId, openSession, type Person, type Place, unitRow, type World } from '../world';

/** Whoever sends: somebody of the usual world, or the cookie of somebody made here. */
export type Caller = { as: Person } | { cookie: string } | { bearer: string };

/** One territory with those who work in it; requests of one are foreign to the others. */
export interface Side {
  name: string;
  countyCode: string;
  countyName: string;
  prefectureId: string;
  county: Place;
  clerk: Caller;
  bureau: Caller;
  clerkId: string;
  /** Stands in the names of what is made there: seen by somebody who may not, it says so. */
  mark?: string;
  /** The same of what belongs to the whole prefecture. */
  wideMark?: string;
}

export const homeSide = (world: World): Side => ({
  name: '禄丰市',
  countyCode: '532302',
  countyName: '禄丰市',
  prefectureId: world.prefectureId,
  county: world.lufeng,
  clerk: { as: 'lufengClerk' },
  bureau: { as: 'prefectureBureau' },
  clerkId: world.actors.lufengClerk.accountId,
});

export const otherCounty = (world: World): Side => ({
  name: '双柏县',
  countyCode: '532322',
  countyName: '双柏县',
  prefectureId: world.prefectureId,
  county: world.shuangbai,
  clerk: { as: 'shuangbaiClerk' },
  bureau: { as: 'prefectureBureau2' },
  clerkId: world.actors.shuangbaiClerk.accountId,
});

interface Post {
  prefectureId: string;
  countyId: string | null;
  unitId: string;
}

/** An account at a unit, signed in. */
export async function addAccount(owner: pg.Client, username: string, role: string, post: Post) {
  const id = await insert(owner, 'account', {
    prefecture_id: post.prefectureId,
    county_id: post.countyId,
    unit_id: post.unitId,
    username,
    display_name: username,
    role,
    must_change_password: false,
  });
  return { id, cookie: await openSession(id) };
}

/** Another prefecture, with a county and its people: foreign to a prefecture bureau. */
export async function otherPrefecture(world: World): Promise<Side> {
  const { owner } = world;
  const prefectureId = await newId(owner);
  await insert(owner, 'unit', {
    id: prefectureId,
    prefecture_id: prefectureId,
    ...unitRow('prefecture', '532900', '邻州', 'lin zhou'),
  });
  const county = await makeCounty(owner, prefectureId, ['532901', '邻县', 'lin xian']);
  const clerk = await addAccount(owner, 'neighbour.clerk', 'county_bureau', {
    prefectureId,
    countyId: county.id,
    unitId: county.id,
  });
  const bureau = await addAccount(owner, 'neighbour.bureau', 'prefecture_bureau', {
    prefectureId,
    countyId: null,
    unitId: prefectureId,
  });
  return {
    name: '邻县',
    countyCode: '532901',
    countyName: '邻县',
    prefectureId,
    county,
    clerk: { cookie: clerk.cookie },
    bureau: { cookie: bureau.cookie },
    clerkId: clerk.id,
  };
}
