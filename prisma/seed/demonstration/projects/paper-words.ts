import { formatYuan } from '@/lib/format/money';
import { costOf, hasTaken, type Told, titleOf, yearAt } from './told';

const yuan = (fen: bigint) => formatYuan(fen, 'zh-CN');

export interface PaperWords {
  kind: string;
  stage: number;
  day: number;
  title: string;
  number: string | null;
  issuer: string;
  /** user name of whoever files it */
  by: string;
  paragraphs: string[];
}

type Draft = [
  kind: string,
  stage: number,
  day: number,
  name: string,
  number: string | null,
  issuer: string,
  said: string,
  by?: string,
];

const serial = ({ code }: Told) => Number(code.slice(-3));

/** Every paper that a project comes to have, in the order of its stages, in the words of its offices. */
export function papersOf(told: Told): PaperWords[] {
  const { days, county, entityName, company, members, story } = told;
  const bureau = `${county.name}住房和城乡建设局`;
  const names = members.map(({ name }) => name).join('、');
  const cost = yuan(costOf(told));
  const no = (head: string, day: number, tail = '号') => `${head}〔${yearAt(told, day)}〕${serial(told) + 10}${tail}`;
  const zjj = `${county.letters}.zjj1`;
  const permits = story.touches === 'newPipelines' || story.touches === 'structuralWork';
  const before = (step: keyof Told['days'], by: number) => days[step] - by;
  const drafts: Draft[] = [
    [
      'planDocument',
      3,
      before('3.complete', 1),
      '改造方案',
      null,
      bureau,
      `${names}逐小区、逐楼栋编制了改造方案，应改内容逐项明确改造、已达标、不具备条件或居民不同意，总造价${cost}。`,
      zjj,
    ],
    [
      'design',
      4,
      before('4.submit', 2),
      '初步设计文件',
      null,
      company('design').name,
      '本设计包括建筑、给排水、电气、总图四个专业，图纸及说明共一册。',
    ],
    [
      'costEstimate',
      4,
      before('4.submit', 2),
      '概算书',
      null,
      company('design').name,
      `概算总投资${cost}，其中建筑安装工程费占百分之八十六，工程建设其他费用占百分之九，预备费占百分之五。`,
    ],
    [
      'fundRaisingPlan',
      4,
      before('4.submit', 1),
      '居民资金筹集方案',
      null,
      entityName,
      '居民自筹资金按专有面积分摊，由社区代收，专户存储，收支情况每季度公布。',
    ],
    [
      'maintenanceFundPlan',
      4,
      before('4.submit', 1),
      '住宅维修资金补缴、续筹方案',
      null,
      entityName,
      '未建立专项维修资金账户的，开工前建立；余额不足首期交存额百分之三十的，按规定续筹。',
    ],
    [
      'propertyServicePlan',
      4,
      before('4.submit', 1),
      '物业服务引进方案',
      null,
      entityName,
      '改造完成后由业主大会选聘物业服务企业；过渡期由社区代管。',
    ],
    [
      'technicalReview',
      4,
      days['4.review'],
      '初步设计技术性审查意见',
      no('楚住建审', days['4.review']),
      '楚雄州住房和城乡建设局',
      '经组织专家审查，初步设计内容完整，深度达到要求，原则通过技术性审查。施工图阶段应当补充无障碍坡道大样。',
      'zhou.zjj1',
    ],
    [
      'designApproval',
      4,
      days['4.approve'],
      '关于初步设计的批复',
      no(`${county.short}住建复`, days['4.approve']),
      bureau,
      `同意该项目初步设计。核定概算总投资${cost}，资金来源按批准的筹措方案执行。`,
      zjj,
    ],
    ...(permits ? permitsOf(told, zjj) : []),
    [
      'drawings',
      6,
      before('6.complete', 6),
      '施工图设计文件',
      null,
      company('design').name,
      '施工图已经审查合格，审查合格书附后。',
    ],
    [
      'budget',
      6,
      before('6.complete', 4),
      '施工图预算',
      null,
      company('audit').name,
      '预算按照《云南省建设工程造价计价标准》编制。',
    ],
    [
      'budgetAudit',
      6,
      before('6.complete', 2),
      '第三方预算审核报告',
      no('明衡审', before('6.complete', 2), '号'),
      company('audit').name,
      '经审核，送审预算工程量计算准确，定额套用恰当，材料价格符合当期信息价。',
    ],
    [
      'tenderNotice',
      7,
      before('7.complete', 20),
      '施工招标公告',
      no(`${county.short}招`, before('7.complete', 20)),
      entityName,
      '本项目已具备招标条件，现对施工进行公开招标，在云南省公共资源交易系统发布公告。',
    ],
    [
      'awardNotice',
      7,
      before('7.complete', 4),
      '中标通知书',
      no(`${county.short}中`, before('7.complete', 4)),
      entityName,
      `确定${company('construction').name}为施工中标人，请自通知发出之日起三十日内签订合同。`,
    ],
    [
      'startReport',
      8,
      days.started,
      '开工报告',
      no(`${county.short}开`, days.started),
      company('construction').name,
      '施工组织设计已批准，人员、材料、机械已进场，安全措施已落实，申请开工。',
    ],
    [
      'completionReport',
      8,
      before('8.submit', 1),
      '竣工报告',
      no(`${county.short}竣`, before('8.submit', 1)),
      company('construction').name,
      '合同约定的改造内容已全部完成，自检合格，申请组织验收。',
    ],
    [
      'acceptanceOpinion',
      9,
      days.held,
      '联合竣工验收意见书',
      no(`${county.short}验`, days.held),
      bureau,
      '经现场查看、查阅资料和质询，参加验收的各方一致同意通过联合竣工验收。',
      zjj,
    ],
    [
      'finalAccount',
      9,
      days.account,
      '竣工财务决算',
      no(`${county.short}决`, days.account),
      entityName,
      '竣工财务决算已编制完成，资金使用符合规定。',
    ],
    [
      'finalAudit',
      9,
      days.audit,
      '决算审计报告',
      no('明衡决审', days.audit, '号'),
      company('audit').name,
      '经审计，决算真实、完整，核减金额已调整入账。',
    ],
    [
      'archiveReceipt',
      9,
      days.archive,
      '资料移交签收单',
      no(`${county.short}档`, days.archive),
      `${county.name}城建档案馆`,
      '工程档案一套已按目录点收，移交完毕。',
      zjj,
    ],
    [
      'managementPlan',
      10,
      before('10.complete', 3),
      '长效管理方案',
      null,
      entityName,
      '明确小区党组织、业主委员会、物业服务企业职责，建立议事、收支公开和设施维护制度。',
    ],
    [
      'propertyContract',
      10,
      before('10.complete', 2),
      '物业服务合同',
      no(`${county.short}物`, before('10.complete', 2)),
      company('property').name,
      '物业服务期限三年，服务费每平方米每月0.45元。',
    ],
  ];
  return drafts.map(([kind, stage, day, name, number, issuer, said, by = told.entity]) => {
    const of = `${titleOf(told)}${name}`;
    const about = `${titleOf(told)}涉及${names}，共${members.reduce((sum, { homes }) => sum + homes, 0)}户。`;
    return {
      kind,
      stage,
      day,
      title: of,
      number,
      issuer,
      by,
      paragraphs: [about, said, '本页为演示资料。'],
    };
  });
}

function permitsOf(told: Told, by: string): Draft[] {
  const { days, county } = told;
  const day = days['6.complete'] - 9;
  const issuer = `${county.name}自然资源局`;
  const no = (head: string) =>
    `${head}第${county.code.slice(0, 6)}${yearAt(told, day)}${String(serial(told)).padStart(4, '0')}号`;
  return [
    [
      'siteSelection',
      6,
      day,
      '规划选址意见书',
      no('选字'),
      issuer,
      '经审查，本项目新建管线走向符合城镇规划，核发选址意见书。',
      by,
    ],
    [
      'landUsePlanning',
      6,
      day,
      '建设用地规划许可证',
      no('地字'),
      issuer,
      '经审查，本项目用地符合国土空间规划和用途管制要求，核发本证。',
      by,
    ],
  ];
}

/** The step after which the papers of a stage are complete. */
const LAST: Record<number, string> = {
  3: '3.complete',
  4: '4.submit',
  6: '6.complete',
  7: '7.complete',
  8: '8.submit',
  9: '9.complete',
  10: '10.complete',
};
const BY_STEP: Record<string, string> = { technicalReview: '4.review', designApproval: '4.approve' };

/** Whether it is filed by now: its step was taken, or it is one of those that lie there already. */
export const isFiled = (told: Told, { kind, stage }: PaperWords): boolean =>
  hasTaken(told, BY_STEP[kind] ?? LAST[stage] ?? 'done') ||
  told.story.filed?.includes(kind) === true ||
  (kind === 'startReport' && hasTaken(told, '7.complete') && told.days.started < 0);
