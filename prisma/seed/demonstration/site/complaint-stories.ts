import type { AssigneeKind, Channel, CloseOutcome, ComplaintKind } from '@/lib/domain/complaints/types';

/** What somebody did with it, on which day from today. */
export type Act = { day: number; time: string } & (
  | { is: 'assign'; to: AssigneeKind; note?: string }
  | { is: 'draft'; by: 'ssdw1' | 'jl1' | 'zhen1' | 'zjj2'; words: string }
  | { is: 'answer'; words: string }
  | { is: 'reopen'; words: string }
  | { is: 'close'; outcome: CloseOutcome }
  | { is: 'turnAway'; to: string | null; words: string }
  /** into the complaint of that key */
  | { is: 'merge'; into: string }
);

export interface ComplaintStory {
  key: string;
  project: string;
  kind?: ComplaintKind;
  subject: string;
  channel: Exclude<Channel, 'transferred'>;
  day: number;
  content: string;
  contact?: string;
  acts: readonly Act[];
}

const NIGHT =
  '已要求施工单位22时至次日7时不得进行切割、打磨等产生噪声的作业，项目部在小区出入口公示作业时间和监督电话，社区每晚巡查。';

export const COMPLAINTS: readonly ComplaintStory[] = [
  {
    ...{ key: 'night', project: '卫生局家属院', subject: 'disturbance', channel: 'page', day: -9 },
    content: '晚上十点以后还在切割地砖，老人孩子没法休息，希望管一管。',
    contact: '19900000101',
    acts: [
      { day: -8, time: '09:10', is: 'assign', to: 'entity', note: '请核实夜间作业情况，两天内拟好答复' },
      { day: -7, time: '16:20', is: 'draft', by: 'ssdw1', words: NIGHT },
      { day: -6, time: '10:30', is: 'answer', words: NIGHT },
    ],
  },
  {
    ...{ key: 'nightAgain', project: '卫生局家属院', subject: 'disturbance', channel: 'phone', day: -8 },
    content: '来电反映2栋楼下夜间施工噪声大，要求停止夜间作业。',
    contact: '19900000102',
    acts: [{ day: -8, time: '15:30', is: 'merge', into: 'night' }],
  },
  {
    ...{ key: 'nightThird', project: '卫生局家属院', subject: 'disturbance', channel: 'visit', day: -7 },
    content: '到社区反映连续三晚有电钻声，与之前邻居反映的是同一件事。',
    acts: [{ day: -7, time: '17:05', is: 'merge', into: 'night' }],
  },
  {
    ...{ key: 'roof', project: '商业局家属院', subject: 'quality', channel: 'phone', day: -41 },
    content: '三单元顶楼改造后仍然渗水，厨房顶面有水渍。',
    contact: '19900000103',
    acts: [
      { day: -40, time: '09:30', is: 'assign', to: 'supervisor', note: '会同施工单位入户查看' },
      {
        ...{ day: -22, time: '11:20', is: 'draft', by: 'jl1' },
        words: '经入户查看，渗水点在女儿墙泛水，已重新施作防水附加层，蓄水试验24小时无渗漏。',
      },
      {
        ...{ day: -21, time: '15:40', is: 'answer' },
        words: '经入户查看，渗水点在女儿墙泛水，已重新施作防水附加层并做蓄水试验，未再渗漏。答复超过期限，向您致歉。',
      },
      { day: -3, time: '10:10', is: 'close', outcome: 'content' },
    ],
  },
  {
    ...{ key: 'years', project: '塑料厂宿舍及桂花花园（二期）', subject: 'progress', channel: 'page', day: -13 },
    content: '小区改造拖了几年还没有验收，院里路灯不亮，什么时候才算完？',
    contact: '19900000104',
    acts: [{ day: -12, time: '10:15', is: 'assign', to: 'bureau' }],
  },
  {
    ...{ key: 'hospital', project: '中医院家属区', kind: 'opinion', subject: 'notices', channel: 'page', day: -1 },
    content: '建议把设计图贴在门口公示栏，字大一些，方便老人看。',
    acts: [],
  },
  {
    ...{ key: 'share', project: '农科所职工住宅', subject: 'money', channel: 'visit', day: -34 },
    content: '居民出资每户金额不一样，想知道是怎么算的。',
    acts: [
      { day: -33, time: '09:00', is: 'assign', to: 'town', note: '请带分摊明细上门说明' },
      {
        ...{ day: -30, time: '16:00', is: 'draft', by: 'zhen1' },
        words: '出资按专有面积分摊，明细在第二次征求意见时已公示，已上门逐项说明。',
      },
      {
        ...{ day: -28, time: '10:20', is: 'answer' },
        words: '居民出资按专有面积分摊，明细在第二次征求意见时公示七天，镇政府已上门逐项说明。',
      },
      { day: -6, time: '09:20', is: 'close', outcome: 'quiet' },
    ],
  },
  {
    ...{ key: 'when', project: '振兴街小区', kind: 'opinion', subject: 'progress', channel: 'page', day: -2 },
    content: '公示说今年改造，到现在没见开工，希望公布开工时间。',
    contact: '19900000105',
    acts: [],
  },
  {
    ...{ key: 'road', project: '九厂片区', subject: 'quality', channel: 'phone', day: -18 },
    content: '院内新铺的路面坑洼积水，电动车进出不便。',
    contact: '19900000106',
    acts: [
      { day: -17, time: '10:40', is: 'assign', to: 'entity' },
      { day: -13, time: '15:00', is: 'answer', words: '积水处已铣刨重铺，并加设一处雨水口。' },
      { day: -7, time: '09:50', is: 'reopen', words: '来电表示昨天下雨后大门口仍然积水' },
    ],
  },
  {
    ...{ key: 'refund', project: '西山路小区', subject: 'money', channel: 'letter', day: -27 },
    content: '房屋已经出售，交过的改造出资款是否退还，请书面答复。',
    contact: '19900000107',
    acts: [
      { day: -26, time: '09:20', is: 'assign', to: 'bureau' },
      {
        ...{ day: -19, time: '14:30', is: 'answer' },
        words: '出资款用于本栋改造，不因房屋出售退还，由买卖双方自行约定；缴款凭证可随时到住建局查询。',
      },
    ],
  },
  {
    ...{ key: 'property', project: '劳动局职工住宅', subject: 'service', channel: 'page', day: -6 },
    content: '改造完了没有物业，垃圾清运不及时。',
    acts: [{ day: -5, time: '11:00', is: 'assign', to: 'town', note: '请会同社区组织选聘物业服务' }],
  },
  {
    ...{ key: 'neighbour', project: '皮革厂生活区', subject: 'other', channel: 'phone', day: -47 },
    content: '楼上装修漏水，要求改造项目赔偿。',
    acts: [
      {
        ...{ day: -45, time: '10:00', is: 'turnAway', to: null },
        words: '属于相邻业主之间的损害赔偿，不属于改造工程质量问题，建议通过社区调解或者司法途径解决。',
      },
    ],
  },
  {
    ...{ key: 'water', project: '自来水公司家属院', subject: 'service', channel: 'page', day: -38 },
    content: '一户一表改造后水费计量不准，要求校验水表。',
    contact: '19900000108',
    acts: [
      {
        ...{ day: -36, time: '15:20', is: 'turnAway', to: '元谋县供水公司' },
        words: '水表的校验由供水单位负责，已转请供水公司与您联系。',
      },
    ],
  },
];
