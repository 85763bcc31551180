import type { RoundNumber } from '@/lib/domain/votes/types';

export interface NoticeWords {
  kind: 'list' | 'design' | 'result';
  title: string;
  documentNo: string | null;
  issuer: string;
  body: string;
}

const VOTES = { 1: '第一次征求意见', 2: '第二次征求意见（方案表决）' } as const;

const objections = (issuer: string) =>
  `公示期内，单位和个人对公示内容有异议的，可以通过公示网页提出，也可以向所在社区居民委员会或者${issuer}书面反映。反映情况应当客观真实，写明事实和理由；收到的意见将逐条核实并答复。`;

interface Numbered {
  programme: string;
  batch: number;
  written: string;
  number: number;
}

/** What a list goes by: before January 2020 there was no policy of that number. */
const basis = (written: string): string =>
  written < '2020'
    ? '根据城镇老旧小区改造工作安排'
    : '根据《楚雄州城镇老旧小区改造工作实施方案》（楚住建城〔2020〕1号）要求';

/** 公示 of a county's project list, in the words of the office. */
export function listWords(county: string, { programme, batch, written, number }: Numbered): NoticeWords {
  const issuer = `${county}住房和城乡建设局`;
  const short = county.includes('高新') ? '高新' : county.slice(0, 1);
  return {
    kind: 'list',
    title: `关于${county}${programme}年城镇老旧小区改造项目清单（第${'一二三四五六'[batch - 1]}批）的公示`,
    documentNo: `${short}住建公示〔${written}〕${number}号`,
    issuer,
    body: [
      `${basis(written)}，经排查摸底、第一次征求居民意见，下列小区同意改造的户数和专有面积均达到总数的三分之二以上，拟列入城镇老旧小区改造项目清单。现将清单予以公示，接受社会监督。`,
      objections(issuer),
    ].join('\n'),
  };
}

export function designWords(compound: string, town: string): NoticeWords {
  const issuer = `${town}人民政府`;
  return {
    kind: 'design',
    title: `关于${compound}改造初步设计方案的公示`,
    documentNo: null,
    issuer,
    body: [
      `${compound}改造初步设计方案已经编制完成。现将工程设计方案、工程预算、资金筹集方案、业主自筹资金额度、后续物业管理机制、社区治理体系建设六项内容予以公示，作为第二次征求意见的依据，请全体业主仔细阅读。`,
      '第二次征求意见由社区组织，意见征求表由业主本人填写；本人不能到场的，可以书面委托他人办理，并提交授权委托书。',
      objections(issuer),
    ].join('\n'),
  };
}

export function resultWords(compound: string, community: string, round: RoundNumber): NoticeWords {
  const issuer = `${community}居民委员会`;
  return {
    kind: 'result',
    title: `关于${compound}改造${VOTES[round]}结果的公示`,
    documentNo: null,
    issuer,
    body: [
      `${compound}改造${VOTES[round]}已经截止，现将统计结果予以公示。公示不列业主姓名。`,
      '每户的登记情况可以凭意见征求表上的回执码查询。对本户登记情况有异议的，请在公示期内凭回执码提出；经核实异议成立的，更正或者作废相应的表决票，并按更正后的结果报请认定。',
      objections(issuer),
    ].join('\n'),
  };
}
