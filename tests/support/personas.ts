import { DEMONSTRATION_PASSWORD, type DeclaredPerson, PEOPLE } from '@/prisma/seed/demonstration/people';

export interface Persona extends DeclaredPerson {
  password: string;
}

function persona(username: string): Persona {
  const person = PEOPLE.find((one) => one.username === username);
  if (!person) throw new Error(`no demonstration account ${username}`);
  return { ...person, password: DEMONSTRATION_PASSWORD };
}

/** The people that demonstrations, browser tests and trainings speak of, by what they are in the story. */
export const PERSONAS = {
  prefectureBureau: persona('zhou.zjj1'),
  prefectureBureauSecond: persona('zhou.zjj2'),
  prefectureDrc: persona('zhou.fgw1'),
  prefectureFinance: persona('zhou.czj1'),
  prefectureLeader: persona('zhou.ld1'),
  lufengClerk: persona('lufeng.zjj1'),
  lufengClerkSecond: persona('lufeng.zjj2'),
  lufengDrc: persona('lufeng.fgj1'),
  lufengFinance: persona('lufeng.czj1'),
  lufengLeader: persona('lufeng.ld1'),
  lufengTown: persona('lufeng.zhen1'),
  lufengCommunity: persona('lufeng.sq1-1'),
  lufengCommunitySecond: persona('lufeng.sq1-2'),
  lufengOtherCommunity: persona('lufeng.sq2-1'),
  lufengEntity: persona('lufeng.ssdw1'),
  lufengSupervisor: persona('lufeng.jl1'),
  shuangbaiClerk: persona('shuangbai.zjj1'),
  shuangbaiCommunity: persona('shuangbai.sq1-1'),
} as const satisfies Record<string, Persona>;
