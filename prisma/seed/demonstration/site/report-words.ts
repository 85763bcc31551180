import { choose, happens, share } from '../../shared/sequence';
import type { Told } from '../projects/told';

const ON_SITE = [
  '雨季影响土方开挖和管网回填，已调整工序，先行组织楼道内施工',
  '供电、通信管线迁改与权属单位协调未完成，影响院内道路施工，请协调加快',
  '施工单位班组人员不足，屋面和外墙作业面没有同时铺开，已约谈项目经理',
  '个别住户不同意拆除防护栏，社区正在逐户做工作',
  '院内车辆停放占用作业面，夜间清场后施工',
  '外墙材料到货推迟一周，已要求供应商补足',
  '老旧排水管与图纸不符，现场增加探沟，设计单位已出具变更',
  '居民反映施工噪声和扬尘，已调整作业时间并增加洒水',
];
const BEFORE: Record<number, readonly string[]> = {
  2: ['部分住户在外地，征求意见表正在逐户回收'],
  3: ['居民出资分摊意见不统一，正在组织楼栋议事', '管线单位没有答复迁改出资比例，影响改造方案定稿'],
  4: ['雨污分流需要接入的市政管网标高待复核', '概算中管线迁改费用待管线单位确认'],
  5: ['第二次征求意见中有住户要求调整停车位布置，正在沟通'],
  6: ['施工图审查意见较多，设计单位正在修改', '工程量清单与图纸核对未完成'],
  7: ['投标人不足三家，第一次招标流标，正在组织第二次招标', '招标文件备案未完成'],
};

/** 存在的问题: where there was something to say. */
export function problemsOf({ code, story }: Told, month: string, stage: number): string | null {
  const seed = `${code}/${month}`;
  if (stage === 9) return story.failedFirst ? '初验提出的整改事项正在逐项落实' : null;
  if (stage === 8) return happens(seed, 'problems', 420) ? choose(ON_SITE, seed, 'problem') : null;
  return happens(seed, 'problems', 550) ? choose(BEFORE[stage] ?? [], seed, 'problem') : null;
}

/** 现场人数: while there is work, by the size of the compounds. */
export function peopleOf({ code, members }: Told, month: string, isBuilding: boolean): number {
  const homes = members.reduce((sum, member) => sum + member.homes, 0);
  return isBuilding ? 9 + Math.floor(homes / 12) + share(`${code}/${month}`, 'people', 14) : 0;
}
