import type { PersonalValues } from '@/lib/server/compounds/personal';
import { choose, happens, share } from '../shared/sequence';
import type { PlannedCompound } from './plan-types';

const SURNAMES =
  '杨 李 张 王 普 杞 罗 鲁 周 陈 赵 施 苏 段 尹 董 郭 朱 高 马 何 刘 黄 徐 孙 胡 林 毕 起 自 钱 唐 冯 许 邓 曹 彭 曾 萧 田 潘 袁 蔡 余 叶 程 魏 吕 丁 任 欧阳 司马'.split(
    ' ',
  );
const FIRST =
  '文 丽 正 海 建 玉 志 春 永 晓 国 美 光 翠 绍 秀 家 红 应 兰 金 云 天 凤 德 惠 学 明 开 桂 本 素 加 琼 忠 淑 庆 雪 万 竹'.split(
    ' ',
  );
const SECOND =
  '华 琼 云 燕 平 兰 强 梅 昌 英 富 仙 明 芬 武 珍 军 芳 祥 花 才 玲 林 莲 福 霞 生 香 荣 慧 龙 娟 贵 菊 清 萍 发 琴 良 艳'.split(
    ' ',
  );

export interface PlannedOwner {
  kind: 'person' | 'body';
  values: PersonalValues;
}

export interface OwnersOfDwelling {
  /** places in `owners` of the compound, first the one named first in the register */
  owners: number[];
}

function person(seed: string): PlannedOwner {
  const given =
    choose(FIRST, seed, 'first') + (happens(seed, 'one character', 180) ? '' : choose(SECOND, seed, 'second'));
  // 1990000 is a block of numbers that no operator has given out.
  const phone = happens(seed, 'no phone', 60)
    ? null
    : `1990000${String(share(seed, 'phone', 10_000)).padStart(4, '0')}`;
  return { kind: 'person', values: { name: choose(SURNAMES, seed, 'surname') + given, phone, idNumber: null } };
}

const body = (name: string): PlannedOwner => ({ kind: 'body', values: { name, phone: null, idNumber: null } });

/**
 * Who owns the dwellings of a compound, in the order of its register: persons, some with two dwellings, some two to a dwelling;
 * the former work unit keeps the dwellings it never sold, and all of them where it keeps the whole (直管公房).
 */
export function ownersOf(
  compound: PlannedCompound,
  count: number,
): { owners: PlannedOwner[]; dwellings: OwnersOfDwelling[] } {
  const owners: PlannedOwner[] = [];
  const add = (owner: PlannedOwner) => owners.push(owner) - 1;
  let unit: number | undefined;
  const ofUnit = () => {
    unit ??= add(body(compound.originalUnit ?? '楚雄州公房管理所'));
    return unit;
  };
  const keptBy =
    compound.key === 'oneOwner'
      ? 1000
      : compound.ownershipKind === 'unitManaged'
        ? 180
        : compound.ownershipKind === 'mixed'
          ? 60
          : 4;
  const dwellings = Array.from({ length: count }, (_, index): OwnersOfDwelling => {
    const seed = `${compound.number}/${index}`;
    if (compound.withoutOwner && index % compound.withoutOwner === 0) return { owners: [] };
    if (happens(seed, 'kept', keptBy)) return { owners: [ofUnit()] };
    const last = owners.length - 1;
    if (last >= 0 && owners[last]?.kind === 'person' && happens(seed, 'second dwelling', 24)) return { owners: [last] };
    const first = add(person(seed));
    return { owners: happens(seed, 'joint', 70) ? [first, add(person(`${seed}/joint`))] : [first] };
  });
  return { owners, dwellings };
}
