import { choose, happens, share } from '../../shared/sequence';
import type { Told } from '../projects/told';

/** Said of the ground and the pipes, of the houses, and of what is left; each up to so many percent of the works. */
const ON_SITE: readonly [upTo: number, words: readonly string[]][] = [
  [
    40,
    [
      '供电、通信管线迁改与权属单位协调未完成，影响院内道路施工，请协调加快',
      '老旧排水管与图纸不符，现场增加探沟，设计单位已出具变更',
      '院内车辆停放占用作业面，改为夜间清场后施工',
      '个别住户不同意拆除防护栏，社区正在逐户做工作',
    ],
  ],
  [
    80,
    [
      '施工单位班组人员不足，屋面和外墙作业面没有同时铺开，已约谈项目经理',
      '外墙材料到货推迟一周，已要求供应商补足',
      '居民反映施工噪声和扬尘，已调整作业时间并增加洒水',
      '一户一表改造需入户，部分住户长期外出，正在联系',
    ],
  ],
  [
    100,
    [
      '收尾工程零散，施工单位人员减少，已要求列出清单逐项销号',
      '室外照明、门禁等待供电部门送电后调试',
      '竣工资料整理滞后，监理单位已督促补齐',
    ],
  ],
];
const IN_RAIN = '雨季影响土方开挖和管网回填，已调整工序，先行组织楼道内施工';
const RAINS = ['06', '07', '08', '09'];

const BEFORE: Record<number, readonly string[]> = {
  2: ['部分住户在外地，征求意见表正在逐户回收'],
  3: ['居民出资分摊意见不统一，正在组织楼栋议事', '管线单位没有答复迁改出资比例，影响改造方案定稿'],
  4: [
    '雨污分流需要接入的市政管网标高待复核',
    '概算中管线迁改费用待管线单位确认',
    '原有竣工图缺失，设计单位现场补测',
    '消防通道宽度不足，设计方案需与消防部门对接',
  ],
  5: ['第二次征求意见中有住户要求调整停车位布置，正在沟通', '部分产权人联系不上，社区正在查找'],
  6: ['施工图审查意见较多，设计单位正在修改', '工程量清单与图纸核对未完成'],
  7: ['投标人不足三家，第一次招标流标，正在组织第二次招标', '招标文件备案未完成'],
};

interface When {
  month: string;
  stage: number;
  /** of the works, in basis points */
  done: number;
}

/** 存在的问题: where there was something to say. */
export function problemsOf({ code, story }: Told, { month, stage, done }: When): string | null {
  const seed = `${code}/${month}`;
  if (stage === 9) return story.failedFirst ? '初验提出的整改事项正在逐项落实' : null;
  if (!happens(seed, 'problems', 500)) return null;
  if (stage !== 8) return choose(BEFORE[stage] ?? [], seed, 'problem');
  const [, words = []] = ON_SITE.find(([upTo]) => done <= upTo * 100) ?? [];
  const isWet = RAINS.includes(month.slice(5)) && done < 8000;
  return choose(isWet ? [IN_RAIN, ...words] : words, seed, 'problem');
}

/** 现场人数: while there is work, by the size of the compounds. */
export function peopleOf({ code, members }: Told, month: string, isBuilding: boolean): number {
  const homes = members.reduce((sum, member) => sum + member.homes, 0);
  return isBuilding ? 9 + Math.floor(homes / 12) + share(`${code}/${month}`, 'people', 14) : 0;
}
