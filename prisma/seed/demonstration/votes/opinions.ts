import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Channel, Choice } from '@/lib/domain/votes/types';
import { choose, happens, share } from '../../shared/sequence';
import type { Opinion } from './journeys';

export interface Home {
  id: string;
  area: bigint;
}

const twoThirdsOf = (whole: number): number => Math.ceil((whole * 2) / 3);
const byArea = (homes: readonly Home[], sign: 1 | -1) =>
  [...homes].sort((a, b) => (a.area === b.area ? (a.id < b.id ? -1 : 1) : a.area < b.area ? -sign : sign));

/** Who answered what; who is missing said nothing yet. `seed` lets the same household think otherwise in another round. */
export function answersOf(homes: readonly Home[], opinion: Opinion, seed: string): Map<string, Choice> {
  if (opinion === 'oneHouseholdShort') return border(byArea(homes, -1), twoThirdsOf(homes.length) - 1);
  if (opinion === 'areaShort') return border(byArea(homes, 1), twoThirdsOf(homes.length));
  const leaning = [...homes].sort(
    (a, b) => share(`${seed}/${a.id}`, 'leaning', 1 << 30) - share(`${seed}/${b.id}`, 'leaning', 1 << 30),
  );
  const upTo = (perThousand: number) => Math.round((homes.length * perThousand) / 1000);
  const [agree, disagree] = [upTo(opinion.agree), upTo(opinion.agree + opinion.disagree)];
  const all = upTo(opinion.agree + opinion.disagree + opinion.abstain);
  return new Map(
    leaning
      .slice(0, all)
      .map(({ id }, at): [string, Choice] => [id, at < agree ? 'agree' : at < disagree ? 'disagree' : 'abstain']),
  );
}

/** So many agree in this order, and a few of the others are against or abstain. */
function border(homes: readonly Home[], agree: number): Map<string, Choice> {
  return new Map(
    homes.flatMap(({ id }, at): [string, Choice][] => {
      if (at < agree) return [[id, 'agree']];
      if (at % 5 === 0) return [[id, 'disagree']];
      return at % 11 === 0 ? [[id, 'abstain']] : [];
    }),
  );
}

const WANTED = 'B-R01 B-R04 B-R05 B-R08 B-I01 B-I03 C-R01 C-R02 C-R04 C-R05 C-R06 C-R07 C-R08 C-I01 C-I08'.split(' ');
const MENU = new Set(chuxiong2020.menu.map(({ code }) => code));

const PROBLEMS = [
  '屋面多处渗漏，雨季顶楼住户室内渗水',
  '楼道灯长期不亮，老人上下楼不安全',
  '化粪池堵塞，一楼返水',
  '院内停车无序，消防通道被占',
  '电线乱拉乱接，存在火灾隐患',
  '路面破损，雨天积水',
  '自来水管老化，高峰时段水压不足',
  '没有充电设施，电动车进楼道充电',
  '垃圾收集点靠近住房，夏天气味大',
  '外墙砖脱落，底下就是通道',
];

export function wishesOf(household: string): { wanted?: string[]; problems?: string } {
  const count = happens(household, 'wishes', 640) ? 1 + share(household, 'wish count', 3) : 0;
  const wanted = [...new Set(Array.from({ length: count }, (_, at) => choose(WANTED, `${household}/${at}`, 'wish')))];
  return {
    ...(wanted.length > 0 ? { wanted: wanted.filter((code) => MENU.has(code)) } : {}),
    ...(happens(household, 'problem', 70) ? { problems: choose(PROBLEMS, household, 'problem') } : {}),
  };
}

/** How it was collected, forms on paper apart: those carry their photo. */
export const channelOf = (seed: string): Exclude<Channel, 'paper'> =>
  choose(['door', 'door', 'door', 'door', 'meeting', 'online'], seed, 'channel');
