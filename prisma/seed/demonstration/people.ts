import type { Role } from '@/lib/domain/accounts/roles';
import { CHUXIONG, PREFECTURE } from '../places/chuxiong';
import { communitiesOf, townsOf } from './towns';

/** One password for every demonstration account: it exists nowhere else, and the accounts say that they are a demonstration. */
export const DEMONSTRATION_PASSWORD = 'Demo-only-2020';

export interface DeclaredPerson {
  username: string;
  displayName: string;
  role: Role;
  unitCode: string;
}

const SURNAMES = '杨 李 张 王 普 杞 罗 鲁 周 陈 赵 施 苏 段 尹 董 郭 朱 高 马'.split(' ');
const GIVEN =
  '文华 丽琼 正云 海燕 建平 玉兰 志强 春梅 永昌 晓燕 国富 美仙 光明 翠芬 伟 琼英 绍武 秀珍 俊 家兴 红梅 应昌 兰芬'.split(
    ' ',
  );

/** Usernames begin with the county's own. */
export const COUNTY_LETTERS: Record<string, string> = {
  '532301': 'chuxiong',
  '532302': 'lufeng',
  '532322': 'shuangbai',
  '532323': 'mouding',
  '532324': 'nanhua',
  '532325': 'yaoan',
  '532326': 'dayao',
  '532327': 'yongren',
  '532328': 'yuanmou',
  '532329': 'wuding',
  '532300-KFQ': 'gaoxin',
};

type Post = readonly [letters: string, role: Role, body: string];

const PREFECTURE_POSTS: Post[] = [
  ['zjj', 'prefecture_bureau', '州住建局'],
  ['fgw', 'prefecture_drc', '州发改委'],
  ['czj', 'prefecture_finance', '州财政局'],
  ['ld', 'prefecture_leader', '州政府'],
];

const COUNTY_POSTS: Post[] = [
  ['zjj', 'county_bureau', '住建局'],
  ['fgj', 'county_drc', '发改局'],
  ['czj', 'county_finance', '财政局'],
  ['ld', 'county_leader', '政府'],
  ['ssdw', 'implementing_entity', '城投公司'],
  ['jl', 'supervisor', '建设监理'],
];

/** Two people for each post, so that whatever asks for a second person has one. */
function pair(prefix: string, role: Role, body: string, unitCode: string): DeclaredPerson[] {
  return [1, 2].map((number) => ({ username: `${prefix}${number}`, displayName: body, role, unitCode }));
}

function peopleOfCounty(code: string, name: string): DeclaredPerson[] {
  const letters = COUNTY_LETTERS[code] ?? code;
  const [seat] = townsOf(code);
  if (!seat) return [];
  // The development zone has no 发改局 of its own (domain.md §2).
  const posts = COUNTY_POSTS.filter(([, role]) => !(code.endsWith('KFQ') && role === 'county_drc'));
  return [
    ...posts.flatMap(([post, role, body]) => pair(`${letters}.${post}`, role, `${name}${body}`, code)),
    ...pair(`${letters}.zhen`, 'town', seat.name, seat.code),
    ...communitiesOf(seat.code)
      .slice(0, 3)
      .flatMap((community, index) => pair(`${letters}.sq${index + 1}-`, 'community', community.name, community.code)),
  ];
}

function named(person: DeclaredPerson, index: number): DeclaredPerson {
  const surname = SURNAMES[(index * 7) % SURNAMES.length];
  const given = GIVEN[(index * 5) % GIVEN.length];
  return { ...person, displayName: `${person.displayName} ${surname}${given}` };
}

/** Everyone of the demonstration, the same people each time. */
export const PEOPLE: DeclaredPerson[] = [
  ...PREFECTURE_POSTS.flatMap(([post, role, body]) => pair(`zhou.${post}`, role, body, PREFECTURE)),
  ...CHUXIONG.filter((unit) => unit.kind === 'county').flatMap((unit) => peopleOfCounty(unit.code, unit.name)),
].map(named);
