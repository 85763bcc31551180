import { choose } from '../../shared/sequence';

const SURNAMES = '杨 李 张 王 普 杞 罗 鲁 周 陈 赵 施 苏 段 尹 董 郭 朱 高 马'.split(' ');
const GIVEN = '文华 海燕 建平 志强 永昌 国富 光明 绍武 家兴 应昌 晓梅 丽萍 云峰 正国 学明 春红'.split(' ');

/** Somebody who does not exist, the same each time. */
export const personOf = (seed: string): string => `${choose(SURNAMES, seed, 'surname')}${choose(GIVEN, seed, 'given')}`;
