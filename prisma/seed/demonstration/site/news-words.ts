import type { NewsLevel } from '@/lib/domain/rulebook/schema-news';

/** What a county filed; `ago` days before today, and never before the year began. */
export interface Filed {
  county: string;
  ago: number;
  kind: string;
  level: NewsLevel;
  title: string;
  medium?: string;
  outlet?: string;
  documentNo?: string;
  issuer?: string;
  place?: string;
  participants?: number;
  summary?: string;
  withdrawn?: string;
}

const brief = (county: string, ago: number, kind: string, title: string): Filed => ({
  ...{ county, ago, kind, title, level: 'county', medium: 'bulletin', outlet: '县市老旧小区改造工作简报' },
});

export const NEWS: readonly Filed[] = [
  {
    ...{ county: '532302', ago: 96, kind: 'report', level: 'province', medium: 'press', outlet: '省级日报' },
    title: '禄丰：菜单式改造让老旧小区换新颜',
    summary: '报道卫生局家属院按菜单选择改造内容、居民议事会商定出资的做法。',
  },
  {
    ...{
      county: '532302',
      ago: 61,
      kind: 'siteMeeting',
      level: 'county',
      title: '全市老旧小区改造现场推进会在商业局家属院召开',
    },
    ...{ place: '商业局家属院', participants: 64 },
  },
  brief('532302', 74, 'progress', '禄丰市三季度老旧小区改造推进情况'),
  brief('532302', 33, 'experience', '居民出资这样谈：卫生局家属院楼栋议事的做法'),
  brief('532302', 12, 'results', '商业局家属院改造初见成效'),
  {
    ...{ county: '532302', ago: 11, kind: 'results', level: 'county', medium: 'account', outlet: '禄丰住建' },
    ...{ title: '商业局家属院改造初见成效（重复）', withdrawn: '与简报内容重复，误报' },
  },
  {
    ...{ county: '532301', ago: 82, kind: 'interview', level: 'prefecture', medium: 'television', outlet: '州电视台' },
    title: '楚雄市农科所职工住宅改造：从“要我改”到“我要改”',
  },
  brief('532301', 70, 'progress', '楚雄市老旧小区改造进展'),
  brief('532301', 24, 'progress', '楚雄市加快推进老旧小区改造收尾工程'),
  {
    ...{ county: '532323', ago: 45, kind: 'praise', level: 'prefecture', documentNo: '楚住建通〔…〕21号' },
    ...{ title: '州住建局通报表扬牟定县劳动局职工住宅改造项目', issuer: '楚雄州住房和城乡建设局' },
  },
  brief('532323', 40, 'results', '劳动局职工住宅改造完成移交'),
  {
    ...{
      county: '532325',
      ago: 110,
      kind: 'special',
      level: 'province',
      medium: 'bulletin',
      outlet: '省住建厅信息专刊',
    },
    title: '姚安县皮革厂生活区改造：三供一业遗留问题一次解决',
  },
  {
    ...{ county: '532328', ago: 131, kind: 'report', level: 'nation', medium: 'website', outlet: '国家级行业网站' },
    title: '元谋：自来水公司家属院一户一表改造惠及全部住户',
  },
  brief('532328', 90, 'experience', '元谋县老旧小区后续管理的几点做法'),
  {
    ...{ county: '532329', ago: 28, kind: 'report', level: 'prefecture', medium: 'press', outlet: '州级日报' },
    title: '武定九厂片区：两个小区连片改造共享公共空间',
  },
  brief('532329', 19, 'progress', '武定县老旧小区改造进展'),
  brief('532326', 52, 'progress', '大姚县西山路小区改造开工'),
  {
    ...{ county: '532326', ago: 37, kind: 'interview', level: 'county', medium: 'account', outlet: '大姚发布' },
    title: '西山路小区的施工日记',
  },
];
