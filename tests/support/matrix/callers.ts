import { levelOf, ROLES, type Role } from '@/lib/domain/accounts/roles';
import { SCOPES } from '@/lib/domain/accounts/scopes';
import { addAccount, type Caller } from '../every/side';
import { makeToken } from '../every/tokens';
import type { Person, World } from '../world';

/** Everybody who may ask: one of each role, from 金山社区 of 禄丰市 up to 楚雄州, another system of two of them, and strangers. */
export interface Asker {
  name: string;
  who: Caller | null;
  /** null: nobody that the product knows. */
  role: Role | null;
  isToken?: boolean;
}

const PEOPLE: Partial<Record<Role, Person>> = {
  prefecture_bureau: 'prefectureBureau',
  prefecture_finance: 'prefectureFinance',
  prefecture_leader: 'prefectureLeader',
  county_bureau: 'lufengClerk',
  county_finance: 'lufengFinance',
  county_leader: 'lufengLeader',
  town: 'lufengTown',
  community: 'lufengCommunity',
  implementing_entity: 'lufengEntity',
};

async function personOf(world: World, role: Role): Promise<Caller> {
  const person = PEOPLE[role];
  if (person) return { cookie: await world.signIn(person) };
  const countyId = levelOf(role) === 'prefecture' ? null : world.lufeng.id;
  const post = { prefectureId: world.prefectureId, countyId, unitId: countyId ?? world.prefectureId };
  return { cookie: (await addAccount(world.owner, `matrix.${role.replaceAll('_', '.')}`, role, post)).cookie };
}

export const everyRole = (world: World): Promise<Asker[]> =>
  Promise.all(ROLES.map(async (role) => ({ name: role, role, who: await personOf(world, role) })));

export async function tokens(world: World): Promise<Asker[]> {
  // of colleagues of those who make what is asked for
  const { prefectureBureau2, lufengClerk2 } = world.actors;
  return Promise.all(
    [prefectureBureau2, lufengClerk2].map(async ({ accountId, role }) => ({
      name: `a token of ${role}`,
      role,
      isToken: true,
      who: { bearer: await makeToken(world, accountId, SCOPES) },
    })),
  );
}

export const STRANGERS: Asker[] = [
  { name: 'anonymous', who: null, role: null },
  { name: 'a forged cookie', who: { cookie: 'next-auth.session-token=forged.forged.forged' }, role: null },
];
