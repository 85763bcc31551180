import type { Role } from '../accounts/roles';
import { ROUND_LABELS } from '../votes/labels';
import type { NoticeFacts } from './facts';
import type { NoticeKind } from './types';

export interface DraftText {
  title: string;
  body: string;
}

interface Source {
  kind: NoticeKind;
  county: string;
  issuer: string;
  facts: NoticeFacts;
  today: string;
}

const OBJECT = (issuer: string) =>
  `公示期内，单位和个人对公示内容有异议的，可以在公示网页上提出，也可以向所在社区居民委员会或${issuer}反映。反映情况请实事求是、写明事实和理由；收到的每一条意见都将核实并答复。`;

const nameOf = ({ compounds }: NoticeFacts): string => compounds[0]?.name ?? '';

const TEXTS: Record<NoticeKind, (source: Source) => DraftText> = {
  list: ({ county, issuer, today }) => ({
    title: `关于${county}${today.slice(0, 4)}年城镇老旧小区改造项目清单的公示`,
    body: [
      '根据城镇老旧小区改造工作要求，经排查摸底和第一次征求居民意见，拟将下列小区列入城镇老旧小区改造项目清单，现予公示。',
      OBJECT(issuer),
    ].join('\n'),
  }),
  plan: ({ facts, issuer }) => ({
    title: `关于${nameOf(facts)}改造方案的公示`,
    body: [
      `${nameOf(facts)}改造方案已编制完成，现将方案主要内容公示如下，听取业主和居民的意见。`,
      '一、改造内容。',
      '二、资金安排。',
      OBJECT(issuer),
    ].join('\n'),
  }),
  design: ({ facts, issuer }) => ({
    title: `关于${nameOf(facts)}改造初步设计方案的公示`,
    body: [
      `${nameOf(facts)}改造初步设计方案已编制完成。现将工程设计方案、工程预算、资金筹集方案、业主自筹资金额度、后续物业管理机制、社区治理体系建设六项内容公示，作为第二次征求意见（表决）的依据。`,
      OBJECT(issuer),
    ].join('\n'),
  }),
  result: ({ facts, issuer }) => {
    const round = ROUND_LABELS[facts.round?.round ?? 1].zh;
    return {
      title: `关于${nameOf(facts)}改造${round}结果的公示`,
      body: [
        `${nameOf(facts)}改造${round}已经截止。现将统计结果公示。`,
        '每户的登记情况可以凭表决回执码查询，公示中不出现业主姓名。对本户登记情况有异议的，请凭回执码提出；经核实异议成立的，依规定更正或者作废相应的表决票，并按更正后的结果报请认定。',
        OBJECT(issuer),
      ].join('\n'),
    };
  },
};

/**
 * Title and text that a draft begins with, in official Chinese and without a figure: figures stand in the tables, which are made from
 * the facts at publication, so that a text can't say another number than its table.
 */
export const draftText = (source: Source): DraftText => TEXTS[source.kind](source);

/** The body that signs, by the name of its unit: 禄丰市 → 禄丰市住房和城乡建设局. A draft's issuer can be edited. */
export function issuerOf(role: Role, unit: string): string {
  if (role === 'county_bureau') return `${unit}住房和城乡建设局`;
  if (role === 'community') return /居民委员会$/.test(unit) ? unit : `${unit}居民委员会`;
  return unit.endsWith('街道') ? `${unit}办事处` : /[镇乡]$/.test(unit) ? `${unit}人民政府` : unit;
}
