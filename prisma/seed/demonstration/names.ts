import type { OwnershipKind } from '@/lib/domain/compounds/types';
import { choose } from '../shared/sequence';

const OFFICES =
  '粮食局 财政局 税务局 供销社 商业局 物资局 外贸局 邮电局 电力公司 自来水公司 公路段 运管所 林业局 农业局 畜牧局 水利局 水文站 烟草公司 糖酒公司 百货公司 五金公司 医药公司 石油公司 食品公司 蔬菜公司 土产公司 盐业公司 新华书店 文化馆 电影公司 广播电视局 体委 卫生局 妇幼保健院 防疫站 教育局 党校 公安局 检察院 法院 司法局 民政局 人事局 劳动局 计委 经委 建设局 规划局 房管所 环保局 土地局 统计局 审计局 工商局 物价局 档案局 人武部 武警中队 种子公司 农科所 运输公司 汽车总站 保险公司 二建公司 农机公司 信用联社 客运站 图书馆'.split(
    ' ',
  );
const SCHOOLS = '一中 二中 三中 民族中学 师范学校 职业中学 实验小学 进修学校 东升小学 中医院 人民医院 幼儿园'.split(
  ' ',
);
const BANKS = '工行 农行 建行 人行 中行'.split(' ');
const WORKS =
  '缫丝厂 水泥厂 化肥厂 农机厂 机械厂 造纸厂 酒厂 糖厂 火柴厂 皮革厂 塑料厂 砖瓦厂 食品厂 面粉厂 油脂厂 毛纺厂 服装厂 木器厂 印染厂 制药厂 酱菜厂 印刷厂 变电站 水电站 煤矿 苗圃 铁工厂 陶瓷厂'.split(
    ' ',
  );
const GARDENS =
  '阳光 锦绣 龙泉 金鹿 万和 彝海 春晓 明珠 翠园 紫金 康乐 滨河 龙翔 福兴 银河 丽景 怡和 东盛 西苑 南苑 北苑 鑫源 惠民 安康 和顺 永兴 百合 桂花'.split(
    ' ',
  );
const ROADS =
  '东兴路 南环路 西山路 北门街 环城东路 团结路 建设路 文化路 人民路 龙泉路 振兴街 学府路 滨河路 中大街'.split(' ');

export interface PlannedName {
  name: string;
  ownership: OwnershipKind;
  originalUnit: string | null;
}

const named = (owner: string, suffix: string, ownership: OwnershipKind): PlannedName => ({
  name: `${owner}${suffix}`,
  ownership,
  originalUnit: owner,
});

const pools = {
  offices: OFFICES.map((one, index) =>
    named(one, index % 4 === 3 ? '职工住宅' : '家属院', index % 7 === 6 ? 'mixed' : 'reformed'),
  ),
  schools: SCHOOLS.map((one) => named(one, one.endsWith('院') ? '家属区' : '教师住宅区', 'reformed')),
  banks: BANKS.map((one) => named(one, '小区', 'reformed')),
  works: WORKS.map((one, index) =>
    named(one, index % 2 === 0 ? '宿舍' : '生活区', index % 3 === 2 ? 'mixed' : 'unitManaged'),
  ),
  gardens: GARDENS.map((one): PlannedName => ({ name: `${one}花园`, ownership: 'commercial', originalUnit: null })),
  roads: ROADS.map((one): PlannedName => ({ name: `${one}小区`, ownership: 'commercial', originalUnit: null })),
};

// Of ten compounds: four of offices, two of works, one of a school or bank, three sold on the market.
const ORDER = [
  'offices',
  'works',
  'offices',
  'roads',
  'offices',
  'schools',
  'gardens',
  'offices',
  'works',
  'banks',
] as const;

/** `count` names for a county, none of them twice and none of `taken`; each county begins elsewhere in the lists. */
export function namesFor(county: string, count: number, taken: ReadonlySet<string>): PlannedName[] {
  const turn = <T>(list: readonly T[], pool: string): T[] => {
    const start = list.indexOf(choose(list, county, `names ${pool}`));
    return [...list.slice(start), ...list.slice(0, start)];
  };
  const queues = Object.fromEntries(
    Object.entries(pools).map(([pool, list]) => [pool, turn(list, pool).filter((one) => !taken.has(one.name))]),
  ) as typeof pools;
  const rest = () => Object.values(queues).find((queue) => queue.length > 0) ?? [];
  return Array.from({ length: count }, (_, index) => {
    const queue = queues[ORDER[index % ORDER.length] ?? 'offices'];
    const next = queue.shift() ?? rest().shift();
    if (!next) throw new Error(`${county}: not enough names for ${count} compounds`);
    return next;
  });
}

export const roadOf = (seed: string): string => choose(ROADS, seed, 'road');
